/** Every page of the public site that anyone may be sent to, for search engines and for whoever checks them all. */
import { listOrganisations, listProcedures, listSites, type OrganisationNode } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { CRITERIA, METHODOLOGIES } from '../criteria/index.ts';
import {
  type EditionReader,
  type EditionSummary,
  listEditions,
  listRevisions,
  type RevisionSummary,
} from '../editions/index.ts';
import { listSurveySlugs, listTold } from '../observations/index.ts';
import { listTargets } from '../probes/index.ts';
import { listCounters } from '../visits/index.ts';
import { listReviewButtons } from './review-buttons.ts';
import type { Urls } from './urls.ts';
import { USAGE_IDS } from './usage-indicators.ts';

export type PublicPage = {
  readonly addressIn: (urls: Urls) => string;
  /** Instant of the last publication that its figures come from; null where no edition tells. */
  readonly changedAt: Date | null;
};

/** The pages that are there whatever the store holds. */
export const FIXED_PAGES = [
  'home',
  'procedures',
  'reviews',
  'organisations',
  'organisationComparison',
  'sites',
  'usages',
  'usageCoverage',
  'availability',
  'robot',
  'surveys',
  'criteria',
  'editions',
  'data',
  'about',
  'methodologies',
  'glossary',
  'help',
  'sitePlan',
  'contact',
  'legal',
  'privacy',
  'accessibility',
] as const satisfies (keyof Urls)[];

/** Every page, each once, at its canonical address and without parameters. */
export async function listPublicPages(db: Queryable, editions: EditionReader): Promise<PublicPage[]> {
  const published = await listEditions(db);
  const revisions = await listRevisions(db);
  const lastPublication = revisions[0]?.publishedAt ?? null;
  const procedures = await listProcedures(db);
  const changes = await lastChanges(published, editions);
  const equipped = new Set((await listReviewButtons(db)).map(({ subjectId }) => subjectId));
  const used = new Set(
    [...(await listTold(db, USAGE_IDS)), ...(await listCounters(db))].map(({ subjectId }) => subjectId),
  );
  const probed = new Set(
    (await listTargets(db)).flatMap(({ uses }) => uses.map(({ subjectId }) => subjectId)),
  );
  return [
    ...FIXED_PAGES.map((name): PublicPage => ({ addressIn: (urls) => urls[name](), changedAt: null })),
    ...METHODOLOGIES.map(
      ({ id }): PublicPage => ({ addressIn: (urls) => urls.methodology(id), changedAt: null }),
    ),
    ...CRITERIA.map(
      (id): PublicPage => ({ addressIn: (urls) => urls.criterion(id), changedAt: lastPublication }),
    ),
    ...published.flatMap((edition, at) => pagesOfEdition(edition, published[at + 1])),
    ...revisions.map(pageOfRevision),
    ...flatten(await listOrganisations(db)).map(
      ({ slug }): PublicPage => ({
        addressIn: (urls) => urls.organisation(slug),
        changedAt: lastPublication,
      }),
    ),
    ...(await listSites(db)).map(
      ({ slug }): PublicPage => ({ addressIn: (urls) => urls.site(slug), changedAt: null }),
    ),
    ...(await listSurveySlugs(db)).map(
      (slug): PublicPage => ({ addressIn: (urls) => urls.survey(slug), changedAt: null }),
    ),
    ...USAGE_IDS.map((id): PublicPage => ({ addressIn: (urls) => urls.usage(id), changedAt: null })),
    ...procedures.map(
      (procedure): PublicPage => ({
        addressIn: (urls) => urls.procedure(procedure),
        changedAt: changes.get(procedure.publicId) ?? null,
      }),
    ),
    ...procedures
      .filter(({ subjectId }) => equipped.has(subjectId))
      .map(
        (procedure): PublicPage => ({
          addressIn: (urls) => urls.procedureReviews(procedure),
          changedAt: null,
        }),
      ),
    ...procedures
      .filter(({ subjectId }) => used.has(subjectId))
      .map(
        (procedure): PublicPage => ({ addressIn: (urls) => urls.procedureUsage(procedure), changedAt: null }),
      ),
    ...procedures
      .filter(({ subjectId }) => probed.has(subjectId))
      .map(
        (procedure): PublicPage => ({
          addressIn: (urls) => urls.procedureAvailability(procedure),
          changedAt: null,
        }),
      ),
  ];
}

/** The pages of an edition; its comparison is that with the edition before, which its own pages link to. */
function pagesOfEdition(
  { slug, knownBy, publishedAt, revisedAt }: EditionSummary,
  previous: EditionSummary | undefined,
): PublicPage[] {
  const addresses: PublicPage['addressIn'][] = [
    (urls) => urls.edition(slug),
    (urls) => urls.editionArticle(slug),
    ...(knownBy === 'procedures' ? [(urls: Urls) => urls.editionSummary(slug)] : []),
    ...(previous === undefined ? [] : [(urls: Urls) => urls.editionComparison(slug, previous.slug)]),
  ];
  return addresses.map((addressIn) => ({ addressIn, changedAt: revisedAt ?? publishedAt }));
}

function pageOfRevision({ edition, number, publishedAt }: RevisionSummary): PublicPage {
  return { addressIn: (urls) => urls.editionRevision(edition, number), changedAt: publishedAt };
}

/** When each procedure, by public id, last took figures from a publication. */
async function lastChanges(
  published: readonly EditionSummary[],
  editions: EditionReader,
): Promise<Map<string, Date>> {
  const changes = new Map<string, Date>();
  for (const { slug, publishedAt, revisedAt } of published) {
    const changedAt = revisedAt ?? publishedAt;
    for (const { id } of (await editions.find(slug))?.published.procedures ?? []) {
      const known = changes.get(id);
      if (known === undefined || known < changedAt) changes.set(id, changedAt);
    }
  }
  return changes;
}

function flatten(nodes: readonly OrganisationNode[]): OrganisationNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}
