/** The file of targets (docs/probes.md), one line a target of a procedure: every fault is told at once. */
import { codesOf, findCode, type Vocabulary } from '../catalogue/index.ts';
import { type FormRow, readForm } from '../core/csv-form.ts';
import type { Demand, Role } from './target.ts';
import { type DemandField, parseDemand } from './target-demand.ts';

/** What a target is to a procedure, in words; files are written in the French ones. */
export const ROLE_WORDS = {
  home: { fr: 'accueil', en: 'home page' },
  sign_in: { fr: 'connexion', en: 'sign-in' },
  form: { fr: 'formulaire', en: 'start of the form' },
  last_page: { fr: 'dernière page', en: 'last page' },
} as const satisfies Vocabulary<Role>;

/** The column that each part of a demand is told in. */
const COLUMN_OF: Readonly<Record<DemandField, string>> = {
  url: 'adresse',
  method: 'methode',
  expectedStatus: 'statuts',
  mustContain: 'contient',
  mustNotContain: 'ne_contient_pas',
  interval: 'intervalle',
  timeout: 'delai',
  slow: 'lenteur',
};

const { url: ADDRESS, ...OTHERS } = COLUMN_OF;

export const TARGET_COLUMNS = {
  needed: ['demarche', ADDRESS],
  optional: ['role', ...Object.values(OTHERS)],
} as const;

/** A line of the file. */
export type TargetLine = {
  readonly line: number;
  readonly subjectId: number;
  readonly role: Role;
  readonly demand: Demand;
};

/**
 * Reads a file of targets.
 * @param find the subject of the public id of a procedure
 * @throws VigieError InvalidInput with every fault, by line and column
 */
export function readTargetFile(
  bytes: Uint8Array,
  find: (publicId: string) => number | undefined,
): TargetLine[] {
  const met = new Map<string, number>();
  return readForm(bytes, TARGET_COLUMNS, (row) => {
    const subjectId = readProcedure(row, find);
    const role = readRole(row);
    const words = Object.entries(COLUMN_OF).map(([field, column]) => [field, row.cell(column)]);
    const demand = parseDemand(Object.fromEntries(words), (field, message) =>
      row.refuse(COLUMN_OF[field], message),
    );
    if (subjectId === null || role === null || demand === null) return null;
    const key = JSON.stringify([subjectId, identityOf(demand)]);
    const earlier = met.get(key);
    if (earlier !== undefined) return row.refuse(ADDRESS, `is told on line ${earlier} already; keep one`);
    met.set(key, row.line);
    return { line: row.line, subjectId, role, demand };
  });
}

/** What makes two demands one target. */
function identityOf({ url, method, expectedStatus, mustContain, mustNotContain }: Demand) {
  return [url, method, expectedStatus, mustContain, mustNotContain];
}

function readProcedure(row: FormRow, find: (publicId: string) => number | undefined): number | null {
  const id = row.cell('demarche');
  if (id === '') return row.refuse('demarche', 'is blank; write the id of the procedure');
  return find(id) ?? row.refuse('demarche', `"${id}" is the id of no procedure of the catalogue`);
}

/** A blank cell is the home page. */
function readRole(row: FormRow): Role | null {
  const written = row.cell('role');
  const known = codesOf(ROLE_WORDS).map((role) => ROLE_WORDS[role].fr);
  if (written === '') return 'home';
  return (
    findCode(ROLE_WORDS, written) ??
    row.refuse('role', `"${written}" is not known here; write ${known.join(', ')}`)
  );
}
