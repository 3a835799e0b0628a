/** Names of streets, told from the words of the sentence that follow them. */
import { before } from './redact-context.ts';
import type { FoldedText } from './redact-folding.ts';
import { NOT_IN_PLACES } from './redact-words.ts';

const STREET_WORD = /[ \n]{1,2}["«]? ?(?:[dl]' ?)?((?:[a-z]'|[a-z\d])[a-z\d-]{0,30}(?:'[a-z]{1,30})?\.?)/y;
export const CONNECTOR =
  /^(?:de|du|des|la|le|les|l|d|a|aux?|en|sur|sous|et|a[rn]|er|st|ste|saint|sainte|general|gal|marechal|mal|docteur|dr|president|colonel|capitaine|abbe|pere|commandant|jean|pierre|paul|marie|victor|emile|charles|henri|georges|louis|professeur|sergent|lieutenant|faubourg|fg|fbg|petite?|grande?|vieux|vieille|haute?|basse?|ancienne?)\.?$/;
/** "av. J. Jaurès", "rue St.-J. Perse". */
const INITIAL = /^[a-z]\.$/;
const NUMBER_IN_NAME = /^(?:\d{1,2}|1er|19\d\d)$/;
/** "place du 8-Mai-1945". */
const TIED_DATE = /^(?:\d{1,2}|1er)-[a-z]{3,9}(?:-\d{4})?$/;
/** "rue des Trois Frères", "rue du Pont Neuf": elsewhere a numeral is the sentence's. */
export const NUMERAL = /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)$/;
/** "Route nationale 2": its number is its name. */
const ROAD = /(?:nationale|departementale) $/;
const COUNTED = /(?:[ld]es|aux|pont) $/;
const MONTH =
  /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?![a-z])/;

/** The name of a street: up to a comma, an end of sentence, a word that no street has. */
export function readStreet(
  { text, cased }: FoldedText,
  start: number,
  isPlace: boolean,
): { to: number; isProper: boolean } | undefined {
  let position = start;
  let to: number | undefined;
  let named = 0;
  let isProper = false;
  for (let seen = 0; seen < 10 && named < 3; seen += 1) {
    STREET_WORD.lastIndex = position;
    const { 0: matched, 1: word = '' } = STREET_WORD.exec(text) ?? [];
    if (matched === undefined) break;
    if (to !== undefined && matched.startsWith('\n')) break;
    const end = position + matched.length;
    const isCapital = /[A-Z]/.test(cased.charAt(end - word.length));
    if (TIED_DATE.test(word)) {
      to = end;
      break;
    }
    if (/^\d/.test(word)) {
      const number = word.replace(/\.$/, '');
      const isRank = number === '1er' && !/^ etage/.test(text.slice(end, end + 6));
      const isDate =
        MONTH.test(text.slice(end + 1, end + 12)) ||
        /19\d\d/.test(word) ||
        ROAD.test(before(text, end - number.length, 16));
      if (!NUMBER_IN_NAME.test(number) || !(isDate || isRank || named === 0)) break;
      to = end - word.length + number.length;
      if (to !== end) break;
    } else if (CONNECTOR.test(word) || (isCapital && INITIAL.test(word))) {
      if (word === 'a' || (word === 'et' && to === undefined) || (word === 'en' && named > 0)) break;
      if (isCapital || !/^(?:de|du|des|la|le|les|l|d|aux?|en|sur|sous|et|a[rn]|er)$/.test(word)) {
        to = end;
        isProper ||= isCapital;
      }
    } else {
      const bare = word.replace(/\.$/, '');
      const isCounted = NUMERAL.test(bare) && (isCapital || COUNTED.test(before(text, end - word.length, 6)));
      if (
        (NOT_IN_PLACES.has(bare) && !MONTH.test(word) && !isCounted) ||
        /^(?:[cjmnst]|qu)'/.test(word) ||
        (isProper && !isCapital && !MONTH.test(word))
      )
        break;
      named += 1;
      isProper ||= isCapital;
      to = word.endsWith('.') && word.length > 4 ? end - 1 : end;
      if (to !== end) break;
    }
    position = end;
  }
  if (to === undefined) return undefined;
  return { to, isProper: isPlace ? isProper : true };
}
