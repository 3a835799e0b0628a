import type { Command } from 'commander';
import { annotationAddCommand } from '../annotation-add.ts';
import { annotationListCommand } from '../annotation-list.ts';

export function addCommands(annotation: Command): void {
  annotationAddCommand(annotation);
  annotationListCommand(annotation);
}
