import type { EditionSummary } from '../../editions/index.ts';
import { type Html, html, type PageContent, pageHead, table } from '../design/index.ts';
import { linkedText } from '../linked-text.ts';
import { OUTSIDE } from '../outside-addresses.ts';
import type { PageContext } from '../page-context.ts';
import { asFormat, type ProcedureRef, SITEMAP, urlsIn, withParameters } from '../urls.ts';
import { partLinks, textBlocks } from './text-section.page.ts';

/** What the examples of the page are taken from; null or empty where the store holds nothing of it. */
export type DataExamples = {
  /** The latest cut-off first. */
  readonly editions: readonly EditionSummary[];
  readonly procedure: ProcedureRef | null;
  /** Slug of an organisation. */
  readonly organisation: string | null;
  /** Slug of a reception site. */
  readonly site: string | null;
};

/** Every file of the site with its address, its format and its licence. */
export function dataPage(context: PageContext, origin: string, examples: DataExamples): PageContent {
  const { l } = context;
  const { contents, data: words } = l.messages.texts;
  const latest = exampleEdition(examples);
  const parts = [
    { id: 'files', title: words.files, body: filesPart(context, examples) },
    { id: 'formats', title: words.formats, body: formatsPart(context) },
    { id: 'promise', title: words.promise, body: textBlocks(context, [words.promises]) },
    { id: 'licence', title: words.licence, body: textBlocks(context, words.licenceText) },
    { id: 'verify', title: words.verify, body: verifyPart(context, origin, latest) },
    { id: 'examples', title: words.examples, body: examplesPart(context, origin, latest) },
  ];
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').data(), en: urlsIn('en').data() },
    structured: structuredCatalogue(context, origin, examples.editions),
    main: html`${pageHead({ title: words.title, lead: words.lead })}
${partLinks(contents, parts)}
<div class="text">${parts.map(
      ({ id, title, body }) =>
        html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`,
    )}</div>`,
  };
}

/** The latest edition whose procedures are known, else the latest. */
function exampleEdition({ editions }: DataExamples): EditionSummary | undefined {
  return editions.find(({ knownBy }) => knownBy === 'procedures') ?? editions[0];
}

type FileRow = { what: string; address: string; formats: readonly ('json' | 'csv')[] };

/** One line a kind of file. An address without formats is itself the file. */
function fileRows({ l, urls }: PageContext, examples: DataExamples): FileRow[] {
  const { rows } = l.messages.texts.data;
  const { editions, procedure, organisation, site } = examples;
  const latest = exampleEdition(examples);
  const other = editions.find((edition) => edition !== latest);
  const both = ['json', 'csv'] as const;
  const file = (what: string, address: string, formats: FileRow['formats'] = both) => ({
    what,
    address,
    formats,
  });
  return [
    file(rows.editions, urls.editions()),
    ...(latest === undefined
      ? []
      : [
          file(rows.edition, urls.edition(latest.slug)),
          file(rows.revision, urls.editionRevision(latest.slug, 1)),
          file(rows.manifest, urls.editionManifest(latest.slug), []),
          file(rows.summary, urls.editionSummary(latest.slug)),
        ]),
    ...(latest === undefined || other === undefined
      ? []
      : [file(rows.comparison, urls.editionComparison(latest.slug, other.slug))]),
    file(rows.procedures, urls.procedures()),
    ...(procedure === null
      ? []
      : [
          file(rows.procedure, urls.procedure(procedure)),
          file(rows.procedureReviews, urls.procedureReviews(procedure)),
        ]),
    file(rows.reviews, urls.reviews()),
    file(rows.organisations, urls.organisations()),
    ...(organisation === null ? [] : [file(rows.organisation, urls.organisation(organisation))]),
    file(rows.sites, urls.sites()),
    ...(site === null ? [] : [file(rows.site, urls.site(site))]),
    file(rows.usages, urls.usages()),
    file(rows.usage, urls.usage('visits')),
    file(rows.usageCoverage, urls.usageCoverage()),
    file(rows.availability, urls.availability()),
    file(rows.surveys, urls.surveys()),
    file(rows.criteria, urls.criteria()),
    file(rows.criterion, urls.criterion('satisfaction')),
    file(rows.methodologies, urls.methodologies()),
    file(rows.methodology, urls.methodology('vigie-1')),
    file(rows.editionsFeed, urls.editionsFeed(), []),
    file(rows.correctionsFeed, urls.correctionsFeed(), []),
    file(rows.incidentsFeed, urls.incidentsFeed(), []),
    file(rows.sitemap, SITEMAP, []),
  ];
}

function filesPart(context: PageContext, examples: DataExamples): Html {
  const { l, urls } = context;
  const words = l.messages.texts.data;
  const latest = exampleEdition(examples);
  return html`<p>${linkedText(context, words.filesNote(latest === undefined ? '' : urls.edition(latest.slug)))}</p>
