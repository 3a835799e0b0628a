/** Stores of made-up editions, filled through the door by which published files come in. */
import { addDays, fixedClock } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { importEdition } from '../src/editions/index.ts';
import { publishedFile } from '../test/support/published-file.ts';

/** The day of the measurement, after every edition. */
export const benchClock = fixedClock('2026-01-15T08:00:00Z');

const FIRST_YEAR = 2016;

/** Ends of quarters, the earliest first. */
function quarterEnd(at: number): string {
  const month = String(((at + 1) % 4) * 3 + 1).padStart(2, '0');
  return addDays(`${FIRST_YEAR + Math.floor((at + 1) / 4)}-${month}-01`, -1);
}

/** The slug of an edition, by its rank from 0. */
export const editionSlug = (at: number) => quarterEnd(at).slice(0, 7);

/** Procedures of an edition between the first and the last, as those of the observatory. */
const USUAL = 250;

/**
 * Imports the editions of rank `from` to `until`, that one left out. The last one imported holds all the procedures,
 * those before it the usual number, so that a large store is made in a minute.
 */
export async function importMadeUpEditions(
  db: Database,
  { procedures, from, until }: { procedures: number; from: number; until: number },
): Promise<void> {
  for (let at = from; at < until; at += 1) {
    const length = at === until - 1 ? procedures : Math.min(procedures, USUAL);
    const rows = Array.from({ length }, (_, row) => madeUpRow(row, at));
    await importEdition(
      db,
      {
        file: { bytes: publishedFile(rows), name: `bench-${at}.csv` },
        slug: editionSlug(at),
        label: `Édition ${editionSlug(at)}`,
        methodology: 'vigie-1',
        cutoffOn: quarterEnd(at),
        publishedAt: new Date(`${addDays(quarterEnd(at), 10)}T00:00:00Z`),
        author: 'bench',
      },
      benchClock,
    );
  }
  await db.query('analyze');
}

const OBJECTS = ['autorisation', 'aide', 'carte', 'licence', 'déclaration', 'attestation', 'permis'];

/**
 * Values that spread over levels and move from edition to edition, so that rows do not compress as one; none contradicts
 * another, so that an edition has as few remarks as a real one.
 */
function madeUpRow(at: number, edition: number): Parameters<typeof publishedFile>[0][number] {
  const seed = at * 37 + edition * 11;
  const spread = (factor: number, most: number) => (seed * factor) % most;
  const volume = 2_000 + spread(97, 900_000);
  const online = Math.round(volume * 0.75);
  const audited = spread(3, 100) / 100;
  return {
    'Nom Démarche': `Demande d’${OBJECTS[at % OBJECTS.length]} numéro ${at} auprès de l’administration compétente`,
    'Ministère politique': `Ministère ${at % 15}`,
    'Périmètre ministériel (AC/SG)': `Périmètre ${at % 15}`,
    'Réf Administration': `DIR${at % 60}`,
    'Volumétrie Totale': String(volume),
    'Volumétrie En Ligne': String(online),
    '% Recours au Numérique': String(online / volume),
    'Note Satisfaction': at % 11 === 0 ? 'À venir' : String(spread(1, 100) / 10),
    'Note Clarté Langage': String(spread(53, 100) / 10),
    'Prise en compte Handicap': audited < 0.5 ? 'Non' : 'Partielle',
    'Taux Audit RGAA': String(audited),
    'Date Publication Déclaration (rouge : périmée)': addDays(quarterEnd(edition), -60),
    'Niveau Autonomie': String(spread(7, 1_000) / 1_000),
    'Aide Joignable': at % 3 === 0 ? "Nombre d'avis insuffisant" : String(spread(29, 1_000) / 1_000),
    'Taux Dispo': String(1 - spread(17, 300) / 10_000),
    'Tps Moy Chargement': String(100 + spread(71, 900)),
    'URL Démarche': `https://demarche-${at}.example.org/depot`,
  };
}
