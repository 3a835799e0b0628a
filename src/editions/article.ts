/** The article of an edition: which statements its figures make, in what order. */
import { getMethodology, type Methodology } from '../criteria/index.ts';
import { type ArticleFacts, type ArticleGround, findTotal, groundArticle } from './article-facts.ts';
import { tellOnline } from './article-online.ts';
import { tellAvailability, tellProgress, tellReviews, tellUses } from './article-quality.ts';
import {
  DEPLOYING,
  findCompared,
  groupEntered,
  measureNamed,
  nameFirst,
  nameProcedure,
} from './article-selection.ts';
import type { ArticleSection, Statement } from './article-statement.ts';
import type { PublishedEdition, Total } from './published-edition.ts';

/**
 * The article of an edition as data, sections in reading order. What an edition does not know is not told, or told as
 * unknown once; no statement is made of a figure that no page shows.
 */
export function composeArticle(facts: ArticleFacts): ArticleSection[] {
  const ground = groundArticle(facts);
  const { totals } = facts.published;
  const sections: ArticleSection[] = [
    { kind: 'lead', paragraphs: tellEdition(ground) },
    { kind: 'online', paragraphs: totals === null ? tellOnline(ground) : tellTotalOnline(ground, totals) },
    { kind: 'entered', paragraphs: totals === null ? tellEntered(ground) : tellTotalNew(ground, totals) },
    { kind: 'uses', paragraphs: tellUses(ground) },
    { kind: 'reviews', paragraphs: totals === null ? tellReviews(ground) : tellTotalReviews(ground, totals) },
    { kind: 'progress', paragraphs: tellProgress(ground) },
    { kind: 'availability', paragraphs: tellAvailability(ground) },
    { kind: 'corrections', paragraphs: tellCorrection(ground) },
  ];
  return sections
    .map(({ kind, paragraphs }) => ({ kind, paragraphs: paragraphs.filter(({ length }) => length > 0) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

/** What can make the title, most wanted first. */
const HEADLINES = ['online_rate', 'total_online', 'well_rated', 'edition'] as const;
export type Headline = Extract<Statement, { kind: (typeof HEADLINES)[number] }>;

/** The statement that makes the title of an article: what most readers want to know of the edition. */
export function findHeadline(sections: readonly ArticleSection[]): Headline {
  const statements = sections.flatMap(({ paragraphs }) => paragraphs.flat());
  for (const kind of HEADLINES) {
    const found = statements.find((statement): statement is Headline => statement.kind === kind);
    if (found !== undefined) return found;
  }
  throw new TypeError('An article begins with its edition.');
}

function tellEdition(ground: ArticleGround): Statement[][] {
  const { published, previous, comparison, methodology, proofs } = ground;
  const { edition, procedures, totals } = published;
  const about: Statement[] = [
    {
      kind: 'edition',
      proof: proofs.edition(),
      label: edition.label,
      size: totals === null ? procedures.length : findTotal(totals, 'procedures'),
      cutoffOn: edition.cutoff_on,
      publishedOn: edition.reconstructed ? null : edition.published_at.slice(0, 10),
      revisedOn: edition.revised_at?.slice(0, 10) ?? null,
      methodology: methodology.id,
      selection: edition.selection,
    },
  ];
  if (edition.reconstructed) about.push({ kind: 'reconstructed', proof: proofs.edition() });
  if (totals !== null) about.push({ kind: 'known_by_totals', proof: proofs.edition() });
  if (previous === null) about.push({ kind: 'first_edition', proof: proofs.editions() });

  const limits: Statement[] = [];
  const unknown = totals === null ? listUnmeasured(methodology, published) : [];
  const before = previous === null ? methodology : getMethodology(previous.edition.methodology);
  if (before.id !== methodology.id) {
    limits.push({
      kind: 'method_changed',
      proof: proofs.methodology(methodology.id),
      before: before.id,
      after: methodology.id,
      notCompared: methodology.criteria
        .map(({ id }) => id)
        .filter((id) => !unknown.includes(id))
        .filter((id) => comparison?.criteria.some(({ criterion, values }) => criterion === id && !values)),
    });
  }
  if (previous !== null && previous.totals !== null && totals === null) {
    limits.push({ kind: 'previous_by_totals', proof: proofs.previous(), label: previous.edition.label });
  }
  if (unknown.length > 0) {
    limits.push({ kind: 'not_measured', proof: proofs.edition(), criteria: unknown });
  }
  return [about, limits];
}

function listUnmeasured(methodology: Methodology, { procedures }: PublishedEdition) {
  return methodology.criteria
    .map(({ id }) => id)
    .filter((id) =>
      procedures.every(({ results }) => {
        const result = results[id];
        return result === undefined || (result.value === null && result.level === 'none');
      }),
    );
}

function tellEntered({ published, previous, comparison, methodology, proofs }: ArticleGround): Statement[][] {
  if (comparison === null) return [];
  const entered = findCompared(published, comparison.entered);
  const gone = findCompared(previous, comparison.left);
  const arrivals: Statement[] = [];
  const proof = proofs.comparison('entered');
  if (entered.length === 0) {
    arrivals.push({ kind: 'none_entered', proof, left: comparison.left.length });
  } else {
    const { groups, others } = groupEntered(methodology, entered, gone);
    const ministries = new Set(entered.map(({ ministry }) => ministry));
    arrivals.push(
      {
        kind: 'entered',
        proof,
        count: entered.length,
        ministries: ministries.has(null) ? 0 : ministries.size,
      },
      ...groups.map((group): Statement => ({ kind: 'entered_group', proof, others: 0, ...group })),
    );
    if (others > 0 && groups.length > 0) {
      const named = groups.flatMap(({ procedures }) => procedures);
      arrivals.push({ kind: 'entered_others', proof, count: others, measure: measureNamed(entered, named) });
    }
  }
  if (
    previous !== null &&
    previous.edition.selection.rule !== published.edition.selection.rule &&
    entered.length + gone.length > 0
  ) {
    arrivals.push({ kind: 'selection_changed', proof });
  }
  const departures: Statement[] = [];
  const newlyOnline = comparison.newly_online.filter(({ after }) => after !== DEPLOYING);
  if (newlyOnline.length > 0) {
    const named = findCompared(
      published,
      newlyOnline.map(({ procedure }) => procedure),
    );
    departures.push({
      kind: 'newly_online',
      proof: proofs.comparison('newly-online'),
      ...nameFirst(named.map(nameProcedure)),
    });
  }
  if (gone.length > 0) {
    const named = nameFirst(gone.map(nameProcedure));
    const measure = measureNamed(gone, named.procedures);
    departures.push({ kind: 'left', proof: proofs.comparison('left'), measure, ...named });
  }
  return [arrivals, departures];
}

function tellCorrection({ published: { edition }, proofs }: ArticleGround): Statement[][] {
  if (edition.correction === null) return [];
  const { reason, differences } = edition.correction;
  return [
    [
      {
        kind: 'corrected',
        proof: proofs.revision(edition.revision),
        revision: edition.revision,
        listProof: proofs.revisions(),
        reason,
        differences: differences.length,
        correctedOn: edition.revised_at?.slice(0, 10) ?? null,
      },
    ],
  ];
}

function tellTotalOnline({ proofs }: ArticleGround, totals: readonly Total[]): Statement[][] {
  const total = findTotal(totals, 'online_rate');
  return total === null
    ? []
    : [[{ kind: 'total_online', proof: proofs.edition(), total, of: findWhole(totals, total) }]];
}

function tellTotalNew({ proofs }: ArticleGround, totals: readonly Total[]): Statement[][] {
  const total = findTotal(totals, 'new_online');
  return total === null ? [] : [[{ kind: 'total_new', proof: proofs.edition(), total }]];
}

function tellTotalReviews({ methodology, proofs }: ArticleGround, totals: readonly Total[]): Statement[][] {
  const reviews = findTotal(totals, 'reviews');
  const rate = findTotal(totals, 'very_good_rate');
  const proof = proofs.edition();
  const said: Statement[] = [];
  if (reviews !== null) {
    said.push({ kind: 'total_reviews', proof, reviews, equipped: findTotal(totals, 'equipped') });
  }
  if (rate !== null) {
    said.push({
      kind: 'total_well_rated',
      proof,
      rate,
      of: findWhole(totals, rate),
      above: methodology.veryGoodAbove,
    });
  }
  return [said];
}

/** What a total is a part of, where its source tells that too. */
function findWhole(totals: readonly Total[], { of }: Total): Total | null {
  return of === null ? null : findTotal(totals, of);
}
