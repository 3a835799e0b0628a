import type { Command } from 'commander';
import { tokenCreateCommand } from '../token-create.ts';
import { tokenListCommand } from '../token-list.ts';
import { tokenRevokeCommand } from '../token-revoke.ts';

export function addCommands(token: Command): void {
  tokenCreateCommand(token);
  tokenListCommand(token);
  tokenRevokeCommand(token);
}
