import { VigieError } from '../../core/errors.ts';
import { getMethodology } from '../../criteria/index.ts';
import type { EditionSummary } from '../../editions/index.ts';
import { SAME_EDITION } from '../comparison-query.ts';
import {
  choiceForm,
  emptyState,
  type Html,
  html,
  type PageContent,
  pageHead,
  table,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';

/** Names of the parameters of the form that compares, as readers see them in the address. */
export const COMPARING = { one: 'comparer', other: 'avec' } as const;

/**
 * The two editions that an address asks to compare, or null when it asks for none.
 * @throws VigieError InvalidInput naming the parameter that is missing, unknown, or the same as the other
 */
export function parseComparing(
  parameters: Readonly<Record<string, string>>,
  editions: readonly Pick<EditionSummary, 'slug'>[],
): readonly [one: string, other: string] | null {
  const [one = '', other = ''] = [parameters[COMPARING.one], parameters[COMPARING.other]];
  if (one === '' && other === '') return null;
  const isKnown = (slug: string) => editions.some((edition) => edition.slug === slug);
  const fields = [
    ...(isKnown(one) ? [] : [{ path: COMPARING.one, message: 'no such edition; choose one in the form' }]),
    ...(isKnown(other)
      ? []
      : [{ path: COMPARING.other, message: 'no such edition; choose one in the form' }]),
    ...(isKnown(other) && one === other ? [{ path: COMPARING.other, message: SAME_EDITION }] : []),
  ];
  if (fields.length === 0) return [one, other];
  throw new VigieError('InvalidInput', 'Two different editions are compared.', fields);
}

/** Every published edition, the latest first, and a form that compares two of them. */
export function editionsPage(context: PageContext, editions: readonly EditionSummary[]): PageContent {
  const { l, urls } = context;
  const words = l.messages.edition;
  return {
    title: words.listTitle,
    description: words.listIntro,
    paths: { fr: urlsIn('fr').editions(), en: urlsIn('en').editions() },
    data: { formats: ['json', 'csv'], whole: true, cite: { title: words.listTitle } },
    main: html`${pageHead({ title: words.listTitle, lead: words.listIntro })}
${editions.length === 0 ? emptyState(words.none, words.noneRemedy) : editionTable(context, editions)}
${editions.some(({ reconstructed }) => reconstructed) ? html`<p class="note"><strong>${words.reconstructed}.</strong> ${words.reconstructedMeaning}</p>` : ''}
${comparingForm(context, editions)}
<p><a href="${urls.editionsFeed()}">${l.messages.feed.follow}</a></p>`,
  };
}

function editionTable({ l, urls }: PageContext, editions: readonly EditionSummary[]): Html {
  const words = l.messages.edition;
  return table(l, {
    caption: words.listTitle,
    captionHidden: true,
    cards: true,
    columns: [
      { label: words.one },
      { label: words.cutoff },
      { label: words.published },
      { label: words.methodology },
      { label: l.messages.shell.procedures, numeric: true },
    ],
    rows: editions.map((edition) => [
      nameCell({ l, urls }, edition),
      l.day(edition.cutoffOn),
      publicationCell({ l, urls }, edition),
      html`<a href="${urls.methodology(edition.methodology)}">${getMethodology(edition.methodology).label[l.locale]}</a>`,
      edition.procedures === null ? '–' : l.number(edition.procedures),
    ]),
  });
}

function nameCell({ l, urls }: PageContext, { slug, label, knownBy }: EditionSummary): Html {
  const { totals, editionPages } = l.messages;
  return html`<a href="${urls.edition(slug)}" lang="fr">${label}</a> <small><a href="${urls.editionArticle(slug)}" aria-label="${editionPages.articleOf(label)}">${editionPages.article}</a>${knownBy === 'totals' ? ` · ${totals.notice}` : ''}</small>`;
}

function publicationCell({ l, urls }: PageContext, edition: EditionSummary): Html {
  const words = l.messages.edition;
  const dayOf = (instant: Date) => l.day(instant.toISOString().slice(0, 10));
  return html`${edition.reconstructed ? words.reconstructed : dayOf(edition.publishedAt)}${
    edition.revisedAt === null
      ? ''
      : html` <small><a href="${urls.edition(edition.slug)}#revisions">${l.messages.revisions.correctedOn(dayOf(edition.revisedAt))}</a>, ${words.revision(edition.revision).toLocaleLowerCase(l.locale)}</small>`
  }`;
}

function comparingForm({ l, urls }: PageContext, editions: readonly EditionSummary[]): Html | '' {
  const [first, second] = editions;
  if (first === undefined || second === undefined) return '';
  const words = l.messages.comparing;
  const options = editions.map(({ slug, label }) => ({ value: slug, label, lang: 'fr' }));
  return html`<section aria-labelledby="compare"><h2 id="compare">${words.title}</h2>
${choiceForm({
  action: urls.editions(),
  submit: words.compare,
  fields: [
    { name: COMPARING.one, label: words.from, value: first.slug, options },
    { name: COMPARING.other, label: words.to, value: second.slug, options },
  ],
})}</section>`;
}
