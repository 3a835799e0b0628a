import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import { findDemonstration } from '../core/demonstration.sql.ts';
import { VigieError } from '../core/errors.ts';
import { counterFaults, createCounter, type NewCounter } from '../visits/index.ts';
import { warnOfLocalAddress } from './button-paste.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, withStore } from './command.ts';
import { listSnippets } from './counter-paste.ts';

type Options = {
  procedure: string;
  origin: string[];
  path: string[];
  step: string[];
  author: string;
  json?: true;
};

const several = (value: string, before: string[]) => [...before, value];

/** `vigie counter create`: lets the pages of a procedure count their visits. */
export function counterCreateCommand(parent: Command): void {
  parent
    .command('create')
    .description('open a counter of visits for a procedure, and print what to paste in its pages')
    .requiredOption('--procedure <id>', 'public id of the procedure')
    .option(
      '--origin <address>',
      'a site whose pages may count, https://… (several times for several)',
      several,
      [],
    )
    .option(
      '--path <path>',
      'the beginning of paths that are told apart, for the script (several times)',
      several,
      [],
    )
    .option(
      '--step <name>',
      'a step between the start and the endings, in order (several times)',
      several,
      [],
    )
    .option('--author <name>', 'who opens it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const { subject, counter, isInvented } = await withStore((db) =>
        db.transaction((tx) => open(tx, options)),
      );
      const { id, origins, paths, steps } = counter;
      const snippets = listSnippets(counter);
      const { kind, id: subjectId, name } = subject;
      warnOfLocalAddress();
      answer(
        options.json === true,
        {
          ...{ id, subject: { kind, id: subjectId, name }, origins, paths, steps, snippets },
          demonstration: isInvented,
        },
        [
          `counter ${id} is open at ${kind} ${subjectId}, ${name}`,
          ...snippets.map(({ step, script }) => `${step}: ${script}`),
          ...(isInvented ? ['it is part of the demonstration, and leaves with it at the first import'] : []),
        ],
      );
    });
}

async function open(tx: Transactional, options: Options) {
  const subject = await findButtonSubject(tx, { procedure: options.procedure });
  if (subject === null) throw new VigieError('InvalidInput', 'Give --procedure.');
  const { origin: origins, path: paths, step: steps } = options;
  const asked: NewCounter = {
    ...{ subjectId: subject.subjectId, origins, paths, steps },
    author: options.author.trim(),
  };
  const faults = counterFaults(asked);
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The counter cannot be opened.', faults);
  const counter = await createCounter(tx, asked, systemClock.now());
  const demonstration = await findDemonstration(tx);
  return { subject, counter, isInvented: demonstration?.kept === false };
}
