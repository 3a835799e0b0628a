import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { publishEdition } from '../editions/index.ts';
import { answer, withStore } from './command.ts';

type Options = { author: string; json?: true };

/** `vigie edition publish SLUG`: a frozen edition becomes public, for ever. */
export function editionPublishCommand(parent: Command): void {
  parent
    .command('publish')
    .description('publish a frozen edition, for ever')
    .argument('<slug>', 'its name in addresses')
    .option('--author <name>', 'who publishes it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (slug: string, { author, json }: Options) => {
      const { edition, procedures } = await withStore((db) => publishEdition(db, slug, author, systemClock));
      const { published_at, revision } = edition;
      answer(
        json === true,
        { slug, state: 'published', revision, published_at, procedures: procedures.length },
        [`edition ${slug} is published (${procedures.length} procedures, ${published_at})`],
      );
    });
}
