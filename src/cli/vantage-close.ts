import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { closeVantage, textFaults } from '../probes/index.ts';
import { answer, withStore } from './command.ts';

const LONGEST_REASON = 500;

/** `vigie vantage close SLUG`: it asks nothing more, and what it sends is refused. */
export function vantageCloseCommand(parent: Command): void {
  parent
    .command('close')
    .description('close a point of measure, for ever: what it measured stays')
    .argument('<slug>', 'the point of measure; local is this server')
    .requiredOption('--reason <text>', 'why, for lists')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, options: { reason: string; json?: true }) => {
      const reason = options.reason.trim();
      const [fault] = textFaults('--reason', reason, LONGEST_REASON);
      if (fault !== undefined) throw new VigieError('InvalidInput', `${fault.path}: ${fault.message}.`);
      const now = systemClock.now();
      await withStore((db) => closeVantage(db, slug, reason, now));
      const told = { slug, state: 'closed', closed_at: now.toISOString(), closed_reason: reason };
      answer(options.json === true, told, [`${slug} is closed`]);
    });
}
