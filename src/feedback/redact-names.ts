/** Names of people, where a title ("Mme"), an introduction ("je m'appelle") or a signature announces them. */
import { before, matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';
import { isCalledSo, isGreeting, isTitle, TITLE } from './redact-titles.ts';
import { ALSO_SURNAMES, FIRST_NAMES, NOT_NAMES } from './redact-words.ts';

/**
 * How surely a name follows. After `title` and `introduction` it may be in small letters; after `claim` ("je suis…")
 * only a usual first name or a surname in capitals shows one; after `field` and `signature` the place says it;
 * after `kin` ("mon fils Théo", "merci à Sylvie") a usual first name with its capital is enough.
 */
type Announcement = 'title' | 'introduction' | 'claim' | 'field' | 'signature' | 'kin';

const INTRODUCTION =
  /\b(?:j['e]? ?m(?:'|e | )? ?(?:ap{1,2}el{1,2}e?s?|prenom{1,2}e)|je me (?:pre)?nom{1,2}e|(?:(?:mon|son) )(?:(?:vrai|pre)? ?nom|nom et prenom|nom complet|nom marital)(?: (?:de famille|de jeune fille|de naissance|d'usage|d'epouse|marital))? ?(?:est|c'est|:)|my (?:full |first |last |sur|family )?name(?: is|'s| :|:)|name is|je soussigne{1,2}s?,?|au nom de(?! (?:la|l'|mon|ma|mes|son|sa))|(?:fille|fils|mari|femme|mere|pere|frere|soeur|epoux|epouse|ami|amie|qui|elle|il) s[' ]?ap{1,2}el{1,2}e)(?! ?comment)[ :]{1,3}(?:(?:donc|bien|maintenant|desormais|toujours|aussi|en fait|en realite) )?/g;
const CLAIM =
  /\b(?:je suis|(?:moi )?c'est|ici|moi,?|je me presente ?[:,]?|coordonnees ?:|de la part de|a l'attention de|dossier de|i am|i'm|this is|on behalf of) /g;
/** First names that are also said of oneself: "je suis marié". */
const ALSO_ADJECTIVES = /^(?:marie|claire|clement|aime|martin|constance|prudence|honore|desire|rose|noel)$/;
const KIN =
  /\b(?:m[ao]n? (?:fils|fille|mari|femme|mere|pere|frere|soeur|epoux|epouse|compagne|compagnon|conjointe?|voisine?|amie?|collegue)|(?:conseiller|conseillere|agent|agente|interlocutrice|interlocuteur|assistante sociale)|mercis? a|remerciements? a|remercie(?:r)?|grace a|bravo a|thanks to|thank you) ?[,(]? ?/g;
const FIELD =
  /\b(?<!['-])(?:nom(?: et prenom|, prenom|\/prenom| prenom)?s?|prenoms?|surname|first name|last name|full name)(?: de famille| de naissance| de jeune fille| d'usage| d'epouse| marital)? ?: ?/g;
const SIGNATURE =
  /\b(?:(?:signed|signee?|signature)(?![a-z])[ ]?[:,\n]?[ \n]{0,2}|(?:cordialement|salutations(?: distinguees)?|bien a vous|respectueusement|sincerement|cdlt|cdt|regards|sincerely|yours|amicalement|merci|bonne journee|bonne reception)(?: vous| d'avance| par avance| beaucoup| a vous| a tous)?[,.!]?[ \n]{1,3})/g;

const PLURAL = /^(?:mm\.|mmes|mlles|mes[ds])/;
const PARTICLES =
  /^(?:de|du|des|la|le|les|ar|von|van|der|den|di|da|dos|do|del|della|el|al|ben|bel|abd|ould|ait|bou|st|saint|mc|mac|d|y)$/;
/** Endings that verbs and adverbs have, and hardly a surname. */
const VERB_ENDING = /(?:ait|aient|erai|erons|ement|issent|[a-z]{3}ees?)$/;
/** "mme le goff", "monsieur de villiers" in small letters; not "monsieur le huissier", "madame de répondre". */
const BARE_TITLE = /(?:^|[^a-z])(mme|madame|mlle|mr|m|monsieur)\.? $/;
const NEVER_OF = /^[a-z]{0,3}$|(?:[eio]r|re|[ae]nce|tion|ment)$/;
const FUNCTION = /[ ]{1,2}(?:l[ae] |l')([a-z-]{3,30})(?= [a-z])/y;
const WORD = /[a-z](?:\.-?(?:[a-z]\.)?|[a-z]{0,30}(?:['-][a-z]{1,30}){0,3}\.?)/y;
/** "J.", "J.-P.": the point belongs to the name. */
const INITIALS = /^[a-z](?:\.(?:-?[a-z]\.)?|-[a-z]\.)$/;
/** "Signé : M. et Mme Faure": the title announces the name by itself. */
const SHORT_TITLE = /^(?:mm?|mr|dr|pr)\.[^a-z-]/;
const ELISION = /^(?:[lmjtscnd]|qu|jusqu|lorsqu|quelqu|aujourd)'/;
/** Questions ("pouvez-vous"), adverbs, and "je" as it is typed ("jvoudrais"). */
const NEVER_A_NAME =
  /-(?:vous|je|tu|ils?|elles?|on|nous|ce|moi|meme|t-(?:il|elle|on))$|(?:[ae]mment|[aeiou]llement)$|^j[b-df-gj-np-tv-xz]/;
/** "Kerbrat-Le Dû": the name goes on. */
const TIED_PARTICLE = /-(?:l[ae]|d[eu])$/;
const MOST_WORDS = 5;

export function findNames(folded: FoldedText): Stretch[] {
  const shouted = isShouted(folded.cased);
  const found: Stretch[] = [];
  const look = (pattern: RegExp, announcement: Announcement) => {
    for (const { 0: matched, 1: title, index } of matchesOf(folded.text, pattern)) {
      const from = index + matched.length;
      if (title !== undefined && !isTitle(folded, title, index, shouted)) continue;
      const isCommonNoun = title !== undefined && isCalledSo(folded.text, title, index);
      const after = title === undefined ? from : skipFunction(folded, from);
      if (title !== undefined && isGreeting(folded.text, title, index)) continue;
      const name = readName(folded, after, announcement, shouted, isCommonNoun || after > from);
      if (name === undefined) continue;
      found.push(name);
      const next = PLURAL.test(title ?? '') ? endOfLink(folded.text, name.to) : undefined;
      const other = next === undefined ? undefined : readName(folded, next, announcement, shouted, false);
      if (other !== undefined) found.push(other);
    }
  };
  look(TITLE, 'title');
  look(INTRODUCTION, 'introduction');
  look(CLAIM, 'claim');
  look(FIELD, 'field');
  look(SIGNATURE, 'signature');
  look(KIN, 'kin');
  return found;
}

/** Where " et " ends after the first name of "Mesdames Faure et Guérin". */
function endOfLink(text: string, from: number): number | undefined {
  return text.startsWith(' et ', from) ? from + 4 : undefined;
}

/** Where "la directrice" ends in "Madame la directrice Dupont": a name with a capital may still follow. */
function skipFunction({ text, cased }: FoldedText, from: number): number {
  FUNCTION.lastIndex = from;
  const { 0: matched = '', 1: word = '' } = FUNCTION.exec(text) ?? [];
  const end = from + matched.length;
  return matched !== '' && isNotName(word) && /[A-Z]/.test(cased.charAt(end + 1)) ? end : from;
}

/** Whether the comment is in capitals, so that they tell nothing. */
export function isShouted(cased: string): boolean {
  let capitals = 0;
  let small = 0;
  for (let at = 0; at < cased.length; at += 1) {
    const code = cased.charCodeAt(at);
    if (code >= 97 && code <= 122) small += 1;
    else if (code >= 65 && code <= 90) capitals += 1;
  }
  return capitals > 12 && capitals > 2 * small;
}

function readName(
  folded: FoldedText,
  start: number,
  announcement: Announcement,
  shouted: boolean,
  isCommonNoun: boolean,
): Stretch | undefined {
  const names: { word: string; isCapital: boolean; from: number; to: number }[] = [];
  let position = skipBlanks(folded.text, start);
  if (SHORT_TITLE.test(folded.text.slice(position, position + 6))) return undefined;
  let particleFrom: number | undefined;
  for (let seen = 0; seen < MOST_WORDS; seen += 1) {
    WORD.lastIndex = position;
    const [raw] = WORD.exec(folded.text) ?? [];
    if (raw === undefined || /[\d@_]/.test(folded.text.charAt(position + raw.length))) break;
    const word = INITIALS.test(raw) ? raw : raw.replace(/\.$/, '');
    const isCapital = !shouted && /[A-Z]/.test(folded.cased.charAt(position));
    const to = position + word.length;
    if (
      PARTICLES.test(word) &&
      folded.text.charAt(to) === ' ' &&
      isParticle(
        folded,
        position,
        shouted || isSmallFirstName(announcement, names) || particleFrom !== undefined,
      )
    ) {
      particleFrom ??= position;
    } else if (isName(word, folded, position, { isCapital, shouted, announcement, isCommonNoun, names })) {
      names.push({ word, isCapital, from: particleFrom ?? position, to });
      particleFrom = undefined;
    } else break;
    if (raw !== word) break;
    position = skipBlanks(folded.text, to);
    if (position === to || /\n/.test(folded.text.slice(to, position))) break;
  }
  return accept(folded, names, announcement, shouted);
}

type Place = {
  readonly isCapital: boolean;
  readonly shouted: boolean;
  readonly announcement: Announcement;
  readonly isCommonNoun: boolean;
  readonly names: readonly { word: string; isCapital: boolean }[];
};

/** Whether a word can be the next one of a name. */
function isName(word: string, { cased }: FoldedText, position: number, place: Place): boolean {
  const { isCapital, shouted, announcement, isCommonNoun, names } = place;
  if (INITIALS.test(word)) return true;
  if (word.length === 1) return isCapital;
  if (isCapital && TIED_PARTICLE.test(names.at(-1)?.word ?? '')) return true;
  if (NEVER_A_NAME.test(word) && !FIRST_NAMES.has(word)) return false;
  const isExpected = announcement === 'title' ? names.length === 0 : announcement === 'introduction';
  const isTold = isExpected && isCapital && ALSO_SURNAMES.has(word);
  const isExcluded = isCapital && announcement !== 'signature' ? NOT_NAMES.has(word) : isNotName(word);
  const mayBeFirstName = isCapital || shouted || (announcement === 'introduction' && word === 'claire');
  if (isExcluded && !isTold && !(mayBeFirstName && FIRST_NAMES.has(word))) return false;
  const elided = ELISION.exec(word)?.[0];
  if (elided !== undefined) {
    const after = cased.charAt(position + elided.length);
    const isAfterFirstName = elided === "d'" && isSmallFirstName(announcement, names);
    if (isNotName(word.slice(elided.length))) return false;
    if (!/[A-Z]/.test(after) && !isAfterFirstName) return false;
    return isCapital || (shouted && announcement === 'introduction') || elided === "d'" || elided === "n'";
  }
  if (isCapital) return true;
  const [first] = names;
  if (announcement === 'claim' && first === undefined)
    return FIRST_NAMES.has(word) && !ALSO_ADJECTIVES.test(word);
  if (VERB_ENDING.test(word) && !FIRST_NAMES.has(word)) return false;
  if (first === undefined) return !isCommonNoun;
  if (first.isCapital)
    return (
      announcement === 'introduction' && FIRST_NAMES.has(first.word) && names.length < 2 && word.length > 3
    );
  if (announcement === 'title')
    return (
      names.length === 1 && (FIRST_NAMES.has(first.word) || FIRST_NAMES.has(word) || first.word.length < 3)
    );
  return names.length < 3;
}

/** "je m'appelle kevin": without capitals, a particle may follow as well. */
function isSmallFirstName(announcement: Announcement, names: Place['names']): boolean {
  const [first] = names;
  const isTold = announcement === 'introduction' || announcement === 'title';
  return (
    isTold && first !== undefined && !first.isCapital && names.length === 1 && FIRST_NAMES.has(first.word)
  );
}

/** Plurals and feminines of the words listed are none either. */
function isNotName(word: string): boolean {
  if (NOT_NAMES.has(word)) return true;
  if (!/[es]$/.test(word) || FIRST_NAMES.has(word)) return false;
  return NOT_NAMES.has(word.slice(0, -1)) || (word.endsWith('es') && NOT_NAMES.has(word.slice(0, -2)));
}

/** "M. Le Goff", "madame de Villiers", not "monsieur le préfet": before a name with a capital, or in small letters alike. */
function isParticle({ text, cased }: FoldedText, position: number, shouted: boolean): boolean {
  const [, particle = '', next = ''] =
    /^([a-z]+) +((?:[a-z]+ +){0,1}[a-z'-]+)/.exec(text.slice(position, position + 60)) ?? [];
  const written = cased.charAt(position);
  const following = next.split(/ +/);
  const isArticle = /^(?:l[ea]s?|l|des|du|de)$/.test(particle);
  if (
    following
      .slice(0, PARTICLES.test(following[0] ?? '') ? 2 : 1)
      .some((word) => !PARTICLES.test(word) && isNotName(word))
  )
    return false;
  if (!isArticle) return true;
  if (shouted) return true;
  const [, title] = BARE_TITLE.exec(before(text, position, 10)) ?? [];
  if (particle === 'le' && title !== undefined && title !== 'monsieur') return true;
  if (particle === 'de' && title !== undefined && !NEVER_OF.test(following[0] ?? '')) return true;
  const after = cased.slice(position + particle.length).trimStart();
  const isBeforeCapital = /^(?:(?:la|le|les|La|Le|Les|l'|d') ?)?[A-Z]/.test(after);
  return isBeforeCapital && (/[A-Z]/.test(written) || /^d[eu]s?$/.test(particle));
}

/** Surnames of two letters that are no French words. */
const TWO_LETTERS = /^(?:ba|bo|fu|ho|hu|ka|li|lo|ly|sy|wu|xu|yu)$/;

/** What a signature, a field or a claim needs beyond words that look like names. */
function accept(
  { text, cased }: FoldedText,
  names: readonly { word: string; isCapital: boolean; from: number; to: number }[],
  announcement: Announcement,
  shouted: boolean,
): Stretch | undefined {
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const stretch = { from: first.from, to: last.to };
  const isLast = /^[ .!]{0,3}(?:$|[\n,;(])/.test(text.slice(last.to, last.to + 5));
  const isUsual = FIRST_NAMES.has(first.word);
  const isInCapitals = names.length > 1 && /^[A-Z'-]{3,}$/.test(cased.slice(last.from, last.to));
  if (announcement === 'title' || announcement === 'introduction') {
    return first.isCapital || first.word.length > (shouted ? 1 : 2) || TWO_LETTERS.test(first.word)
      ? stretch
      : undefined;
  }
  if (announcement === 'kin') return isUsual && first.isCapital ? stretch : undefined;
  if (announcement === 'claim')
    return (isUsual && names.length > 1) || (isInCapitals && !shouted) ? stretch : undefined;
  if (announcement === 'field') return first.isCapital || isLast || isUsual ? stretch : undefined;
  const isClosing =
    /(?:cordialement|salutations|distinguees|vous|respectueusement|sincerement|cdl?t|regards|sincerely|yours|amicalement|merci|avance|beaucoup|tous|journee|reception)[,.! \n]*$/.test(
      before(text, first.from, 30),
    );
  if (isClosing)
    return isLast && (names.length > 1 || isUsual) && (first.isCapital || isUsual) ? stretch : undefined;
  return (first.isCapital &&
    !/(?:ai|as|a|est|ete|non|bien|document|dossier|contrat) $/.test(before(text, first.from - 5, 12))) ||
    isUsual ||
    isLast
    ? stretch
    : undefined;
}

function skipBlanks(text: string, from: number): number {
  let position = from;
  while (position < from + 4 && /[ \n]/.test(text.charAt(position))) position += 1;
  return position;
}
