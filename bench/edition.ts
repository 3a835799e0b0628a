/**
 * Budget: an edition of 250 procedures × 14 criteria is built in 5 s. Measured with what follows it (freeze, publish,
 * compare, correct, verify), on a catalogue of 1,000 procedures with ten quarters of observations behind them.
 */
import { recordProcedures } from '../src/catalogue/index.ts';
import { fixedClock } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import type { Fact } from '../src/core/figure.ts';
import { openStore } from '../src/core/store.ts';
import { CRITERIA } from '../src/criteria/index.ts';
import {
  buildEdition,
  correctEdition,
  createEditionReader,
  findComparison,
  freezeEdition,
  parseSetting,
  publishEdition,
  verifyStored,
} from '../src/editions/index.ts';
import { listFacts, observe, recordObservations } from '../src/observations/index.ts';
import { median } from './median.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';

const CATALOGUE = 1_000;
const PROCEDURES = 250;
const RUNS = 5;
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];
const QUARTERS = [2023, 2024, 2025].flatMap((year) => QUARTER_ENDS.map((end) => `${year}-${end}`)).slice(2);
const clock = fixedClock('2026-01-15T08:00:00Z');

/** Seconds of each step in the life of an edition, medians of several editions. */
export async function measureEdition(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const store = await openStore({ databaseUrl: null, dataDirectory: directory, statementTimeoutMs: 0 });
    try {
      const observations = await fillStore(store.db);
      const steps: Record<string, number[]> = {};
      const timed = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
        const begun = performance.now();
        const result = await work();
        steps[step] = [...(steps[step] ?? []), (performance.now() - begun) / 1_000];
        return result;
      };
      for (let run = 0; run < RUNS; run += 1) await liveOnce(store.db, run, timed);
      const medians = Object.entries(steps).map(([step, seconds]) => [`${step}Seconds`, median(seconds, 3)]);
      return {
        catalogue: CATALOGUE,
        procedures: PROCEDURES,
        criteria: 14,
        observations,
        runs: RUNS,
        buildBudgetSeconds: 5,
        ...Object.fromEntries(medians),
      };
    } finally {
      await store.close();
    }
  });
}

type Timed = <Result>(step: string, work: () => Promise<Result>) => Promise<Result>;

async function liveOnce(db: Database, run: number, timed: Timed): Promise<void> {
  const slug = `bench-${run}`;
  const given = {
    slug,
    label: slug,
    methodology: 'vigie-1',
    cutoffOn: QUARTERS.at(run - RUNS) ?? '',
    selection: { rule: 'top' as const, count: PROCEDURES },
    author: 'bench',
  };
  await timed('build', () => buildEdition(db, given, [listFacts], clock));
  await timed('freeze', () => freezeEdition(db, slug, clock));
  const { procedures } = await timed('publish', () => publishEdition(db, slug, 'bench', clock));
  if (run > 0) {
    await timed('compare', () => findComparison(db, createEditionReader(db), slug, `bench-${run - 1}`));
  }
  const from = [parseSetting(`${procedures[0]?.id}.once_only=9`)];
  await timed('correct', () =>
    correctEdition(db, { slug, from, reason: 'r', author: 'bench' }, [listFacts], clock),
  );
  await timed('verify', () => verifyStored(db, slug));
}

/** A catalogue, and for each procedure and quarter every criterion with its volume. */
async function fillStore(db: Database): Promise<number> {
  const ids = await db.transaction((tx) =>
    recordProcedures(
      tx,
      Array.from({ length: CATALOGUE }, (_, at) => ({
        publicId: String(at + 1),
        name: `Demande d’autorisation numéro ${at + 1}`,
        kind: 'online_procedure' as const,
        validFrom: '2023-01-01',
      })),
    ),
  );
  let recorded = 0;
  for (const [quarter, periodEnd] of QUARTERS.entries()) {
    const facts = ids.flatMap((subject, at) =>
      [...CRITERIA, 'volume_total'].map((indicator) =>
        observe(subject, indicator, madeUpFact(indicator, at * 7 + quarter, periodEnd)),
      ),
    );
    await db.transaction((tx) => recordObservations(tx, facts, { author: 'bench', clock }));
    recorded += facts.length;
  }
  await db.query('analyze');
  return recorded;
}

const WORDS: Readonly<Record<string, string>> = {
  online: 'Oui',
  authentication: 'FranceConnect',
  mobile: 'Oui',
  help: 'Oui',
};
const SHARES = ['accessibility', 'digital_share', 'autonomy', 'help_reachable', 'availability'];
const MARKS = ['satisfaction', 'clarity', 'help_effective'];

function madeUpFact(indicator: string, at: number, periodEnd: string): Fact {
  const word = WORDS[indicator] ?? null;
  const share = ((at * 37) % 500) / 1_000 + 0.5;
  const isMark = MARKS.includes(indicator);
  const counts = { '0': 20 + (at % 60), '5': 100, '10': 400 + (at % 500) };
  return {
    status: word === null ? 'measured' : 'declared',
    value: word ?? (isMark ? null : SHARES.includes(indicator) ? share : (at * 13) % 1_000),
    n: isMark || word !== null ? null : 500,
    counts: isMark ? counts : null,
    numerator: null,
    denominator: null,
    clusters: null,
    parts: null,
    periodStart: periodEnd.replace(/^\d+-\d+-\d+/, (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`),
    periodEnd,
    source: 'bench',
    origin: 'automatic',
    sourcePrecision: null,
    reason: null,
    statedLevel: null,
  };
}
