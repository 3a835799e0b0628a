import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { closeCounter } from '../visits/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie counter close ID`: from then on it counts nothing. */
export function counterCloseCommand(parent: Command): void {
  parent
    .command('close')
    .description('close a counter, for ever: what it counted stays, and nothing is added')
    .argument('<id>', 'its id')
    .requiredOption('--reason <text>', 'why, for those who meet it')
    .option('--json', 'answer in JSON')
    .action(async (id: string, { reason, json }: { reason: string; json?: true }) => {
      const text = reason.trim();
      if (text.length === 0 || text.length > 500) {
        throw new VigieError('InvalidInput', '--reason: write 1 to 500 characters.');
      }
      const now = systemClock.now();
      await withStore((db) => closeCounter(db, id, text, now));
      answer(json === true, { id, state: 'closed', closed_at: now.toISOString(), closed_reason: text }, [
        `counter ${id} is closed`,
      ]);
    });
}
