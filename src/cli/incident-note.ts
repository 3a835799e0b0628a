import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { addIncidentNote, incidentNoteFaults } from '../probes/index.ts';
import { answer, withStore } from './command.ts';
import { parseId } from './target-options.ts';

type Options = { text: string; author: string; json?: true };

/** `vigie incident note ID`: says what happened, for readers. */
export function incidentNoteCommand(parent: Command): void {
  parent
    .command('note')
    .description('add a signed note to an incident: what happened, what is being done')
    .argument('<id>', 'its id')
    .requiredOption('--text <text>', 'one line, for readers')
    .requiredOption('--author <name>', 'who signs it')
    .option('--json', 'answer in JSON')
    .action(async (id: string, { text, author, json }: Options) => {
      const note = { incidentId: parseId(id), text: text.trim(), author: author.trim() };
      const faults = incidentNoteFaults(note);
      if (faults.length > 0) throw new VigieError('InvalidInput', 'The note cannot be added.', faults);
      const now = systemClock.now();
      await withStore((db) => addIncidentNote(db, note, now));
      answer(json === true, { incident: note.incidentId, written_at: now.toISOString() }, [
        `incident ${note.incidentId} has a note more`,
      ]);
    });
}
