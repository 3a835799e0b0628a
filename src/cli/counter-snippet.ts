import type { Command } from 'commander';
import { VigieError } from '../core/errors.ts';
import { findCounter } from '../visits/index.ts';
import { COUNTER_FORMATS } from '../web/counter-snippet.ts';
import { warnOfLocalAddress } from './button-paste.ts';
import { answer, withStore } from './command.ts';
import { listSnippets, notFound, stepsOf } from './counter-paste.ts';

type Options = { format: string; step?: string; json?: true };

/** `vigie counter snippet ID`: what to paste in the page of each step. */
export function counterSnippetCommand(parent: Command): void {
  parent
    .command('snippet')
    .description('print what to paste in the pages of a procedure (docs/integration.md)')
    .argument('<id>', 'id of the counter')
    .option('--format <format>', COUNTER_FORMATS.join(', '), 'script')
    .option('--step <name>', 'of this step only; "view" for pages without step')
    .option('--json', 'answer in JSON')
    .action(async (id: string, { format, step, json }: Options) => {
      const asked = COUNTER_FORMATS.find((one) => one === format);
      if (asked === undefined) {
        const message = `--format: "${format}" is not one of ${COUNTER_FORMATS.join(', ')}.`;
        throw new VigieError('InvalidInput', message);
      }
      const counter = await withStore((db) => findCounter(db, id));
      if (counter === null) throw notFound(id);
      if (counter.closedAt !== null) {
        throw new VigieError('Conflict', `The counter "${id}" is closed; open another one.`);
      }
      const steps = stepsOf(counter);
      if (step !== undefined && !steps.includes(step)) {
        throw new VigieError('InvalidInput', `--step: "${step}" is not one of ${steps.join(', ')}.`);
      }
      const shown = listSnippets(counter)
        .filter((one) => step === undefined || one.step === step)
        .map((one) => ({ step: one.step, snippet: one[asked] }));
      warnOfLocalAddress();
      answer(
        json === true,
        { id, format: asked, snippets: shown },
        step === undefined
          ? shown.map((one) => `${one.step}: ${one.snippet}`)
          : shown.map(({ snippet }) => snippet),
      );
    });
}
