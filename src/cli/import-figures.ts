import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import {
  type DemonstrationOutcome,
  findDemonstration,
  leaveDemonstration,
  lockDemonstration,
} from '../core/demonstration.sql.ts';
import { type FiguresImport, importFigures, loadShippedFigures } from '../observations/index.ts';
import { answer, readSourceFile, withStore } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions } from './import.ts';

type Options = ImportOptions & { author: string };

/** `vigie import figures FILE`: figures that articles and reports told, with the services that they speak of. */
export function importFiguresCommand(parent: Command): void {
  const command = parent
    .command('figures')
    .description('import figures that articles and reports told, with the services that they speak of')
    .argument('<file>', 'CSV, one line a figure (docs/usage-csv.md)')
    .option('--author <name>', 'who imports them', 'import');
  importOptions(command).action(async (path: string, { author, json, keepDemo }: Options) => {
    const { bytes } = await readSourceFile(path);
    const { done, demonstration } = await withStore((db) =>
      db.transaction((tx) =>
        besideDemonstration(tx, keepDemo === true, () =>
          importFigures(tx, bytes, { author, clock: systemClock }),
        ),
      ),
    );
    const { figures, recorded, superseded, unchanged, made, suspect } = done;
    answer(json === true, { ...done, demonstration }, [
      `${figures} figures read: ${recorded} recorded, of which ${superseded} take the place of an earlier value, ` +
        `${unchanged} known already, ${suspect} doubtful; ${made.length} services new to the catalogue`,
      ...made.map((name) => `  ${name}`),
      ...demonstrationLines(demonstration),
    ]);
  });
}

/**
 * Runs an import of figures beside the demonstration. Those that the project ships stand there already: only a file that
 * tells something else makes the demonstration leave, and is then imported without it.
 */
async function besideDemonstration(
  tx: Transactional,
  keep: boolean,
  work: () => Promise<FiguresImport>,
): Promise<{ done: FiguresImport; demonstration: DemonstrationOutcome }> {
  await lockDemonstration(tx);
  const isBeside = (await findDemonstration(tx)) !== null;
  if (isBeside) await loadShippedFigures(tx, systemClock);
  const done = await work();
  if (!isBeside || done.recorded === 0) return { done, demonstration: isBeside ? 'kept' : null };
  const demonstration = await leaveDemonstration(tx, { keep });
  if (demonstration !== 'removed') return { done, demonstration };
  await loadShippedFigures(tx, systemClock);
  return { done: await work(), demonstration };
}
