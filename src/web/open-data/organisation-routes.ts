/** Organisations as files. */
import type { Organisation } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  ORGANISATION_COLUMNS,
  type OrganisationFigures,
  organisationCsvRows,
  type WrittenOrganisation,
} from '../../editions/index.ts';
import {
  type DescribedOrganisation,
  type OrganisationList,
  organisationReader,
} from '../organisation-figures.ts';
import { COMPARED, parseCompared } from '../organisation-query.ts';
import { readOrganisationUsage } from '../organisation-usage.ts';
import type { SiteContext } from '../server.ts';
import { withQuery } from '../urls.ts';
import { readUsage } from '../usage-record.ts';
import { sendCsv } from './csv-answer.ts';
import {
  ORGANISATION_USAGE_COLUMNS,
  organisationUsageJson,
  organisationUsageRows,
} from './organisation-usage.ts';

type Format = 'json' | 'csv';
const FORMATS: readonly Format[] = ['json', 'csv'];

export function organisationData(app: App, site: SiteContext, prefix: string): void {
  const reader = organisationReader(site);
  for (const format of FORMATS) {
    const base = `${prefix}/administrations`;
    app.get(`${base}.${format}`, guard('public'), async (c) => sendList(c, format, await reader.list()));
    app.get(`${base}/comparaison.${format}`, guard('public'), async (c) => {
      const compared = await parseCompared(c.req.queries(COMPARED) ?? [], reader.findShown);
      return sendList(c, format, { ...(await reader.list()), rows: compared ?? [] });
    });
    app.get(`${base}/:file{[a-z0-9-]+\\.${format}}`, guard('live'), async (c) => {
      const slug = c.req.param('file').slice(0, -format.length - 1);
      const found = await reader.find(slug);
      if (found === null) throw new VigieError('NotFound', `There is no organisation ${slug}.`);
      const { current, moved } = found.history;
      const parameters = c.req.query();
      if (moved) return c.redirect(withQuery(`${base}/${current.slug}.${format}`, parameters), 301);
      const usage = await readOrganisationUsage(site, found.followed, parameters);
      const record = await readUsage(site);
      if (format === 'json')
        return c.json({ ...describedJson(found), usage: organisationUsageJson(usage, record) });
      return sendCsv(
        c,
        [...ORGANISATION_COLUMNS, ...ORGANISATION_USAGE_COLUMNS],
        [...organisationCsvRows([writtenOf(found)]), ...organisationUsageRows(current, usage, record)],
      );
    });
  }
}

/** Every organisation, or those compared, after all procedures together. */
function sendList(c: HttpContext, format: Format, { latest, whole, rows }: OrganisationList) {
  if (format === 'json') {
    return c.json({
      edition: latest,
      whole: { procedures: whole.followed, ...figuresJson(whole.figures) },
      organisations: rows.map((row) => ({
        ...organisationJson(row.organisation, row.ancestors),
        procedures: row.followed,
        ...figuresJson(row.figures),
      })),
    });
  }
  const written: WrittenOrganisation[] = [
    { organisation: null, parent: null, ...whole },
    ...rows.map(({ organisation, ancestors, followed, figures }) => ({
      organisation,
      parent: ancestors[0]?.slug ?? null,
      followed,
      figures,
    })),
  ];
  return sendCsv(c, ORGANISATION_COLUMNS, organisationCsvRows(written));
}

function organisationJson({ slug, name, acronym, level }: Organisation, ancestors: readonly Organisation[]) {
  return { slug, name, acronym, level, parent: ancestors[0]?.slug ?? null };
}

/** The edition that the figures are of: the last one with procedures of the organisation. */
function figuresJson({ told, freshness }: OrganisationFigures) {
  return {
    edition: told?.edition.slug ?? null,
    aggregate: told?.aggregate ?? null,
    freshness,
  };
}

function describedJson({ history, latest, figures, followed, series, changes }: DescribedOrganisation) {
  const { current, ancestors, versions, children } = history;
  return {
    organisation: {
      ...organisationJson(current, ancestors),
      children: children.map(({ slug }) => slug),
      names: versions.map(({ name, acronym, validFrom }) => ({ name, acronym, valid_from: validFrom })),
    },
    latest_edition: latest?.slug ?? null,
    procedures: {
      catalogue: followed.map(({ publicId }) => publicId),
      edition: figures.told?.procedures.map(({ id }) => id) ?? [],
    },
    edition: figures.told?.edition ?? null,
    aggregate: figures.told?.aggregate ?? null,
    whole: figures.told?.whole ?? null,
    freshness: figures.freshness,
    series: series.map(({ cutoffOn, ...point }) => ({ ...point, cutoff_on: cutoffOn })),
    changes,
  };
}

function writtenOf({ history, followed, figures }: DescribedOrganisation): WrittenOrganisation {
  const { current, ancestors } = history;
  return { organisation: current, parent: ancestors[0]?.slug ?? null, followed: followed.length, figures };
}
