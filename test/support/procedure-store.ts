/**
 * A store made for the page of one procedure: three steps, links, contacts (some hostile), notes, a verdict of the source
 * that differs, volumes, and a line that a change of methodology breaks.
 */
import { recordOrganisations, recordProcedures } from '../../src/catalogue/index.ts';
import { fixedClock } from '../../src/core/clock.ts';
import { writeCsv } from '../../src/core/csv.ts';
import type { Database } from '../../src/core/database.ts';
import { importEdition, importQuarterly, writeNote } from '../../src/editions/index.ts';
import { publishedFile } from './published-file.ts';

type Row = Parameters<typeof publishedFile>[0][number];

/** The procedure that has everything; a simulator stands before it and an automatic settlement after. */
export const REQUEST = '1';
export const SIMULATOR = '2';
export const SETTLEMENT = '3';
/** Goes with the request, which does not say so. */
export const SISTER = '4';
/** Was in the first edition only; its contacts are hostile. */
export const HOSTILE = '5';
/** In no edition. */
export const ABSENT = '6';

export const MADE_EDITIONS = ['2025-03-31', '2025-06', '2025-09', '2025-12'] as const;

const names: Readonly<Record<string, string>> = {
  [REQUEST]: 'Demander la prime de mer',
  [SIMULATOR]: 'Simuler la prime de mer',
  [SETTLEMENT]: 'Verser la prime de mer',
  [SISTER]: 'Déclarer une prise',
  [HOSTILE]: 'Consulter le <b>cadastre</b>',
};

const row = (id: string, changes: Row = {}): Row => ({
  'ID Démarche': id,
  'Nom Démarche': names[id] ?? id,
  'URL Démarche': `https://mer.example.org/${id}`,
  ...changes,
});

/** Publishes the editions and states the links; every instant is given. */
export async function publishProcedureStore(db: Database): Promise<void> {
  await publishQuarter(db);
  await publish(db, '2025-06', 'Juin 2025', 'vde-2025', [
    row(REQUEST, { 'Volumétrie Totale': '1000', 'Volumétrie En Ligne': '400', 'Statut En ligne': 'Partiel' }),
    row(HOSTILE),
  ]);
  await publish(db, '2025-09', 'Septembre 2025', 'vde-2025', [
    // The source's own verdict is another than the rate gives.
    row(REQUEST, {
      'Volumétrie Totale': '1200',
      'Volumétrie En Ligne': '600',
      'Note Satisfaction': '7.9',
      'Prise en compte Handicap': 'Totale',
      'Taux Audit RGAA': '0.6',
      'Taux Dispo': '0.0051',
    }),
    row(SISTER),
  ]);
  await publish(db, '2025-12', 'Décembre 2025', 'vigie-1', [
    row(REQUEST, { 'Volumétrie Totale': '', 'Volumétrie En Ligne': '', 'Note Satisfaction': '8.3' }),
    row(SIMULATOR, { 'Statut En ligne': 'Oui' }),
    row(SETTLEMENT, { 'Statut En ligne': 'Démarche proactive' }),
    row(SISTER),
  ]);
  await db.transaction(async (tx) => {
    const validFrom = '2025-12-31';
    await recordOrganisations(tx, [
      { slug: 'dgm', acronym: 'DGM', name: 'Direction générale de la mer', validFrom },
    ]);
    await recordProcedures(tx, [
      {
        publicId: SIMULATOR,
        kind: 'simulator',
        nextSteps: [REQUEST, '999'],
        validFrom,
      },
      {
        publicId: REQUEST,
        nextSteps: [SETTLEMENT],
        contactPhone: '+33 (0)1 23 45 67 89',
        contactEmail: 'aide@mer.example.org',
        contactUrl: 'https://mer.example.org/aide',
        otherChannels: ['post', 'counter'],
        onlineOnlySince: '2024-01-01',
        lifeEvents: ['entering_work'],
        validFrom,
      },
      { publicId: SETTLEMENT, kind: 'automatic_entitlement', validFrom },
      { publicId: SISTER, related: [REQUEST, '998'], nextSteps: [HOSTILE], validFrom },
      // Back to the one before: a cycle.
      {
        publicId: HOSTILE,
        nextSteps: [SISTER],
        contactPhone: '3646;phone-context=evil" onclick="alert(1)',
        contactEmail: 'a@b.fr?bcc=evil@example.org',
        contactUrl: 'https://exemple.example.org/"><script>alert(1)</script>',
        validFrom,
      },
      { publicId: ABSENT, name: 'Démarche absente', kind: 'simulator', validFrom },
    ]);
  });
  const clock = fixedClock('2026-01-05T09:00:00Z');
  const note = { procedure: REQUEST, author: 'Cellule de mesure' };
  await db.transaction(async (tx) => {
    await writeNote(tx, { ...note, edition: '2025-12', lang: 'fr', body: 'Refonte **achevée** <i>.' }, clock);
    await writeNote(tx, { ...note, edition: '2025-12', lang: 'en', body: 'Redesign *finished*.' }, clock);
    await writeNote(tx, { ...note, edition: '2025-09', lang: 'fr', body: 'Le robot était bloqué.' }, clock);
    await writeNote(tx, { ...note, edition: '2025-06', lang: 'fr', body: 'Écrite par erreur.' }, clock);
    await writeNote(tx, { ...note, edition: '2025-06', lang: 'fr', body: null }, clock);
  });
}

/** A reconstructed quarter, with numbers of answers and an interval. */
async function publishQuarter(db: Database): Promise<void> {
  const line = {
    quarter_end: '2025-03-31',
    id_space: 'jdma',
    id: REQUEST,
    id_jdma: REQUEST,
    nom: names[REQUEST] ?? '',
    window_end: '2025-03-31',
    satisfaction: '8.15',
    satisfaction_n: '1000',
    sat_neg: '85',
    sat_neu: '200',
    sat_pos: '715',
  };
  await importQuarterly(
    db,
    {
      file: { bytes: Buffer.from(writeCsv(QUARTER_COLUMNS, [line])), name: 'trimestres.csv' },
      methodology: 'vde-2025',
      author: 'test',
    },
    fixedClock('2025-07-01T08:00:00Z'),
  );
}

const QUARTER_COLUMNS =
  'quarter_end id_space id id_jdma nom perimetre ministere administration url window_start window_end satisfaction satisfaction_n sat_neg sat_neu sat_pos clarity clarity_n easy easy_n autonomy autonomy_n help_reachable help_reachable_n help_efficient help_efficient_n uptime_pct apdex response_ms total_ms probes probe_suspect'.split(
    ' ',
  );

async function publish(
  db: Database,
  slug: string,
  label: string,
  methodology: 'vde-2025' | 'vigie-1',
  rows: readonly Row[],
): Promise<void> {
  const cutoffOn = `${slug}-${slug.endsWith('12') ? '31' : '30'}`;
  const publishedAt = new Date(`${cutoffOn}T12:00:00Z`);
  await importEdition(
    db,
    {
      file: { bytes: publishedFile(rows), name: `mer-${slug}.csv` },
      slug,
      label,
      methodology,
      cutoffOn,
      publishedAt,
      author: 'test',
    },
    fixedClock(publishedAt.toISOString()),
  );
}
