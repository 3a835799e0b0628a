/** What commands that import share: their options, and the demonstration that leaves. */
import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Transaction } from '../core/database.ts';
import { type DemonstrationOutcome, leaveDemonstration } from '../core/demonstration.sql.ts';
import { loadShippedFigures } from '../observations/index.ts';
import { withStore } from './command.ts';

export type ImportOptions = { keepDemo?: true; json?: true };

/** Adds the options that every import has. */
export function importOptions(command: Command): Command {
  return command
    .option('--keep-demo', 'keep the demonstration that a first start loads, beside the data imported')
    .option('--json', 'answer in JSON');
}

/**
 * Runs an import in one transaction. The demonstration, where the store holds one, leaves in the same transaction unless
 * it is kept: an import that is refused leaves it whole. The figures that the project ships are real, and stay.
 * @throws as `withStore` and as `work` does
 */
export async function withImport<Result>(
  { keepDemo }: ImportOptions,
  work: (tx: Transaction) => Promise<Result>,
): Promise<{ result: Result; demonstration: DemonstrationOutcome }> {
  return withStore(async (db) => {
    return db.transaction(async (tx) => {
      const demonstration = await leaveDemonstration(tx, { keep: keepDemo === true });
      if (demonstration === 'removed') await loadShippedFigures(tx, systemClock);
      return { result: await work(tx), demonstration };
    });
  });
}

/** What became of the demonstration, in a line; none where there was none. */
export function demonstrationLines(outcome: DemonstrationOutcome): string[] {
  if (outcome === null) return [];
  return [outcome === 'removed' ? 'the demonstration was removed' : 'the demonstration was kept'];
}
