import type { Command } from 'commander';
import { listDrafts, listEditions } from '../editions/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie edition list`: what is being prepared, then what is published. */
export function editionListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list the drafts, then the published editions, the latest first')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: true }) => {
      const { drafts, editions } = await withStore(async (db) => ({
        drafts: await listDrafts(db),
        editions: await listEditions(db),
      }));
      answer(json === true, { drafts, editions }, [
        ...drafts.map(
          ({ slug, label, state, cutoffOn }) => `${slug}  ${state}  ${label}, cut-off ${cutoffOn}`,
        ),
        ...editions.map(
          ({ slug, label, revision, cutoffOn, procedures }) =>
            `${slug}  published, revision ${revision}  ${label}, cut-off ${cutoffOn}, ${procedures ?? '?'} procedures`,
        ),
      ]);
    });
}
