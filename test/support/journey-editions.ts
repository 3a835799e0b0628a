/**
 * What the made-up site of the journeys publishes: every oddity of the real files, a renamed procedure, an edition that
 * was corrected, two built ones, one known by its totals, and targets.
 */
import { fixedClock } from '../../src/core/clock.ts';
import { writeCsv } from '../../src/core/csv.ts';
import type { Database } from '../../src/core/database.ts';
import {
  buildEdition,
  correctEdition,
  freezeEdition,
  importEdition,
  importQuarterly,
  importTotals,
  parseSetting,
  publishEdition,
} from '../../src/editions/index.ts';
import { listFacts, readTargets, recordTargets } from '../../src/observations/index.ts';
import { stateJourneyAvailability } from './journey-availability.ts';
import { stateJourneyLinks } from './journey-links.ts';
import { stateIdleOrganisation } from './journey-organisations.ts';
import { stateJourneyPlaces } from './journey-places.ts';
import { stateJourneyReviews } from './journey-reviews.ts';
import { stateJourneyUsage } from './journey-usage.ts';
import { publishedFile } from './published-file.ts';
import { stateJourneySurveys } from './surveys.ts';

type Row = NonNullable<Parameters<typeof publishedFile>[0][number]>;

export const EARLIER_EDITION = '2025-10';
export const LATEST_EDITION = '2026-01';
/** The two reconstructed quarters whose reviews do not overlap: their changes can be tested. */
export const QUARTERS = ['2024-03-31', '2025-03-31'] as const;
/** Built from the most used procedures, and from a list with a reason for each. */
export const BUILT_EDITION = '2025-11';
export const LISTED_EDITION = '2025-12';
/** Known by its totals only. */
export const TOTALS_EDITION = '2020-04';

/** Procedures that the journeys look for, by public id. */
export const PLAIN_ID = '30';
export const LONG_NAME_ID = '1';
export const SILENT_ID = '2';
export const RENAMED_ID = '20';
/** In the catalogue and in no edition. */
export const UNPUBLISHED_ID = '900';

export const PLAIN_NAME = 'Demander une licence de pêche à pied';
export const FORMER_NAME = 'Demander une carte grise';
export const PRESENT_NAME = 'Demander un certificat d’immatriculation';
export const SUSTAINED_MINISTRY =
  'Ministère de la Transition écologique, de la Biodiversité, de la Forêt, de la Mer et de la Pêche';

const MINISTRIES = [
  SUSTAINED_MINISTRY,
  'Ministère de l’Intérieur',
  'Ministère des Armées',
  'Premier ministre',
];
const MARKS = ['8.6', '7.9', '4.1', 'À venir', "Nombre d'avis insuffisant", '5', '10', '8', '0'];
const ONLINE = ['Oui', 'Partiel', 'Oui', 'En cours de déploiement local', 'Oui'];
const ROWS = 60;

const UNKNOWN: Row = {
  'Volumétrie Totale': '',
  'Volumétrie En Ligne': '',
  '% Recours au Numérique': 'À venir',
  'Note Satisfaction': 'À venir',
  'Prise en compte Handicap': 'À venir',
  'Taux Audit RGAA': 'À venir',
  'Date Publication Déclaration (rouge : périmée)': 'À venir',
  'Note Clarté Langage': 'À venir',
  'Niveau Autonomie': '',
  'Aide Joignable': '',
  'Aide Efficace': '',
  FranceConnect: '–',
  'Score DLNUF': 'À venir',
  'Taux Dispo': 'À venir',
  'Tps Moy Chargement': 'À venir',
  'URL Démarche': '',
};

