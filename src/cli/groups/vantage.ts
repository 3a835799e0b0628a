import type { Command } from 'commander';
import { vantageCloseCommand } from '../vantage-close.ts';
import { vantageCreateCommand, vantageTokenCommand } from '../vantage-create.ts';
import { vantageListCommand } from '../vantage-list.ts';
import { vantageRunCommand } from '../vantage-run.ts';

export function addCommands(vantage: Command): void {
  vantageRunCommand(vantage);
  vantageCreateCommand(vantage);
  vantageTokenCommand(vantage);
  vantageListCommand(vantage);
  vantageCloseCommand(vantage);
}
