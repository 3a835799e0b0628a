import { AUDIENCES, LIFE_EVENTS, type Organisation, type Procedure } from '../../catalogue/index.ts';
import type { EntryInEdition } from '../../editions/index.ts';
import { externalLink, factLine, type Html, html, pageHead } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';

/** Whose procedure it is and what it is worth in plain words, the way to it, then what it is. */
export function procedureHead(
  context: PageContext,
  current: Procedure,
  { summary, latest }: { summary: readonly string[]; latest: EntryInEdition | undefined },
): Html {
  const { l, urls } = context;
  const words = l.messages.procedure;
  const source =
    latest === undefined || summary.length === 0
      ? ''
      : html` <span class="according"><a href="${urls.edition(latest.edition)}">${words.accordingTo(latest.label)}</a></span>`;
  return html`${pageHead({
    title: current.name,
    lang: 'fr',
    over: owners(context, current),
    lead: html`${summary.length === 0 ? words.nothingKnown : summary.join(' ')}${source}`,
  })}
<p class="go-to">${addressOf(context, current)}</p>
${identity(context, current)}`;
}

/** The organisation then its ministry, each with its page; one of them when they are the same. */
export function owners({ urls }: PageContext, { organisation, ministry }: Procedure): Html | '' {
  const all = [organisation, ministry].filter((one) => one !== null);
  const distinct = all.filter((one, at) => all.findIndex((other) => other.slug === one.slug) === at);
  if (distinct.length === 0) return '';
  return html`<span class="owners" lang="fr">${distinct.map(
    (one) => html`<a href="${urls.organisation(one.slug)}">${shortName(one)}</a>`,
  )}</span>`;
}

/** The acronym with the name it stands for, or the name. */
function shortName({ acronym, name }: Organisation): Html | string {
  return acronym === null || acronym === name ? name : html`<abbr title="${name}">${acronym}</abbr>`;
}

function addressOf({ l }: PageContext, { publishedUrl, url }: Procedure): Html | string {
  const words = l.messages.procedure;
  if (url !== null) return externalLink(url, words.goToProcedure);
  return publishedUrl === null ? words.noUrl : words.unusableUrl(publishedUrl);
}

function identity({ l }: PageContext, current: Procedure): Html {
  const words = l.messages.catalogue;
  const named = (terms: readonly { fr: string; en: string }[]) => l.list(terms.map((term) => term[l.locale]));
  return factLine([
    words.kinds[current.kind],
    ...(current.audiences.length === 0 ? [] : [named(current.audiences.map((code) => AUDIENCES[code]))]),
    ...(current.lifeEvents.length === 0 ? [] : [named(current.lifeEvents.map((code) => LIFE_EVENTS[code]))]),
    ...(current.onlineOnlySince === null ? [] : [words.onlineOnlySince(l.day(current.onlineOnlySince))]),
    ...(current.plannedOpeningOn === null ? [] : [words.plannedOpening(l.day(current.plannedOpeningOn))]),
    words.publicId(current.publicId),
  ]);
}
