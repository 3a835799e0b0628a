/**
 * Reads an accessibility declaration (decree 2019-768, order of 20 September 2019): the mention that leads to it, its state,
 * rate, dates and what else it must hold. Only what is written is read: nothing is guessed from what is not. Pure.
 */
import { addMonths, isDay } from '../core/clock.ts';
import type { DeclarationFigures, DeclaredState } from './check.ts';
import { fold, type PageLink } from './page-reading.ts';

/** A declaration is valid for three years (decree 2019-768, article 6). */
export const DECLARATION_MONTHS = 36;

export type Mention = { readonly link: PageLink; readonly state: DeclaredState | 'bare' };

/** "Accessibilité : non conforme", "Déclaration d'accessibilité", "Accessibility statement". */
const MENTION = /\baccessibilite\b|\baccessibility\b/;
const DECLARATION = /declaration|statement|conform|complian/;
/** Pages about something else that bear the word. */
const OTHER_SUBJECT =
  /batiment|voirie|transport|logement|erp\b|ad'?ap|registre public|commission|schema pluriannuel|plan d'action/;
/** What opens a panel of settings, or leads to the content. */
const NOT_A_PAGE = /^(?:javascript|mailto|tel):/i;

/**
 * The mention of accessibility among the links of a page: the one that states conformance, else the one that names the
 * declaration, else a bare "Accessibilité". The last of its kind is taken: footers come last.
 */
export function findMention(links: readonly PageLink[]): Mention | null {
  const known = links.flatMap((link) => {
    const text = fold(link.text);
    const isOne = MENTION.test(text) || /declaration[-_]?d?[-_]?accessibilite/.test(fold(link.href));
    if (!isOne || OTHER_SUBJECT.test(text) || NOT_A_PAGE.test(link.href)) return [];
    const state = stateIn(text);
    const weight = state !== null ? 3 : DECLARATION.test(text) ? 2 : text.length <= 40 ? 1 : 0;
    return weight === 0 ? [] : [{ link, state: state ?? ('bare' as const), weight }];
  });
  const best = known.toReversed().toSorted((one, other) => other.weight - one.weight)[0];
  return best === undefined ? null : { link: best.link, state: best.state };
}

/** From the most particular: "non conforme" and "partiellement conforme" hold "conforme". */
const STATES: readonly (readonly [state: DeclaredState, words: RegExp])[] = [
  ['none', /\b(?:non[ -]?conforme|pas conforme|not compliant|non[ -]compliant)\b/],
  [
    'partial',
    /\b(?:partiellement conforme|conformite partielle|partiell?ement? en conformite|partially (?:compliant|conformant)|en conformite partielle)/,
  ],
  [
    'full',
    /\b(?:totalement conforme|conformite totale|entierement conforme|(?:fully|totally) (?:compliant|conformant)|en conformite totale)\b/,
  ],
];

function stateIn(folded: string): DeclaredState | null {
  return STATES.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** "est partiellement conforme avec le RGAA": the sentence of the law, which other sentences may name the words of. */
const STATING =
  /\b(?:est|sont|is|etat de conformite|niveau de conformite|statut|resultat|accessibilite|compliance status)\b[^.\n]{0,60}?\b((?:non|pas|not|partiell?ement|partially|totalement|entierement|fully|totally)[ -](?:conforme|compliant|conformant|en conformite)|en conformite (?:totale|partielle))/g;

/**
 * What a declaration says. Dates of another kind are not taken for its own, and several rates leave none unless one is
 * said to be that of the criteria.
 * @param text the words of its page, a line a block
 */
export function readDeclaration(
  text: string,
): Omit<DeclarationFigures, 'mention'> & { readonly isDeclaration: boolean; readonly excerpt: string } {
  const folded = fold(text);
  const stated = [...folded.matchAll(STATING)].map(([, words = ''], at) => ({ at, state: stateIn(words) }));
  const state = stated.find((one) => one.state !== null)?.state ?? stateOfTitle(folded);
  const rate = rateIn(folded);
  const declaredOn = dateAfter(folded, DECLARED);
  const auditedOn = dateAfter(folded, AUDITED);
  const dated = declaredOn ?? auditedOn;
  const isDeclaration =
    MENTION.test(folded) && /\b(?:rgaa|conform|wcag|en 301|2019-768|2005-102)/.test(folded);
  return {
    isDeclaration,
    state,
    rate,
    auditedOn,
    declaredOn,
    expiresOn: dated === null ? null : addMonths(dated, DECLARATION_MONTHS),
    hasContact: CONTACT.test(folded) && CONTACT_MEANS.test(text),
    hasRemedies: REMEDIES.test(folded),
    standard: standardIn(text),
    excerpt: excerptAround(text, folded),
  };
}

/** "RGAA 4.1", however it is written: "RGAA V4", "(RGAA), version 4.1". */
function standardIn(text: string): string | null {
  const version = /\brgaa[),\s]{0,3}(?:version\s?|v\.?\s?)?(\d(?:\.\d){0,2})\b/i.exec(text)?.[1];
  return version === undefined ? null : `RGAA ${version}`;
}

/** A title such as "Accessibilité : non conforme" says it where no sentence does. */
function stateOfTitle(folded: string): DeclaredState | null {
  const line = folded
    .split('\n')
    .find((one) => one.length <= 120 && MENTION.test(one) && stateIn(one) !== null);
  return line === undefined ? null : stateIn(line);
}

