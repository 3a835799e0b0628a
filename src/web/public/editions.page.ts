import { getMethodology } from '../../criteria/index.ts';
import type { EditionSummary } from '../../editions/index.ts';
import { downloadLinks, emptyState, html, type PageContent, pageHead, table } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { asFormat, urlsIn } from '../urls.ts';

/** Every published edition, the latest first. */
export function editionsPage({ l, urls }: PageContext, editions: readonly EditionSummary[]): PageContent {
  const words = l.messages.edition;
  return {
    title: words.listTitle,
    description: words.listIntro,
    paths: { fr: urlsIn('fr').editions(), en: urlsIn('en').editions() },
    main: html`${pageHead({ title: words.listTitle, lead: words.listIntro })}
${
  editions.length === 0
    ? emptyState(words.none, words.noneRemedy)
    : table(l, {
        caption: words.listTitle,
        captionHidden: true,
        columns: [
          { label: words.one },
          { label: words.cutoff },
          { label: words.published },
          { label: words.methodology },
          { label: l.messages.shell.procedures, numeric: true },
        ],
        rows: editions.map((edition) => [
          html`<a href="${urls.edition(edition.slug)}">${edition.label}</a>`,
          l.day(edition.cutoffOn),
          edition.reconstructed ? words.reconstructed : l.day(edition.publishedAt.toISOString().slice(0, 10)),
          html`<a href="${urls.methodology(edition.methodology)}">${getMethodology(edition.methodology).label[l.locale]}</a>`,
          edition.procedures === null ? '–' : l.number(edition.procedures),
        ]),
      })
}
${downloadLinks(l, [
  { format: 'JSON', href: asFormat(urls.editions(), 'json') },
  { format: 'CSV', href: asFormat(urls.editions(), 'csv') },
])}`,
  };
}
