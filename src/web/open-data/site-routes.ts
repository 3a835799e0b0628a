/** Reception sites as files. */
import type { Site } from '../../catalogue/index.ts';
import type { CsvValue } from '../../core/csv.ts';
import { VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { RESULT_COLUMNS, resultCells } from '../../editions/index.ts';
import type { Button } from '../../feedback/index.ts';
import { REVIEW_CRITERIA, REVIEW_METHODOLOGY } from '../review-report.ts';
import type { SiteContext } from '../server.ts';
import {
  type DescribedSite,
  type ListedSite,
  leftOutOf,
  readSite,
  readSiteList,
  type SiteList,
} from '../site-figures.ts';
import { parseSiteView, selectSites } from '../site-query.ts';
import { withQuery } from '../urls.ts';
import { sendCsv } from './csv-answer.ts';
import { reviewReportJson } from './review-json.ts';

/** Columns of `/lieux.csv`. */
export const SITE_COLUMNS = [
  'slug',
  'lieu',
  'reseau',
  'administration',
  'rue',
  'code_postal',
  'commune',
  'latitude',
  'longitude',
  'horaires',
  'accessibilite_des_locaux',
  'boutons_ouverts',
  'periode_debut',
  'periode_fin',
  'satisfaction',
  'satisfaction_n',
  'statut',
  'niveau',
  'intervalle_bas',
  'intervalle_haut',
] as const;

/** Columns of `/lieux/{slug}.csv`: one line a criterion, of the site, then of its network. */
export const SITE_RESULT_COLUMNS = [
  'slug',
  'lieu',
  'reseau',
  'portee',
  'lieux',
  'lieux_avec_avis',
  'methode',
  'critere',
  ...RESULT_COLUMNS,
] as const;

type Format = 'json' | 'csv';

export function siteData(app: App, site: SiteContext, prefix: string): void {
  for (const format of ['json', 'csv'] as const satisfies Format[]) {
    app.get(`${prefix}/lieux.${format}`, guard('live'), async (c) => {
      const list = await readSiteList(site);
      const found = selectSites(list, parseSiteView(c.req.query(), list));
      if (format === 'csv') {
        return sendCsv(
          c,
          SITE_COLUMNS,
          found.map((one) => listRow(one, list)),
        );
      }
      return c.json(listJson(list, found));
    });
    app.get(`${prefix}/lieux/:file{[a-z0-9-]+\\.${format}}`, guard('live'), async (c) => {
      const slug = c.req.param('file').slice(0, -format.length - 1);
      const found = await readSite(site, slug, c.req.query());
      if (found === null) throw new VigieError('NotFound', `There is no reception site ${slug}.`);
      const { current, moved } = found.history;
      if (moved) {
        return c.redirect(withQuery(`${prefix}/lieux/${current.slug}.${format}`, c.req.query()), 301);
      }
      return send(c, found, format);
    });
  }
}

function send(c: HttpContext, found: DescribedSite, format: Format) {
  return format === 'json'
    ? c.json(describedJson(found))
    : sendCsv(c, SITE_RESULT_COLUMNS, resultRows(found));
}

function siteJson(site: Site) {
  return {
    slug: site.slug,
    name: site.name,
    network: site.network,
    organisation: site.organisation?.slug ?? null,
    street: site.street,
    postcode: site.postcode,
    municipality: site.municipality,
    latitude: site.latitude,
    longitude: site.longitude,
    opening_hours: site.openingHours,
    premises_accessibility: site.premisesAccessibility,
  };
}

function listJson({ period, networks }: SiteList, found: readonly ListedSite[]) {
  return {
    period,
    methodology: REVIEW_METHODOLOGY.id,
    networks: networks.map(({ name, sites, told, satisfaction }) => ({
      ...{ name, sites, sites_with_reviews: told, results: { satisfaction } },
    })),
    sites: found.map(({ site, openButtons, satisfaction }) => ({
      ...siteJson(site),
      open_buttons: openButtons,
      results: { satisfaction: satisfaction() },
    })),
  };
}

function listRow(
  { site, openButtons, satisfaction: judged }: ListedSite,
  { period }: SiteList,
): Record<(typeof SITE_COLUMNS)[number], CsvValue> {
  const satisfaction = judged();
  return {
    slug: site.slug,
    lieu: site.name,
    reseau: site.network,
    administration: site.organisation?.name ?? null,
    rue: site.street,
    code_postal: site.postcode,
    commune: site.municipality,
    latitude: site.latitude,
    longitude: site.longitude,
    horaires: site.openingHours,
    accessibilite_des_locaux: site.premisesAccessibility,
    boutons_ouverts: openButtons,
    periode_debut: period.from,
    periode_fin: period.to,
    satisfaction: satisfaction.value,
    satisfaction_n: satisfaction.n,
    statut: satisfaction.status,
    niveau: satisfaction.level,
    intervalle_bas: satisfaction.interval?.[0] ?? null,
    intervalle_haut: satisfaction.interval?.[1] ?? null,
  };
}

function buttonJson({ id, channel, step, language, questionnaire, createdAt, closedAt }: Button) {
  return {
    ...{ id, channel, step, language, questionnaire },
    state: closedAt === null ? 'open' : 'closed',
    created_at: createdAt.toISOString(),
    closed_at: closedAt?.toISOString() ?? null,
  };
}

function describedJson(described: DescribedSite) {
  const { history, buttons, report, network } = described;
  return {
    site: siteJson(history.current),
    names: history.versions.map(({ name, validFrom }) => ({ name, valid_from: validFrom })),
    ...reviewReportJson(report),
    reviews_left_out: leftOutOf(described),
    network: network && {
      name: network.name,
      period: network.period,
      sites: network.sites,
      sites_with_reviews: network.told,
      results: network.results,
    },
    buttons: buttons.map(buttonJson),
  };
}

type ResultRow = Record<(typeof SITE_RESULT_COLUMNS)[number], CsvValue>;

function resultRows({ history: { current }, report, network }: DescribedSite): ResultRow[] {
  const own = REVIEW_CRITERIA.map((id) => ({
    ...{ methode: REVIEW_METHODOLOGY.id, critere: id },
    ...resultCells(report.results[id]),
    ...{ slug: current.slug, lieu: current.name, reseau: current.network, portee: 'lieu' },
    ...{ lieux: null, lieux_avec_avis: null },
  }));
  if (network === null) return own;
  const together = REVIEW_CRITERIA.map((id) => ({
    ...{ methode: REVIEW_METHODOLOGY.id, critere: id },
    ...resultCells(network.results[id]),
    ...{ slug: null, lieu: null, reseau: network.name, portee: 'reseau' },
    ...{ lieux: network.sites, lieux_avec_avis: network.told[id] },
  }));
  return [...own, ...together];
}