/** What makes a row odd, by public id. */
const ODDITIES: Readonly<Record<string, Row>> = {
  [LONG_NAME_ID]: {
    'Nom Démarche': `Demande d’autorisation d’exploitation d’une installation classée pour la protection de l’environnement (ICPE), télédéclaration du bilan annuel des émissions polluantes et dépôt des pièces https://exemple.example.org/${'anticonstitutionnellement'.repeat(3)}`,
    'Réf Administration': 'Direction générale de la prévention des risques et de la sécurité sanitaire',
    'Statut En ligne': 'En cours de déploiement local',
    'Categories Usagers': 'Particulier; Entreprise; Association; Collectivité; Agent public',
  },
  [SILENT_ID]: { ...UNKNOWN, 'Nom Démarche': 'Démarche dont rien n’est connu', 'Statut En ligne': 'À venir' },
  '3': { 'Taux Dispo': '0.0051', 'Tps Moy Chargement': '7582' },
  '4': {
    'Note Satisfaction': "Nombre d'avis insuffisant",
    'Note Clarté Langage': "Nombre d'avis insuffisant",
    'Aide Joignable': "Nombre d'avis insuffisant",
    'Aide Efficace': "Nombre d'avis insuffisant",
  },
  '5': { ...UNKNOWN, 'Statut En ligne': 'Non' },
  '6': {
    'Prise en compte Handicap': 'Non conforme',
    'Taux Audit RGAA': 'Non',
    'Date Publication Déclaration (rouge : périmée)': '',
  },
  '7': { 'Prise en compte Handicap': 'Totale', 'Taux Audit RGAA': '0.6' },
  '8': { 'Note Satisfaction': 'huit sur dix, environ', 'Taux Dispo': 'presque toujours' },
  '9': { ...UNKNOWN, 'Statut En ligne': 'Démarche proactive' },
  '11': { 'Nom Démarche': 'Obtenir « <b>l’acte</b> » & "copies"', 'URL Démarche': 'javascript:alert(1)' },
  '12': { FranceConnect: 'FranceConnect +', 'URL Démarche': ' www.exemple.example.org' },
  '13': {
    'Taux Audit RGAA': 'Non',
    'Date Publication Déclaration (rouge : périmée)': '21/06/2022 (périmée) ',
  },
  [PLAIN_ID]: { 'Nom Démarche': PLAIN_NAME, 'Note Satisfaction': '8.1' },
  [RENAMED_ID]: { 'Nom Démarche': FORMER_NAME },
};

/** Rows that cannot be read as a procedure. */
const LEFT_OUT: readonly Row[] = [
  { 'ID Démarche': '', 'Nom Démarche': 'Démarche sans identifiant' },
  { 'ID Démarche': 'n°12', 'Nom Démarche': 'Démarche à l’identifiant mal formé' },
  { 'ID Démarche': '1', 'Nom Démarche': 'Démarche à l’identifiant déjà pris' },
  { 'ID Démarche': '99', 'Nom Démarche': '' },
];

function rowOf(at: number): Row {
  const id = String(at + 1);
  const ministry = MINISTRIES[at % MINISTRIES.length] ?? '';
  return {
    'ID Démarche': id,
    'Nom Démarche': `Démarche d’essai numéro ${id}`,
    'Ministère politique': ministry,
    'Périmètre ministériel (AC/SG)': ministry.replace('Ministère ', 'Périmètre '),
    'Réf Administration': ['DGPR', 'DLPAJ', 'DGA'][at % 3] ?? '',
    'Statut En ligne': ONLINE[at % ONLINE.length] ?? '',
    'Note Satisfaction': MARKS[at % MARKS.length] ?? '',
    'Volumétrie Totale': String(1_000_000 - at * 1_111),
    'Tps Moy Chargement': String(90 + at * 25),
    ...ODDITIES[id],
  };
}

/** Ten quarters of the real quarterly file come down to three here: a chart needs two points, a test two years. */
const QUARTER_LINES = ['2024-03-31', '2025-03-31', '2025-06-30'].flatMap((quarterEnd, at) =>
  [LONG_NAME_ID, PLAIN_ID].map((id) => ({
    quarter_end: quarterEnd,
    id_space: 'jdma',
    id,
    id_jdma: id,
    nom: `Démarche d’essai numéro ${id}`,
    window_end: quarterEnd,
    satisfaction: '7.95',
    satisfaction_n: '1000',
    sat_neg: String(85 + 60 * at),
    sat_neu: '200',
    sat_pos: String(715 - 60 * at),
    clarity: '8.252',
    clarity_n: '755',
    autonomy: '0.71',
    autonomy_n: '640',
    uptime_pct: '99.85',
    response_ms: '257',
    probes: '2160',
    probe_suspect: '0',
  })),
);

const QUARTER_COLUMNS =
  'quarter_end id_space id id_jdma nom perimetre ministere administration url window_start window_end satisfaction satisfaction_n sat_neg sat_neu sat_pos clarity clarity_n easy easy_n autonomy autonomy_n help_reachable help_reachable_n help_efficient help_efficient_n uptime_pct apdex response_ms total_ms probes probe_suspect'.split(
    ' ',
  );

