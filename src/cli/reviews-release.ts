import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import {
  type Decision,
  findSecretButton,
  listQuarantined,
  type QuarantinedCount,
  releaseReviews,
} from '../feedback/index.ts';
import { findButtonSubject, type SubjectOptions } from './button-subject.ts';
import { answer, parseDay, withStore } from './command.ts';
import { parseDecision } from './decision.ts';

type Options = SubjectOptions & {
  button?: string;
  from?: string;
  to?: string;
  all?: true;
  reason: string;
  author: string;
  json?: true;
};

/** `vigie reviews release`: reviews leave the quarantine and enter the figures. */
export function reviewsReleaseCommand(parent: Command): void {
  parent
    .command('release')
    .description('release reviews from quarantine into the figures, under the days on which they were given')
    .option('--button <id>', 'those of a button')
    .option('--from <day>', 'given from this day on, YYYY-MM-DD')
    .option('--to <day>', 'given until this day, YYYY-MM-DD')
    .option('--all', 'all those of a procedure or reception site, with --procedure or --site')
    .option('--procedure <id>', 'public id of the procedure')
    .option('--site <slug>', 'slug of the reception site')
    .requiredOption('--reason <text>', 'why')
    .option('--author <name>', 'who releases them', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const decision = parseDecision(options, systemClock.now());
      const { author, reason, now } = decision;
      const released = await withStore((db) => db.transaction((tx) => release(tx, options, decision)));
      const n = released.reduce((sum, one) => sum + one.n, 0);
      answer(
        options.json === true,
        {
          released: n,
          buttons: released.map(({ buttonId, from, to, n: of }) => ({
            button: buttonId,
            from,
            to,
            released: of,
          })),
          author,
          reason,
          at: now.toISOString(),
        },
        [
          ...released.map((one) => `button ${one.buttonId}, ${one.from} to ${one.to}: ${one.n} released`),
          n === 0
            ? 'no review was in quarantine there'
            : `${n} reviews are in the figures (${author}: ${reason})`,
        ],
      );
    });
}

type Released = { buttonId: string; from: string; to: string; n: number };

/** Releases what the options name, each button over the days that are concerned. */
async function release(tx: Transactional, options: Options, decision: Decision): Promise<Released[]> {
  const subjectId = await subjectOf(tx, options);
  const from = options.from === undefined ? '0001-01-01' : parseDay('--from', options.from);
  const to = options.to === undefined ? '9999-12-31' : parseDay('--to', options.to);
  if (from > to) throw new VigieError('InvalidInput', `--to: ${to} is before ${from}.`);
  const waiting = (await listQuarantined(tx, subjectId)).filter(
    ({ buttonId, openedOn }) =>
      (options.button === undefined || buttonId === options.button) && openedOn >= from && openedOn <= to,
  );
  const released: Released[] = [];
  for (const [buttonId, rows] of Map.groupBy(waiting, (row) => row.buttonId)) {
    const period = periodOf(rows);
    const n = await releaseReviews(tx, { subjectId, buttonId, period }, decision);
    released.push({ buttonId, ...period, n });
  }
  return released;
}

function periodOf(rows: readonly QuarantinedCount[]): { from: string; to: string } {
  const days = rows.map(({ openedOn }) => openedOn).sort();
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}

/** @throws VigieError InvalidInput unless a button is named, or all of a procedure or site; NotFound */
async function subjectOf(tx: Transactional, options: Options): Promise<number> {
  const { button, all } = options;
  const subject = await findButtonSubject(tx, options);
  if ((button === undefined) === (all === undefined) || (button === undefined) !== (subject !== null)) {
    const message = 'Give --button, with --from and --to if wanted; or --all with --procedure or --site.';
    throw new VigieError('InvalidInput', message);
  }
  if (subject !== null) return subject.subjectId;
  const found = await findSecretButton(tx, button ?? '');
  if (found === null) {
    throw new VigieError('NotFound', `There is no button "${button}"; see "vigie reviews quarantine".`);
  }
  return found.subjectId;
}
