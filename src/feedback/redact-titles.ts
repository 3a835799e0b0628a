/** Titles that announce a name ("Mme", "maître"), told from the words, units and elisions that are written alike. */
import { before } from './redact-context.ts';
import type { FoldedText } from './redact-folding.ts';

export const TITLE =
  /\b(?<!['@.-])(m\.?|mm\.|mr\.?|mme\.?|mmes|mlles?\.?|melle\.?|mrs\.?|ms\.?|me|maitre|monsieur|madame|mademoiselle|messieurs|mesdames|dr\.?|docteure?|doctor|pr\.?|prof\.?|professeure?|professor|miss|mister)(?=[ \n\u00a0]|(?<=\.)[a-z])/g;

const DETERMINER =
  /(?<![a-z])(l[ea]|les|une?|ce|cet|cette|ces|du|au|chaque|quel|quelle|mon|ma|mes|des|votre|vos|notre|bonne|aucune?|jeune|vieux|vieille|petite?|the|no)[ ]$/;
const INDEFINITE = /^(?:une?|les|ces|des|chaque|aucune?|mes|vos|no)$/;
/** Where "M" is a title in capitals without accents nor apostrophes: not "CA M ENERVE". */
const FREE_M = /(?:^|[.!?,;:(\n] ?|(?<![a-z])(?:merci a|par|avec|et|chez|ou|voir|contre|cher) )$/;
/** "merci a m dupont", "vu par m faure"; not "merci a m avoir aidé", "12 € par m carré". */
const SMALL_M =
  /(?:^|[^a-z])(?:merci a|par|avec|chez|contre|cher) m (?!carre|cube|[a-z]*(?:[eio]r|re|tion|ment)\b)[a-z]{4}/;
/** "d'Hérouville", "de La Tour" right after a short title. */
const NOBLE = /^ (?:d'|d[eu]s? (?:l[ae]s? |L[ae]s? |[lL]')?)[A-Z]/;

/** Whether what `TITLE` found is one: short titles are also words, units or elisions ("ça me paraît", "10 M €", "800 ms"). */
export function isTitle(
  { text, cased }: FoldedText,
  title: string,
  index: number,
  shouted: boolean,
): boolean {
  const written = cased.slice(index, index + title.length);
  const follows = cased.charAt(index + title.length).trim() || cased.charAt(index + title.length + 1);
  const isBeforeCapital = /[A-Z]/.test(follows) || NOBLE.test(cased.slice(index + title.length).slice(0, 12));
  if (/\d ?$/.test(before(text, index, 2)) && /^m[s.]?\.?$/.test(title)) return false;
  if (title === 'm' && shouted) return FREE_M.test(before(text, index, 12));
  if (title === 'm' && written === 'm') return SMALL_M.test(text.slice(Math.max(0, index - 10), index + 24));
  if (title === 'm') return isBeforeCapital;
  if (title === 'me') return written === 'Me' && isBeforeCapital;
  if (/^(?:ms|pr)$/.test(title)) return /^[MP][sr]$/.test(written) && isBeforeCapital;
  return true;
}

/** "Une madame", "les messieurs du guichet": said of somebody whom nothing names. */
export function isCalledSo(text: string, title: string, index: number): boolean {
  const determiner = DETERMINER.exec(before(text, index, 10))?.[1];
  return determiner !== undefined && (/^m[aeol]/.test(title) || INDEFINITE.test(determiner));
}

/** "Bonjour Madame", then another line: the title greets, and what follows begins a sentence. */
export function isGreeting(text: string, title: string, index: number): boolean {
  return (
    /^(?:monsieur|madame|mademoiselle)$/.test(title) &&
    /^ ?\n/.test(text.slice(index + title.length)) &&
    /(?:^|\n|[,;.!?] ?|(?:bonjour|bonsoir|merci|cher|chere|monsieur|madame|mademoiselle|et|ou) )$/.test(
      before(text, index, 14),
    )
  );
}
