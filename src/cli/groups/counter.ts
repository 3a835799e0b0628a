import type { Command } from 'commander';
import { counterCloseCommand } from '../counter-close.ts';
import { counterCreateCommand } from '../counter-create.ts';
import { counterListCommand } from '../counter-list.ts';
import { counterSnippetCommand } from '../counter-snippet.ts';

export function addCommands(counter: Command): void {
  counterCreateCommand(counter);
  counterListCommand(counter);
  counterSnippetCommand(counter);
  counterCloseCommand(counter);
}