${table(l, {
  caption: words.caption,
  captionHidden: true,
  cards: true,
  columns: [words.content, words.address, words.downloads].map((label) => ({ label })),
  rows: fileRows(context, examples).map(({ what, address, formats }) => [
    what,
    html`<code class="address">${address}</code>`,
    fileLinks(context, what, address, formats),
  ]),
})}`;
}

function fileLinks(
  { l }: PageContext,
  what: string,
  address: string,
  formats: readonly ('json' | 'csv')[],
): Html {
  const link = (href: string, label: string) =>
    html`<li><a href="${href}">${label}<span class="visually-hidden"> – ${what}</span></a></li>`;
  const extension = /\.([a-z]+)$/.exec(address)?.[1];
  const file = extension === 'atom' ? 'Atom' : extension?.toUpperCase();
  const links = formats.flatMap((format) => {
    const href = asFormat(address, format);
    if (format === 'json') return [link(href, 'JSON')];
    return [link(href, 'CSV'), link(withParameters(href, { excel: 1 }), l.messages.texts.data.spreadsheet)];
  });
  return html`<ul class="file-links">${formats.length === 0 ? link(address, file ?? address) : links}</ul>`;
}

function formatsPart(context: PageContext): Html {
  const { formatList, meaning } = context.l.messages.texts.data;
  const { excel, csv, json, atom } = formatList;
  return textBlocks(context, [[excel('?excel=1'), csv, json, atom], meaning]);
}

function verifyPart(context: PageContext, origin: string, latest: EditionSummary | undefined): Html {
  const { verifyText } = context.l.messages.texts.data;
  const urls = urlsIn('fr');
  const text = html`<p>${linkedText(context, verifyText)}</p>`;
  if (latest === undefined) return text;
  return html`${text}${commands(context, [
    `curl -s -o edition.json ${origin}${asFormat(urls.editionRevision(latest.slug, latest.revision), 'json')}`,
    `curl -s ${origin}${urls.editionManifest(latest.slug)}`,
    'sha256sum edition.json',
  ])}`;
}

function examplesPart(context: PageContext, origin: string, latest: EditionSummary | undefined): Html {
  const words = context.l.messages.texts.data;
  const urls = urlsIn('fr');
  if (latest === undefined) return html`<p>${words.noEdition}</p>`;
  const list = `${origin}${asFormat(urls.editions(), 'json')}`;
  return html`<p>${linkedText(context, words.examplesText)}</p>
<h3>${words.exampleEdition}</h3>${commands(context, [`curl -O ${origin}${asFormat(urls.edition(latest.slug), 'csv')}`])}
<h3>${words.exampleList}</h3>${commands(context, [`curl -s ${list}`])}
<h3>${words.exampleUnchanged}</h3>${commands(context, [`curl -s --etag-save etag --etag-compare etag -o editions.json ${list}`])}`;
}

/** Lines for a terminal. */
function commands({ l }: PageContext, lines: readonly string[]): Html {
  const { copy, copied } = l.messages.pageData;
  return html`<pre class="commands"><code data-copy="${copy}" data-copied="${copied}">${lines.join('\n')}</code></pre>`;
}

function structuredCatalogue(
  { l, urls }: PageContext,
  origin: string,
  editions: readonly EditionSummary[],
): Readonly<Record<string, unknown>> {
  const words = l.messages.texts.data;
  return {
    '@type': 'DataCatalog',
    '@id': `${origin}${urls.data()}`,
    url: `${origin}${urls.data()}`,
    name: `${l.messages.shell.siteName}, ${words.title}`,
    description: words.lead,
    license: OUTSIDE.openLicence,
    dataset: editions.map(({ slug, label }) => ({
      '@type': 'Dataset',
      '@id': `${origin}${urls.edition(slug)}`,
      url: `${origin}${urls.edition(slug)}`,
      name: l.messages.edition.title(label),
      license: OUTSIDE.openLicence,
    })),
  };
}
