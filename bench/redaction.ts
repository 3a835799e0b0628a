/** Budget: redacting the longest comment, 5,000 characters, takes 1 ms at the median; the usual one a few microseconds. */
import { readFileSync } from 'node:fs';
import { redact } from '../src/feedback/redaction.ts';
import { median } from './median.ts';
import type { Figures } from './run.ts';

const LONGEST = 5_000;
const RUNS = 2_000;
/** Short work is repeated within a run, for the clock to see it. */
const REPEATS = 50;
const HEAT_UP = 200;

const PLAIN =
  'Le site est clair mais la réponse a été longue à venir, et personne ne m’a rappelé depuis trois mois.';

/** Microseconds for comments of several sizes, medians; those of patterns that could be slow, in milliseconds. */
export async function measureRedaction(): Promise<Figures> {
  const comments = readFileSync(new URL('../test/golden/comments.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/\{\w+\|([^}]*)\}/g, '$1'));
  const dense = comments.join(' ').slice(0, LONGEST);
  const mixed = comments
    .filter((_, at) => at % 20 === 0)
    .map((comment) => `${PLAIN} ${PLAIN} ${PLAIN} ${comment} `)
    .join('')
    .slice(0, LONGEST);
  const withoutData = PLAIN.repeat(LONGEST / PLAIN.length + 1).slice(0, LONGEST);
  const traps = ['1 ', '@', 'a.', 'je m’appelle ', ' ', 'e\u0301', '\ud800', '12 rue de ', 'Mme A', 'ab12'];
  const longest = traps.map((trap) => medianMicroseconds(trap.repeat(LONGEST).slice(0, LONGEST), RUNS / 20));
  return {
    runs: RUNS,
    plainOf100Microseconds: medianMicroseconds(PLAIN, RUNS, REPEATS),
    corpusCommentMeanMicroseconds: medianMicroseconds(comments, RUNS / 50) / comments.length,
    plainOf5000Microseconds: medianMicroseconds(withoutData, RUNS),
    mixedOf5000Microseconds: medianMicroseconds(mixed, RUNS),
    everyCommentWithDataOf5000Microseconds: medianMicroseconds(dense, RUNS),
    budgetOf5000Microseconds: 1_000,
    slowestTrapOf5000Microseconds: Math.max(...longest),
  };
}

function medianMicroseconds(texts: string | readonly string[], runs: number, repeats = 1): number {
  const all = typeof texts === 'string' ? [texts] : texts;
  const work = () => {
    for (let repeat = 0; repeat < repeats; repeat += 1) for (const text of all) redact(text);
  };
  for (let run = 0; run < HEAT_UP / repeats; run += 1) work();
  const durations = Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return ((performance.now() - begun) * 1_000) / repeats;
  });
  return median(durations, 1);
}
