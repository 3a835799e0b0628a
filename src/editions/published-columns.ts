import { VigieError } from '../core/errors.ts';

/** Our name of a column → how its heading begins, accents and capitals apart. */
const HEADINGS = {
  name: 'nom demarche',
  id: 'id demarche',
  perimeter: 'perimetre ministeriel',
  ministry: 'ministere politique',
  organisation: 'ref administration',
  online: 'statut en ligne',
  audiences: 'categories usagers',
  volumeTotal: 'volumetrie totale',
  volumeOnline: 'volumetrie en ligne',
  digitalShare: '% recours au numerique',
  satisfaction: 'note satisfaction',
  accessibilityVerdict: 'prise en compte handicap',
  accessibilityRate: 'taux audit rgaa',
  declarationDay: 'date publication declaration',
  clarity: 'note clarte',
  autonomy: 'niveau autonomie',
  helpReachable: 'aide joignable',
  helpEffective: 'aide efficace',
  authentication: 'franceconnect',
  onceOnly: 'score dlnuf',
  availability: 'taux dispo',
  responseTime: 'tps moy chargement',
  url: 'url demarche',
} as const;
export type Column = keyof typeof HEADINGS;
export type Columns = Readonly<Record<Column, string>>;

/**
 * The heading of each column in this file.
 * @throws VigieError InvalidInput that names every column the file lacks
 */
export function findColumns(header: readonly string[]): Columns {
  const plain = (text: string) =>
    text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  const found: Partial<Record<Column, string>> = {};
  const missing: Column[] = [];
  for (const [column, heading] of Object.entries(HEADINGS) as [Column, string][]) {
    const match = header.find((title) => plain(title).startsWith(heading));
    if (match === undefined) missing.push(column);
    else found[column] = match;
  }
  if (missing.length > 0) {
    throw new VigieError(
      'InvalidInput',
      `The file lacks ${missing.length} of the ${Object.keys(HEADINGS).length} columns of a published edition.`,
      missing.map((column) => ({
        path: HEADINGS[column],
        message: `no column begins with "${HEADINGS[column]}"; add it, with empty cells where nothing is known`,
      })),
    );
  }
  return found as Columns;
}
