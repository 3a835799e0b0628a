/** Postal addresses: number, street, then town where it follows; a street without number where its town or words show a home. */
import { before, matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';
import { HOME, startOfPlace, TOWN_CODE } from './redact-homes.ts';
import { readStreet } from './redact-street-names.ts';
import { readEnglishTown, readTail } from './redact-towns.ts';
import { NOT_IN_PLACES } from './redact-words.ts';

const STREET =
  "(?:rue|r\\.|r(?= d(?:es?|u|e l)[ '])|avenue|ave?\\.?|boulevard|boul\\.?|bl?v?d\\.?|chemin|ch(?:em)?\\.|chem|allees?|all\\.|impasse|imp\\.?|route|rte\\.?|quai|square|sq\\.?|faubourg|fbg|sentier|ruelle|esplanade|promenade|rond[ -]point|lotissement|lot\\.?|hameau|lieu[ -]?dit|chaussee|venelle|traverse|montee|residence|hent)";
const PLACE =
  '(?:places?|pl\\.?|(?<!en )cours?|crs|passage|cite|villa|voie|parc|domaine|clos|parvis|port|(?<!adresse )mail|residence|pont|galerie|jardins?)';
/** Where a home without street stands: a name with its capital and a postcode must follow. */
const LOCALITY = "(?:l[ea]s? |l')?(?:quartier|ferme|mas|moulin|manoir|hlm)";
const NUMBER = "\\d{1,4}(?: ?(?:bis|ter|quater|[a-d](?![a-z'])))?(?: ?[-/] ?\\d{1,4}(?: ?(?:bis|ter))?)?";
const NUMBERED = new RegExp(
  `(?<![\\da-z.,/*]|[\\da-z]-|\\d )(?:n° ?)?${NUMBER}[ ,\\n]{1,3}(?:de la |(?:grande?|petite?|vieille|vieux|haute|basse|ancienne|nouvelle) |grand[-'])?(?:(${STREET})|(${PLACE}))(?![a-z])`,
  'g',
);
/** Abbreviations without their point, and places of the country: a postcode and a town must follow. */
const SHORTENED = new RegExp(
  `(?<![\\da-z.,/*]|[\\da-z]-|\\d )(?:n° ?)?${NUMBER}[ ,\\n]{1,3}(?:r|ch|che|res|av|quartier|ferme|mas|moulin)(?= [a-z])`,
  'g',
);
/** What stands before a number that is no number of a house: a year, a bus, an hour. */
const OTHER_NUMBER = /(?:bus|tram|metro|ligne|rer|\d ?h) $/;
const YEAR = /^(?:19|20)\d\d/;
const BEFORE_YEAR =
  /(?:en|depuis|fin|debut|annee|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) $/;
/** "1 résidence secondaire", "2 avenues entières": how many there are, not where. */
const COUNTED = /^\d (?:residence|impasse|avenue|hameau|quai)$/;
const COUNTED_AS =
  /^ (?:[a-z]+ )?(?:principale|secondaire|administrative|entiere|isolee?|vide|autonomie|universitaire)(?![a-z])/;
/** Streets whose name is said by what stands before: "20 Grande Rue". */
const WHOLE_NAME = /(?:grande?|petite?|vieille|haute|basse)[ '-](?:rue|place|allee)$/;
const UNNUMBERED = new RegExp(
  `\\b(?<!['-])(?:${STREET}|(${PLACE})|(?:bp|b\\.p\\.|cs|tsa) ?\\d{1,6}|pk ?\\d{1,3}(?:[.,]\\d)?(?: cote (?:mer|montagne))?|(${LOCALITY}))(?![a-z\\d])`,
  'g',
);
const COMPLEMENT_BEFORE =
  /(?:(?:appt?|apt|appartement|bat(?:iment)?|esc(?:alier)?|porte|etage|immeuble|imm|residence|res|lot|villa|domaine|tour|foyer|flat|unit|apartment|hameau|quartier|lieu[ -]?dit|za[ce]?|zi|zone (?:artisanale|industrielle)|chez(?: (?:m|mr|mme|mlle|monsieur|madame))?)\.? (?:n° ?)?[a-z0-9][a-z0-9'-]{0,15}(?: [a-z][a-z'-]{1,15}){0,3}(?:[ ]?[,\n-] ?| (?=bat|apt|app|esc|imm))|\d{1,2}(?:er|e|eme)? etage(?: (?:gauche|droite?|face))?[ ,\n-]{1,3}|(?:appt?|apt|appartement|bat(?:iment)?|esc(?:alier)?)\.? (?:n° ?)?(?:\d{1,4}[a-z]?|[a-z])[ ,-]{1,3}){1,3}$/;
const ENGLISH =
  /(?<![\da-z.,/-])\d{1,4}[a-d]?,? ([a-z][a-z'.-]{0,20}) (?:[a-z][a-z'.-]{0,20} ){0,2}?(?:street|st|road|rd|avenue|ave|lane|ln|drive|court|square|terrace|close|crescent|gardens|way|boulevard|blvd|hill|grove)(?![a-z'-])\.?/g;
export function findAddresses(folded: FoldedText): Stretch[] {
  const { text, cased } = folded;
  const found: Stretch[] = [];
  for (const { 0: matched, 2: place, index } of matchesOf(text, NUMBERED)) {
    const end = index + matched.length;
    if (isNoHouse(text, index, matched)) continue;
    const street =
      readStreet(folded, end, place !== undefined) ??
      (WHOLE_NAME.test(matched) ? { to: end, isProper: true } : undefined);
    if (street === undefined) continue;
    const isHome = HOME.test(before(text, index));
    const tail = readTail(folded, street.to, isHome);
    if (place !== undefined && !street.isProper && !tail.hasPostcode && !isHome) continue;
    found.push({ from: startOfComplement(text, index), to: tail.to });
  }
  for (const { 0: matched, index } of matchesOf(text, SHORTENED)) {
    const street = readStreet(folded, index + matched.length, false);
    const tail = street === undefined ? undefined : readTail(folded, street.to);
    if (street === undefined || tail === undefined) continue;
    if (!/\d{5} [a-z]/.test(text.slice(street.to, tail.to))) continue;
    found.push({ from: startOfComplement(text, index), to: tail.to });
  }
  for (const { 0: matched, 2: locality, index } of matchesOf(text, UNNUMBERED)) {
    const isBox = /\d/.test(matched);
    const isHome = !isBox && locality === undefined && HOME.test(before(text, index));
    const end = index + matched.length;
    const street = isBox ? { to: end, isProper: true } : readStreet(folded, end, locality !== undefined);
    if (street === undefined || !street.isProper) continue;
    const tail = readTail(folded, street.to);
    if (tail.hasPostcode || isHome) found.push({ from: startOfComplement(text, index), to: tail.to });
  }
  for (const { 0: matched, 1: first = '', index } of matchesOf(text, ENGLISH)) {
    const written = cased.slice(index, index + matched.length);
    const isProper = / [A-Z]/.test(written) && / [A-Z][A-Za-z.]*$/.test(written);
    if (NOT_IN_PLACES.has(first) || (!isProper && !HOME.test(before(text, index)))) continue;
    found.push({
      from: startOfComplement(text, index),
      to: readEnglishTown(folded, index + matched.length),
    });
  }
  for (const { index } of matchesOf(text, TOWN_CODE)) {
    const isKnown = found.some(({ from, to }) => from <= index && index < to);
    const from = isKnown ? undefined : startOfPlace(folded, index);
    if (from !== undefined) found.push({ from, to: readTail(folded, index - 1).to });
  }
  return found;
}

function isNoHouse(text: string, index: number, matched: string): boolean {
  const earlier = before(text, index, 12);
  return (
    OTHER_NUMBER.test(earlier) ||
    (YEAR.test(matched) && BEFORE_YEAR.test(earlier)) ||
    (COUNTED.test(matched) &&
      COUNTED_AS.test(text.slice(index + matched.length, index + matched.length + 30)))
  );
}

/** Where "Résidence Les Tamaris, bât. C," begins, before the street at `index`. */
function startOfComplement(text: string, index: number): number {
  const [complement = ''] = COMPLEMENT_BEFORE.exec(before(text, index, 80)) ?? [];
  return index - complement.length;
}
