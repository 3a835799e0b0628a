/** Places without a street that words of home announce, or a postcode with its town: "nous vivons Le Bourg, 23400 …". */
import { before, matchesOf } from './redact-context.ts';
import type { FoldedText } from './redact-folding.ts';
import { CONNECTOR, NUMERAL } from './redact-street-names.ts';
import { NOT_IN_PLACES } from './redact-words.ts';

/** Words of home, right before what they announce. */
export const HOME =
  /(?<![a-z])(?:j'?|co)?(?:habit(?:e|ons|ais|ant|er)|resid(?:e|ons|ant|ais)|demeur(?:e|ant|ais)|domicil(?:e|ie{1,2}s?)|log(?:e|ee|eant)|vi(?:[st]|vons|vant)|adresse(?: postale| actuelle| exacte)?(?: est| c'est)?|address(?: is)?|liv(?:e|ing)|demenage(?:r|e)?|wohn(?:e|haft)|vivo|abito)(?: (?:au|a|a l'adresse|sur|in|at|on|est|toujours|desormais))?[ :,]{1,3}$/;
/** A postcode with a town after it. */
export const TOWN_CODE =
  /(?<!\d|\d[ .,/-])\d{4,5}(?= (?!euros?|ans|km|fois|francs?|habitants|personnes)[a-z]{2})/g;
const PLACE_BEFORE = /^(?:["«]? ?[a-z\d][a-z\d'.°-]{0,25}["»]?[ ,\n-]{1,3}){1,8}$/;
/** Streets of neighbours, their number last and a postcode after: "Hauptstraße 12, 77694 Kehl", "Calle Mayor 14, 20001…". */
const ABROAD_BEFORE =
  /(?:[a-z-]{0,30}(?:strasse|str\.|weg|platz|gasse|straat|laan|plein)|(?<![a-z])(?:calle|rua|via|viale|piazza|plaza|avenida|paseo) (?:[a-z'-]{2,20} ){0,3}?[a-z'-]{2,20},?) (?:n° ?)?\d{1,4} ?[a-z]?,? (?:[a-z]{1,2}-)?$/;
/** A place in capitals on its own, "Les Hauts de Sainte-Lucie, 20137 Porto-Vecchio", which no service is called. */
const PROPER_BEFORE =
  /(?:^|[,:;\n] ?|\b(?:au|est|chez) )([A-Z][A-Za-z'-]{1,20}(?: (?:d[eu]s?|la|les?|sur|en|aux?)){0,2} [A-Z][A-Za-z'-]{1,20}(?: (?:de |du |des |la )?[A-Z][A-Za-z'-]{1,20}){0,3}(?:, [a-z]{3,12} \d{1,4})?(?:, ?| ?\n))$/;
const OF_A_SERVICE =
  /\b(?:mairie|prefecture|sous-prefecture|caf|cpam|carsat|msa|urssaf|sip|tresorerie|tribunal|cour|centre|hopital|clinique|maison|antenne|agence|lycee|college|ecole|universite|services?|direction|bureau|site|espace|gare|pole|conseil|ministere|caisse|commissariat|gendarmerie|consulat|ambassade|monsieur|madame|france)\b/;
const NUMBER_BEFORE = /[ .]\d{1,4} ?[a-z]?,? (?:[a-z]{1,2}-)?$/;
const HOME_BEFORE = new RegExp(HOME.source.replace(/\$$/, ''), 'g');

/** Where the place begins that stands before the postcode at `index`: a street abroad, what words of home announce, a name of its own. */
export function startOfPlace({ text, cased }: FoldedText, index: number): number | undefined {
  const stretch = before(text, index, 110);
  const abroad = NUMBER_BEFORE.test(stretch.slice(-12)) ? ABROAD_BEFORE.exec(stretch) : null;
  if (abroad !== null) return index - abroad[0].length;
  if (!/[A-Z]/.test(cased.charAt(index + 6)) && /[A-Z]/.test(cased.slice(index - 30, index)))
    return undefined;
  const home = matchesOf(stretch, HOME_BEFORE).at(-1);
  if (home === undefined) {
    const { 1: place = '' } = PROPER_BEFORE.exec(cased.slice(index - stretch.length, index)) ?? [];
    return place === '' || OF_A_SERVICE.test(place.toLowerCase()) ? undefined : index - place.length;
  }
  const from = home.index + home[0].length;
  const place = stretch.slice(from);
  const isOne =
    PLACE_BEFORE.test(place) &&
    (place.match(/[a-z']+/g) ?? []).every(
      (word) => !NOT_IN_PLACES.has(word) || CONNECTOR.test(word) || NUMERAL.test(word),
    );
  return isOne ? index - stretch.length + from : undefined;
}
