import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { replyToCheck } from '../probes/index.ts';
import { parseCheckKind, parseTargetId } from './check-kind.ts';
import { answer, withStore } from './command.ts';

type Options = { author: string; text: string; json?: true };

const MOST_CHARACTERS = 2_000;

/** `vigie check reply`: what those who answer for a procedure say of a check. */
export function checkReplyCommand(parent: Command): void {
  parent
    .command('reply')
    .description('publish beside a check what those who answer for the procedure reply to it')
    .argument('<target>', 'number of the target')
    .argument('<kind>', 'the check that it is about')
    .requiredOption('--author <name>', 'who replies, as it is published')
    .requiredOption('--text <text>', 'the reply, as it is published')
    .option('--json', 'answer in JSON')
    .action(async (target: string, given: string, { author, text, json }: Options) => {
      const targetId = parseTargetId('target', target);
      const kind = parseCheckKind('kind', given);
      for (const [option, value] of Object.entries({ '--author': author, '--text': text })) {
        const length = value.trim().length;
        if (length > 0 && length <= MOST_CHARACTERS) continue;
        throw new VigieError('InvalidInput', `${option}: write 1 to ${MOST_CHARACTERS} characters.`);
      }
      const reply = {
        targetId,
        kind,
        author: author.trim(),
        text: text.trim(),
        writtenAt: systemClock.now(),
      };
      await withStore((db) => replyToCheck(db, reply));
      const told = {
        target: targetId,
        kind,
        author: reply.author,
        text: reply.text,
        written_at: reply.writtenAt,
      };
      answer(json === true, told, [
        `the reply of ${reply.author} stands beside ${kind} of target ${targetId}`,
      ]);
    });
}
