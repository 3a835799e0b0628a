import type { Command } from 'commander';
import { discardEdition } from '../editions/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie edition discard SLUG`: removes a draft, frozen or not. */
export function editionDiscardCommand(parent: Command): void {
  parent
    .command('discard')
    .description('remove a draft, frozen or not; a published edition stays')
    .argument('<slug>', 'its name in addresses')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, { json }: { json?: true }) => {
      const { state, draft } = await withStore((db) => discardEdition(db, slug));
      answer(json === true, { slug, discarded: state, procedures: draft.procedures.length }, [
        `the ${state === 'frozen' ? 'frozen ' : ''}draft of edition ${slug} is removed (${draft.procedures.length} procedures)`,
      ]);
    });
}
