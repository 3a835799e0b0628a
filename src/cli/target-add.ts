import { type Command, Option } from 'commander';
import { listProcedures, type Procedure } from '../catalogue/index.ts';
import { systemClock } from '../core/clock.ts';
import type { Transaction } from '../core/database.ts';
import { findDemonstration } from '../core/demonstration.sql.ts';
import { VigieError } from '../core/errors.ts';
import { addTarget, listTargets, planHomeTargets, ROLES, type Role, textFaults } from '../probes/index.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, withStore } from './command.ts';
import {
  type DemandOptions,
  demandOptions,
  demandWords,
  intervalOption,
  readDemand,
} from './target-options.ts';

type Options = DemandOptions & {
  procedure?: string;
  allProcedures?: true;
  dryRun?: true;
  role?: Role;
  author: string;
  json?: true;
};

/** `vigie target add URL --procedure ID`, or `vigie target add --all-procedures`. */
export function targetAddCommand(parent: Command): void {
  const command = parent
    .command('add')
    .description('have an address probed for a procedure, or the home page of each procedure')
    .argument('[url]', 'the address, https://…')
    .option('--procedure <id>', 'public id of the procedure that it counts for')
    .addOption(new Option('--role <role>', 'what it is to the procedure (default: home)').choices(ROLES))
    .option(
      '--all-procedures',
      'in place of an address: that of each procedure of the catalogue that has no home page probed yet',
    )
    .option('--dry-run', 'with --all-procedures: say what would be done');
  demandOptions(command)
    .addOption(intervalOption())
    .option('--author <name>', 'who asks for it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (url: string | undefined, options: Options) => {
      const faults = textFaults('--author', options.author, 120);
      if (faults.length > 0) throw new VigieError('InvalidInput', 'The target cannot be added.', faults);
      if (options.allProcedures === true) return addAll(url, options);
      if (options.dryRun === true) {
        throw new VigieError(
          'InvalidInput',
          '--dry-run goes with --all-procedures; to try an address, "vigie target test".',
        );
      }
      if (url === undefined || options.procedure === undefined)
        throw new VigieError(
          'InvalidInput',
          'Give an address and --procedure, or --all-procedures in place of both.',
        );
      await addOne(url, options.procedure, options);
    });
}

async function addOne(url: string, publicId: string, options: Options): Promise<void> {
  const demand = readDemand(url, options);
  const { role = 'home', author } = options;
  const { subject, added, isInvented } = await withStore((db) =>
    db.transaction(async (tx) => {
      const found = await findButtonSubject(tx, { procedure: publicId });
      if (found === null) throw new VigieError('InvalidInput', 'Give --procedure.');
      const { subjectId } = found;
      return {
        subject: found,
        added: await addTarget(tx, { demand, subjectId, role, author }, systemClock.now()),
        isInvented: (await findDemonstration(tx))?.kept === false,
      };
    }),
  );
  const { target, outcome } = added;
  const { id, name } = subject;
  const told = {
    created: 'is new',
    shared: 'was there, and counts for this procedure too',
    changed: 'was there, in another role',
    unchanged: 'was there already',
  }[outcome];
  answer(
    options.json === true,
    {
      ...{ id: target.id, url: target.url, outcome, role, procedure: { id, name } },
      demonstration: isInvented,
    },
    [
      `target ${target.id}, ${target.url}, ${told} (${role} of procedure ${id}, ${name})`,
      ...(isInvented ? ['it is part of the demonstration, and leaves with it at the first import'] : []),
    ],
  );
}

async function addAll(url: string | undefined, options: Options): Promise<void> {
  if (url !== undefined || options.procedure !== undefined || options.role !== undefined) {
    throw new VigieError('InvalidInput', '--all-procedures takes no address, no --procedure and no --role.');
  }
  // An address is needed to look for faults of the other options, before anything is done.
  readDemand('https://example.org/', options);
  const isDry = options.dryRun === true;
  const plan = await withStore((db) => db.transaction((tx) => planAndAdd(tx, options, isDry)));
  const { wanted, demands, held, elsewhere, withoutAddress } = plan;
  const named = ({ publicId, name }: Procedure) => ({ id: publicId, name });
  answer(
    options.json === true,
    {
      dry_run: isDry,
      added: wanted.map(({ procedure, demand }) => ({ ...named(procedure), url: demand.url })),
      addresses: demands,
      held: held.length,
      elsewhere: elsewhere.map(({ procedure, url: probed }) => ({
        ...named(procedure),
        url: procedure.url,
        probed,
      })),
      without_address: withoutAddress.map(named),
    },
    [
      ...(isDry
        ? wanted.map(({ procedure, demand }) => `  ${procedure.publicId}, ${procedure.name}: ${demand.url}`)
        : []),
      ...elsewhere.map(
        ({ procedure, url: probed }) =>
          `  ${procedure.publicId}, ${procedure.name}: left at ${probed}; the catalogue says ${procedure.url}`,
      ),
      `${wanted.length} procedures ${isDry ? 'would be' : 'are'} probed from now on, at ${demands} addresses; ` +
        `${held.length} were already, ${elsewhere.length} at another address, ${withoutAddress.length} have no address`,
      ...(isDry ? ['nothing was written; run it again without --dry-run'] : []),
    ],
  );
}

async function planAndAdd(tx: Transaction, options: Options, isDry: boolean) {
  const plan = planHomeTargets(await listProcedures(tx), await listTargets(tx), demandWords(options));
  const now = systemClock.now();
  if (isDry) return plan;
  for (const { procedure, demand } of plan.wanted) {
    const { subjectId } = procedure;
    await addTarget(tx, { demand, subjectId, role: 'home', author: options.author }, now);
  }
  return plan;
}
