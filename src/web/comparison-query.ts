/** The address of a comparison: which of the compared values it lists. Parsed at the door, written back in links. */
import { z } from 'zod';
import { CRITERIA, type CriterionId } from '../criteria/index.ts';
import { CHANGE_KINDS, type ChangeKind } from '../editions/index.ts';
import { PARAMETERS } from './edition-query.ts';
import { parseQuery } from './query.ts';
import { withQuery } from './urls.ts';

/** Names of the parameters, as readers see them in the address. */
export const COMPARISON_PARAMETERS = {
  criterion: PARAMETERS.criterion,
  kind: 'evolution',
  page: 'page',
} as const;

/** The values to list one by one; null lists none, and shows the established changes. */
export type ComparisonView = {
  readonly criterion: CriterionId | null;
  readonly kind: ChangeKind | null;
  readonly page: number;
} | null;

/** What is said of the field that names the same edition as the other one. */
export const SAME_EDITION = 'the same edition; choose another one';

/** What is said of the field that names one organisation alone, one twice, or too many. */
export const OTHER_ORGANISATIONS = 'two to six different organisations are compared; choose them in the form';

const MOST_PAGES = 10_000;

const query = z.object({
  critere: z.enum(['', ...CRITERIA]).optional(),
  evolution: z.enum(['', ...CHANGE_KINDS]).optional(),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).optional(),
});

/**
 * The view that an address asks for; parameters that are not ours are left alone.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseComparisonQuery(parameters: Readonly<Record<string, string>>): ComparisonView {
  const { critere, evolution, page } = parseQuery(query, parameters);
  if (critere === undefined && evolution === undefined && page === undefined) return null;
  return { criterion: critere || null, kind: evolution || null, page: page ?? 1 };
}

/** The address of a list of values of the comparison at `address`, where the list stands. */
export function changesAddress(address: string, view: ComparisonView): string {
  if (view === null) return `${address}#changes`;
  const { criterion, kind, page } = view;
  const asked = { critere: criterion ?? undefined, evolution: kind ?? undefined };
  const query = { ...asked, page: page > 1 || (criterion ?? kind) === null ? page : undefined };
  return `${withQuery(address, query)}#changes`;
}
