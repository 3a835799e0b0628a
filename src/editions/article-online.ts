/** What the article says of what can be done online: the rate and what it counts, then how it changed, and by use. */
import { getMethodology, type Methodology, onlineRate } from '../criteria/index.ts';
import { type ArticleGround, findTotal, wholeOf } from './article-facts.ts';
import { DEPLOYING } from './article-selection.ts';
import type { Statement } from './article-statement.ts';
import type { Comparison } from './comparison.ts';
import type { PublishedEdition } from './published-edition.ts';
import type { PublishedResult } from './published-result.ts';

export function tellOnline(ground: ArticleGround): Statement[][] {
  const { published, methodology, whole, proofs } = ground;
  const rate = whole?.online.by_number;
  if (whole === null || rate === undefined || rate.value === null) return [];
  const counts = Object.entries(methodology.onlineWeights).map(([status, weight]) => ({
    status,
    weight,
    count: published.procedures.filter(({ results }) => results.online?.value === status).length,
  }));
  const sum = (list: typeof counts) => list.reduce((total, { count }) => total + count, 0);
  const full = counts.filter(({ weight }) => weight === 1);
  const proof = proofs.summary('online');
  const now: Statement[] = [
    {
      kind: 'online_rate',
      proof,
      rate,
      full: sum(full.filter(({ status }) => status !== DEPLOYING)),
      deploying: sum(full.filter(({ status }) => status === DEPLOYING)),
      partial: counts.filter(({ weight, count }) => weight > 0 && weight < 1 && count > 0),
      none: sum(counts.filter(({ weight }) => weight === 0)),
      fullProof: proofs.edition('online', 'good'),
    },
  ];
  const outside = whole.procedures - rate.procedures;
  if (outside > 0) {
    const results = published.procedures.map((one) => one.results.online);
    const planned = results.filter((result) => result?.reason === 'planned').length;
    const proactive = results.filter(isProactive).length;
    const unreported = outside - planned - proactive;
    now.push({
      kind: 'online_outside',
      proof,
      count: outside,
      of: whole.procedures,
      planned,
      proactive,
      unreported,
    });
  }
  const beside = tellOnlineChange(ground, rate.value, rate.denominator);
  const byVolume = whole.online.by_volume;
  if (byVolume.value !== null && rate.value < 1) {
    beside.push({ kind: 'online_by_volume', proof, rate: byVolume, of: whole.procedures });
  }
  return [now, beside];
}

function isProactive(result: PublishedResult | undefined): boolean {
  return result?.value === 'Démarche proactive' || result?.reason === 'proactive';
}

function tellOnlineChange(
  { previous, comparison, methodology, proofs }: ArticleGround,
  rate: number,
  known: number,
): Statement[] {
  const before = previous === null ? null : previousRate(methodology, previous);
  if (previous === null || before === null) return [];
  const common = comparison === null ? null : commonRate(methodology, comparison);
  const isSame = common !== null && common.count === known && common.count === before.procedures;
  return [
    {
      kind: 'online_change',
      proof: proofs.comparison(previous.totals === null ? 'ministries' : 'totals'),
      label: previous.edition.label,
      before: before.value,
      points: pointsOf(before.value, rate),
      common: isSame || common === null ? null : { ...common, proof: proofs.comparison('changes') },
    },
  ];
}

const pointsOf = (before: number, after: number) => 100 * (after - before);

/** The rate of the procedures whose status is known on both sides: what the choice of procedures has no part in. */
function commonRate(methodology: Methodology, { changes }: Comparison) {
  const counts = (result: PublishedResult | null) =>
    typeof result?.value === 'string' && Object.hasOwn(methodology.onlineWeights, result.value);
  const both = changes.filter(
    ({ criterion, before, after }) => criterion === 'online' && counts(before) && counts(after),
  );
  const rateOf = (side: 'before' | 'after') =>
    onlineRate(
      methodology,
      both.map((change) => String(change[side]?.value)),
    ).value;
  const [before, after] = [rateOf('before') ?? 0, rateOf('after') ?? 0];
  return { count: both.length, before, after, points: pointsOf(before, after) };
}

/**
 * The rate of the edition before, where each status counted for the same, and over how many procedures; null when
 * unknown or not comparable.
 */
function previousRate(
  methodology: Methodology,
  previous: PublishedEdition,
): { readonly value: number; readonly procedures: number | null } | null {
  const weights = ({ onlineWeights }: Methodology) => JSON.stringify(Object.entries(onlineWeights).sort());
  if (weights(getMethodology(previous.edition.methodology)) !== weights(methodology)) return null;
  const total = findTotal(previous.totals ?? [], 'online_rate');
  if (total !== null) return total.qualifier === 'exact' ? { value: total.value, procedures: null } : null;
  const rate = wholeOf(previous)?.online.by_number;
  return rate === undefined || rate.value === null
    ? null
    : { value: rate.value, procedures: rate.denominator };
}
