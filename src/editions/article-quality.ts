/** What the article says of how procedures work for their users: uses, reviews, progress, availability. */
import { addDays, addMonths } from '../core/clock.ts';
import { findCriterion } from '../criteria/index.ts';
import { countLevels, isJudged } from './aggregate.ts';
import type { ArticleGround } from './article-facts.ts';
import {
  changedProcedures,
  MOST_NAMED,
  measureNamed,
  nameFirst,
  poorlyRated,
  usableChanges,
} from './article-selection.ts';
import type { Statement } from './article-statement.ts';
import type { Change, Comparison, UntestableReason } from './comparison.ts';
import type { PublishedResult } from './published-result.ts';

const USES = ['mobile', 'once_only', 'authentication'] as const;

/** A paragraph for each criterion that says how a procedure is used: who offers it, then who has begun to. */
export function tellUses({ published, comparison, methodology, proofs }: ArticleGround): Statement[][] {
  return USES.map((criterion) => {
    if (findCriterion(methodology, criterion) === null) return [];
    const levels = countLevels(published.procedures, criterion);
    const offered = levels.good + levels.info;
    const of = offered + levels.medium + levels.poor;
    if (of === 0) return [];
    const level = levels.info > 0 ? 'info' : 'good';
    const said: Statement[] = [
      {
        kind: 'reaching',
        proof: proofs.edition(criterion, level),
        criterion,
        count: offered,
        of,
        whole: published.procedures.length,
      },
    ];
    const changed =
      comparison === null ? [] : changedProcedures(published, usableChanges(comparison, criterion));
    if (changed.length > 0) {
      said.push({
        kind: 'usable_better',
        proof: proofs.comparison('changes'),
        criterion,
        ...nameFirst(changed),
      });
    }
    return said;
  });
}

/** How many reviews, how many marks, and how many of them are good. */
export function tellReviews(ground: ArticleGround): Statement[][] {
  const { published, methodology, proofs } = ground;
  const { procedures } = published;
  const results = procedures.flatMap(({ results }) => results.satisfaction ?? []);
  const marked = results.filter(hasMark);
  if (findCriterion(methodology, 'satisfaction') === null || results.every(({ value }) => value === null)) {
    return [];
  }
  const counted = results.filter(({ n }) => n !== null && n > 0);
  const above = methodology.veryGoodAbove;
  const good = marked.filter(({ value, level }) =>
    above === null ? level === 'good' : typeof value === 'number' && value > above,
  );
  const insufficient = results.filter(({ status }) => status === 'insufficient').length;
  const proof = proofs.edition('satisfaction');
  const collected: Statement =
    counted.length === 0
      ? { kind: 'reviews_uncounted', proof }
      : {
          kind: 'reviews',
          proof,
          total: counted.reduce((sum, { n }) => sum + (n ?? 0), 0),
          count: counted.length,
          of: procedures.length,
          ...periodOf(counted),
        };
  const marks: Statement = {
    kind: 'marked',
    proof,
    count: marked.length,
    of: procedures.length,
    insufficient,
  };
  const rated: Statement = {
    kind: 'well_rated',
    proof: proofs.edition('satisfaction', 'good'),
    count: good.length,
    of: marked.length,
    above,
    borderline: good.filter(({ borderline }) => borderline === true).length,
  };
  const blurred = marked.filter(({ interval, counts }) => interval === null && counts === null).length;
  const margin: Statement[] =
    counted.length === 0 || blurred === 0
      ? []
      : [{ kind: 'margin_unknown', proof, count: blurred, of: marked.length }];
  const dated = tellDates(ground, marked);
  const first = counted.length === 0 ? [marks, ...dated, collected] : [collected, marks, ...dated, ...margin];
  return [first, marked.length === 0 ? [] : [rated]];
}

function periodOf(results: readonly PublishedResult[]) {
  const periods = new Map(
    results.map(({ period_start: start, as_of: end }) => [`${start} ${end}`, { start, end }]),
  );
  const [period = null] = periods.values();
  const isYear = [...periods.values()].every(({ start, end }) => addMonths(start, 12) === addDays(end, 1));
  return { period: periods.size === 1 ? period : null, isYear };
}

/** That most marks are of reviews which end a month or more before the cut-off, and how many are those already told. */
function tellDates(
  { published: { edition }, comparison, proofs }: ArticleGround,
  marked: readonly PublishedResult[],
): Statement[] {
  const bound = addMonths(edition.cutoff_on, -1);
  const late = marked.filter(({ as_of }) => as_of <= bound);
  if (2 * late.length <= marked.length) return [];
  const unchanged = (comparison?.changes ?? []).filter(
    (change) =>
      change.criterion === 'satisfaction' &&
      change.after !== null &&
      hasMark(change.after) &&
      change.after.as_of <= bound &&
      isCarriedOver(change),
  );
  return [
    {
      kind: 'reviews_dated',
      proof: proofs.edition('satisfaction'),
      count: late.length,
      of: marked.length,
      lastOn: late.reduce((last, { as_of }) => (as_of > last ? as_of : last), ''),
      cutoffOn: edition.cutoff_on,
      unchanged: unchanged.length,
    },
  ];
}

