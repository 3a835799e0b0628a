import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { closeButton } from '../feedback/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie button close ID`: from then on it accepts nothing. */
export function buttonCloseCommand(parent: Command): void {
  parent
    .command('close')
    .description('close a button, for ever: its page says so, and nothing is accepted any more')
    .argument('<id>', 'its id')
    .requiredOption('--reason <text>', 'why, for those who meet it')
    .option('--json', 'answer in JSON')
    .action(async (id: string, { reason, json }: { reason: string; json?: true }) => {
      const text = reason.trim();
      if (text.length === 0 || text.length > 500) {
        throw new VigieError('InvalidInput', '--reason: write 1 to 500 characters.');
      }
      const now = systemClock.now();
      await withStore((db) => closeButton(db, id, text, now));
      answer(json === true, { id, state: 'closed', closed_at: now.toISOString(), closed_reason: text }, [
        `button ${id} is closed`,
      ]);
    });
}
