/** Licence plates: the French series since 2009 (SIV) and before (FNI), others where words announce them. */
import { before, isReference, matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';

const SIV =
  /(?<![\da-z]|[\da-z]-|\d\/)[a-hj-np-tv-z]{2}([ .\-_/]{0,3})\d{3}([ .\-_/]{0,3})[a-hj-np-tv-z]{2}(?:-(?:\d\d|2[ab]|97\d)| \((?:\d\d|2[ab]|97\d)\))?(?![\da-z]|-[\da-z]|\/\d)/g;
const FNI =
  /(?<![\da-z]|[\da-z.,][-/.,])\d{1,4}([ .\-_]{0,3})[a-hj-np-tv-z]{2,3}([ .\-_]{0,3})(?:0[1-9]|[1-8]\d|9[0-5]|2[ab]|97[1-6])(?![\da-z]|[-/.,][\da-z])/g;
/** The series of the United Kingdom; only where words announce a vehicle. */
const BRITISH = /(?<![\da-z])[a-z]{2}\d\d([ -]?)([a-z]{3})(?![\da-z])/g;
const CONTEXT =
  /(?:plaques?|immatricul[a-z]{1,8}|immat|vehicules?|voitures?|motos?|scooter|camions?|camionnette|fourgon|utilitaire|remorque|caravane|camping[ -]car|carte grise|certificat|cession|cede|vend(?:u|re)|achete|plate|registration|car|vehicle)(?: (?:est|etait|sous|le|la|n|no|numero|du|de|is|number|mineralogique|ma|mon|(?:une? )?[a-z]{3,12})){0,3}[ :°"'(]{0,4}$/;
const ANNOUNCED =
  /(?<![a-z])(?:plaques?(?: d'immatriculation)?(?: (?:allemande|anglaise|belge|espagnole|etrangere|italienne|polonaise|portugaise|provisoire|roumaine|suisse)s?)?|immatricul(?:ee?s?|ation)(?: (?:allemande|anglaise|belge|espagnole|etrangere|italienne|polonaise|portugaise|provisoire|roumaine|suisse)s?)?|immat|license plate|number plate|licence plate)(?: (?:est|is|sous|le|numero|n°|la|du vehicule|number)){0,2}[ :°"'(]{1,4}((?![a-z]{4})(?=[\da-z -]{0,9}\d)(?=[\da-z -]{0,9}[a-z])[\da-z]{1,4}(?:[ -]?[\da-z]{1,5}){1,2})(?![\da-z])/g;
/** Pairs of letters that are words or units: "de 100 km" is no plate. */
const WORDS =
  /^(?:de|le|la|en|mg|cl|dl|dm|kb|kw|gr|kwc|et|ce|se|me|ne|te|je|es|as|an|av|ma|sa|ta|va|ca|km|kg|mm|cm|ml|ms|mb|gb|go|mo|ko|st|bd|pm|am|hs|the|she|les|des|ses|mes|tes|est|par|pas|ans|av|hab|mer|ven|sam|fev|mar|avr|sep|dec|mars|feb|may|apr|sec|nb|ht|rt|rd|by|at|be|we|he|pts|nbr|ref|art|page|pp|pr|kms|kwh|bac)$/;

export function findPlates(folded: FoldedText): Stretch[] {
  const { text, cased } = folded;
  if (!/\d/.test(text)) return [];
  const series = [SIV, FNI, BRITISH].flatMap((pattern) =>
    allMatchesOf(text, pattern)
      .filter(({ 0: matched, 1: first = '', 2: second = '', index }) => {
        if (CONTEXT.test(before(text, index, 40))) return true;
        if (pattern === FNI && !/^\d\d/.test(matched)) return false;
        if (pattern === BRITISH || /\/|\. /.test(`${first}|${second}`) || isReference(text, index))
          return false;
        const pairs = matched.match(/[a-z]{2,3}/g) ?? [];
        const isWord = pairs.some((letters) => WORDS.test(letters));
        const isTied = /^[-._]*$/.test(first) && /^[-._]*$/.test(second) && first === second;
        if (pattern === SIV && isTied && first !== '') return true;
        const isUpper = cased.slice(index, index + matched.length) === matched.toUpperCase();
        if (!isWord) return isTied || isUpper || pattern === SIV;
        const around = cased.slice(Math.max(0, index - 12), index + matched.length + 12);
        return isUpper && /[a-z]{2}/.test(around) && pairs.some((letters) => !WORDS.test(letters));
      })
      .map(({ 0: matched, index }) => ({ from: index, to: index + matched.length })),
  );
  const announced = matchesOf(text, ANNOUNCED).map(({ 0: matched, 1: plate = '', index }) => {
    const to = index + matched.length;
    return { from: to - plate.length, to };
  });
  return firstOfEach([...series, ...announced]);
}

/** Every match, those that overlap too: in "ma 208 AB 123 CD" the first is none. */
function allMatchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    pattern.lastIndex = match.index + 1;
  }
  return matches;
}

/** Looser patterns come last and would take the words that follow: what a stricter one holds is settled. */
function firstOfEach(stretches: readonly Stretch[]): Stretch[] {
  const held = new Set<number>();
  return stretches.filter(({ from, to }) => {
    const positions = Array.from({ length: to - from }, (_, at) => from + at);
    if (positions.some((position) => held.has(position))) return false;
    for (const position of positions) held.add(position);
    return true;
  });
}
