import type { Command } from 'commander';
import { listTokens, type Token } from '../accounts/index.ts';
import type { NamedSubject } from '../catalogue/index.ts';
import { listDatasets } from '../observations/index.ts';
import { answer, withStore } from './command.ts';
import { findNamed } from './token-dataset.ts';

/** `vigie token list`: every token, the oldest first; none of them can be shown again. */
export function tokenListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list tokens, with their last use, and the dataset of each')
    .option('--dataset <slug>', 'those of a dataset')
    .option('--json', 'answer in JSON')
    .action(async ({ dataset, json }: { dataset?: string; json?: true }) => {
      const { tokens, subjects } = await withStore(async (db) => {
        const subjectsOf = new Map<string, NamedSubject | undefined>();
        for (const { slug, subjectId } of await listDatasets(db))
          subjectsOf.set(slug, await findNamed(db, subjectId));
        return { tokens: await listTokens(db, { scope: 'usage', target: dataset }), subjects: subjectsOf };
      });
      const listed = tokens.map((token) => ({ token, subject: subjects.get(token.target) ?? null }));
      answer(json === true, { tokens: listed.map(tokenJson) }, [
        ...listed.map(tokenLine),
        listed.length === 1 ? '1 token' : `${listed.length} tokens`,
      ]);
    });
}

type Listed = { readonly token: Token; readonly subject: NamedSubject | null };

function tokenJson({ token, subject }: Listed) {
  return {
    id: token.id,
    dataset: token.target,
    subject: subject && { kind: subject.kind, id: subject.identifier, name: subject.name },
    label: token.label,
    state: token.revokedAt === null ? 'open' : 'revoked',
    created_at: token.createdAt.toISOString(),
    author: token.author,
    last_used_at: token.lastUsedAt?.toISOString() ?? null,
    revoked_at: token.revokedAt?.toISOString() ?? null,
    revoked_by: token.revokedBy,
    revoked_reason: token.revokedBecause,
  };
}

function tokenLine({ token, subject }: Listed): string {
  const { id, target, label, lastUsedAt, revokedAt, revokedBy, revokedBecause } = token;
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const use = lastUsedAt === null ? 'never used' : `last used ${lastUsedAt.toISOString().slice(0, 16)}Z`;
  const state =
    revokedAt === null ? use : `${use}, revoked ${day(revokedAt)} by ${revokedBy} (${revokedBecause})`;
  const place =
    subject === null
      ? 'its dataset is there no more'
      : `${subject.kind} ${subject.identifier}, ${subject.name}`;
  return `${id}  ${target}  ${label}  ${state}  ${place}`;
}
