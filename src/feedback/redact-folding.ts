/**
 * A comment as the patterns read it: without accents, capitals, exotic digits, dashes or spaces, invisible characters
 * taken out. Each position leads back to the comment, which alone is kept: folding never reaches what is stored.
 */

/** A stretch of folded text that holds a personal datum: first position, and the one after its last. */
export type Stretch = { readonly from: number; readonly to: number };

export type FoldedText = {
  /** Lower case: what patterns match. */
  readonly text: string;
  /** The same, position for position, with capitals kept. */
  readonly cased: string;
  /** Where in the comment the stretch begins and ends, marks that belong to its last letter included. */
  readonly unfold: (stretch: Stretch) => Stretch;
};

/** Stands for what no pattern may match: an emoji, half a surrogate pair. */
const OPAQUE = '\u0001';
/**
 * Stands for a label already put. Words announce a number across a few others, and not across this: the datum that was there
 * kept them apart.
 */
const LABELLED = '¬';
/** Signs of Latin-1 that stand for what is not in it. */
export const EURO = '¤';
const OTHER_LETTER = 'ª';
const LABEL = /\[[^[\]\n]{1,40}\]/g;
const BLANK = /[^\S\n]/;
/** A space that follows another is read as nothing, and people double them. */
const FOLDED_CHARACTER = /[^\n\x20-\x5f\x61-\x7e]|(?<=[^\S\n]) /gu;

/** A character whose folding is longer or shorter than itself, `delta` being what positions shift by after it. */
type Shift = {
  readonly from: number;
  readonly to: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
};

/** @param labels the texts in brackets that nothing may be found in, nor across. */
export function foldText(comment: string, labels: ReadonlySet<string>): FoldedText {
  const opaque = comment.includes('[')
    ? comment.replace(LABEL, (label) => (labels.has(label) ? LABELLED.repeat(label.length) : label))
    : comment;
  const simple = foldSimply(opaque);
  if (simple !== undefined)
    return { text: simple.toLowerCase(), cased: simple, unfold: (stretch) => stretch };
  const shifts: Shift[] = [];
  let gained = 0;
  const cased = opaque.replace(FOLDED_CHARACTER, (character, sourceFrom: number) => {
    const isRepeated = BLANK.test(character) && BLANK.test(opaque.charAt(sourceFrom - 1));
    const folded = isRepeated ? '' : foldCharacter(character);
    if (folded.length !== character.length) {
      const from = sourceFrom + gained;
      shifts.push({ from, to: from + folded.length, sourceFrom, sourceTo: sourceFrom + character.length });
      gained += folded.length - character.length;
    }
    return folded;
  });
  const unfold = ({ from, to }: Stretch) => ({ from: sourceStart(shifts, from), to: sourceEnd(shifts, to) });
  return { text: cased.toLowerCase(), cased, unfold };
}

function sourceStart(shifts: readonly Shift[], position: number): number {
  const shift = shifts[shifts.length === 0 ? -1 : countUpTo(shifts, position, 'from') - 1];
  if (shift === undefined) return position;
  return position < shift.to ? shift.sourceFrom : shift.sourceTo + position - shift.to;
}

function sourceEnd(shifts: readonly Shift[], position: number): number {
  const shift = shifts[shifts.length === 0 ? -1 : countUpTo(shifts, position, 'from') - 1];
  if (shift === undefined) return position;
  if (shift.from === position && shift.to > position) return shift.sourceFrom;
  return shift.sourceTo + Math.max(0, position - shift.to);
}

/** How many shifts begin at `position` or before: they are in order. */
function countUpTo(shifts: readonly Shift[], position: number, key: 'from'): number {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((shifts[middle]?.[key] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Foldings of one unit into one, all of Latin-1; nearly every comment has no other. 0 is not known yet. */
const SIMPLE = new Uint8Array(0x1_0000);
const NOT_SIMPLE = 0xff;

/** The folded text where each character keeps its place, which is faster by far; undefined where one does not. */
function foldSimply(text: string): string | undefined {
  const folded = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = SIMPLE[unit] || learnSimple(unit);
    if (code === NOT_SIMPLE || (code === 32 && folded[at - 1] === 32)) return undefined;
    folded[at] = code;
  }
  return folded.toString('latin1');
}

function learnSimple(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = /[\ud800-\udfff]/.test(character) ? '' : foldCharacter(character);
  const learnt = folded.length === 1 ? folded.charCodeAt(0) : NOT_SIMPLE;
  SIMPLE[unit] = learnt;
  return learnt;
}

const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const folded = computeFolding(character);
  if (remembered.size < MOST_REMEMBERED) remembered.set(character, folded);
  return folded;
}

const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i',
}; // biome-ignore format: a table

function computeFolding(character: string): string {
  if (/[\n\x20-\x5f\x61-\x7e]/.test(character)) return character;
  if (/[\t\r\p{Zs}]/u.test(character)) return ' ';
  if (/[\u0085\p{Zl}\p{Zp}]/u.test(character)) return '\n';
  if (/[\p{M}\p{Cf}]/u.test(character)) return '';
  if (/[\p{Pd}−]/u.test(character)) return '-';
  if (/[’‘ʼ′`´‛＇]/u.test(character)) return "'";
  if (/[·•∙⋅․。．｡…]/u.test(character)) return '.';
  if (/\p{Nd}/u.test(character)) return String(digitValue(character));
  const plain = LIGATURES[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (/^[\x20-\x7e]{1,4}$/.test(plain)) return plain;
  if (character === '€') return EURO;
  if (/[°«»¬]/.test(character)) return character;
  return (/\p{L}/u.test(character) ? OTHER_LETTER : OPAQUE).repeat(character.length);
}

/** Unicode keeps the ten digits of a script together, zero first, in blocks that begin after something else. */
function digitValue(character: string): number {
  const plain = character.normalize('NFKD');
  if (/^\d$/.test(plain)) return Number(plain);
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before;
}
