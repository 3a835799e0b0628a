/** The commands, in groups: one file each in cli/, and one a group in cli/groups/. */
import { Command, CommanderError } from 'commander';
import { VigieError } from './core/errors.ts';

type Group = {
  readonly name: string;
  readonly description: string;
  readonly load: () => Promise<{ addCommands(group: Command): void }>;
};

const GROUPS: readonly Group[] = [
  {
    name: 'import',
    description: 'read files into the store',
    load: () => import('./cli/groups/import.ts'),
  },
  {
    name: 'edition',
    description: 'build, freeze, publish, correct and verify editions',
    load: () => import('./cli/groups/edition.ts'),
  },
  {
    name: 'button',
    description: 'open, list and close buttons, and print what to paste',
    load: () => import('./cli/groups/button.ts'),
  },
  {
    name: 'counter',
    description: 'open, list and close counters of visits, and print what to paste',
    load: () => import('./cli/groups/counter.ts'),
  },
  {
    name: 'token',
    description: 'let programs send figures of usage, and stop them',
    load: () => import('./cli/groups/token.ts'),
  },
  {
    name: 'questionnaire',
    description: 'add questionnaires and read them',
    load: () => import('./cli/groups/questionnaire.ts'),
  },
  {
    name: 'reviews',
    description: 'import earlier reviews, see and release those in quarantine, erase a comment, recount',
    load: () => import('./cli/groups/reviews.ts'),
  },
  {
    name: 'visits',
    description: 'import visits that logs, Matomo or other counters tell',
    load: () => import('./cli/groups/visits.ts'),
  },
  {
    name: 'target',
    description: 'say which addresses are probed, try one, and announce maintenances',
    load: () => import('./cli/groups/target.ts'),
  },
  {
    name: 'vantage',
    description: 'run a point of measure, away from the server; open, list and close them',
    load: () => import('./cli/groups/vantage.ts'),
  },
  {
    name: 'incident',
    description: 'list incidents, and say what happened',
    load: () => import('./cli/groups/incident.ts'),
  },
  {
    name: 'annotation',
    description: 'say what explains a day on charts',
    load: () => import('./cli/groups/annotation.ts'),
  },
  {
    name: 'check',
    description: 'look at the pages of targets in a browser, list what was seen, reply to it',
    load: () => import('./cli/groups/check.ts'),
  },
  {
    name: 'export',
    description: 'write files from the store',
    load: () => import('./cli/groups/export.ts'),
  },
];

/**
 * The command line, without running it. What a group needs is read with its commands: all of them take a second.
 * @param only the one group whose commands are there; all of them by default
 */
export async function buildProgram(only?: string): Promise<Command> {
  const program = new Command('vigie').description('Vigie, an observatory of digital public services');
  for (const { name, description, load } of GROUPS) {
    const group = program.command(name).description(description);
    if (only === undefined || only === name) (await load()).addCommands(group);
  }
  leaveExit(program);
  return program;
}

/** Makes a command and those below it throw what they would exit with. */
function leaveExit(command: Command): void {
  command.exitOverride();
  command.commands.forEach(leaveExit);
}

/** One line a fault, each with its field and remedy; the whole of a defect. */
function complain(error: unknown): void {
  if (!(error instanceof VigieError)) {
    process.stderr.write(`vigie: ${(error as Error).stack ?? String(error)}\n`);
    return;
  }
  process.stderr.write(`vigie: ${error.message}\n`);
  for (const { path, message } of error.fields) process.stderr.write(`  ${path}: ${message}\n`);
}

/** A reader that has read enough (`| head`) takes nothing from the work: it goes on to its end, and to its own status. */
function outliveReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

if (import.meta.main) {
  outliveReader(process.stdout);
  outliveReader(process.stderr);
  try {
    const [first, second] = process.argv.slice(2);
    const group = first === 'help' ? second : first;
    await (await buildProgram(group ?? '')).parseAsync();
  } catch (error) {
    // Commander has said its own faults already, and throws for --help too.
    if (!(error instanceof CommanderError)) complain(error);
    process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
  }
}
