/** The pages of criteria: the list of all, and one of them. */
import { listOrganisations, type OrganisationNode } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { CRITERIA } from '../../criteria/index.ts';
import {
  findCriterionView,
  findLatestEdition,
  listEntryIdentities,
  type PublishedEdition,
} from '../../editions/index.ts';
import type { SiteContext } from '../server.ts';
import { criterionPage } from './criterion.page.ts';
import { criteriaPage } from './criterion-list.page.ts';
import type { SitePart } from './site-part.ts';

export function criterionRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  const { db, editions } = site;
  app.get(`${prefix}/criteres`, guard('public'), async (c) =>
    show(c, criteriaPage(context, await findLatestEdition(db, editions))),
  );
  app.get(`${prefix}/criteres/:criterion{[a-z_]+}`, guard('public'), async (c) => {
    const criterion = CRITERIA.find((id) => id === c.req.param('criterion'));
    if (criterion === undefined) throw new VigieError('NotFound', 'There is no such criterion.');
    const view = await findCriterionView(db, editions, criterion);
    return show(c, criterionPage(context, view, await ministrySlugs(db, view.published)));
  });
}

/** The slugs of the organisations behind the names that an edition gives to ministries. */
async function ministrySlugs(
  db: SiteContext['db'],
  published: PublishedEdition | null,
): Promise<Map<string, string>> {
  const slugs = new Map<string, string>();
  if (published === null) return slugs;
  const { slug: edition, revision } = published.edition;
  const identities = await listEntryIdentities(db, edition, revision);
  const byId = new Map(flatten(await listOrganisations(db)).map(({ subjectId, slug }) => [subjectId, slug]));
  for (const { id, ministry } of published.procedures) {
    const slug = byId.get(identities.get(id)?.ministryId ?? -1);
    if (ministry !== null && slug !== undefined) slugs.set(ministry, slug);
  }
  return slugs;
}

function flatten(nodes: readonly OrganisationNode[]): OrganisationNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}
