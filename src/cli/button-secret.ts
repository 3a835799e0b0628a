import type { Command } from 'commander';
import { VigieError } from '../core/errors.ts';
import { findSecretButton } from '../feedback/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie button secret ID`: the key of its contexts. No other command, page or log tells it. */
export function buttonSecretCommand(parent: Command): void {
  parent
    .command('secret')
    .description('print the secret with which a service signs how a journey ended, in hexadecimal')
    .argument('<id>', 'id of the button')
    .option('--json', 'answer in JSON')
    .action(async (id: string, { json }: { json?: true }) => {
      const button = await withStore((db) => findSecretButton(db, id));
      if (button === null) {
        throw new VigieError('NotFound', `There is no button "${id}"; see "vigie button list".`);
      }
      const secret = button.secret.toString('hex');
      answer(json === true, { id, secret }, [secret]);
    });
}
