/** Stores of reviews by the million, on a catalogue of a thousand procedures and a network of sites. */
import { listProcedures, listSites, recordSites } from '../src/catalogue/index.ts';
import { type Database, openDatabase } from '../src/core/database.ts';
import { openStore, type Store } from '../src/core/store.ts';
import type { Period } from '../src/feedback/index.ts';
import { importMadeUpEditions } from './page-store.ts';
import {
  insertAnswers,
  insertButtons,
  insertCounts,
  insertReviews,
  loosenServer,
  type ReviewedSubject,
  tightenServer,
  vacuum,
} from './statistics.sql.ts';

export const PROCEDURES = 1_000;
export const SITES = 50;
/** Three years, to the day of the measure. */
export const THREE_YEARS: Period = { from: '2023-01-16', to: '2026-01-15' };
/** Of the editions of page-store.ts, that of December 2025: it says volumes, and what reviews do not. */
const EDITION = 39;

/** The store of a directory, its statements without limit of time. */
export function openBenchStore(dataDirectory: string): Promise<Store> {
  return openStore({ databaseUrl: null, dataDirectory, statementTimeoutMs: 0 });
}

/** Fills the store of a directory, and stops its server. */
export async function fillReviewedStore(
  directory: string,
  reviews: number,
  onStep: (step: string) => void,
): Promise<void> {
  const catalogue = async ({ db }: Store) => {
    await importMadeUpEditions(db, { procedures: PROCEDURES, from: EDITION, until: EDITION + 1 });
    await db.transaction((tx) =>
      recordSites(
        tx,
        Array.from({ length: SITES }, (_, at) => madeUpSite(at)),
      ),
    );
    await insertButtons(db, await shareOut(db, reviews), `${THREE_YEARS.from}T00:00:00Z`);
    await loosenServer(db);
    onStep('catalogue');
  };
  const opinions = async ({ target }: Store) => {
    const db = openDatabase(target, { connections: 2, statementTimeoutMs: 0 });
    try {
      const subjects = await shareOut(db, reviews);
      await Promise.all([insertReviews(db, subjects, THREE_YEARS), insertAnswers(db, subjects, THREE_YEARS)]);
      onStep('reviews and answers');
      await insertCounts(db, THREE_YEARS);
      onStep('counts');
      await vacuum(db);
      onStep('vacuum');
      await tightenServer(db);
    } finally {
      await db.close();
    }
  };
  for (const step of [catalogue, opinions]) {
    const store = await openBenchStore(directory);
    try {
      await step(store);
    } finally {
      await store.close();
    }
  }
}

function madeUpSite(at: number) {
  return {
    slug: `guichet-${at + 1}`,
    name: `Guichet de la commune numéro ${at + 1}`,
    network: 'Guichets des communes',
    municipality: `Commune ${at + 1}`,
    validFrom: '2023-01-01',
  };
}

/** In the list of subjects by reviews, the first has a hundred times as many as the last, and a fifth of it has half. */
const FLATNESS = 10;
const SUBJECTS = PROCEDURES + SITES;

/**
 * Reviews by subject, by id: those of the procedures in the order of their ids decrease with a long tail, and a site
 * stands among them after every twentieth.
 */
async function shareOut(db: Database, reviews: number): Promise<ReviewedSubject[]> {
  const procedures = (await listProcedures(db)).map(({ subjectId }) => subjectId).toSorted((a, b) => a - b);
  const sites = (await listSites(db)).map(({ subjectId }) => subjectId);
  const every = PROCEDURES / SITES;
  const ranked = procedures.flatMap((id, at) => [
    id,
    ...(at % every === every - 1 ? sites.splice(0, 1) : []),
  ]);
  const weights = ranked.map((_, rank) => 1 / (rank + FLATNESS));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return ranked
    .map((subjectId, rank) => ({
      subjectId,
      reviews: Math.round((reviews * (weights[rank] ?? 0)) / whole),
      buttons: rank % 3 === 0 ? 2 : 1,
    }))
    .toSorted((one, other) => one.subjectId - other.subjectId);
}

/** The procedure with the most reviews, and one in the middle of the list, by the order of `shareOut`. */
export async function examplesOf(db: Database) {
  const procedures = (await listProcedures(db)).toSorted((a, b) => a.subjectId - b.subjectId);
  const [most, usual] = [procedures[0], procedures[Math.floor(SUBJECTS / 2)]];
  if (most === undefined || usual === undefined) throw new Error('the store lacks procedures');
  return { most, usual };
}
