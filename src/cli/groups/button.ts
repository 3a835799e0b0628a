import type { Command } from 'commander';
import { buttonCloseCommand } from '../button-close.ts';
import { buttonCreateCommand } from '../button-create.ts';
import { buttonListCommand } from '../button-list.ts';
import { buttonSecretCommand } from '../button-secret.ts';
import { buttonSnippetCommand } from '../button-snippet.ts';

export function addCommands(button: Command): void {
  buttonCreateCommand(button);
  buttonListCommand(button);
  buttonSnippetCommand(button);
  buttonSecretCommand(button);
  buttonCloseCommand(button);
}
