import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { VigieError } from '../core/errors.ts';
import { findSecretButton } from '../feedback/index.ts';
import { qrPng, qrSvg } from '../web/button-qr.ts';
import { SNIPPET_FORMATS, snippetText } from '../web/button-snippet.ts';
import { type ContextOptions, parseContext, pasteParts, warnOfLocalAddress } from './button-paste.ts';
import { answer, withStore } from './command.ts';

type Options = ContextOptions & { format: string; language?: string; output?: string; json?: true };

const FORMATS = [...SNIPPET_FORMATS, 'qr'] as const;
type Format = (typeof FORMATS)[number];

/** `vigie button snippet ID`: what to paste, or to print. */
export function buttonSnippetCommand(parent: Command): void {
  parent
    .command('snippet')
    .description('print what to paste where people should meet the button (docs/integration.md)')
    .argument('<id>', 'id of the button')
    .option('--format <format>', FORMATS.join(', '), 'html')
    .option('--language <code>', 'language of its words (default: that of the button)')
    .option('--ending <ending>', 'how the journey ended there, signed in the address')
    .option('--step <name>', 'the step that it stands at, signed in the address')
    .option('--service-version <name>', 'the version of the service, signed in the address')
    .option('--output <file>', 'write to a file; a QR code also as .png')
    .option('--json', 'answer in JSON')
    .action(async (id: string, options: Options) => {
      const format = parseFormat(options);
      const context = parseContext(options);
      const parts = await withStore(async (db) => {
        const button = await findSecretButton(db, id);
        if (button === null) {
          throw new VigieError('NotFound', `There is no button "${id}"; see "vigie button list".`);
        }
        if (button.closedAt !== null) {
          throw new VigieError('Conflict', `The button "${id}" is closed; open another one.`);
        }
        return pasteParts(db, button, context, options.language);
      });
      const snippet = format === 'qr' ? qrSvg(parts.href) : snippetText(format, parts);
      const { output = null } = options;
      if (output !== null) await write(output, isPng(output) ? await qrPng(parts.href) : `${snippet}\n`);
      warnOfLocalAddress();
      answer(options.json === true, { id, url: parts.href, format, snippet, file: output }, [
        output === null ? snippet : `${output} is written: ${parts.href}`,
      ]);
    });
}

const isPng = (file: string) => extname(file).toLowerCase() === '.png';

function parseFormat({ format, output }: Options): Format {
  const known = FORMATS.find((one) => one === format);
  if (known === undefined) {
    throw new VigieError('InvalidInput', `--format: "${format}" is not one of ${FORMATS.join(', ')}.`);
  }
  if (output !== undefined && isPng(output) && known !== 'qr') {
    throw new VigieError('InvalidInput', '--output: only a QR code is written as .png; add --format qr.');
  }
  return known;
}

async function write(file: string, content: string | Buffer): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new VigieError('InvalidInput', `--output: ${file} cannot be written (${code}).`);
  }
}
