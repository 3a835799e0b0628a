/** The versions of the method, newest first. An edition names one of them for ever: none is ever changed. */
import { VigieError } from '../core/errors.ts';
import type { Methodology } from './criterion.ts';
import { OBSERVATOIRE_2020 } from './methodologies/observatoire-2020.ts';
import { VDE_2025 } from './methodologies/vde-2025.ts';
import { VIGIE_1 } from './methodologies/vigie-1.ts';

export const METHODOLOGIES: readonly Methodology[] = [VIGIE_1, VDE_2025, OBSERVATOIRE_2020];

/** The methodology of an id, or null. */
export function findMethodology(id: string): Methodology | null {
  return METHODOLOGIES.find((methodology) => methodology.id === id) ?? null;
}

/**
 * The methodology of an id.
 * @throws VigieError `NotFound`, naming the ids that exist
 */
export function getMethodology(id: string): Methodology {
  const methodology = findMethodology(id);
  if (methodology !== null) return methodology;
  const known = METHODOLOGIES.map((each) => each.id).join(', ');
  throw new VigieError('NotFound', `no methodology "${id}": it is one of ${known}`);
}
