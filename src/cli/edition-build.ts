import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { buildEdition, describeEdition, labelOfDay, type SelectionRequest } from '../editions/index.ts';
import { answer, parseDay, parseSlug, readSourceFile, withStore } from './command.ts';
import { choiceLine, criterionLine } from './edition-lines.ts';
import { FACT_READERS } from './fact-readers.ts';

type Options = {
  methodology: string;
  cutoff: string;
  selection: string;
  label?: string;
  author: string;
  json?: true;
};

const MOST_PROCEDURES = 10_000;

/** `vigie edition build SLUG`: the draft of an edition, from what is known at its cut-off. */
export function editionBuildCommand(parent: Command): void {
  parent
    .command('build')
    .description('build the draft of an edition from what is known at a day')
    .argument('<slug>', 'its name in addresses, such as 2026-03')
    .requiredOption('--methodology <id>', 'what judges it: vigie-1, vde-2025, observatoire-2020')
    .requiredOption('--cutoff <day>', 'last day the figures speak of, YYYY-MM-DD')
    .option(
      '--selection <rule>',
      'top:N, the N most used; or a CSV file with the columns id and motif',
      'top:250',
    )
    .option('--label <label>', 'its name for readers (default: the quarter or month of the cut-off)')
    .option('--author <name>', 'who builds it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, options: Options) => {
      const cutoffOn = parseDay('--cutoff', options.cutoff);
      const given = {
        slug: parseSlug('slug', slug),
        label: options.label ?? labelOfDay(cutoffOn),
        methodology: options.methodology,
        cutoffOn,
        selection: await readSelection(options.selection),
        author: options.author,
      };
      const { replaced, description } = await withStore(async (db) => ({
        ...(await buildEdition(db, given, FACT_READERS, systemClock)),
        description: await describeEdition(db, slug),
      }));
      const { edition, procedures, criteria } = description;
      answer(options.json === true, { replaced, ...description }, [
        `draft of edition ${slug} ${replaced ? 'replaced' : 'written'}: ${procedures} procedures`,
        choiceLine(edition),
        ...criteria.map((one) => criterionLine(one, procedures)),
        `look at it (vigie edition show ${slug}), then freeze it (vigie edition freeze ${slug})`,
      ]);
    });
}

async function readSelection(text: string): Promise<SelectionRequest> {
  if (!text.startsWith('top:')) return { rule: 'list', file: await readSourceFile(text) };
  const [, digits] = /^top:(\d+)$/.exec(text) ?? [];
  const count = Number(digits);
  if (count >= 1 && count <= MOST_PROCEDURES) return { rule: 'top', count };
  const message = `--selection: "${text}" is not top:N with N from 1 to ${MOST_PROCEDURES}.`;
  throw new VigieError('InvalidInput', message);
}
