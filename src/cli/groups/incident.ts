import type { Command } from 'commander';
import { incidentListCommand } from '../incident-list.ts';
import { incidentNoteCommand } from '../incident-note.ts';

export function addCommands(incident: Command): void {
  incidentListCommand(incident);
  incidentNoteCommand(incident);
}
