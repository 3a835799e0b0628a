import type { Command } from 'commander';
import { type Counter, listCounters } from '../visits/index.ts';
import { type ButtonSubject, findButtonSubject, listButtonSubjects } from './button-subject.ts';
import { answer, withStore } from './command.ts';

/** `vigie counter list`: every counter, the oldest first. */
export function counterListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list counters of visits, the oldest first')
    .option('--procedure <id>', 'those of a procedure')
    .option('--json', 'answer in JSON')
    .action(async (options: { procedure?: string; json?: true }) => {
      const { counters, subjects } = await withStore(async (db) => {
        const subject = await findButtonSubject(db, options);
        return {
          counters: await listCounters(db, subject?.subjectId),
          subjects: await listButtonSubjects(db),
        };
      });
      const listed = counters.map((counter) => ({
        counter,
        subject: subjects.get(counter.subjectId) ?? null,
      }));
      answer(options.json === true, { counters: listed.map(counterJson) }, [
        ...listed.map(counterLine),
        listed.length === 1 ? '1 counter' : `${listed.length} counters`,
      ]);
    });
}

type Listed = { counter: Counter; subject: ButtonSubject | null };

function counterJson({ counter, subject }: Listed) {
  const { id, origins, paths, steps, author, createdAt, closedAt, closedReason } = counter;
  return {
    id,
    subject: subject && { kind: subject.kind, id: subject.id, name: subject.name },
    ...{ origins, paths, steps },
    state: closedAt === null ? 'open' : 'closed',
    created_at: createdAt.toISOString(),
    author,
    closed_at: closedAt?.toISOString() ?? null,
    closed_reason: closedReason,
  };
}

function counterLine({ counter, subject }: Listed): string {
  const { id, origins, steps, closedAt, closedReason } = counter;
  const state =
    closedAt === null ? 'open' : `closed ${closedAt.toISOString().slice(0, 10)} (${closedReason ?? ''})`;
  const place =
    subject === null ? 'a subject that is there no more' : `${subject.kind} ${subject.id}, ${subject.name}`;
  return `${id}  ${state}  ${place}  ${[...origins, ...steps].join(', ')}`;
}
