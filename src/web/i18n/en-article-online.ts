/** The English sentences on what can be done online. */
import { pointsText, shareInProse } from '../article-figures.ts';
import type { Sentences } from './article-words.ts';
import { count as counted, inWords, wordsOf } from './en-article-parts.ts';
import { localisation } from './index.ts';
import { inFrench, type Prose, prose, proseList, proven } from './prose.ts';

const l = localisation('en');

/** How a status that counts for a part is told, and for how much it counts. */
const PARTIAL: Readonly<Record<string, string>> = { Partiel: 'partly', Bêta: 'as a beta' };
const partialText = (status: string): string => PARTIAL[status] ?? `with the status “${status}”`;
const weightText = (weight: number): string => ({ 0.5: 'half', 0.1: 'a tenth' })[weight] ?? l.number(weight);

const one = (n: number): string => (n === 1 ? 'one' : l.number(n));

/** "it has gained 2.5 percentage points". */
const moved = (points: number): string => {
  const shown = pointsText(points);
  const size = `${l.number(shown)} percentage ${l.plural(Number(shown), { one: 'point', other: 'points' })}`;
  if (points === 0) return 'it has not moved';
  if (Number(shown) === 0) return 'the difference is under a tenth of a point';
  return points > 0 ? `it has gained ${size}` : `it has lost ${size}`;
};

export const enOnline = {
  online_rate: ({ rate, full, deploying, partial, none, proof, fullProof }) => {
    const of = rate.denominator;
    const known = 'whose online status is known';
    if (full === of) {
      const all = l.plural(of, { one: 'The only procedure', other: `All ${l.number(of)} procedures` });
      return prose`${proven(`${all} ${known}`, proof)} can be carried out entirely online (${shareInProse(l, 1)}).`;
    }
    const fully = `${full === 0 ? 'none' : one(full)} can be carried out entirely online`;
    const local =
      deploying === 0
        ? ''
        : `${partial.length + none > 0 ? ',' : ' and'} ${one(deploying)} ${deploying === 1 ? 'is being deployed locally and counts' : 'are being deployed locally and count'} for as much`;
    const others = [
      ...partial.map(({ status, count }) => `${one(count)} ${partialText(status)}`),
      ...(none === 0 ? [] : [`${one(none)} not at all`]),
    ];
    const told = [prose`${proven(`${fully}${local}`, fullProof)}`, ...others.map((other) => [other])];
    const among = prose`Of the ${counted(of, 'procedure', 'procedures')} ${known}, ${proseList(l, told)}`;
    const share = proven(shareInProse(l, rate.value ?? 0), proof);
    if (partial.length === 0) return prose`${among}: the rate is ${share}.`;
    const weighed = l.list(
      partial.map(
        ({ status, weight, count }) =>
          `${count === 1 ? 'the one' : 'those'} available ${partialText(status)} as ${weightText(weight)}`,
      ),
    );
    return prose`${among}. Counting ${weighed}, the rate is ${share}, the equivalent of ${l.number(rate.numerator)} ${l.plural(rate.numerator, { one: 'procedure', other: 'procedures' })} out of ${l.number(of)}.`;
  },
  online_outside: ({ count, of, planned, proactive, unreported, proof }) => {
    const why = [
      ...(planned === 0 ? [] : [`${wordsOf(planned)} ${planned === 1 ? 'is' : 'are'} announced as to come`]),
      ...(proactive === 0
        ? []
        : [
            `${wordsOf(proactive)} ${proactive === 1 ? 'is' : 'are'} for an entitlement granted without a request`,
          ]),
      ...(unreported === 0
        ? []
        : [`${wordsOf(unreported)} ${unreported === 1 ? 'has' : 'have'} no reported status`]),
    ];
    return prose`${proven(`${inWords(count)} of the ${counted(of, 'procedure', 'procedures')}`, proof)} ${l.plural(count, { one: 'is', other: 'are' })} left out of the calculation: ${l.list(why)}.`;
  },
  online_by_volume: ({ rate, of, proof }) =>
    prose`Weighted by use, ${proven(`${shareInProse(l, rate.value ?? 0)} of the procedures carried out in a year`, proof)} could be done online; this rests on the ${counted(rate.procedures, 'procedure', 'procedures')}${rate.procedures === of ? '' : ` (out of ${l.number(of)})`} whose yearly volume is known.`,
  online_change: ({ label, before, points, common, proof }): Prose => {
    const then = prose`In the “${inFrench(label)}” edition the rate was ${proven(shareInProse(l, before), proof)}`;
    if (common === null) return prose`${then}: ${moved(points)}.`;
    if (common.count === 0) {
      return prose`${then}, but no procedure has a known status in both editions: the difference says nothing of progress.`;
    }
    const there = prose`${then}. Over the ${counted(common.count, 'procedure', 'procedures')} whose status is known in both editions`;
    if (common.points === 0) {
      const why = points === 0 ? '' : ': the difference comes from the choice of procedures';
      return prose`${there}, it ${proven('has not moved', common.proof)} (${shareInProse(l, common.after)})${why}.`;
    }
    return prose`${there}, it ${proven(`goes from ${shareInProse(l, common.before)} to ${shareInProse(l, common.after)}`, common.proof)}: ${moved(common.points)}.`;
  },
} satisfies Partial<Sentences>;
