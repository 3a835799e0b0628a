import { type Command, Option } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import {
  announceMaintenance,
  listTargets,
  maintenanceFaults,
  type NewMaintenance,
  REPETITIONS,
  type Repetition,
} from '../probes/index.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, parseDay, withStore } from './command.ts';
import { maintenanceJson, maintenanceLine } from './maintenance-list.ts';
import { parseInstant } from './paris-instant.ts';
import { parseId } from './target-options.ts';

type Options = {
  procedure?: string;
  start?: string;
  end: string;
  repeats: Repetition;
  until?: string;
  reason: string;
  author: string;
  json?: true;
};

/** `vigie target maintenance announce [ID…]`: its targets are then not judged. */
export function maintenanceAnnounceCommand(parent: Command): void {
  parent
    .command('announce')
    .description('announce when targets are stopped on purpose: what is seen then never counts as down')
    .argument('[id...]', 'the targets')
    .option('--procedure <id>', 'in place of targets: all those of a procedure')
    .option('--start <time>', 'when it begins, "2026-03-31 22:00" by the clocks of Paris (default: now)')
    .requiredOption('--end <time>', 'when it ends')
    .addOption(
      new Option('--repeats <how>', 'again at the same hours of Paris').choices(REPETITIONS).default('never'),
    )
    .option('--until <day>', 'the last day on which it begins again, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why, for readers')
    .option('--author <name>', 'who announces it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (ids: string[], options: Options) => {
      const now = systemClock.now();
      const asked = readMaintenance(options, now);
      const held = await withStore((db) =>
        db.transaction(async (tx) =>
          announceMaintenance(tx, await listTargetIds(tx, ids, options.procedure), asked, now),
        ),
      );
      answer(options.json === true, { maintenances: held.map((one) => maintenanceJson(one, now)) }, [
        ...held.map((one) => maintenanceLine(one, now)),
      ]);
    });
}

function readMaintenance(options: Options, now: Date): NewMaintenance {
  const { start, end, repeats, until, reason, author } = options;
  const asked: NewMaintenance = {
    startsAt: start === undefined ? now : parseInstant('--start', start),
    endsAt: parseInstant('--end', end),
    repeats,
    repeatsUntil: until === undefined ? null : parseDay('--until', until),
    reason: reason.trim(),
    author: author.trim(),
  };
  const faults = maintenanceFaults(asked, now);
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The maintenance cannot be announced.', faults);
  return asked;
}

async function listTargetIds(tx: Queryable, ids: readonly string[], procedure?: string): Promise<number[]> {
  if (ids.length > 0 === (procedure !== undefined))
    throw new VigieError('InvalidInput', 'Give the ids of targets, or --procedure.');
  if (procedure === undefined) return [...new Set(ids.map(parseId))];
  const subject = await findButtonSubject(tx, { procedure });
  const targets = await listTargets(tx, { subjectId: subject?.subjectId });
  if (targets.length > 0) return targets.map(({ id }) => id);
  throw new VigieError('NotFound', `Nothing is probed for procedure ${procedure}; see "vigie target list".`);
}
