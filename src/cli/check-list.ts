import type { Command } from 'commander';
import { listLatestChecks, listReplies } from '../probes/index.ts';
import { parseCheckKind, parseTargetId } from './check-kind.ts';
import { checkLine } from './check-run.ts';
import { answer, withStore } from './command.ts';

type Options = { target?: string; kind?: string[]; json?: true };

/** `vigie check list`: the last check of each target and kind, with what was last known and what was replied. */
export function checkListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list the last checks: result, figures, evidence, what was last known, replies')
    .option('--target <id>', 'this target only')
    .option('--kind <kind...>', 'these checks only')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const kinds = options.kind?.map((one) => parseCheckKind('--kind', one));
      const targetIds =
        options.target === undefined ? undefined : [parseTargetId('--target', options.target)];
      const { latest, replies } = await withStore(async (db) => {
        const found = await listLatestChecks(db, { targetIds, kinds });
        const checked = [...new Set(found.map(({ targetId }) => targetId))];
        return { latest: found, replies: await listReplies(db, checked) };
      });
      const of = Map.groupBy(replies, ({ targetId, kind }) => `${targetId} ${kind}`);
      const told = latest.map((one) => ({ ...one, replies: of.get(`${one.targetId} ${one.kind}`) ?? [] }));
      answer(options.json === true, { checks: told.map(toJson) }, [
        `${told.length} checks`,
        ...told.flatMap((one) => {
          const { lastKnown } = one;
          const known =
            lastKnown === null ? [] : [`    ${lastKnown.ageDays} days before: ${lastKnown.result}`];
          const replied = one.replies.map(({ author, text }) => `    ${author}: ${text}`);
          return [checkLine(one), ...known, ...replied];
        }),
      ]);
    });
}

type Told = Awaited<ReturnType<typeof listLatestChecks>>[number] & {
  readonly replies: Awaited<ReturnType<typeof listReplies>>;
};

function toJson({ targetId, kind, checkedAt, result, figures, evidence, lastKnown, replies }: Told) {
  return {
    ...{ target: targetId, kind, checked_at: checkedAt, result, figures, evidence },
    last_known: lastKnown && {
      ...{ checked_at: lastKnown.checkedAt, age_days: lastKnown.ageDays, result: lastKnown.result },
      ...{ figures: lastKnown.figures, evidence: lastKnown.evidence },
    },
    replies: replies.map(({ writtenAt, author, text }) => ({ written_at: writtenAt, author, text })),
  };
}
