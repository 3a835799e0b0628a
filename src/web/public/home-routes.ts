/** The home page. */
import { AUDIENCES, codesOf, LIFE_EVENTS, listProcedures, type Procedure } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  type EditionPair,
  findComparison,
  listEditions,
  listSameProcedures,
  listSeries,
} from '../../editions/index.ts';
import type { SiteContext } from '../server.ts';
import { getEdition } from './edition-routes.ts';
import { type HomeEdition, homePage } from './home.page.ts';
import type { HomeCatalogue } from './home-entries.page.ts';
import { SHOWN } from './home-figures.page.ts';
import type { SitePart } from './site-part.ts';

/** Editions whose figures the home page draws. */
const EDITIONS_DRAWN = 8;

export function homeRoutes(app: App, { site, context, show }: SitePart): void {
  app.get(context.urls.home(), guard('public'), async (c) => {
    const [edition, catalogue] = await Promise.all([
      site.remembered(findHomeEdition),
      site.remembered(readCatalogue),
    ]);
    return show(c, homePage(context, site.origin, edition, catalogue));
  });
}

/** The latest edition, known by procedures if there is one, with those before it; null when none is published. */
async function findHomeEdition({ db, editions }: SiteContext): Promise<HomeEdition | null> {
  const all = await listEditions(db);
  const known = all.filter(({ knownBy }) => knownBy === 'procedures');
  const head = known[0] ?? all[0];
  if (head === undefined) return null;
  const compare = async (slug: string | undefined): Promise<EditionPair | null> =>
    slug === undefined ? null : findComparison(db, editions, head.slug, slug);
  const before = all[all.indexOf(head) + 1];
  const pair = await compare(before?.slug);
  const ofProcedures = before?.slug === known[1]?.slug ? pair : await compare(known[1]?.slug);
  const published = await getEdition(editions, head.slug);
  return {
    published,
    article: { published, previous: pair?.before ?? null, comparison: pair?.comparison ?? null },
    comparison: ofProcedures?.comparison ?? null,
    series: await listSeries(db, editions, { last: EDITIONS_DRAWN }),
    sameProcedures: new Map(
      ofProcedures && SHOWN.map((criterion) => [criterion, listSameProcedures(ofProcedures, criterion)]),
    ),
  };
}

async function readCatalogue({ db }: SiteContext): Promise<HomeCatalogue> {
  const procedures: readonly Procedure[] = await listProcedures(db);
  const count = <Code extends string>(codes: readonly Code[], listOf: (one: Procedure) => readonly Code[]) =>
    codes
      .map((code) => ({ code, count: procedures.filter((one) => listOf(one).includes(code)).length }))
      .filter((one) => one.count > 0);
  return {
    procedures: procedures.length,
    lifeEvents: count(codesOf(LIFE_EVENTS), ({ lifeEvents }) => lifeEvents),
    audiences: count(codesOf(AUDIENCES), ({ audiences }) => audiences),
  };
}
