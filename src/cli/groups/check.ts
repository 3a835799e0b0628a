import type { Command } from 'commander';
import { checkListCommand } from '../check-list.ts';
import { checkReplyCommand } from '../check-reply.ts';
import { checkRunCommand } from '../check-run.ts';

export function addCommands(check: Command): void {
  checkRunCommand(check);
  checkListCommand(check);
  checkReplyCommand(check);
}
