/** Postal addresses: number, street, then town where it follows; a street without number where its town or words show a home. */
import { before, matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';
import { NOT_IN_PLACES } from './redact-words.ts';

const STREET =
  "(?:rue|r\\.|r(?= d(?:es?|u|e l)[ '])|avenue|ave?\\.?|boulevard|boul\\.?|bl?v?d\\.?|chemin|ch(?:em)?\\.|chem|allees?|all\\.|impasse|imp\\.?|route|rte\\.?|quai|square|sq\\.?|faubourg|fbg|sentier|ruelle|esplanade|promenade|rond[ -]point|lotissement|lot\\.?|hameau|lieu[ -]?dit|chaussee|venelle|traverse|montee|residence)";
const PLACE =
  '(?:places?|pl\\.?|(?<!en )cours?|crs|passage|cite|villa|voie|parc|domaine|clos|parvis|port|mail|residence|pont|galerie|jardins?)';
/** Where a home without street stands: a name with its capital and a postcode must follow. */
const LOCALITY = "(?:l[ea]s? |l')?(?:quartier|ferme|mas|moulin|manoir|hlm)";
const NUMBER = "\\d{1,4}(?: ?(?:bis|ter|quater|[a-d](?![a-z'])))?(?: ?[-/] ?\\d{1,4}(?: ?(?:bis|ter))?)?";
const NUMBERED = new RegExp(
  `(?<![\\da-z.,/*]|[\\da-z]-|\\d )(?:n° ?)?${NUMBER}[ ,\\n]{1,3}(?:de la |(?:grande?|petite?|vieille|vieux|haute|basse|ancienne|nouvelle) |grand[-'])?(?:(${STREET})|(${PLACE}))(?![a-z])`,
  'g',
);
/** Streets whose name is said by what stands before: "20 Grande Rue". */
const WHOLE_NAME = /(?:grande?|petite?|vieille|haute|basse)[ '-](?:rue|place|allee)$/;
const UNNUMBERED = new RegExp(
  `\\b(?<!['-])(?:${STREET}|(${PLACE})|(?:bp|b\\.p\\.|cs) ?\\d{1,6}|(${LOCALITY}))(?![a-z\\d])`,
  'g',
);
const HOME =
  /(?:habit(?:e|ons|ais|ant|er)|resid(?:e|ons|ant|ais)|demeur(?:e|ant|ais)|domicilie{1,2}s?|log(?:e|ee|eant)|vi[st]|adresse(?: postale| actuelle)?(?: est)?|address(?: is)?|liv(?:e|ing)|demenage(?:r|e)?)(?: (?:au|a|a l'adresse|sur|in|at|on|est|toujours|desormais))?[ :,]{1,3}$/;
const COMPLEMENT_BEFORE =
  /(?:(?:appt?|apt|appartement|bat(?:iment)?|esc(?:alier)?|porte|etage|immeuble|imm|residence|res|lot)\.? (?:n° ?)?[a-z0-9][a-z0-9'-]{0,15}(?: [a-z][a-z'-]{1,15}){0,3}(?:[ ]?[,\n-] ?| (?=bat|apt|app|esc|imm))|(?:appt?|apt|appartement|bat(?:iment)?|esc(?:alier)?)\.? (?:n° ?)?(?:\d{1,4}[a-z]?|[a-z])[ ,-]{1,3}){1,3}$/;
const COMPLEMENT =
  /[ ,\n(-]{1,3}(?:(?:bat(?:iment)?|apt|appt?|appartement|esc(?:alier)?|porte|bp|b\.p\.|cs|hall|immeuble|imm|boite|bte)\.? ?(?:n° ?)?(?:\d{1,6}[a-z]?|[a-z]\d{0,3}(?![a-z]))(?![a-z\d])|\d{1,2}(?:er|e|eme) etage|(?:residence|res\.?) [a-z'-]{2,20}(?: [a-z'-]{2,20}){0,2})/y;
const POSTCODE = /[ ,;\n(-]{1,4}(?:[fbl]-? ?)?\d{2} ?\d{3}(?!\d| ?(?:¤|eur))/y;
const POSTCODE_AHEAD = /^[ ,(\n-]{1,3}\d{2} ?\d{3}(?!\d| ?(?:¤|eur))/;
const FOREIGN_POSTCODE = /[ ,\n-]{1,4}(?:[bl]-)?\d{4}(?= ?[-,]? ?[a-z])/y;
const BEFORE_TOWN = /(?: ?, ?| a | in |[ ]?\n| - )(?=[a-z])/y;
const TOWN_GAP = /[ ,\n-]{1,3}/y;
const AFTER_TOWN = /(?: cedex(?: \d{1,2})?| \d{1,2}(?:er|e|eme)(?![a-z]))/y;
const STREET_WORD = /[ \n]{1,2}(?:[dl]' ?)?((?:[a-z]'|[a-z\d])[a-z\d-]{0,30}(?:'[a-z]{1,30})?\.?)/y;
const CONNECTOR =
  /^(?:de|du|des|la|le|les|l|d|a|aux?|en|sur|sous|et|st|ste|saint|sainte|general|gal|marechal|mal|docteur|dr|president|colonel|capitaine|abbe|pere|commandant|jean|pierre|paul|marie|victor|emile|charles|henri|georges|louis|professeur|sergent|lieutenant|faubourg|fg|fbg|petite?|grande?|vieux|vieille|haute?|basse?|ancienne?)\.?$/;
const NUMBER_IN_NAME = /^(?:\d{1,2}|1er|19\d\d)$/;
/** "rue des Trois Frères", "rue du Pont Neuf": elsewhere a numeral is the sentence's. */
const NUMERAL = /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)$/;
const COUNTED = /(?:[ld]es|aux|pont) $/;
const MONTH = /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)/;

const ENGLISH =
  /(?<![\da-z.,/-])\d{1,4}[a-d]?,? ([a-z][a-z'.-]{0,20}) (?:[a-z][a-z'.-]{0,20} ){0,2}?(?:street|st|road|rd|avenue|ave|lane|ln|drive|court|square|terrace|close|crescent|gardens|way|boulevard|blvd|hill|grove)(?![a-z'-])\.?/g;
const ENGLISH_TOWN =
  /(?:,? (?:apt|flat|unit) ?\d{1,4}[a-z]?)?(?:,? [a-z][a-z'-]{1,20}(?: [a-z][a-z'-]{1,20})?)?,? (?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]{2} \d{5})(?![a-z\d])/y;

export function findAddresses(folded: FoldedText): Stretch[] {
  const { text, cased } = folded;
  const found: Stretch[] = [];
  for (const { 0: matched, 2: place, index } of matchesOf(text, NUMBERED)) {
    const end = index + matched.length;
    const street =
      readStreet(folded, end, place !== undefined) ??
      (WHOLE_NAME.test(matched) ? { to: end, isProper: true } : undefined);
    if (street === undefined) continue;
    const isHome = HOME.test(before(text, index));
    const tail = readTail(folded, street.to, isHome);
    if (place !== undefined && !street.isProper && !tail.hasPostcode && !isHome) continue;
    const [complement = ''] = COMPLEMENT_BEFORE.exec(before(text, index, 80)) ?? [];
    found.push({ from: index - complement.length, to: tail.to });
  }
  for (const { 0: matched, 2: locality, index } of matchesOf(text, UNNUMBERED)) {
    const isBox = /\d$/.test(matched);
    const isHome = !isBox && locality === undefined && HOME.test(before(text, index));
    const end = index + matched.length;
    const street = isBox ? { to: end, isProper: true } : readStreet(folded, end, locality !== undefined);
    if (street === undefined || !street.isProper) continue;
    const tail = readTail(folded, street.to);
    if (tail.hasPostcode || isHome) found.push({ from: index, to: tail.to });
  }
  for (const { 0: matched, 1: first = '', index } of matchesOf(text, ENGLISH)) {
    const written = cased.slice(index, index + matched.length);
    const isProper = / [A-Z]/.test(written) && / [A-Z][A-Za-z.]*$/.test(written);
    if (NOT_IN_PLACES.has(first) || (!isProper && !HOME.test(before(text, index)))) continue;
    found.push({ from: index, to: readEnglishTown(folded, index + matched.length) });
  }
  return found;
}

function readEnglishTown(folded: FoldedText, position: number): number {
  const withPostcode = endOf(ENGLISH_TOWN, folded.text, position);
  return withPostcode ?? readTail(folded, position).to;
}

/** The name of a street: up to a comma, an end of sentence, a word that no street has. */
function readStreet(
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
    if (/^\d/.test(word)) {
      const number = word.replace(/\.$/, '');
      const isRank = number === '1er' && !/^ etage/.test(text.slice(end, end + 6));
      const isDate = MONTH.test(text.slice(end + 1, end + 12)) || /19\d\d/.test(word);
      if (!NUMBER_IN_NAME.test(number) || !(isDate || isRank || named === 0)) break;
      to = end - word.length + number.length;
      if (to !== end) break;
    } else if (CONNECTOR.test(word)) {
      if (word === 'a' || (word === 'et' && to === undefined) || (word === 'en' && named > 0)) break;
      if (isCapital || !/^(?:de|du|des|la|le|les|l|d|aux?|en|sur|sous|et)$/.test(word)) {
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

/** What follows the street: building, postcode, town; without its capital, only where a home ends the clause. */
function readTail(folded: FoldedText, start: number, isHome = false): { to: number; hasPostcode: boolean } {
  const { text, cased } = folded;
  let to = start;
  for (let seen = 0; seen < 3; seen += 1) to = endOf(COMPLEMENT, text, to) ?? to;
  const numberAfter = endOf(/,? \d{1,4}(?: ?bis)?(?=,? \d{4,5} ?[a-z])/y, text, to) ?? to;
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
  const isInName = / a $/.test(text.slice(to, gap)) && text.startsWith(' a ', town);
  const next = isInName ? readTown(folded, town + 3) : undefined;
  return { to: next ?? town, hasPostcode: false };
}

const TOWN_WORD = /(?:[ld]' ?)?[a-z][a-z'-]{1,40}/y;
const TOWN_LINK =
  /(?:[ -](?:(?:sur|sous|en|de|du|des|les?|la|aux?|l'|d'|lez|et)(?: (?:la|le|les|l'))?[ -]?|(?=[a-z])))/y;

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
    const next = text.slice(link, end);
    const isLinked =
      /(?:sur|sous|en|les|lez|aux?|la|le|l'|d'|de|du)[ -]?$/.test(text.slice(to, link)) && link - to > 2;
    const isCapital = /[A-Z]/.test(cased.charAt(link)) && /[a-z]/.test(cased.slice(start, first));
    if (NOT_IN_PLACES.has(next) || !(mayFollow || isCapital || (isLinked && next.length > 2 && seen === 0)))
      break;
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
