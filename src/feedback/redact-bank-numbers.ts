/** Numbers of bank accounts (IBAN, French RIB) and of payment cards. */
import { before, digitsOf, matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';

/** Length of the IBAN by country (SWIFT's registry). */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  'ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 dz26 ma28 sn28 ci28 cm27 bj28 bf28 mg27 ml28'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const IBAN_START = /(?:\b|(?<=iban))[a-z] ?[a-z][ .\-_/]?\d[ .]?\d/g;
const IBAN = /[\da-z](?:[ .\-_/\n]{0,3}[\da-z]){14,33}/y;
const ACCOUNT_CONTEXT = /(?:iban|\brib\b|compte|virement|account)[^\d\n¬]{0,25}$/;
const FRENCH_FORM = /^(?:fr|mc)\d{12}[\da-z]{11}\d\d$/;
const UNFINISHED_IBAN = /^[a-z]{2}\d\d(?:[ .\-\n]{0,2}\d{2,5}){3,7}(?![\da-z])/;
const RIB = /\d(?<![\da-z]\d)\d{4}[ .\-\n]{0,3}\d{5}[ .\-\n]{0,3}[\da-z]{11}[ .\-\n]{0,3}\d\d(?![\da-z])/g;

/** IBAN of any country whose check digits are right; with a slip of the pen too, where form or words announce one. */
export function findAccounts({ text }: FoldedText): Stretch[] {
  const ibans = matchesOf(text, IBAN_START).flatMap(({ 0: start, index }) => {
    const length = IBAN_LENGTHS.get(start.replace(' ', '').slice(0, 2));
    if (length === undefined) return [];
    IBAN.lastIndex = index;
    const [matched = ''] = IBAN.exec(text) ?? [];
    const end = endOfNth(matched, length);
    const number = matched.slice(0, end).replace(/[^\da-z]/g, '');
    const isWhole = number.length === length && !/^[\da-z]/.test(text.slice(index + end, index + end + 1));
    if (isWhole && (isIban(number) || FRENCH_FORM.test(number))) return [{ from: index, to: index + end }];
    const [unfinished] = ACCOUNT_CONTEXT.test(before(text, index))
      ? (UNFINISHED_IBAN.exec(matched) ?? [])
      : [];
    return unfinished === undefined ? [] : [{ from: index, to: index + unfinished.length }];
  });
  const ribs = matchesOf(text, RIB)
    .filter(({ 0: matched, index }) => isRib(matched) || ACCOUNT_CONTEXT.test(before(text, index)))
    .map(({ 0: matched, index }) => ({ from: index, to: index + matched.length }));
  return [...ibans, ...ribs];
}

/** Position after the `count`th letter or digit, or the end. */
function endOfNth(matched: string, count: number): number {
  let seen = 0;
  for (let at = 0; at < matched.length; at += 1) {
    const code = matched.charCodeAt(at);
    if ((code >= 48 && code <= 57) || (code >= 97 && code <= 122)) seen += 1;
    if (seen === count) return at + 1;
  }
  return matched.length;
}

/** ISO 13616: country and key moved to the end, letters as 10 to 35, the remainder by 97 is 1. */
function isIban(number: string): boolean {
  let rest = 0;
  for (const character of `${number.slice(4)}${number.slice(0, 4)}`) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const RIB_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Key of a French account: bank × 89 + branch × 15 + account × 3 + key is a multiple of 97; letters count as 1–9. */
function isRib(matched: string): boolean {
  const digits = matched
    .replace(/[^\da-z]/g, '')
    .replace(/[a-z]/g, (letter) => '12345678912345678923456789'.charAt(RIB_LETTERS.indexOf(letter)));
  const part = (from: number, to: number) => Number(digits.slice(from, to));
  return (89 * part(0, 5) + 15 * part(5, 10) + 3 * part(10, 21) + part(21, 23)) % 97 === 0;
}

const CARD = /(?:(?<![\da-z])|(?<=carte|cb))(?=(\d(?:[ .\-_/\n]{0,3}\d){12,18}|\d{4}(?:, \d{4}){3}))\d/g;
const CARD_CONTEXT =
  /(?:carte (?:bancaire|bleue|de credit|de debit|visa)|\bcb\b|visa|mastercard|amex|american express|(?:credit|debit|bank|payment) card|\bcard)[^\d\n¬]{0,25}$/;
/** Tax stamps have 16 digits as well. */
const STAMP = /timbres?(?: fisca(?:l|ux))?(?: electroniques?)?(?: (?:n°|numero|no))?[ :]{0,3}$/;
const CARD_LENGTHS = [16, 15, 14, 19, 18, 17];

/** Card numbers: right by Luhn's formula, or announced as such. */
export function findCards({ text }: FoldedText): Stretch[] {
  return matchesOf(text, CARD).flatMap(({ 1: matched = '', index }) => {
    const digits = digitsOf(matched);
    for (const length of CARD_LENGTHS) {
      const number = digits.slice(0, length);
      if (number.length < length) continue;
      const isLikely = isCardForm(number, matched) && isLuhn(number) && !STAMP.test(before(text, index));
      if (!isLikely && !(length < 17 && length > 14 && CARD_CONTEXT.test(before(text, index)))) continue;
      const to = index + endOfNth(matched, length);
      if (!/^\d/.test(text.slice(to, to + 1))) return [{ from: index, to }];
    }
    return [];
  });
}

/** Prefixes of the networks. A SIRET is right by Luhn too, and has 14 digits: such cards need their own grouping. */
function isCardForm(number: string, matched: string): boolean {
  if (number.length === 16) return /^(?:4|5|6|2[2-7]|35)/.test(number);
  if (number.length === 15) return /^3[47]/.test(number);
  if (number.length === 14) return /^3[068]/.test(number) && /^\d{4}\D+\d{6}\D+\d{4}/.test(matched);
  return /^(?:4|5|6)/.test(number);
}

function isLuhn(number: string): boolean {
  const doubledFrom = number.length % 2;
  let sum = 0;
  for (let at = 0; at < number.length; at += 1) {
    const value = (number.charCodeAt(at) - 48) * (at % 2 === doubledFrom ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
