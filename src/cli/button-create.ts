import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { findDemonstration } from '../core/demonstration.sql.ts';
import { VigieError } from '../core/errors.ts';
import {
  BUTTON_CHANNELS,
  createButton,
  latestVersion,
  listAllQuestionnaires,
  type NewButton,
} from '../feedback/index.ts';
import { snippetText } from '../web/button-snippet.ts';
import { pasteParts, warnOfLocalAddress, wordFaults } from './button-paste.ts';
import { findButtonSubject, type SubjectOptions } from './button-subject.ts';
import { answer, withStore } from './command.ts';

type Options = SubjectOptions & {
  channel: string;
  step?: string;
  language: string;
  questionnaire: string;
  author: string;
  json?: true;
};

/** `vigie button create`: opens a button at a procedure or a reception site. */
export function buttonCreateCommand(parent: Command): void {
  parent
    .command('create')
    .description('open a button at a procedure or a reception site, and print what to paste')
    .option('--procedure <id>', 'public id of the procedure')
    .option('--site <slug>', 'slug of the reception site')
    .option('--channel <channel>', `where it stands: ${BUTTON_CHANNELS.join(', ')}`, 'web')
    .option('--step <name>', 'the step of the procedure that it stands at (default: its end)')
    .option('--language <code>', 'language of its words and of its form', 'fr')
    .option('--questionnaire <id>', 'what it asks; see "vigie questionnaire list"', 'avis')
    .option('--author <name>', 'who opens it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const { subject, button, parts, isInvented } = await withStore((db) =>
        db.transaction(async (tx) => {
          const found = await findButtonSubject(tx, options);
          if (found === null) throw new VigieError('InvalidInput', 'Give --procedure or --site.');
          const asked = await parseButton(tx, found.subjectId, options);
          const created = await createButton(tx, asked, systemClock.now());
          const demonstration = await findDemonstration(tx);
          return {
            subject: found,
            button: created,
            parts: await pasteParts(tx, created, null),
            isInvented: demonstration?.kept === false,
          };
        }),
      );
      const snippet = snippetText('html', parts);
      const { id, channel, step, language, questionnaire } = button;
      const { kind, id: subjectId, name } = subject;
      warnOfLocalAddress();
      answer(
        options.json === true,
        {
          id,
          url: parts.href,
          snippet,
          subject: { kind, id: subjectId, name },
          ...{ channel, step, language, questionnaire },
          demonstration: isInvented,
        },
        [
          `button ${id} is open at ${kind} ${subjectId}, ${name}`,
          parts.href,
          snippet,
          ...(isInvented ? ['it is part of the demonstration, and leaves with it at the first import'] : []),
        ],
      );
    });
}

/** @throws VigieError InvalidInput that names each option at fault */
async function parseButton(db: Queryable, subjectId: number, options: Options): Promise<NewButton> {
  const { step, language, questionnaire } = options;
  const author = options.author.trim();
  const channel = BUTTON_CHANNELS.find((one) => one === options.channel);
  const known = await listAllQuestionnaires(db);
  const asked = latestVersion(known, questionnaire);
  const ids = [...new Set(known.map(({ id }) => id))];
  const languages = Object.keys(asked?.wording ?? {});
  const faults = [
    ...wordFaults('--step', step),
    ...(asked === null
      ? [{ path: '--questionnaire', message: `"${questionnaire}" is not one of ${ids.join(', ')}` }]
      : languages.includes(language)
        ? []
        : [{ path: '--language', message: `"${language}" is not one of ${languages.join(', ')}` }]),
    ...(author.length >= 1 && author.length <= 120
      ? []
      : [{ path: '--author', message: 'write 1 to 120 characters' }]),
  ];
  if (channel === undefined) {
    const message = `"${options.channel}" is not one of ${BUTTON_CHANNELS.join(', ')}`;
    faults.unshift({ path: '--channel', message });
  }
  if (faults.length > 0 || channel === undefined) {
    throw new VigieError('InvalidInput', 'The button cannot be opened.', faults);
  }
  return { subjectId, channel, step: step ?? null, language, questionnaire, author };
}
