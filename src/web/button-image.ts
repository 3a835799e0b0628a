/**
 * The image of a button: its words on a plate that shows on white, grey and dark pages, light or dark as the reader's
 * system asks. No font, script or file of its own is fetched. It is pasted on sites for years: `{questionnaire}-{version}-
 * {language}` names its words, which never change; the hash names the drawing, and any hash gives the present one.
 */
import { createHash } from 'node:crypto';
import type { Questionnaire } from '../feedback/index.ts';
import { html } from './design/index.ts';
import { buttonImageAddress } from './urls.ts';

export type ButtonImage = {
  /** What is drawn, and so the accessible name of a button. */
  readonly words: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  /** From the root of the site; its hash is that of the drawing. */
  readonly address: string;
};

const HEIGHT = 48;
const FONT_SIZE = 17;
const LINE = 22;
const TEXT_AT = 54;
const PADDING = 20;
/** Longer words go on several lines: with the plate, 280 pixels, which a phone of 320 shows whole. */
const WIDEST_TEXT = 206;

/** The edge keeps a button apart from a page of the other scheme than the reader's. */
const DARK =
  '@media (prefers-color-scheme:dark){.e{fill:#15181b}.p{fill:#85c8dc}.t{fill:#10242c}.l{stroke:#85c8dc}}';

/** Nothing may be fetched or run by the image, wherever it is opened: only its own style is allowed, by its hash. */
export const BUTTON_IMAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(DARK).digest('base64')}'; frame-ancestors 'none'`;

/** The image of the buttons that ask a questionnaire in a language; null when it has no words in it. */
export function buttonImage(
  { id, version, wording }: Pick<Questionnaire, 'id' | 'version' | 'wording'>,
  language: string,
): ButtonImage | null {
  const words = wording[language]?.title;
  if (words === undefined) return null;
  const lines = linesOf(words);
  const textWidth = Math.max(...lines.map(pixelsOf));
  const width = TEXT_AT + textWidth + PADDING;
  const height = HEIGHT + (lines.length - 1) * LINE;
  const texts = lines.map((line, at) => {
    const length = pixelsOf(line);
    return html`<text class="t" x="${TEXT_AT + length / 2}" y="${30 + at * LINE}" text-anchor="middle" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="#fff">${line}</text>`;
  });
  const svg = String(
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${language}" font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif" font-size="${FONT_SIZE}" font-weight="600"><style>${DARK}</style><rect class="e" width="${width}" height="${height}" rx="9" fill="#fff"/><rect class="p" x="2" y="2" width="${width - 4}" height="${height - 4}" rx="7" fill="#0b5570"/><g transform="translate(0 ${(height - HEIGHT) / 2})"><path class="t" d="M20 14h20a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4H29l-7 6v-6h-2a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4z" fill="#fff"/><path class="l" d="M22 20.5h16M22 25.5h10" stroke="#0b5570" stroke-width="2.2" stroke-linecap="round"/></g>${texts}</svg>`,
  );
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 16);
  return {
    words,
    width,
    height,
    svg,
    address: buttonImageAddress(`${id}-${version}-${language}`, hash),
  };
}

/** The words on as few lines as their width allows, of much the same length. */
function linesOf(words: string): string[] {
  const parts = words.split(/ +/);
  const count = Math.ceil(pixelsOf(words) / WIDEST_TEXT);
  const least = Math.max(pixelsOf(words) / count, ...parts.map(pixelsOf));
  for (let limit = least; ; limit += FONT_SIZE / 4) {
    const lines = filled(parts, limit);
    if (lines.length <= count || limit > WIDEST_TEXT) return lines;
  }
}

function filled(parts: readonly string[], limit: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last} ${part}`;
    if (last === undefined || pixelsOf(longer) > limit) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

const pixelsOf = (words: string): number => Math.round(widthOf(words) * FONT_SIZE);

/**
 * Width of words in ems, as system fonts draw them half-bold: within a few percent, which `textLength` takes up, so that
 * the words fill the same place with any font.
 */
function widthOf(words: string): number {
  let width = 0;
  for (const character of words.normalize('NFD')) {
    if (/\p{M}/u.test(character)) continue;
    if (/[iljtfrI.,:;'’!|()\s-]/.test(character)) width += 0.32;
    else if (/[mwMW@%—…]/.test(character)) width += 0.88;
    else if (/\p{Lu}/u.test(character)) width += 0.69;
    else if (/[\u2e80-\uffef]/.test(character)) width += 1;
    else width += 0.58;
  }
  return width;
}

const IMAGE_FILE = /^([a-z][a-z0-9-]{0,39})-([1-9][0-9]{0,3})-([a-z]{2})\.([0-9a-f]{16})\.svg$/;

/**
 * The image that an address names, and whether its hash is that of the present drawing. Of a version that is known no
 * more, the latest; null when there are no such words.
 */
export function findButtonImage(
  questionnaires: readonly Questionnaire[],
  file: string,
): { image: ButtonImage; isPresent: boolean } | null {
  const [, id, version, language = ''] = IMAGE_FILE.exec(file) ?? [];
  const versions = questionnaires
    .filter((one) => one.id === id)
    .sort((one, other) => other.version - one.version);
  const questionnaire = versions.find((one) => String(one.version) === version) ?? versions[0];
  const image = questionnaire === undefined ? null : buttonImage(questionnaire, language);
  return image && { image, isPresent: image.address.endsWith(`/${file}`) };
}
