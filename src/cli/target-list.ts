import type { Command } from 'commander';
import { listTargets } from '../probes/index.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, withStore } from './command.ts';
import { namesOfProcedures, targetJson, targetLine } from './target-options.ts';

type Options = { procedure?: string; all?: true; json?: true };

/** `vigie target list`: what is probed, and what was last seen. */
export function targetListCommand(parent: Command): void {
  parent
    .command('list')
    .description(
      'list what is probed, the oldest first: procedures, last verdict by point of measure, incident',
    )
    .option('--procedure <id>', 'of a procedure')
    .option('--all', 'those that are closed too')
    .option('--json', 'answer in JSON')
    .action(async ({ procedure, all, json }: Options) => {
      const { targets, names } = await withStore(async (db) => {
        const subject = await findButtonSubject(db, procedure === undefined ? {} : { procedure });
        return {
          targets: await listTargets(db, { subjectId: subject?.subjectId, all: all === true }),
          names: await namesOfProcedures(db),
        };
      });
      answer(json === true, { targets: targets.map((target) => targetJson(target, names)) }, [
        ...targets.map((target) => targetLine(target, names)),
        targets.length === 1 ? '1 target' : `${targets.length} targets`,
      ]);
    });
}