const PERCENT = /(\d{1,3}(?:[.,]\d{1,3})?)\s?(?:%|pour ?cent|percent)/g;
/** What a percentage is of, said before or after it: the criteria that are met. */
const OF_CRITERIA = /criter|conformite|taux (?:global|de)|respecte|criteria|compliance rate/;
/** "partiellement conforme au RGAA 4.1 : 72 %": nothing else can have the percentage. */
const STATE_AND_PERCENT = new RegExp(
  `\\b(?:conforme|compliant)\\b[^%]{0,120}[:(—-] ?${PERCENT.source}[) ]*$`,
);
/** Other percentages of a declaration. */
const NOT_OF_CRITERIA = /moyen|average|derogat|des usagers|double a|niveau aa?\b|par page|page \d|accueil/;

/**
 * The rate of the whole, 0 to 1: the first percentage of the criteria that is not a mean of pages nor of one page. A sentence
 * of several percentages tells none: "de 54 % en 2022 à 78 % en 2025".
 */
function rateIn(folded: string): number | null {
  const rates = sentencesOf(folded).flatMap((sentence) => {
    if (!OF_CRITERIA.test(sentence) && !STATE_AND_PERCENT.test(sentence)) return [];
    const [value, ...others] = percentagesIn(sentence);
    return value === undefined || others.length > 0 || NOT_OF_CRITERIA.test(sentence) ? [] : [value];
  });
  return rates.find((value) => value <= 1) ?? null;
}

/** The different percentages of a sentence, in shares. */
function percentagesIn(sentence: string): number[] {
  const found = [...sentence.matchAll(PERCENT)].map(([, digits = '']) =>
    Number(`${digits.replace(',', '.')}e-2`),
  );
  return [...new Set(found)];
}

/** A point between digits ends no sentence; a line of a table is one. */
function sentencesOf(folded: string): string[] {
  return folded.split(/\n+|[.;!?](?=\s|$)/).filter((one) => one.trim() !== '');
}

const MONTHS: readonly (readonly [fr: string, en: string])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];
const MONTH = MONTHS.flat().join('|');
const DATE = new RegExp(
  `\\b(?:(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? (${MONTH}),? (\\d{4})|(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})|(\\d{4})-(\\d{2})-(\\d{2})|(${MONTH}),? (\\d{4}))\\b`,
);

/** The first date of a text, whatever its form; the first day of a month that has none. */
function dateIn(folded: string): string | null {
  const found = DATE.exec(folded);
  if (found === null) return null;
  const [, day, word, year, enWord, enDay, enYear, d, m, y, isoY, isoM, isoD, onlyWord, onlyYear] = found;
  const monthOf = (name: string) =>
    String(MONTHS.findIndex((one) => one.includes(name)) + 1).padStart(2, '0');
  const two = (text: string) => text.padStart(2, '0');
  if (year !== undefined) return real(`${year}-${monthOf(word ?? '')}-${two(day ?? '')}`);
  if (enYear !== undefined) return real(`${enYear}-${monthOf(enWord ?? '')}-${two(enDay ?? '')}`);
  if (y !== undefined) return real(`${y}-${two(m ?? '')}-${two(d ?? '')}`);
  if (isoY !== undefined) return real(`${isoY}-${isoM}-${isoD}`);
  return real(`${onlyYear}-${monthOf(onlyWord ?? '')}-01`);
}

function real(day: string): string | null {
  return isDay(day) ? day : null;
}

/** What comes before the day of a declaration; the last update comes first, for it is what counts. */
const DECLARED: readonly RegExp[] = [
  /(?:mise a jour|actualisee|revisee|reviewed|updated)[^.\n]{0,40}?(?=\d|\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december))/g,
  /(?:declaration|statement)[^.\n]{0,60}?(?:etablie?|datee?|publiee?|realisee?|redigee?|signee?|prepared|drawn up|made|published)[^.\n]{0,30}?(?=\d|\b[a-z]+ \d{4})/g,
  /(?:etablie le|date de (?:la )?(?:publication|declaration|creation)|date d'etablissement)[^\d\n]{0,30}/g,
];

const AUDITED: readonly RegExp[] = [
  /(?:audit|evaluation|test)[^.\n]{0,120}?(?=\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}|\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \d{4}|\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december))/g,
];

/** A law is dated, and is no declaration. */
const LAW = /\b(?:loi|decret|arrete|ordonnance|directive|article|act|law|order)\b[^.\n]{0,40}$/;

function dateAfter(folded: string, openings: readonly RegExp[]): string | null {
  for (const opening of openings) {
    for (const found of folded.matchAll(opening)) {
      const end = found.index + found[0].length;
      if (LAW.test(found[0])) continue;
      const date = dateIn(folded.slice(end, end + 40));
      if (date !== null) return date;
    }
  }
  return null;
}

const CONTACT = /contact|signaler|retour d'information|feedback/;
/** An address, a telephone number, a form, or a link to one. */
const CONTACT_MEANS =
  /@|\b0\d(?:[ .]?\d{2}){4}\b|formulaire|t[ée]l[ée]phone|courri(?:er|el)|e-?mail|nous contacter|contactez|page contact|contact form/i;
const REMEDIES = /defenseur des droits|voies? de recours|defender of rights|enforcement procedure/;

const EXCERPT_BEFORE = 60;
const EXCERPT_LENGTH = 460;

/** The sentences that state conformance, else the beginning. Folding keeps lengths only nearly: the place is near enough. */
function excerptAround(text: string, folded: string): string {
  const at = folded.search(
    /(?:non|partiell?ement|totalement|not|partially|fully|totally)[ -](?:conforme|compliant)/,
  );
  const from = Math.max(0, at - EXCERPT_BEFORE);
  return text.slice(from, from + EXCERPT_LENGTH);
}