/** Publishes three reconstructed quarters, then two editions of which the second renames a procedure, and all the rest. */
export async function publishJourneyEditions(db: Database): Promise<void> {
  const quarters = writeCsv(QUARTER_COLUMNS, QUARTER_LINES);
  await importQuarterly(
    db,
    {
      file: { bytes: Buffer.from(quarters), name: 'essai-trimestres.csv' },
      methodology: 'vde-2025',
      author: 'test',
    },
    fixedClock('2025-07-01T08:00:00Z'),
  );
  const rows = Array.from({ length: ROWS }, (_, at) => rowOf(at));
  await publish(db, EARLIER_EDITION, 'Octobre 2025', '2025-09-30', [...rows, ...LEFT_OUT]);
  const renamed = rows.map((row) =>
    row['ID Démarche'] === RENAMED_ID ? { ...row, 'Nom Démarche': PRESENT_NAME } : row,
  );
  await publish(db, LATEST_EDITION, 'Janvier 2026', '2025-12-31', [...renamed, ...LEFT_OUT]);
  await stateIdleOrganisation(db);
  await stateJourneyPlaces(db);
  await stateJourneySurveys(db);
  await stateJourneyReviews(db, { told: PLAIN_ID, untold: LONG_NAME_ID });
  await stateJourneyUsage(db, PLAIN_ID);
  await stateJourneyAvailability(db, ['3', LONG_NAME_ID, PLAIN_ID, '4', '5', '6', '7', '8']);
  await stateJourneyLinks(db, {
    unpublished: UNPUBLISHED_ID,
    long: LONG_NAME_ID,
    plain: PLAIN_ID,
    renamed: RENAMED_ID,
  });
  await publishTheRest(db);
}

/** What happens to editions after they are imported, and beside. */
async function publishTheRest(db: Database): Promise<void> {
  const list = 'id,motif\n30,Demandée par les élus\n1,La plus longue de toutes\n2,Rien n’en est connu\n';
  await build(db, BUILT_EDITION, 'Novembre 2025', '2025-11-30', { rule: 'top', count: 20 });
  await build(db, LISTED_EDITION, 'Décembre 2025', '2025-12-15', {
    rule: 'list',
    file: { bytes: Buffer.from(list), name: 'liste.csv' },
  });
  await correctEdition(
    db,
    {
      slug: LATEST_EDITION,
      from: ['18.satisfaction=8.4', '19.online=Partiel', '21.accessibility=1'].map(parseSetting),
      reason: 'Trois lignes du fichier étaient décalées ; « vérifié » avec <l’administration>.',
      author: 'Cellule de mesure',
    },
    [listFacts],
    fixedClock('2026-01-10T09:00:00Z'),
  );
  await importTotals(
    db,
    {
      file: { bytes: Buffer.from(TOTALS), name: 'essai-totaux.csv' },
      slug: TOTALS_EDITION,
      label: 'Avril 2020',
      methodology: 'observatoire-2020',
      cutoffOn: '2020-03-31',
      publishedAt: new Date('2020-04-30T00:00:00Z'),
      author: 'test',
    },
    fixedClock('2026-01-11T09:00:00Z'),
  );
  await db.transaction((tx) =>
    recordTargets(tx, readTargets(Buffer.from(TARGETS)), {
      author: 'test',
      clock: fixedClock('2026-01-11T09:00:00Z'),
    }),
  );
}

const TOTALS = `indicateur,valeur,precision,unite,sur
procedures,250,exact,count,
online_rate,0.72,nearly,share,procedures
reviews,900000,more_than,count,
equipped,80,exact,count,procedures
very_good_rate,0.5,exact,share,equipped
`;

const TARGETS = `code,indicateur,statistique,valeur,echeance,libelle_fr,libelle_en,source
en-ligne,online,online_rate,1,2022-12-31,Tout en ligne en 2022,Everything online in 2022,« Source » & co
satisfaction,satisfaction,pooled,7,,Une satisfaction d’au moins 7,A satisfaction of at least 7,Essai
attente,help_effective,pooled,9,2030-06-30,Une aide efficace,Help that works,Essai
`;

async function build(
  db: Database,
  slug: string,
  label: string,
  cutoffOn: string,
  selection: Parameters<typeof buildEdition>[1]['selection'],
): Promise<void> {
  const clock = fixedClock(`${cutoffOn}T18:00:00Z`);
  const given = { slug, label, methodology: 'vde-2025', cutoffOn, selection, author: 'test' };
  await buildEdition(db, given, [listFacts], clock);
  await freezeEdition(db, slug, clock);
  await publishEdition(db, slug, 'test', clock);
}

async function publish(db: Database, slug: string, label: string, cutoffOn: string, rows: readonly Row[]) {
  const publishedAt = new Date(`${cutoffOn}T12:00:00Z`);
  await importEdition(
    db,
    {
      file: { bytes: publishedFile(rows), name: `essai-${slug}.csv` },
      slug,
      label,
      methodology: 'vde-2025',
      cutoffOn,
      publishedAt,
      author: 'test',
    },
    fixedClock(publishedAt.toISOString()),
  );
}
