import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { cancelMaintenance } from '../probes/index.ts';
import { answer, withStore } from './command.ts';
import { maintenanceJson } from './maintenance-list.ts';
import { parseId } from './target-options.ts';

/** `vigie target maintenance cancel ID`: its target is judged again from then on. */
export function maintenanceCancelCommand(parent: Command): void {
  parent
    .command('cancel')
    .description('cancel a maintenance, or end it early: what was seen until then stays')
    .argument('<id>', 'its id')
    .option('--json', 'answer in JSON')
    .action(async (text: string, { json }: { json?: true }) => {
      const now = systemClock.now();
      const cancelled = await withStore((db) => cancelMaintenance(db, parseId(text), now));
      answer(json === true, maintenanceJson(cancelled, now), [
        `maintenance ${cancelled.id} of target ${cancelled.targetId} is cancelled`,
      ]);
    });
}
