import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { freezeEdition } from '../editions/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie edition freeze SLUG`: the figures of a draft stop changing. */
export function editionFreezeCommand(parent: Command): void {
  parent
    .command('freeze')
    .description('freeze a draft: its figures can only be published or discarded from then on')
    .argument('<slug>', 'its name in addresses')
    .option('--sha256 <hash>', 'hash of the draft that was looked at: another one is not frozen')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, { sha256: seen, json }: { sha256?: string; json?: true }) => {
      const { sha256, draft } = await withStore((db) => freezeEdition(db, slug, systemClock, seen ?? null));
      answer(json === true, { slug, state: 'frozen', procedures: draft.procedures.length, sha256 }, [
        `edition ${slug} is frozen (${draft.procedures.length} procedures, SHA-256 of the draft ${sha256})`,
        `publish it: vigie edition publish ${slug} --author NAME`,
      ]);
    });
}
