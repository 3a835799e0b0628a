import type { Command } from 'commander';
import { maintenanceAnnounceCommand } from '../maintenance-announce.ts';
import { maintenanceCancelCommand } from '../maintenance-cancel.ts';
import { maintenanceListCommand } from '../maintenance-list.ts';
import { targetAddCommand } from '../target-add.ts';
import { targetCloseCommand } from '../target-close.ts';
import { targetImportCommand } from '../target-import.ts';
import { targetListCommand } from '../target-list.ts';
import { targetTemplateCommand } from '../target-template.ts';
import { targetTestCommand } from '../target-test.ts';

export function addCommands(target: Command): void {
  targetAddCommand(target);
  targetListCommand(target);
  targetCloseCommand(target);
  targetImportCommand(target);
  targetTemplateCommand(target);
  targetTestCommand(target);
  const maintenance = target
    .command('maintenance')
    .description('announce when targets are stopped on purpose');
  maintenanceAnnounceCommand(maintenance);
  maintenanceListCommand(maintenance);
  maintenanceCancelCommand(maintenance);
}
