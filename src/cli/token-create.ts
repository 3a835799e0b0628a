import type { Command } from 'commander';
import { createToken, listTokens } from '../accounts/index.ts';
import type { NamedSubject } from '../catalogue/index.ts';
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import type { Transactional } from '../core/database.ts';
import { findDemonstration } from '../core/demonstration.sql.ts';
import { VigieError } from '../core/errors.ts';
import { createDataset, type Dataset, findDataset } from '../observations/index.ts';
import { usageAddress } from '../web/urls.ts';
import { answer, parseSlug, withStore } from './command.ts';
import { findDatasetSubject, findNamed, SUBJECT_OPTIONS, type SubjectOptions } from './token-dataset.ts';

type Options = SubjectOptions & {
  dataset: string;
  source?: string;
  label?: string;
  author: string;
  json?: true;
};

/** `vigie token create`: lets a program send figures of usage. */
export function tokenCreateCommand(parent: Command): void {
  const command = parent
    .command('create')
    .description('let a program send figures of usage: print its token, once')
    .requiredOption('--dataset <slug>', 'what it sends to; a new one is made, of the subject that is named');
  for (const { flag, purpose } of SUBJECT_OPTIONS) command.option(flag, purpose);
  command
    .option('--source <text>', 'of a new dataset: where its figures come from, for readers')
    .option('--label <text>', 'which program holds it, for lists (default: the dataset)')
    .option('--author <name>', 'who makes it; of a new dataset, who answers for its figures', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const made = await withStore((db) => db.transaction((tx) => make(tx, options)));
      const { token, dataset, subject, isNew, isInvented } = made;
      const { publicUrl } = readConfig();
      const url = `${publicUrl}${usageAddress(dataset.slug)}`;
      const { kind, identifier, name } = subject;
      answer(
        options.json === true,
        {
          id: token.id,
          token: token.secret,
          dataset: dataset.slug,
          url,
          subject: { kind, id: identifier, name },
          demonstration: isInvented,
        },
        [
          `token ${token.id} sends figures to ${url}`,
          token.secret,
          'keep it as a password: it is not shown again',
          `dataset ${dataset.slug}${isNew ? ', new,' : ''} is of ${kind} ${identifier}, ${name}`,
          ...(isInvented ? ['it is part of the demonstration, and leaves with it at the first import'] : []),
        ],
      );
    });
}

async function make(tx: Transactional, options: Options) {
  const slug = parseSlug('--dataset', options.dataset);
  const label = parseLine('--label', options.label ?? slug);
  const author = parseLine('--author', options.author);
  const known = await findDataset(tx, slug);
  const named = await findDatasetSubject(tx, options);
  const isNew = known === null;
  if (known !== null) refuseOther(known, named, options);
  const dataset = known ?? (await makeDataset(tx, slug, named, { author, source: options.source }));
  const subject = await findNamed(tx, dataset.subjectId);
  if (subject === undefined) throw new VigieError('Conflict', `The subject of "${slug}" left the catalogue.`);
  const token = await createToken(tx, { scope: 'usage', target: slug, label, author }, systemClock.now());
  const demonstration = await findDemonstration(tx);
  return { token, dataset, subject, isNew, isInvented: demonstration?.kept === false };
}

/** What a dataset is of, and its source, are said once: figures rest on them. */
function refuseOther(known: Dataset, named: NamedSubject | null, { source }: Options): void {
  const isOther = named !== null && named.subjectId !== known.subjectId;
  if (!isOther && (source === undefined || source.trim() === known.label)) return;
  const what = isOther ? 'is of another subject' : `has the source "${known.label}"`;
  throw new VigieError('Conflict', `The dataset "${known.slug}" exists and ${what}; give another slug.`);
}

async function makeDataset(
  tx: Transactional,
  slug: string,
  named: NamedSubject | null,
  { author, source }: { author: string; source: string | undefined },
): Promise<Dataset> {
  if (named === null) {
    const options = SUBJECT_OPTIONS.map(({ kind }) => `--${kind}`).join(', ');
    throw new VigieError('InvalidInput', `The dataset "${slug}" is new: say of what, by one of ${options}.`);
  }
  const orphans = (await listTokens(tx, { scope: 'usage', target: slug })).filter(
    ({ revokedAt }) => revokedAt === null,
  );
  if (orphans.length > 0) {
    const ids = orphans.map(({ id }) => id).join(', ');
    const message = `A former dataset "${slug}" has tokens that would open this one: ${ids}. Revoke them first, or give another slug.`;
    throw new VigieError('Conflict', message);
  }
  const label = parseLine('--source', source ?? named.name, 300);
  return createDataset(tx, { slug, subjectId: named.subjectId, label, author }, systemClock.now());
}

/** A line of words on the command line; VigieError InvalidInput that names the option. */
function parseLine(option: string, text: string, longest = 120): string {
  const line = text.trim();
  if (line.length > 0 && line.length <= longest && !/\p{Cc}/u.test(line)) return line;
  throw new VigieError('InvalidInput', `${option}: write one line of 1 to ${longest} characters.`);
}
