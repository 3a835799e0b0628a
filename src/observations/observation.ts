import type { Fact } from '../core/figure.ts';

/** How the source words a value: "plus de 20 millions" is `more_than`. */
export const QUALIFIERS = ['exact', 'nearly', 'more_than', 'less_than', 'at_least', 'at_most'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** One figure about one subject, as given by a source. Its key is subject, indicator, period and dimensions. */
export type Observation = Fact & {
  readonly subjectId: number;
  readonly indicator: string;
  /** What the figure is restricted to (`{ device: 'mobile' }`); empty for the whole. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly qualifier: Qualifier;
  /** Of whom or of what the figure is, in words ("tax households"); null where the source does not say. */
  readonly populationFr: string | null;
  readonly populationEn: string | null;
  /** What the source adds to the figure. */
  readonly noteFr: string | null;
  readonly noteEn: string | null;
  /** The id that its source gives to the figure. */
  readonly reference: string | null;
  /** Why a value that is not plausible was accepted as it is. */
  readonly acceptedBecause: string | null;
};

/** What an observation says beside its figure, where nothing is said: the blank that others fill in. */
export const NO_WORDS = {
  populationFr: null,
  populationEn: null,
  noteFr: null,
  noteEn: null,
  reference: null,
  acceptedBecause: null,
} as const satisfies Partial<Observation>;

/** An observation as it was kept, with its author and instant. */
export type RecordedObservation = Observation & {
  readonly id: number;
  readonly author: string;
  readonly recordedAt: Date;
  readonly supersedes: number | null;
};

/** An observation of `indicator` on `subjectId` from a fact: exact, of the whole. */
export function observe(subjectId: number, indicator: string, fact: Fact): Observation {
  return { ...fact, ...NO_WORDS, subjectId, indicator, dimensions: {}, qualifier: 'exact' };
}
