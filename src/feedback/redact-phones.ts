/** Telephone numbers: French as people write them, international ones, others where words announce them. */
import { before, digitsOf, isReference, matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';

const SEPARATOR = '(?:, ?|[ .\\-_/\\n]{0,3})';
/** Two digits; letters that look like 0 or 1 count beside a digit. */
const PAIR = '(?:\\d[\\doil]|[oil]\\d|oo)';
const START =
  '(?<!\\d|\\d[a-z]-|\\d[.,\\-]|(?<!\\d{9}|\\d\\d[ .-]\\d\\d[ .-]\\d)\\d/)(?:(?<![a-z])|(?<=tel|phone|mobile|portable|au|no))';
const END = '(?!\\d|[.,\\-]\\d|/(?!0[1-9])\\d|[a-z](?![a-z])| ?(?:¤|eur|%))';

const FRENCH_PAIRS = new RegExp(`${START}\\(?[0o][ .]?[1-9]\\)?(?:${SEPARATOR}${PAIR}){4}${END}`, 'g');
const FRENCH_GROUPS = new RegExp(
  `${START}(?<!\\d )(?:0[ .]{0,3}|\\(0\\) ?)[1-9](?:[ .\\-\\n]{0,3}\\d){8}${END}(?! \\d)`,
  'g',
);
const FRENCH_ABROAD =
  /(?:\(?\+ ?33\)?|(?<![\da-z])00[ .-]?33|(?<![\da-z.,/-]|\d )\(?33\)?(?=[ .-]?[67]))(?:[ .\-_/\n]{0,3}\(0\)|[ .\-_/\n]{0,3}0(?=[ .]?[1-9]))?[ .\-_/\n]{0,3}[1-9](?:[ .\-_/\n]{0,3}[\doi]){8}(?!\d)/g;
const INTERNATIONAL = /(?<![\da-z])\(?(?:\+|(?<!\d )00) ?[1-9](?:(?:[ \-/()]{0,3}|[.\n])\d){7,14}(?!\d)/g;
const AMERICAN = /(?<![\da-z.,/+-])(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])\d{3}[.-]\d{4}(?![\d-])/g;
const ANNOUNCED =
  /\b(?:tel|tele?ph|tele?phone|phone|portable|port|mobile|gsm|fixe|whatsapp|fax|joindre|joignable|contacter|contactez(?:[ -]moi)?|(?:re|r)?appel(?:ez|er|e)(?:[ -]moi)?|call(?: me| us)?|reach me|text me)(?:[ .:=°'-]{1,4}(?:est|le|au|is|at|on|numero|number|num|no|n|fixe|perso|c'est|mon|my|portable|mobile|belge|suisse|sur|de|ma|mere|mari|femme|fils|fille))?(?:[ .:=°'-]{1,4}(?:est|le|au|is|at|on|numero|number|n))?[ .:=°-]{0,4}([\d(](?:[ .\-/()\n]{0,3}\d){7,13})(?!\d| ?(?:¤|eur))/g;
const SPELLED_DIGITS =
  '(?:zero|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?|et|\\d{1,2})';
/** From its zero on; without it, and with figures first, only words around say what it is. */
const SPELLED = new RegExp(
  `(?<![a-z\\d])(?:(?:zero|o)[ ,.-]{1,3}${SPELLED_DIGITS}|0[1-9]|six|sept)(?:[ ,.-]{1,3}${SPELLED_DIGITS}){4,20}(?![a-z\\d])`,
  'g',
);
const SPELLED_NUMERALS = ['zero', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];
const IN_FIGURES = /^0\d(?:[ ,.-]{1,3}\d\d){4}|^[^a-z]{0,70}$/;
/** Longer lists than the five pairs of a telephone: opening hours, departments. */
const MORE_PAIRS = /^(?:[ .,/-]{1,2}\d\d){2,4}(?![ .,/-]{0,2}\d)/;

const DATE_OR_YEAR = /(?:^|\D)(?:19|20)\d\d(?:\D|$)/;
/** "Les départements 01, 02, 03, 04, 05" are no telephone: words announce pairs told one by one. */
const LIST_CONTEXT =
  /(?:tel(?:ephone)?|phone|portable|mobile|fixe|gsm|num(?:ero)?|0[67]|joindre|joignable|appel(?:ez|er|e)?(?:[ -]moi)?|call(?: me)?|sur)(?: (?:est|c'? ?est|le|au|on|is|at|sur|svp)){0,3} ?[.:]? ?\(? ?$/;
/** "Les 01 03 05 07 09": days, departments or a draw, in their order. */
const DAYS_CONTEXT = /(?:^|[^a-z])(?:les|dates?|jours?|departements?|numeros|tirage) ?:? ?$/;
/** Pairs all separated alike; where letters are tied to others, they are a code: "FQX-038732-2131". */
const REGULAR = /^0\d(?:([ .\-_/]{0,3})\d\d)(?:\1\d\d){3}$/;
const CODE = /(?:^|[^a-z])(?!tel|port|mob|fixe|gsm|fax|no|n-)[a-z]{1,5}-$/;
/** "Référence à rappeler : …" */
const TO_QUOTE = /ref(?:erence)?s?\.? a $/;
const OPENING_HOURS = /^(?:[01]\d|2[0-3])[.:][0-5]\d ?[-/ ] ?(?:[01]\d|2[0-3])[.:][0-5]\d/;
const AMOUNT = /^\+(?: \d{1,3}(?: \d{3}){2,}|\d{1,3}(?: \d{3}){1,3} 000)$/;

/** Telephone numbers; not those of 2 to 6 digits that a service has. */
export function findPhones({ text }: FoldedText): Stretch[] {
  const found = (pattern: RegExp, isOne: (matched: string, index: number) => boolean) =>
    matchesOf(text, pattern)
      .filter(({ 0: matched, index }) => isOne(matched, index))
      .map(({ 0: matched, 1: number = matched, index }) => {
        const to = index + matched.length;
        return { from: to - number.length, to };
      });
  const isUnlikeReference = (matched: string, index: number) =>
    !/^\d+$/.test(matched) || !isReference(text, index);
  const isFrench = (matched: string, index: number) =>
    !DATE_OR_YEAR.test(matched) &&
    !OPENING_HOURS.test(matched) &&
    !(isRising(matched) && DAYS_CONTEXT.test(before(text, index, 16))) &&
    !(
      REGULAR.test(matched) &&
      MORE_PAIRS.test(text.slice(index + matched.length, index + matched.length + 24))
    ) &&
    isUnlikeReference(matched, index) &&
    (REGULAR.test(matched) || !CODE.test(before(text, index, 7))) &&
    !(matched.includes(', ') && !LIST_CONTEXT.test(before(text, index)));
  const isSpelled = (matched: string, index: number) =>
    matched.startsWith('zero') ||
    (!IN_FIGURES.test(matched) && (matched.startsWith('0') || LIST_CONTEXT.test(before(text, index))));
  const spelled = SPELLED_NUMERALS.some((numeral) => text.includes(numeral)) ? found(SPELLED, isSpelled) : [];
  if (!/\d/.test(text)) return spelled;
  return [
    ...found(FRENCH_PAIRS, (matched, index) => isFrench(matched, index) && digitsOf(matched).length >= 6),
    ...found(FRENCH_GROUPS, (matched, index) => isFrench(matched, index) && !/^0\.\d{9}/.test(matched)),
    ...found(FRENCH_ABROAD, () => true),
    ...found(
      INTERNATIONAL,
      (matched, index) => isInternational(matched) && (matched.includes('+') || !isReference(text, index)),
    ),
    ...found(AMERICAN, isUnlikeReference),
    ...found(
      ANNOUNCED,
      (matched, index) =>
        !/\d\d?[ ./-]\d\d?[ ./-](?:19|20)\d\d/.test(matched) && !TO_QUOTE.test(before(text, index, 14)),
    ),
    ...spelled,
  ];
}

/** Whether each of the pairs is larger than the one before. */
function isRising(matched: string): boolean {
  const pairs = matched.match(/\d\d/g) ?? [];
  return pairs.every((pair, at) => at === 0 || pair > (pairs[at - 1] ?? ''));
}

/** E.164 has at most 15 digits; a rise of 2 000 000 is written with a plus too. */
function isInternational(matched: string): boolean {
  const digits = digitsOf(matched);
  if (matched.includes('+'))
    return digits.length <= 15 && !/^\(?\+ ?0/.test(matched) && !AMOUNT.test(matched);
  return (
    digits.length >= 11 && digits.length <= 17 && (/^00[1-9]/.test(matched) || !DATE_OR_YEAR.test(matched))
  );
}
