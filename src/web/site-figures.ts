/**
 * The reception sites with what their reviews say, by the same questions and the same method as procedures on the web, and
 * their networks. The mean of a network is over all the answers about its sites, never a mean of their marks.
 */
import {
  findSiteHistory,
  findSubjectBySlug,
  listOrganisations,
  listSites,
  type Organisation,
  type OrganisationNode,
  type Site,
  type SiteHistory,
} from '../catalogue/index.ts';
import { dayOf } from '../core/clock.ts';
import type { PublishedResult } from '../editions/index.ts';
import {
  type Button,
  countOpenButtons,
  countReviews,
  numberOfReviews,
  type Period,
  type ReviewCriterion,
  readCountsTogether,
  readSatisfaction,
  subjectTotals,
} from '../feedback/index.ts';
import { readButtons } from './review-buttons.ts';
import { parseReviewQuery, usualMonths, wholeMonths } from './review-query.ts';
import {
  judgeReview,
  judgeReviews,
  type ReviewReport,
  type ReviewResults,
  readReviewReport,
} from './review-report.ts';
import type { SiteContext } from './server.ts';

export type ListedSite = {
  readonly site: Site;
  /** The organisation that answers for it and those above, the closest first. */
  readonly owners: readonly Organisation[];
  readonly openButtons: number;
  /** Judged when it is asked for: a page shows fifty sites of thousands. */
  satisfaction(): PublishedResult;
};

export type ListedNetwork = {
  readonly name: string;
  readonly sites: number;
  /** Of its sites, those with a review. */
  readonly told: number;
  readonly satisfaction: PublishedResult;
};

export type SiteList = {
  readonly period: Period;
  /** By network, then by name; those without a network last. */
  readonly sites: readonly ListedSite[];
  /** By name. */
  readonly networks: readonly ListedNetwork[];
};

/** A network beside one of its sites, which is in it: all the answers of a period, whatever the view of the site. */
export type NetworkFigures = {
  readonly name: string;
  /** The months that the period of the site touches. */
  readonly period: Period;
  readonly sites: number;
  /** Of its sites, those with an answer that tells each criterion. */
  readonly told: Readonly<Record<ReviewCriterion, number>>;
  readonly results: ReviewResults;
};

export type DescribedSite = {
  readonly history: SiteHistory;
  /** Open ones first. */
  readonly buttons: readonly Button[];
  /** As of a procedure. */
  readonly report: ReviewReport;
  /** Null for a site of no network. */
  readonly network: NetworkFigures | null;
};

type Sources = Pick<SiteContext, 'db' | 'clock' | 'remembered'>;

/** What changes with the catalogue alone: 3,000 sites take 50 ms to read. */
export const readSites = ({ db }: Pick<SiteContext, 'db'>) => listSites(db);

/** What changes with the catalogue and the buttons: who answers for each site, and how many buttons it has open. */
async function readEquipment({ db }: Pick<SiteContext, 'db'>) {
  const [openButtons, organisations] = await Promise.all([countOpenButtons(db), listOrganisations(db)]);
  return { owners: ownersByOrganisation(organisations), openButtons };
}

/** Every site in force, with its satisfaction over the last twelve months. */
export async function readSiteList({ db, clock, remembered }: Sources): Promise<SiteList> {
  const period = usualMonths(dayOf(clock.now()));
  const [sites, { owners, openButtons }] = await Promise.all([
    remembered(readSites),
    remembered(readEquipment),
  ]);
  const ids = sites.map(({ subjectId }) => subjectId);
  const totals = subjectTotals(await readSatisfaction(db, { period, subjectIds: ids }), period);
  const satisfactionOf = (of: readonly Site[]) => {
    const grades = of.flatMap(({ subjectId }) => Object.entries(totals.get(subjectId) ?? {}));
    const counts = countReviews(grades.map(([grade, n]) => ({ question: 'satisfaction', grade, n })));
    return judgeReview('satisfaction', counts, period);
  };
  const networks = Map.groupBy(sites, ({ network }) => network);
  return {
    period,
    sites: sites
      .map((site) => ({
        site,
        owners: owners.get(site.organisationId ?? 0) ?? [],
        openButtons: openButtons.get(site.subjectId) ?? 0,
        satisfaction: () => satisfactionOf([site]),
      }))
      .sort((one, other) => byNetwork(one.site.network, other.site.network)),
    networks: [...networks]
      .flatMap(([name, of]) =>
        name === null
          ? []
          : [
              {
                name,
                sites: of.length,
                told: of.filter(({ subjectId }) => totals.has(subjectId)).length,
                satisfaction: withoutLevel(satisfactionOf(of)),
              },
            ],
      )
      .sort((one, other) => byNetwork(one.name, other.name)),
  };
}

