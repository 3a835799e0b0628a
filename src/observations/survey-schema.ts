/** Surveys and their waves, as documents: what each wave asked, of whom, in which words, and which answers it counts. */
import { z } from 'zod';
import { isDay } from '../core/clock.ts';

const codeOf = (most: number) =>
  z
    .string()
    .max(most, `has more than ${most} characters; shorten it`)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write lower-case letters and digits joined by hyphens');
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'is blank; fill it in')
    .max(most, `has more than ${most} characters; shorten it`)
    .refine((text) => !/\p{Cc}/u.test(text), 'holds a line break or a control character; remove it');
const words = (most: number) => z.strictObject({ fr: line(most), en: line(most) });
const day = z.string().refine(isDay, 'is not a day; write YYYY-MM-DD');
const people = z.int('write a whole number of people').min(1, 'write null where it is not known').nullable();

/** The dimensions by which an observation of the survey is the figure of an answer, in the words of its source. */
const key = z.record(z.string().regex(/^[a-z_]+$/, 'write lower-case letters and _'), line(300));

/** A part of the people asked that the shares are told apart for: a country, an age. */
export const groupSchema = z.strictObject({
  /** What sets it apart, which is the name of a dimension: `country`, `age`. */
  kind: z.string().regex(/^[a-z_]+$/, 'write lower-case letters and _'),
  /** The value of that dimension: `FR`, `18-24`. */
  code: line(40),
  label: words(80),
  /** How many of the people asked are of it. */
  people: people.default(null),
  /** True for a mean of others (the Union), which is none of those that it stands beside. */
  reference: z.boolean().default(false),
});

export const answerSchema = z.strictObject({
  code: codeOf(60),
  label: words(300),
  key,
  /** The answer that this one is a part of: "53 %, of which 27 %". */
  within: codeOf(60).nullable().default(null),
});

export const questionSchema = z.strictObject({
  code: codeOf(60),
  /** The same for as long as the question stays the same: another one breaks the series. */
  version: codeOf(20),
  /** What is asked, in our words. */
  label: words(200),
  /** What was asked, word for word, in each language that the source gives; null where it gives none. */
  wording: z
    .strictObject({ fr: line(1_000).nullable(), en: line(1_000).nullable() })
    .nullable()
    .default(null),
  /** Who was asked, where it is a part of the people of the wave, and how many they are. */
  asked: z
    .strictObject({ who: words(200), people })
    .nullable()
    .default(null),
  /** Whether answers are shares of people, or places in a ranking of `among`. */
  measure: z.enum(['share', 'place']).default('share'),
  /** The indicator of its observations; null for that of its measure. */
  indicator: z
    .string()
    .regex(/^[a-z_]+$/, 'write the id of an indicator')
    .nullable()
    .default(null),
  among: z.int().min(2).max(1_000).nullable().default(null),
  /** The kind of group that its answers are told apart for. */
  by: z.string().nullable().default(null),
  answers: z.array(answerSchema).min(1).max(40),
});

export const waveSchema = z.strictObject({
  code: codeOf(40),
  /** First and last day that it speaks of. */
  from: day,
  to: day,
  /** An index is computed from other statistics: it asks nobody itself. */
  kind: z.enum(['survey', 'index']).default('survey'),
  /** Who carries it out, as they name themselves. */
  producer: line(200),
  /** What readers are told that it is called; its name in the catalogue is that of its sources. */
  title: words(200),
  /** What it asks, in a sentence. */
  about: words(400),
  population: words(200),
  /** How people are chosen and asked; null where the source does not say. */
  method: words(600).nullable(),
  /** How many people were asked; null where the source does not say. */
  people,
  source: words(300),
  groups: z.array(groupSchema).max(100).default([]),
  questions: z.array(questionSchema).min(1).max(100),
});

export type SurveyGroup = z.infer<typeof groupSchema>;
export type SurveyAnswer = z.infer<typeof answerSchema>;
export type SurveyQuestion = z.infer<typeof questionSchema>;
export type Wave = z.infer<typeof waveSchema>;

/** A figure that the file itself carries: one of a share, a count of people, a place, or why there is none. */
const valueSchema = z
  .strictObject({
    group: line(40).nullable().default(null),
    share: z.number().min(0, 'write a share, 0 to 1').max(1, 'write a share, 0 to 1').optional(),
    count: z.int().min(0).optional(),
    place: z.int().min(1).optional(),
    status: z.enum(['not_reported', 'not_applicable', 'insufficient']).optional(),
    /** The step to which the source had rounded the share. */
    rounded: z.number().positive().max(0.5).optional(),
  })
  .refine(
    ({ share, count, place, status }) =>
      [share, count, place, status].filter((one) => one !== undefined).length === 1,
    'give one of share, count, place and status',
  );
export type AnswerValue = z.infer<typeof valueSchema>;

/** The file of a survey: its waves, with the figures that it carries itself. */
export const surveyFileSchema = z.strictObject({
  /** Its slug, for ever. */
  survey: codeOf(80),
  /** What sources call it, which figures of other files find it by. */
  name: line(200),
  waves: z
    .array(
      waveSchema.extend({
        questions: z
          .array(
            questionSchema.extend({
              answers: z
                .array(answerSchema.extend({ values: z.array(valueSchema).max(200).default([]) }))
                .min(1)
                .max(40),
            }),
          )
          .min(1)
          .max(100),
      }),
    )
    .min(1)
    .max(200),
});
export type SurveyFile = z.infer<typeof surveyFileSchema>;
