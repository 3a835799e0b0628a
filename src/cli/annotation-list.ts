import type { Command } from 'commander';
import { listAnnotations } from '../probes/index.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, withStore } from './command.ts';
import { namesOfProcedures } from './target-options.ts';

/** `vigie annotation list`: what explains days, the oldest first. */
export function annotationListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list what was said of days, the oldest first')
    .option('--procedure <id>', 'what explains the charts of a procedure: its own, and that of all')
    .option('--json', 'answer in JSON')
    .action(async ({ procedure, json }: { procedure?: string; json?: true }) => {
      const { annotations, names } = await withStore(async (db) => {
        const subject = await findButtonSubject(db, procedure === undefined ? {} : { procedure });
        return {
          annotations: await listAnnotations(db, { subjectId: subject?.subjectId }),
          names: await namesOfProcedures(db),
        };
      });
      const listed = annotations.map((one) => ({
        ...one,
        of: one.subjectId === null ? null : (names.get(one.subjectId)?.id ?? null),
      }));
      answer(
        json === true,
        {
          annotations: listed.map(({ id, day, of, text, author, writtenAt }) => ({
            ...{ id, day, procedure: of, text_fr: text.fr, text_en: text.en, author },
            written_at: writtenAt.toISOString(),
          })),
        },
        [
          ...listed.map(
            ({ id, day, of, text, author }) => `${id}  ${day}  ${of ?? 'all'}  ${text.fr} (${author})`,
          ),
          listed.length === 1 ? '1 annotation' : `${listed.length} annotations`,
        ],
      );
    });
}
