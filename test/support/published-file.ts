/** Made-up files in the format of a published edition, for what the real one does not hold. */
import { writeCsv } from '../../src/core/csv.ts';

export const PUBLISHED_HEADINGS = [
  'Nom Démarche',
  'ID Démarche',
  'Périmètre ministériel (AC/SG)',
  'Ministère politique',
  'Réf Administration',
  'Statut En ligne',
  'Categories Usagers',
  'Volumétrie Totale',
  'Volumétrie En Ligne',
  '% Recours au Numérique',
  'Note Satisfaction',
  'Prise en compte Handicap',
  'Taux Audit RGAA',
  'Date Publication Déclaration (rouge : périmée)',
  'Note Clarté Langage',
  'Niveau Autonomie',
  'Aide Joignable',
  'Aide Efficace',
  'FranceConnect',
  'Score DLNUF',
  'Taux Dispo',
  'Tps Moy Chargement',
  'URL Démarche',
] as const;
type Heading = (typeof PUBLISHED_HEADINGS)[number];

const PLAIN: Record<Heading, string> = {
  'Nom Démarche': 'Demander une licence de pêche',
  'ID Démarche': '1',
  'Périmètre ministériel (AC/SG)': 'Mer',
  'Ministère politique': 'Ministère de la Mer',
  'Réf Administration': 'DGM',
  'Statut En ligne': 'Oui',
  'Categories Usagers': 'Particulier; Entreprise',
  'Volumétrie Totale': '2000',
  'Volumétrie En Ligne': '1500',
  '% Recours au Numérique': '0.75',
  'Note Satisfaction': '8.1',
  'Prise en compte Handicap': 'Partielle',
  'Taux Audit RGAA': '0.8',
  'Date Publication Déclaration (rouge : périmée)': '2024-06-01',
  'Note Clarté Langage': '7.2',
  'Niveau Autonomie': '0.6',
  'Aide Joignable': '0.9',
  'Aide Efficace': '6.4',
  FranceConnect: 'FranceConnect',
  'Score DLNUF': '1',
  'Taux Dispo': '0.9995',
  'Tps Moy Chargement': '250',
  'URL Démarche': 'https://peche.example.org/licence',
};

/** The bytes of a file with one row for each of `rows`, each a plain row changed by what is given. */
export function publishedFile(
  rows: readonly Partial<Record<Heading, string>>[],
  { excel = false }: { excel?: boolean } = {},
): Buffer {
  const table = rows.map((row, at) => ({ ...PLAIN, 'ID Démarche': String(at + 1), ...row }));
  return Buffer.from(writeCsv(PUBLISHED_HEADINGS, table, { excel }));
}
