import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { addAnnotation, annotationFaults, type NewAnnotation } from '../probes/index.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, parseDay, withStore } from './command.ts';

type Options = {
  day: string;
  text: string;
  textEn: string;
  procedure?: string;
  author: string;
  json?: true;
};

/** `vigie annotation add`: what explains a day, shown on charts. */
export function annotationAddCommand(parent: Command): void {
  parent
    .command('add')
    .description('say what happened on a day, for charts: an opening, a new version, a strike')
    .requiredOption('--day <day>', 'YYYY-MM-DD')
    .requiredOption('--text <text>', 'what happened, in French')
    .requiredOption('--text-en <text>', 'the same, in English')
    .option('--procedure <id>', 'of this procedure (default: of all)')
    .option('--author <name>', 'who says it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const { day, text, textEn, procedure, author, json } = options;
      const said = {
        day: parseDay('--day', day),
        text: { fr: text.trim(), en: textEn.trim() },
        author: author.trim(),
      };
      const added = await withStore((db) =>
        db.transaction(async (tx) => {
          const subject = await findButtonSubject(tx, procedure === undefined ? {} : { procedure });
          const asked: NewAnnotation = { ...said, subjectId: subject?.subjectId ?? null };
          const faults = annotationFaults(asked);
          if (faults.length > 0)
            throw new VigieError('InvalidInput', 'The annotation cannot be added.', faults);
          return addAnnotation(tx, asked, systemClock.now());
        }),
      );
      const outcome = added === null ? 'unchanged' : 'added';
      answer(json === true, { id: added?.id ?? null, day, procedure: procedure ?? null, outcome }, [
        `annotation of ${day}, ${procedure === undefined ? 'of all procedures' : `of procedure ${procedure}`}: ${outcome}`,
      ]);
    });
}
