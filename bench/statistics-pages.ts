/** Which pages of statistics are measured, and by which statement over the reviews themselves their figure is got. */
import { listSites } from '../src/catalogue/index.ts';
import { addMonths, dayOf } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { firstOfMonth, listButtons, type Period, REVIEW_QUESTIONS } from '../src/feedback/index.ts';
import { REVIEW_PARAMETERS, usualPeriod } from '../src/web/review-query.ts';
import { urlsIn, withQuery } from '../src/web/urls.ts';
import { benchClock } from './page-store.ts';
import { examplesOf, THREE_YEARS } from './statistics-store.ts';

/** The reviews that a page tells of. */
export type Scope = {
  readonly name: string;
  /** Null for all. */
  readonly subjectIds: readonly number[] | null;
  readonly period: Period;
  readonly questions: readonly string[];
};

export type StatisticsPage = {
  readonly address: string;
  /** Absent where the statement would be that of another page. */
  readonly scope?: Scope;
  /** From its JSON, how many reviews it says there are in its scope. */
  readonly told?: (body: unknown) => number;
};

const urls = urlsIn('fr');
const ALL = Object.values(REVIEW_QUESTIONS);
const today = dayOf(benchClock.now());
const year = usualPeriod(today);
/** The month in progress and the eleven before it, as views of many subjects have it. */
const months = { from: addMonths(firstOfMonth(today), -11), to: today };
const fiveWeeks = { from: '2025-12-12', to: today };
/** No end of a month: the most days that are read beside months. */
const ragged = { from: '2023-02-02', to: '2025-12-30' };

/** By name. */
export async function pagesOf(db: Database): Promise<Record<string, StatisticsPage>> {
  const { most, usual } = await examplesOf(db);
  const sites = await listSites(db);
  const [site] = sites;
  const [button] = await listButtons(db, most.subjectId);
  if (site === undefined || button === undefined) throw new Error('the store lacks sites or buttons');
  const network = sites.map(({ subjectId }) => subjectId);
  const [mostReviews, usualReviews] = [urls.procedureReviews(most), urls.procedureReviews(usual)];
  const between = (address: string, { from, to }: Period) =>
    withQuery(address, { [REVIEW_PARAMETERS.from]: from, [REVIEW_PARAMETERS.to]: to });
  const of = (
    name: string,
    subjectIds: readonly number[] | null,
    period: Period,
    questions = ALL,
  ): Scope => ({
    name,
    subjectIds,
    period,
    questions,
  });
  const nation = of('nation', null, months, ['satisfaction']);
  const places = of('sites', network, months, ['satisfaction']);
  const together = of('network', network, months);
  const ofMost = of('most', [most.subjectId], year);
  return {
    usual: { address: usualReviews, scope: of('usual', [usual.subjectId], year) },
    usualThreeYears: {
      address: between(usualReviews, THREE_YEARS),
      scope: of('usualThreeYears', [usual.subjectId], THREE_YEARS),
    },
    most: { address: mostReviews, scope: ofMost },
    mostThreeYears: {
      address: between(mostReviews, THREE_YEARS),
      scope: of('mostThreeYears', [most.subjectId], THREE_YEARS),
    },
    mostRaggedYears: { address: between(mostReviews, ragged), scope: of('ragged', [most.subjectId], ragged) },
    mostFiveWeeks: {
      address: between(mostReviews, fiveWeeks),
      scope: of('fiveWeeks', [most.subjectId], fiveWeeks),
    },
    mostOneButton: { address: withQuery(mostReviews, { [REVIEW_PARAMETERS.button]: button.id }) },
    mostOneEnding: { address: withQuery(mostReviews, { [REVIEW_PARAMETERS.ending]: 'success' }) },
    mostJson: { address: `${mostReviews}.json`, scope: ofMost, told: (body) => numberIn(body, 'reviews') },
    mostCsv: { address: `${mostReviews}.csv`, scope: ofMost },
    procedure: { address: urls.procedure(most) },
    nation: { address: urls.reviews(), scope: nation },
    nationJson: {
      address: `${urls.reviews()}.json`,
      scope: nation,
      told: (body) => numberIn(body, 'whole', 'reviews') + numberIn(body, 'reviews_elsewhere'),
    },
    nationCsv: { address: `${urls.reviews()}.csv`, scope: nation },
    sites: { address: urls.sites(), scope: places },
    sitesJson: {
      address: `${urls.sites()}.json`,
      scope: places,
      told: (body) => numberIn(body, 'networks', '0', 'results', 'satisfaction', 'n'),
    },
    sitesCsv: { address: `${urls.sites()}.csv`, scope: places },
    site: { address: urls.site(site.slug), scope: together },
    siteJson: {
      address: `${urls.site(site.slug)}.json`,
      scope: together,
      told: (body) => numberIn(body, 'network', 'results', 'satisfaction', 'n'),
    },
    siteCsv: { address: `${urls.site(site.slug)}.csv`, scope: together },
  };
}

function numberIn(body: unknown, ...path: string[]): number {
  const found = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], body);
  return typeof found === 'number' ? found : Number.NaN;
}
