import type { Command } from 'commander';
import { createToken } from '../accounts/index.ts';
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { VigieError } from '../core/errors.ts';
import { createVantage, getVantage, textFaults } from '../probes/index.ts';
import { answer, parseSlug, withStore } from './command.ts';

type Options = { name: string; author: string; json?: true };

const LONGEST = 120;

/** `vigie vantage create SLUG`: opens a point of measure, and prints its token, once. */
export function vantageCreateCommand(parent: Command): void {
  parent
    .command('create')
    .description('open a point of measure: print its token, once')
    .argument('<slug>', 'a word for it, as paris-ovh: what it measures bears it for ever')
    .requiredOption('--name <text>', 'its name, for readers: where it is, and on what network')
    .option('--author <name>', 'who answers for it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (given: string, options: Options) => {
      const slug = parseSlug('<slug>', given);
      const name = parseLine('--name', options.name);
      const author = parseLine('--author', options.author);
      const now = systemClock.now();
      const token = await withStore((db) =>
        db.transaction(async (tx) => {
          await createVantage(tx, { slug, name, author }, now);
          return createToken(tx, { scope: 'vantage', target: slug, label: slug, author }, now);
        }),
      );
      tell(slug, token, options.json === true, [`${slug} is open: ${name}`]);
    });
}

/** `vigie vantage token SLUG`: another token, to replace one without a gap. */
export function vantageTokenCommand(parent: Command): void {
  parent
    .command('token')
    .description('make another token of a point of measure: print it, once')
    .argument('<slug>', 'the point of measure')
    .option('--author <name>', 'who makes it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, options: Omit<Options, 'name'>) => {
      const author = parseLine('--author', options.author);
      const now = systemClock.now();
      const token = await withStore(async (db) => {
        const { closedAt } = await getVantage(db, slug);
        if (closedAt !== null) throw new VigieError('Conflict', `The point of measure "${slug}" is closed.`);
        return createToken(db, { scope: 'vantage', target: slug, label: slug, author }, now);
      });
      tell(slug, token, options.json === true, []);
    });
}

function tell(slug: string, token: { id: string; secret: string }, asJson: boolean, lines: string[]): void {
  const { publicUrl } = readConfig();
  answer(asJson, { vantage: slug, server: publicUrl, id: token.id, token: token.secret }, [
    ...lines,
    `token ${token.id} of ${slug}; keep it as a password: it is not shown again`,
    token.secret,
    `run it there: vigie vantage --server ${publicUrl} --token-file FILE`,
  ]);
}

function parseLine(option: string, text: string): string {
  const line = text.trim();
  const faults = textFaults(option, line, LONGEST);
  if (faults.length > 0) throw new VigieError('InvalidInput', `${option}: ${faults[0]?.message ?? ''}.`);
  return line;
}
