/** A button as it is pasted: its address with what the service says of the journey, in a form and a language. */
import { readConfig } from '../core/config.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import {
  type Button,
  CONTEXT_WORD,
  type ContextParameters,
  ENDINGS,
  latestVersion,
  listAllQuestionnaires,
  type SecretButton,
  signContext,
} from '../feedback/index.ts';
import { buttonImage } from '../web/button-image.ts';
import { buttonAddress, type SnippetParts } from '../web/button-snippet.ts';
import { withParameters } from '../web/urls.ts';

export type ContextOptions = { ending?: string; step?: string; serviceVersion?: string };

/**
 * The parameters of a context, unsigned; null when nothing is said.
 * @throws VigieError InvalidInput that names each option at fault
 */
export function parseContext({ ending, step, serviceVersion }: ContextOptions): ContextParameters | null {
  if (ending === undefined && step === undefined && serviceVersion === undefined) return null;
  const known = ENDINGS.filter((one) => one !== 'unknown');
  const faults = [
    ...(ending === undefined || known.some((one) => one === ending)
      ? []
      : [{ path: '--ending', message: `"${ending}" is not one of ${known.join(', ')}` }]),
    ...wordFaults('--step', step),
    ...wordFaults('--service-version', serviceVersion),
  ];
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The context cannot be signed.', faults);
  return { fin: ending, etape: step, version: serviceVersion };
}

/** The fault of an option that must be a word of a context. */
export function wordFaults(option: string, text: string | undefined) {
  if (text === undefined || CONTEXT_WORD.test(text)) return [];
  const message = `"${text}" is not lower-case letters, digits, ".", "_" and "-", at most 40`;
  return [{ path: option, message }];
}

/** The whole address of a button, in its own language unless another is asked for. */
export function buttonUrl(button: Pick<Button, 'id' | 'language'>, language?: string): string {
  return `${readConfig().publicUrl}${buttonAddress(button, language)}`;
}

/**
 * What a snippet of the button is made of, in its own language unless another is asked for.
 * @throws VigieError InvalidInput when its questionnaire has no words in the language
 */
export async function pasteParts(
  db: Queryable,
  button: SecretButton,
  context: ContextParameters | null,
  language: string = button.language,
): Promise<SnippetParts> {
  const questionnaire = latestVersion(await listAllQuestionnaires(db), button.questionnaire);
  const image = questionnaire && buttonImage(questionnaire, language);
  if (image === null) {
    const known = Object.keys(questionnaire?.wording ?? {}).join(', ');
    throw new VigieError('InvalidInput', `--language: "${language}" is not one of ${known}.`);
  }
  const address = buttonUrl(button, language);
  const href = context === null ? address : withContext(address, button, context);
  return { buttonId: button.id, href, origin: readConfig().publicUrl, image, language };
}

function withContext(address: string, button: SecretButton, context: ContextParameters): string {
  const signed = { ...context, signature: signContext(button, context) };
  const said = Object.entries(signed).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return withParameters(address, Object.fromEntries(said));
}

/** A word to who made an address that leads nowhere but to this machine. */
export function warnOfLocalAddress(): void {
  const { hostname } = new URL(readConfig().publicUrl);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return;
  process.stderr.write(
    `vigie: the address leads to this machine only; set VIGIE_PUBLIC_URL before pasting it elsewhere\n`,
  );
}
