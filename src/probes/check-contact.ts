/** Whether those in trouble find somebody to ask: what a page says, and its page of contact where it has one. Pure. */
import type { CheckAdvice, CheckFigures, CheckOutcome } from './check.ts';
import { excerptOf, fold, hostOf, type PageLink, type PageReading } from './page-reading.ts';

/** Bounded: each letter of a long page without any would be tried to its end. */
const EMAIL = /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b/;
/** French numbers, with or without the country; short ones only where a call is spoken of. */
const PHONE = /(?:\+33[ .]?|\b0)[1-9](?:[ .-]?\d{2}){4}\b|\b0 ?8\d{2}(?: ?\d{3}){2}\b/;
const SHORT_PHONE =
  /(?:tel(?:ephone)?\.?|appel[a-z]*|numero|composez le|joindre)[^.\n]{0,40}\b(?:3\d ?\d{2}|1\d{2,3})\b/;
const HOURS =
  /\b\d{1,2} ?(?:h|heures?)(?: ?\d{2})?\b[^.\n]{0,20}?(?:a|-|et|jusqu'a) ?\b\d{1,2} ?(?:h|heures?)/;
const ENGLISH_HOURS =
  /\b\d{1,2}(?:[:.]\d{2})? ?[ap]m?[^.\n]{0,12}?(?:to|-|until) ?\d{1,2}(?:[:.]\d{2})? ?[ap]m/;
const DAYS = /lundi|mardi|mercredi|jeudi|vendredi|samedi|7 ?j|tous les jours|monday|weekday|every day/;
const CONTACT_LINK =
  /\b(?:contact(?:s|er|ez)?|nous ecrire|ecrivez-nous|formulaire de contact|poser une question)\b/;
const HELP_LINK =
  /\b(?:aide|faq|foire aux questions|questions? frequentes?|assistance|mode d'emploi|help|support)\b/;
const NOT_HELP = /\baides? (?:sociale|financiere|au logement|a la|aux|juridique)/;

/** The page of contact that a page leads to, on the same site; null where there is none. */
export function findContactLink({ links, url }: PageReading): PageLink | null {
  const host = hostOf(url);
  return (
    links.find(({ text, href }) => {
      return CONTACT_LINK.test(fold(text)) && /^https?:/.test(href) && hostOf(href) === host;
    }) ?? null
  );
}

/** @param contactPage the page that `findContactLink` leads to, where it could be read */
export function checkContact(
  reading: PageReading,
  contactPage: PageReading | null,
): CheckOutcome<'contact_and_help'> {
  const pages = contactPage === null ? [reading] : [reading, contactPage];
  const found = pages.map(meansOn);
  const has = (means: keyof CheckFigures['contact_and_help']) => found.some((one) => one[means] !== null);
  const figures = {
    email: has('email'),
    phone: has('phone'),
    form: has('form'),
    openingHours: has('openingHours'),
    helpPage: has('helpPage'),
  };
  const isDirect = figures.email || figures.phone || figures.form;
  const advice: CheckAdvice[] = [];
  if (!isDirect) advice.push('give_direct_contact');
  if (figures.phone && !figures.openingHours) advice.push('give_opening_hours');
  if (!figures.helpPage) advice.push('add_help_page');
  return {
    kind: 'contact_and_help',
    result: isDirect ? 'pass' : 'fail',
    figures,
    evidence: {
      url: reading.url,
      reason: null,
      advice,
      excerpts: pages.map((page, at) => {
        const words = Object.values(found[at] ?? {}).filter((one) => one !== null);
        return excerptOf(page, words.join(' · '));
      }),
    },
  };
}

type Means = Readonly<Record<keyof CheckFigures['contact_and_help'], string | null>>;

/** The words that give each means on a page; null where it has none. */
function meansOn({ text, links, messageForms }: PageReading): Means {
  const folded = fold(text);
  const first = (pattern: RegExp) => pattern.exec(folded)?.[0] ?? null;
  const link = (scheme: string) => links.find(({ href }) => href.startsWith(scheme))?.href ?? null;
  const hours = DAYS.test(folded) ? (first(HOURS) ?? first(ENGLISH_HOURS)) : null;
  const help = links.find(({ text: words, href }) => {
    const said = fold(words);
    return HELP_LINK.test(said) && !NOT_HELP.test(said) && /^https?:/.test(href);
  });
  return {
    email: link('mailto:') ?? first(EMAIL),
    phone: link('tel:') ?? first(PHONE) ?? first(SHORT_PHONE),
    form: messageForms > 0 ? `${messageForms} <textarea>` : null,
    openingHours: hours,
    helpPage: help === undefined ? null : help.href,
  };
}
