/** What stands just before a number says what it is: the same digits are a file number or a telephone. */

/** Words after which a number is told of a person, whatever it is told with: "pour ma demande mon numero". */
const NOT_PERSONAL = '(?!m[oae][ns]? |my |r?appel(?:er?|ez)? |tel |joindre |au |sur )';
const REFERENCE = new RegExp(
  `(?:^|[^a-z])(?:dossiers?|references?|ref|commandes?|factures?|demandes?|suivi|recommande|colis|tickets?|allocataire|contrats?|avis|timbres?|agrement|siret|siren|passeport|identite|cerfa|decision|contravention|client|matricule|recepisse|titre|inscription|candidat|transaction|quittance|mandat|parcelle|files?|orders?|cases?|invoice|application|reference|code|captcha)(?![a-z])[ .:#]{0,3}(?:${NOT_PERSONAL}[a-z]{2,8} )?(?:(?:n|no|nr|num|numero|number|id)[ .°:#]{1,3}|n°[ :]{0,2}|°[ :]{0,2})?(?:${NOT_PERSONAL}[a-z]{2,6} )?$`,
);

/** The last `length` characters before `position`. */
export function before(text: string, position: number, length = 48): string {
  return text.slice(Math.max(0, position - length), position);
}

/** Whether the number at `position` is announced as that of a file, an order, a form. */
export function isReference(text: string, position: number): boolean {
  return REFERENCE.test(before(text, position));
}

/** The digits of a match, without what separates them. */
export function digitsOf(matched: string): string {
  return matched.replace(/\D/g, '');
}

/** Every match of a global pattern that never matches nothing, in order; `matchAll` would clone it each time. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}
