import { type Command, Option } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { NOTE_LANGUAGES, type NoteLanguage, writeNote } from '../editions/index.ts';
import { answer, readSourceFile, withStore } from './command.ts';

type Source = { file?: string; text?: string; withdraw?: true };
type Options = Source & { procedure: string; author: string; lang: NoteLanguage; json?: true };

/** `vigie edition note SLUG`: writes a signed note on a procedure of an edition, or withdraws it. */
export function editionNoteCommand(parent: Command): void {
  parent
    .command('note')
    .description('write a signed note on a procedure of an edition, or withdraw it')
    .argument('<slug>', 'the edition, a draft or a published one')
    .requiredOption('--procedure <id>', 'id of the procedure in the edition')
    .requiredOption('--author <name>', 'who signs it')
    .addOption(new Option('--lang <lang>', 'language of the note').choices(NOTE_LANGUAGES).default('fr'))
    .option('--file <file>', 'Markdown without HTML, in UTF-8')
    .option('--text <text>', 'the same, on the command line')
    .option('--withdraw', 'withdraw the note there is in this language')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, options: Options) => {
      const { procedure, author, lang, json } = options;
      const body = await readBody(options);
      const outcome = await withStore((db) =>
        db.transaction((tx) => writeNote(tx, { edition: slug, procedure, lang, body, author }, systemClock)),
      );
      answer(json === true, { edition: slug, procedure, lang, outcome }, [
        `note on procedure ${procedure} in edition ${slug} (${lang}): ${outcome}`,
      ]);
    });
}

/** The text that one of the three options gives; null to withdraw. */
async function readBody({ file, text, withdraw }: Source): Promise<string | null> {
  if ([file, text, withdraw].filter((given) => given !== undefined).length !== 1)
    throw new VigieError('InvalidInput', 'Give the note by one of --file, --text and --withdraw.');
  if (file === undefined) return text ?? null;
  const { bytes } = await readSourceFile(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new VigieError('InvalidInput', `${file}: it is not text in UTF-8; save it so.`);
  }
}
