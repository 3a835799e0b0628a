/** Sums over reviews in the words of the contract, as JSON and as one cell. Pure. */
import { parseDecimal } from '../core/csv.ts';
import type { ClusterSums } from '../core/figure.ts';

/** How the answers behind a figure go together in reviews: a part of the contract of `/editions/{slug}.json`. */
export type PublishedClusters = {
  readonly reviews: number;
  readonly answers: number;
  readonly total: number;
  readonly answers_squared: number;
  readonly total_squared: number;
  readonly answers_by_total: number;
};

/** Each key, with ours, and the word that names it in a cell. */
const KEYS = [
  ['reviews', 'clusters', 'avis'],
  ['answers', 'answers', 'reponses'],
  ['total', 'total', 'total'],
  ['answers_squared', 'answersSquared', 'reponses_carre'],
  ['total_squared', 'totalSquared', 'total_carre'],
  ['answers_by_total', 'answersByTotal', 'reponses_total'],
] as const satisfies readonly (readonly [keyof PublishedClusters, keyof ClusterSums, string])[];

export function publishClusters(sums: ClusterSums): PublishedClusters {
  return Object.fromEntries(KEYS.map(([key, ours]) => [key, sums[ours]])) as PublishedClusters;
}

/** What `publishClusters` was given. */
export function clustersOf(published: PublishedClusters): ClusterSums {
  return Object.fromEntries(KEYS.map(([key, ours]) => [ours, published[key]])) as ClusterSums;
}

/** As one cell: `avis:30;reponses:45;total:38;…`. */
export function clustersText(published: PublishedClusters): string {
  return KEYS.map(([key, , word]) => `${word}:${published[key]}`).join(';');
}

/** What `clustersText` wrote; null when it is not written so. */
export function parseClusters(text: string): PublishedClusters | null {
  const cells = new Map(text.split(';').map((pair): [string, string] => [...splitOnce(pair)]));
  const sums = KEYS.map(([key, , word]) => [key, parseDecimal(cells.get(word) ?? '')] as const);
  const isWhole = cells.size === KEYS.length && sums.every(([, sum]) => sum !== null);
  return isWhole ? (Object.fromEntries(sums) as PublishedClusters) : null;
}

function splitOnce(pair: string): readonly [string, string] {
  const at = pair.indexOf(':');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
