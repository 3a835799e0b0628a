/** Numbers that the State gives to a person: of social security (NIR), of taxes (SPI). */
import { before, digitsOf, isReference, matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';

const NIR =
  /(?<![\da-z])[1-478](?:[ .\-_/\n]{0,3}(?:\d|(?<=2 ?)[ab])){12}(?:,? ?\(?(?:(?:et |avec )?(?:la |sa )?clef?[ :=]{1,3})?\d ?\d\)|(?:,? {0,2}(?:et |avec )?(?:la |sa )?clef?[ :=]{1,3}|[ .\-_/\n(]{0,3})\d ?\d)?(?![\da-z])/g;
const NIR_PARTS = /^[1-478]\d\d(\d\d)(\d\d|2[ab])\d{6}(\d\d)?$/;
const NIR_GROUPS = /^\d[^\da-z]+\d\d[^\da-z]+\d\d[^\da-z]+\d[\dab][^\da-z]+\d{3}[^\da-z]+\d{3}/;
const NIR_CONTEXT =
  /(?:secu|\bnir\b|\bn?°? ?ss\b|social|insee|ameli|vitale|assure)[^\d\n¬]{0,30}(?:1[35] (?:chiffres|digits)[^\d\n¬]{0,20})?$/;

/** Numbers of social security, with their key or without, of Corsica too; a wrong key needs a likely form. */
export function findSocialSecurityNumbers({ text }: FoldedText): Stretch[] {
  return matchesOf(text, NIR).flatMap(({ 0: matched, index }) => {
    const compact = matched.replace(/[a-z]{2,}/g, '').replace(/[^\dab]/g, '');
    const [, month, department, key] = NIR_PARTS.exec(compact) ?? [];
    if (month === undefined || department === undefined) return [];
    const found = [{ from: index, to: index + matched.length }];
    if (key !== undefined && key === nirKey(compact.slice(0, 13))) return found;
    if (NIR_CONTEXT.test(before(text, index))) return found;
    if (key === undefined && (isTaxNumber(compact) || TAX_CONTEXT.test(before(text, index)))) return [];
    const isLikely =
      /^(?:0[1-9]|1[0-2])$/.test(month) && /^(?:0[1-9]|[1-8]\d|9[0-57-9]|2[ab])$/.test(department);
    if (!isLikely || !/^[12]/.test(compact)) return [];
    const isPlain = /^[\dab]+(?: \d\d)?$/.test(matched) && !isReference(text, index);
    return isPlain || NIR_GROUPS.test(matched) ? found : [];
  });
}

/** Key of 13 characters: 97 less their remainder by 97, Corsica's 2A and 2B counted as 19 and 18 (INSEE). */
export function nirKey(number: string): string {
  const digits = number.toLowerCase().replace('2a', '19').replace('2b', '18');
  return String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0');
}

const TAX_NUMBER = /(?<![\da-z])\d(?:[ .\-_/\n]{0,2}\d){12}(?![\da-z])/g;
const TAX_GROUPS = /^[0-3]\d[ .-]\d\d[ .-]\d{3}[ .-]\d{3}[ .-]\d{3}$/;
const TAX_CONTEXT =
  /(?:fisca(?:l|ux|le)|\bspi\b|impots?|\btax\b|\btin\b|contribuable|declarante?)[^\d\n¬]{0,30}(?:[12][ :]{1,3})?\n?(?:1[34] (?:chiffres|digits)[^\d\n¬]{0,20})?(?:[\d ]{13,17} (?:et|ou|and|or) )?$/;

/** "2712345678904 (numéro fiscal)". */
const TAX_AFTER =
  /^ ?[(,:-]? ?(?:c'?est |est |comme |is |= ?)?(?:mon |le |my )?(?:(?:n°|no|num|numero|identifiant) ?(?:fiscal|spi|de contribuable)|spi\b|tax number)/;
/** Tax numbers of 13 digits: those whose key is right, or that their words or their grouping announce. */
export function findTaxNumbers({ text }: FoldedText): Stretch[] {
  return matchesOf(text, TAX_NUMBER).flatMap(({ 0: matched, index }) => {
    const digits = digitsOf(matched);
    const to = index + matched.length;
    const isAnnounced = TAX_CONTEXT.test(before(text, index)) || TAX_AFTER.test(text.slice(to, to + 40));
    const isOne = isTaxNumber(digits) || TAX_GROUPS.test(matched) || isAnnounced;
    return isOne ? [{ from: index, to }] : [];
  });
}

/** The last three digits are the remainder of the others by 511; 0033 begins a telephone, right by that once in 511 times. */
function isTaxNumber(digits: string): boolean {
  return (
    /^(?!0033[1-9])[0-3]\d{12}$/.test(digits) &&
    Number(digits.slice(0, 10)) % 511 === Number(digits.slice(10))
  );
}
