import type { Command } from 'commander';
import { revokeToken } from '../accounts/index.ts';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { answer, withStore } from './command.ts';

/** `vigie token revoke ID`: it opens nothing from then on. */
export function tokenRevokeCommand(parent: Command): void {
  parent
    .command('revoke')
    .description('revoke a token, for ever: what it sent stays, and it sends nothing any more')
    .argument('<id>', 'its id, the ten characters after vgt_')
    .requiredOption('--reason <text>', 'why, for its holder and for lists')
    .option('--author <name>', 'who revokes it', 'vigie')
    .option('--json', 'answer in JSON')
    .action(async (id: string, options: { reason: string; author: string; json?: true }) => {
      const reason = options.reason.trim();
      const author = options.author.trim();
      if (reason.length === 0 || reason.length > 500)
        throw new VigieError('InvalidInput', '--reason: write 1 to 500 characters.');
      if (author.length === 0 || author.length > 120)
        throw new VigieError('InvalidInput', '--author: write 1 to 120 characters.');
      const now = systemClock.now();
      await withStore((db) => revokeToken(db, id, { reason, author }, now));
      answer(
        options.json === true,
        { id, state: 'revoked', revoked_at: now.toISOString(), revoked_by: author, revoked_reason: reason },
        [`token ${id} is revoked`],
      );
    });
}
