import type { Command } from 'commander';
import { listOutOfFigures, type OutOfFigures } from '../feedback/index.ts';
import {
  type ButtonSubject,
  findButtonSubject,
  listButtonSubjects,
  type SubjectOptions,
} from './button-subject.ts';
import { answer, withStore } from './command.ts';

/** `vigie reviews quarantine`: what is kept and left out of the figures. */
export function reviewsQuarantineCommand(parent: Command): void {
  parent
    .command('quarantine')
    .description('list the reviews that are kept and left out of the figures, by button, day and reason')
    .option('--procedure <id>', 'those of a procedure')
    .option('--site <slug>', 'those of a reception site')
    .option('--json', 'answer in JSON')
    .action(async (options: SubjectOptions & { json?: true }) => {
      const listed = await withStore(async (db) => {
        const subject = await findButtonSubject(db, options);
        const subjects = await listButtonSubjects(db);
        const rows = await listOutOfFigures(db, subject?.subjectId);
        return rows.map((row) => ({ row, subject: subjects.get(row.subjectId) ?? null }));
      });
      const total = (state: OutOfFigures['state']) =>
        listed.reduce((sum, { row }) => sum + (row.state === state ? row.n : 0), 0);
      const [quarantined, excluded] = [total('quarantined'), total('excluded')];
      answer(options.json === true, { quarantined, excluded, reviews: listed.map(toJson) }, [
        ...listed.map(lineOf),
        `${quarantined} in quarantine, ${excluded} excluded`,
      ]);
    });
}

type Listed = { row: OutOfFigures; subject: ButtonSubject | null };

function toJson({ row, subject }: Listed) {
  const { buttonId, openedOn, state, reason, n } = row;
  const place = subject && { kind: subject.kind, id: subject.id, name: subject.name };
  return { subject: place, button: buttonId, day: openedOn, state, reason, n };
}

function lineOf({ row, subject }: Listed): string {
  const { buttonId, openedOn, state, reason, n } = row;
  const place =
    subject === null ? 'a subject that is there no more' : `${subject.kind} ${subject.id}, ${subject.name}`;
  return `${openedOn}  button ${buttonId}  ${n} ${state} (${reason})  ${place}`;
}
