import { addDays, addMonths } from '../core/clock.ts';
import { getMethodology } from '../criteria/index.ts';
import type { PublishedEdition } from '../editions/index.ts';
import { OUTSIDE } from './outside-addresses.ts';
import type { PageContext } from './page-context.ts';
import type { Place } from './shell.ts';
import { asFormat } from './urls.ts';

/**
 * A published edition as a dataset of schema.org, with its files.
 *
 * @param path address of its page: the edition's own, or that of one of its revisions
 */
export function structuredEdition(
  { l }: PageContext,
  { edition, totals }: PublishedEdition,
  { origin, operator }: Pick<Place, 'origin' | 'operator'>,
  path: string,
): Readonly<Record<string, unknown>> {
  const words = l.messages.texts.data;
  const url = `${origin}${path}`;
  const day = l.day(edition.cutoff_on);
  return {
    '@type': 'Dataset',
    '@id': url,
    url,
    name: `${l.messages.shell.siteName}, ${l.messages.edition.title(edition.label)}`,
    description: words.datasetDescription(edition.label, day),
    identifier: edition.slug,
    version: String(edition.revision),
    datePublished: edition.published_at,
    dateModified: edition.revised_at ?? edition.published_at,
    temporalCoverage: totals === null ? periodOf(edition) : edition.cutoff_on,
    inLanguage: 'fr',
    license: OUTSIDE.openLicence,
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: operator.publisher ?? l.messages.shell.siteName },
    distribution: [
      { format: 'json', encodingFormat: 'application/json' },
      { format: 'csv', encodingFormat: 'text/csv' },
    ].map(({ format, encodingFormat }) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: `${origin}${asFormat(path, format as 'json' | 'csv')}`,
    })),
  };
}

/** The days that the answers of an edition come from, as ISO 8601 writes an interval. */
function periodOf({ cutoff_on, methodology }: PublishedEdition['edition']): string {
  const { windowMonths } = getMethodology(methodology);
  return `${addDays(addMonths(cutoff_on, -windowMonths), 1)}/${cutoff_on}`;
}
