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
    .description('list tokens, with their last use, and the dataset or the point of measure of each')
    .option('--dataset <slug>', 'those of a dataset')
    .option('--vantage <slug>', 'those of a point of measure')
    .option('--json', 'answer in JSON')
    .action(async ({ dataset, vantage, json }: { dataset?: string; vantage?: string; json?: true }) => {
      const { tokens, subjects } = await withStore(async (db) => {
        const subjectsOf = new Map<string, NamedSubject | undefined>();
        for (const { slug, subjectId } of await listDatasets(db))
          subjectsOf.set(slug, await findNamed(db, subjectId));
        const usage = vantage === undefined ? await listTokens(db, { scope: 'usage', target: dataset }) : [];
        const probing =
          dataset === undefined ? await listTokens(db, { scope: 'vantage', target: vantage }) : [];
        return { tokens: [...usage, ...probing], subjects: subjectsOf };
      });
      const listed = tokens.map((token) => ({
        token,
        subject: (token.scope === 'usage' && subjects.get(token.target)) || null,
      }));
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
    dataset: token.scope === 'usage' ? token.target : null,
    vantage: token.scope === 'vantage' ? token.target : null,
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
  return `${id}  ${target}  ${label}  ${state}  ${placeOf({ token, subject })}`;
}

function placeOf({ token, subject }: Listed): string {
  if (token.scope === 'vantage') return 'point of measure';
  if (subject === null) return 'its dataset is there no more';
  return `${subject.kind} ${subject.identifier}, ${subject.name}`;
}
