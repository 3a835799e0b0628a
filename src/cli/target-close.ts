import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Transaction } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { closeTarget, endUse, textFaults } from '../probes/index.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, withStore } from './command.ts';
import { parseId } from './target-options.ts';

type Options = { reason: string; procedure?: string; json?: true };

/** `vigie target close ID`: it is probed no more; what was measured stays. */
export function targetCloseCommand(parent: Command): void {
  parent
    .command('close')
    .description('stop probing a target, for ever: what was measured stays')
    .argument('<id>', 'its id')
    .requiredOption('--reason <text>', 'why, for those who meet it')
    .option('--procedure <id>', 'end what it counts for this procedure only; the last one closes the target')
    .option('--json', 'answer in JSON')
    .action(async (text: string, options: Options) => {
      const id = parseId(text);
      const reason = options.reason.trim();
      const faults = textFaults('--reason', reason, 500);
      if (faults.length > 0) throw new VigieError('InvalidInput', 'The target cannot be closed.', faults);
      const now = systemClock.now();
      const state = await withStore((db) =>
        db.transaction((tx) => close(tx, id, { ...options, reason }, now)),
      );
      answer(options.json === true, { id, state, at: now.toISOString(), reason }, [
        state === 'closed'
          ? `target ${id} is closed`
          : `target ${id} does not count for this procedure any more, and goes on for others`,
      ]);
    });
}

async function close(tx: Transaction, id: number, { reason, procedure }: Options, now: Date) {
  if (procedure === undefined) {
    await closeTarget(tx, id, reason, now);
    return 'closed';
  }
  const subject = await findButtonSubject(tx, { procedure });
  if (subject === null) throw new VigieError('InvalidInput', 'Give --procedure.');
  return endUse(tx, { targetId: id, subjectId: subject.subjectId }, reason, now);
}
