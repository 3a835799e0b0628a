/** The figures that the project ships: the first real content of the product, in every store that it fills itself. */
import type { Clock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { readShippedFile } from '../core/shipped-data.ts';
import { type FiguresImport, importFigures } from './import-figures.ts';
import { loadShippedSurveys } from './shipped-surveys.ts';

const FILE = 'figures.csv';

/** Who signs them. */
const AUTHOR = 'vigie';

/**
 * Puts the figures that the project ships into a store, and the surveys that some of them are of; those that it holds
 * already change nothing.
 */
export async function loadShippedFigures(tx: Queryable, clock: Clock): Promise<FiguresImport> {
  const figures = await importFigures(tx, await readShippedFile(FILE), { author: AUTHOR, clock });
  await loadShippedSurveys(tx, clock);
  return figures;
}