/** True of a value that the edition before told already, of the same day or to the last digit. */
function isCarriedOver({ before, after, stale }: Change): boolean {
  return stale || (before?.as_of === after?.as_of && before?.value === after?.value);
}

function hasMark({ status, value }: PublishedResult): boolean {
  return value !== null && (status === 'measured' || status === 'declared');
}

/** Significant changes of what users say, or why there is none; then what troubles most users. */
export function tellProgress(ground: ArticleGround): Statement[][] {
  const { published, comparison, proofs } = ground;
  const judged = countLevels(published.procedures, 'satisfaction');
  const of = judged.good + judged.medium + judged.poor;
  const troubles: Statement[] = [];
  if (judged.poor > 0) {
    const { ordered, marked } = poorlyRated(published);
    const named = nameFirst(marked);
    troubles.push({
      kind: 'poorly_rated',
      proof: proofs.edition('satisfaction', 'poor'),
      count: judged.poor,
      of,
      measure: measureNamed(ordered, named.procedures),
      borderline: marked.filter(({ result }) => result.borderline === true).length,
      ...named,
    });
  } else if (of > 0) {
    troubles.push({ kind: 'none_poorly_rated', proof: proofs.edition('satisfaction'), of });
  }
  return [comparison === null ? [] : tellChanges(ground, comparison), troubles];
}

function tellChanges({ published, methodology, proofs }: ArticleGround, comparison: Comparison): Statement[] {
  const fromReviews = new Set(
    methodology.criteria
      .filter(({ sampling, direction }) => sampling !== 'none' && direction === 'more')
      .map(({ id }) => id),
  );
  const changes = comparison.changes.filter(({ criterion }) => fromReviews.has(criterion));
  const tested = changes.filter(({ test }) => test !== null);
  const proof = proofs.comparison('changes');
  if (tested.length === 0) return tellUntested(changes, proof);
  const better = tested.filter((change) => change.better === true);
  const worse = tested.filter((change) => change.better === false);
  const named = (kind: 'better' | 'worse', list: readonly Change[]): Statement[] => {
    const procedures = changedProcedures(published, list);
    return procedures.length === 0 ? [] : [{ kind, proof, ...nameFirst(procedures) }];
  };
  return [
    {
      kind: 'tested',
      proof,
      tested: tested.length,
      better: better.length,
      worse: worse.length,
      falseDiscoveryRate: comparison.tests.false_discovery_rate,
    },
    ...named('better', better),
    ...named('worse', worse),
  ];
}

/** Of pairs of values that no test can compare, those only carried over apart: the reasons, the most frequent first. */
function tellUntested(changes: readonly Change[], proof: Statement['proof']): Statement[] {
  const pairs = changes.filter(
    (change) =>
      (change.before?.value ?? null) !== null &&
      (change.after?.value ?? null) !== null &&
      !isCarriedOver(change),
  );
  if (pairs.length === 0) return [];
  const byReason = Map.groupBy(pairs, ({ reason }) => reason);
  const reasons = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([reason]): UntestableReason[] => (reason === null ? [] : [reason]));
  return [{ kind: 'none_tested', proof, pairs: pairs.length, reasons: reasons.slice(0, MOST_NAMED - 1) }];
}

/** How many reach the objective; which measures are set aside, and why. */
export function tellAvailability({ published, methodology, proofs }: ArticleGround): Statement[][] {
  const criterion = (['availability', 'availability_speed'] as const).find(
    (id) => findCriterion(methodology, id) !== null,
  );
  if (criterion === undefined) return [];
  const results = published.procedures.flatMap(({ results }) => results[criterion] ?? []);
  const judged = results.filter(({ level }) => isJudged(level));
  const suspect = results.filter(({ status }) => status === 'suspect');
  const said: Statement[] = [];
  if (judged.length > 0) {
    said.push({
      kind: 'available',
      proof: proofs.edition(criterion, 'good'),
      criterion,
      count: judged.filter(({ level }) => level === 'good').length,
      of: judged.length,
      whole: published.procedures.length,
    });
  }
  if (suspect.length > 0) {
    said.push({
      kind: 'suspect',
      proof: proofs.edition(criterion, 'none'),
      count: suspect.length,
      of: suspect.length + judged.length,
      reason: suspect.every(({ reason }) => reason === 'probe_blocked') ? 'probe_blocked' : null,
    });
  }
  return [said];
}
