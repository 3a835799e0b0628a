/** What ends an address: building, postcode and town, of France and of other countries. */
import type { FoldedText } from './redact-folding.ts';
import { NOT_IN_PLACES } from './redact-words.ts';

const COMPLEMENT =
  /[ ,\n(-]{1,3}(?:n° ?\d{1,4}(?: ?bis)?(?![a-z\d])|(?:bat(?:iment)?|apt|appt?|appartement|esc(?:alier)?|porte|bp|b\.p\.|cs|hall|immeuble|imm|boite|bte)\.? ?(?:n° ?)?(?:\d{1,6}[a-z]?|[a-z]\d{0,3}(?![a-z]))(?![a-z\d])|pk ?\d{1,3}(?:[.,]\d)?|\d{1,2}(?:er|e|eme) etage(?:,? (?:porte )?(?:(?:a|de) )?(?:gauche|droite?|face)(?![a-z]))?|(?:residence|res\.?) [a-z'-]{2,20}(?: [a-z'-]{2,20}){0,2})/y;
const POSTCODE = /[ ,;\n("»-]{1,4}(?:[fbl]-? ?)?\d{2} ?\d{3}(?!\d| ?(?:¤|eur))/y;
const POSTCODE_AHEAD = /^[ ,(\n-]{1,3}\d{2} ?\d{3}(?!\d| ?(?:¤|eur))/;
const FOREIGN_POSTCODE = /[ ,\n-]{1,4}(?:[a-z]{1,2}-)?\d{4}(?= ?[-,]? ?[a-z])/y;
const BEFORE_TOWN = /(?: ?, ?| a | in |[ ]?\n| - )(?=[a-z])/y;
const TOWN_GAP = /[ ,\n-]{1,3}/y;
const AFTER_TOWN = /(?: cedex(?: \d{1,2})?| \d{1,2}(?:er|e|eme)(?![a-z]))/y;
const ENGLISH_TOWN =
  /(?:,? (?:apt|flat|unit) ?\d{1,4}[a-z]?)?(?:,? [a-z][a-z'-]{1,20}(?: [a-z][a-z'-]{1,20})?)?,? (?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]{2} \d{5})(?![a-z\d])/y;
const CANADIAN_POSTCODE = /,? ?\(?(?:quebec|qc|ontario|on)?\)?,? [a-z]\d[a-z] ?\d[a-z]\d(?![a-z\d])/y;

/** Where the town and postcode end after a street of English form. */
export function readEnglishTown(folded: FoldedText, position: number): number {
  const withPostcode = endOf(ENGLISH_TOWN, folded.text, position);
  return withPostcode ?? readTail(folded, position).to;
}

/** What follows the street: building, postcode, town; without its capital, only where a home ends the clause. */
export function readTail(
  folded: FoldedText,
  start: number,
  isHome = false,
): { to: number; hasPostcode: boolean } {
  const { text, cased } = folded;
  let to = start;
  for (let seen = 0; seen < 3; seen += 1) to = endOf(COMPLEMENT, text, to) ?? to;
  const numberAfter = endOf(/,? \d{1,4}(?: ?bis)?(?=,? (?:[a-z]{1,2}-)?\d{4,5} ?[a-z])/y, text, to) ?? to;
  const postcode = endOf(POSTCODE, text, numberAfter) ?? endOf(FOREIGN_POSTCODE, text, numberAfter);
  if (postcode !== undefined) {
    const gap = endOf(TOWN_GAP, text, postcode);
    const town = gap === undefined ? undefined : readTown(folded, gap);
    const last = town ?? postcode;
    const isClosed = text.slice(to, postcode).includes('(') && text.charAt(last) === ')';
    return { to: isClosed ? last + 1 : last, hasPostcode: true };
  }
  const gap = endOf(BEFORE_TOWN, text, to);
  const town = gap === undefined || text.slice(to, gap).includes('\n') ? undefined : readTown(folded, gap);
  if (gap === undefined || town === undefined) return { to, hasPostcode: false };
  // "rue du Four à Chaux, 56100 Lorient", "rue Pasteur, Lyon 69003": what looks like a town may stand before the code.
  if (POSTCODE_AHEAD.test(text.slice(town, town + 12))) return readTail(folded, town);
  const isClause = isHome && /^ ?(?:$|[.,;:!?)\n])/.test(text.slice(town, town + 2));
  if (!isClause && !/[A-Z]/.test(cased.charAt(gap))) return { to, hasPostcode: false };
  const abroad = endOf(CANADIAN_POSTCODE, text, town);
  if (abroad !== undefined) return { to: abroad, hasPostcode: true };
  const isInName = / a $/.test(text.slice(to, gap)) && text.startsWith(' a ', town);
  const next = isInName ? readTown(folded, town + 3) : undefined;
  return { to: next ?? town, hasPostcode: false };
}

/** What a sentence goes on with after a town, or the next line: "44300 Nantes en attente de réponse", "Nantes Demande n° 12". */
const GOES_ON =
  /^(?:lieu|face|attente|cours|fait|moment|niveau|coup|fond|bout|internet|mairie|facteur|poste|site|caf|numero|demande|references?|declaration|formulaire|cerfa|article|objet|motif|debut|impossible|cordialement)$/;
const TOWN_WORD = /(?:[ld]' ?)?[a-z][a-z'-]{1,40}/y;
const TOWN_LINK =
  /[ -](?:(?:sur|sous|en|de|du|des|les?|la|aux?|l|d|lez|et)(?: (?:la|le|les)[ -]| l' ?|[ -])|[ld]' ?|(?=[a-z]))/y;

function readTown({ text, cased }: FoldedText, start: number): number | undefined {
  const first = endOf(TOWN_WORD, text, start);
  if (first === undefined) return undefined;
  const word = text.slice(start, first);
  const isOpening =
    /^(?:saint|sainte|st|ste|la|le|les|l'|mont|bois|ville|grand|petit|pont|bourg|chateau|aix|villeneuve|fort|val|port)$/.test(
      word,
    );
  if (NOT_IN_PLACES.has(word) && !isOpening) return undefined;
  let to = first;
  let mayFollow = isOpening;
  for (let seen = 0; seen < 4; seen += 1) {
    const link = endOf(TOWN_LINK, text, to);
    const end = link === undefined ? undefined : endOf(TOWN_WORD, text, link);
    if (link === undefined || end === undefined) break;
    if (/^ et /.test(text.slice(to, link)) && !/[A-Z]/.test(cased.charAt(link))) break;
    const next = text.slice(link, end);
    const isLinked =
      /(?:sur|sous|en|les|lez|aux?|la|le|l'|d'|l|d|des?|du)[ -]?$/.test(text.slice(to, link)) &&
      link - to > 2;
    const isCapital = /[A-Z]/.test(cased.charAt(link)) && /[a-z]/.test(cased.slice(start, first));
    const isNoPlace = (NOT_IN_PLACES.has(next) && !(next === 'france' && isLinked)) || GOES_ON.test(next);
    if (isNoPlace || !(mayFollow || isCapital || (isLinked && next.length > 2 && seen < 2))) break;
    to = end;
    mayFollow = false;
  }
  return endOf(AFTER_TOWN, text, to) ?? to;
}

/** Where a sticky pattern put at `position` ends, if it matches there. */
function endOf(pattern: RegExp, text: string, position: number): number | undefined {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