/** Each organisation with those above it, by its id. */
function ownersByOrganisation(
  nodes: readonly OrganisationNode[],
  above: readonly Organisation[] = [],
): Map<number, readonly Organisation[]> {
  return new Map(
    nodes.flatMap((node) => {
      const owners = [node, ...above];
      return [[node.subjectId, owners] as const, ...ownersByOrganisation(node.children, owners)];
    }),
  );
}

const french = new Intl.Collator('fr');

/** What has no network comes last; sites are by name already, and sorting keeps that order. */
function byNetwork(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return french.compare(one, other);
}

/**
 * A site by its slug, present or former, with its figures and those of its network; null when there is none. Unless its
 * address says so, over the month in progress and the eleven before it.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export async function readSite(
  sources: Sources,
  slug: string,
  parameters: Readonly<Record<string, string>>,
): Promise<DescribedSite | null> {
  // Asked for first, and needed last: by its network.
  const sites = sources.remembered(readSites);
  const describe = async () => {
    const subjectId = await findSubjectBySlug(sources.db, 'site', slug);
    if (subjectId === null) return null;
    const named = findSiteHistory(sources.db, subjectId, slug);
    const [history, figures] = await Promise.all([
      named,
      readFigures(sources, subjectId, { sites, named }, parameters),
    ]);
    return history && { history, ...figures };
  };
  const [described] = await Promise.all([describe(), sites]);
  return described;
}

/** What is being read meanwhile: all sites, and the one whose network is told of. Whoever asked for them hears of their failure. */
type Meanwhile = { readonly sites: Promise<readonly Site[]>; readonly named: Promise<SiteHistory | null> };

async function readFigures(
  sources: Sources,
  subjectId: number,
  meanwhile: Meanwhile,
  parameters: Readonly<Record<string, string>>,
): Promise<Omit<DescribedSite, 'history'>> {
  const today = dayOf(sources.clock.now());
  const buttons = await readButtons(sources.db, subjectId);
  const view = parseReviewQuery(parameters, buttons.asking, today, usualMonths(today));
  const [report, network] = await Promise.all([
    readReviewReport(sources, subjectId, buttons, view),
    readNetwork(sources.db, meanwhile, wholeMonths(view.period, today)),
  ]);
  return {
    buttons: [...buttons.asking, ...buttons.others].toSorted(
      (one, other) => Number(one.closedAt !== null) - Number(other.closedAt !== null),
    ),
    report,
    network,
  };
}

async function readNetwork(
  db: Sources['db'],
  { sites: all, named }: Meanwhile,
  period: Period,
): Promise<NetworkFigures | null> {
  const history = await named;
  const name = history?.current.network ?? null;
  if (name === null) return null;
  const sites = (await all).filter(({ network }) => network === name);
  const ids = sites.map(({ subjectId }) => subjectId);
  const { counts, told } = await readCountsTogether(db, ids, period);
  const results = Object.entries(judgeReviews(counts, period)).map(([id, result]) => [
    id,
    withoutLevel(result),
  ]);
  return { name, period, sites: sites.length, told, results: Object.fromEntries(results) as ReviewResults };
}

/** Levels are of one procedure or site: a mean over many has none. */
function withoutLevel(result: PublishedResult): PublishedResult {
  return { ...result, level: 'none', borderline: null };
}

/** Reviews received and left out of the figures. */
export function leftOutOf({ report: { forms, statistics } }: Pick<DescribedSite, 'report'>): number {
  return forms.received - numberOfReviews(statistics.counts);
}
