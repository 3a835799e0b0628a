import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { foldText } from '../core/text.ts';
import { type Decision, eraseComment, type KeptComment, listComments } from '../feedback/index.ts';
import { findButtonSubject, type SubjectOptions } from './button-subject.ts';
import { answer, parseDay, withStore } from './command.ts';
import { parseDecision } from './decision.ts';

type Options = SubjectOptions & {
  day?: string;
  text?: string;
  review?: string;
  reason: string;
  author: string;
  json?: true;
};

/** Comments that are listed when a text is not of one alone. */
const MOST_LISTED = 50;
const BEGINNING = 60;

/** `vigie reviews erase`: the comment of one review, at the request of who recognised somebody in it. */
export function reviewsEraseCommand(parent: Command): void {
  parent
    .command('erase')
    .description('erase the comment of one review, for ever; its other answers stay')
    .option('--procedure <id>', 'public id of the procedure')
    .option('--site <slug>', 'slug of the reception site')
    .option('--day <day>', 'day on which it was given, YYYY-MM-DD')
    .option('--text <part>', 'a part of the comment, as it was written')
    .option('--review <id>', 'id of the review, where it is known or several comments hold the text')
    .requiredOption('--reason <text>', 'why, kept without the comment')
    .option('--author <name>', 'who erases it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const decision = parseDecision(options, systemClock.now());
      const { reviewId, openedOn } = await withStore((db) =>
        db.transaction((tx) => erase(tx, options, decision)),
      );
      const { author, reason, now } = decision;
      answer(
        options.json === true,
        { matching: 1, review: reviewId, day: openedOn, author, reason, at: now.toISOString() },
        [
          `1 comment matches: it is erased from review ${reviewId}, given on ${openedOn} (${author}: ${reason})`,
        ],
      );
    });
}

/** @throws VigieError InvalidInput, NotFound; Conflict with the comments that match when they are several */
async function erase(tx: Transactional, options: Options, decision: Decision): Promise<KeptComment> {
  const { day, part, reviewId } = parseChoice(options);
  const subject = await findButtonSubject(tx, options);
  if (subject === null) throw new VigieError('InvalidInput', 'Give --procedure or --site.');
  const comments = await listComments(tx, subject.subjectId, { reviewId, day });
  const matching = comments.filter(({ text }) => part === null || foldText(text).includes(part));
  const [first] = matching;
  if (first === undefined) {
    const message = `No comment of ${subject.kind} ${subject.id} matches: nothing was erased. `;
    const remedy = 'One that still waits in a journal is found once it is in the store: run this again then.';
    throw new VigieError('NotFound', message + remedy);
  }
  if (new Set(matching.map((one) => one.reviewId)).size > 1) throw several(matching);
  await eraseComment(tx, { subjectId: subject.subjectId, reviewId: first.reviewId }, decision);
  return first;
}

function parseChoice({ day, text, review }: Options) {
  if (review === undefined && (day === undefined || text === undefined)) {
    throw new VigieError('InvalidInput', 'Give --day and --text, or --review.');
  }
  if (review !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(review)) {
    throw new VigieError('InvalidInput', `--review: "${review}" is not the id of a review.`);
  }
  const part = text === undefined ? null : foldText(text);
  if (part === '') throw new VigieError('InvalidInput', '--text: write a part of the comment.');
  return {
    day: day === undefined ? null : parseDay('--day', day),
    part,
    reviewId: review ?? null,
  };
}

function several(matching: readonly KeptComment[]): VigieError {
  const more = matching.length > MOST_LISTED ? ` The first ${MOST_LISTED} follow.` : '';
  const message = `${matching.length} comments match: nothing was erased. Choose one with --review.${more}`;
  const fields = matching.slice(0, MOST_LISTED).map(({ reviewId, openedOn, text }) => ({
    path: reviewId,
    message: `${openedOn}, "${beginningOf(text)}"`,
  }));
  return new VigieError('Conflict', message, fields);
}

function beginningOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > BEGINNING ? `${line.slice(0, BEGINNING)}…` : line;
}
