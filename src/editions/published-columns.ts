import { type FieldError, VigieError } from '../core/errors.ts';
import { foldText } from '../core/text.ts';

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
  clarity: 'note clarte langage',
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

/** The heading of each column in this file, and the headings that name none. */
export type FoundColumns = { readonly columns: Columns; readonly unused: readonly string[] };

/**
 * Finds the columns: by their heading, what stands in brackets apart, else by how it begins.
 * @throws VigieError InvalidInput that names every column that the file lacks, or has several candidates for
 */
export function findColumns(header: readonly string[]): FoundColumns {
  const found: Partial<Record<Column, string>> = {};
  const faults: FieldError[] = [];
  for (const [column, heading] of Object.entries(HEADINGS) as [Column, string][]) {
    const exact = header.filter((title) => foldText(title.replace(/\(.*$/s, '')) === heading);
    const candidates =
      exact.length > 0 ? exact : header.filter((title) => foldText(title).startsWith(heading));
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) found[column] = only;
    else faults.push({ path: heading, message: faultOf(heading, candidates) });
  }
  if (faults.length > 0) {
    throw new VigieError(
      'InvalidInput',
      `The file cannot be read as a published edition: ${faults.length} of its ${Object.keys(HEADINGS).length} columns ` +
        'are missing or doubtful.',
      faults,
    );
  }
  const used = new Set(Object.values(found));
  return { columns: found as Columns, unused: header.filter((title) => !used.has(title)) };
}

function faultOf(heading: string, candidates: readonly string[]): string {
  return candidates.length === 0
    ? `no column begins with "${heading}"; add it, with empty cells where nothing is known`
    : `several columns may be meant (${candidates.join(', ')}); name one of them "${heading}", whatever its accents`;
}
