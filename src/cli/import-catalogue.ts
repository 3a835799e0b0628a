import type { Command } from 'commander';
import { importCatalogue } from '../catalogue/index.ts';
import { dayOf, systemClock } from '../core/clock.ts';
import { recordObservations, toObservation } from '../observations/index.ts';
import { answer, readSourceFile } from './command.ts';
import { demonstrationLines, type ImportOptions, importOptions, withImport } from './import.ts';

type Options = ImportOptions & { skipBad?: true; author: string };

/** `vigie import catalogue FILE`: subjects and their history; online statuses are kept as declared observations. */
export function importCatalogueCommand(parent: Command): void {
  const command = parent
    .command('catalogue')
    .description('import organisations, procedures, reception sites and other subjects')
    .argument('<file>', 'CSV of the catalogue, comma or Excel (docs/catalogue-csv.md)')
    .option('--skip-bad', 'write the good lines and list the others; without it, one bad line refuses all')
    .option('--author <name>', 'who declares it', 'import');
  importOptions(command).action(async (path: string, { skipBad, author, json, ...options }: Options) => {
    const file = await readSourceFile(path);
    const { result: report, demonstration } = await withImport(options, async (tx) => {
      const today = dayOf(systemClock.now());
      const { onlineStatuses, ...imported } = await importCatalogue(tx, file.bytes, {
        today,
        skipBad: skipBad === true,
      });
      const observations = onlineStatuses.map((one) => toObservation(one, file.name));
      const { recorded } = await recordObservations(tx, observations, { author, clock: systemClock });
      return { ...imported, statusesRecorded: recorded };
    });
    answer(json === true, { ...report, demonstration }, [
      `${report.lines} lines read: ${report.subjectsCreated} subjects created, ${report.versionsWritten} versions ` +
        `written, ${report.statusesRecorded} online statuses recorded, ${report.leftOut.length} faults left out`,
      ...report.leftOut.map(
        ({ line, column, message }) =>
          `  line ${line}${column === null ? '' : `, column "${column}"`}: ${message}`,
      ),
      ...demonstrationLines(demonstration),
    ]);
  });
}
