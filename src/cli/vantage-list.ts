import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { listVantages, stateOfVantage, type Vantage, type VantageState } from '../probes/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie vantage list`: every point of measure, and whether it is at work. */
export function vantageListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list points of measure: which are at work, late, silent, or have a wrong clock')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: true }) => {
      const vantages = await withStore((db) => listVantages(db));
      const now = systemClock.now();
      const listed = vantages.map((vantage) => ({ vantage, state: stateOfVantage(vantage, now) }));
      answer(json === true, { vantages: listed.map(toJson) }, [
        ...listed.map(toLine),
        listed.length === 1 ? '1 point of measure' : `${listed.length} points of measure`,
      ]);
    });
}

type Listed = { readonly vantage: Vantage; readonly state: VantageState };

function toJson({ vantage, state }: Listed) {
  const { slug, name, author, createdAt, closedAt, closedReason, seenAt, skewMs, lastSampleAt } = vantage;
  return {
    ...{ slug, name, state, author },
    created_at: createdAt.toISOString(),
    seen_at: seenAt?.toISOString() ?? null,
    last_sample_at: lastSampleAt?.toISOString() ?? null,
    clock_ahead_ms: skewMs,
    closed_at: closedAt?.toISOString() ?? null,
    closed_reason: closedReason,
  };
}

function toLine({ vantage, state }: Listed): string {
  const { slug, name, seenAt, skewMs, lastSampleAt, closedReason } = vantage;
  const minute = (at: Date | null) => (at === null ? 'never' : `${at.toISOString().slice(0, 16)}Z`);
  const words: Readonly<Record<VantageState, string>> = {
    new: 'never seen',
    silent: `silent since ${minute(seenAt)}`,
    late: `late: its last sample is of ${minute(lastSampleAt)}`,
    skewed: `at work, its clock ${Math.abs(skewMs ?? 0)} ms ${(skewMs ?? 0) > 0 ? 'ahead' : 'behind'}`,
    at_work: 'at work',
    closed: `closed: ${closedReason ?? ''}`,
  };
  return `${slug}  ${name}  ${words[state]}`;
}
