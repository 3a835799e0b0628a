import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import {
  findNextOccurrence,
  type HeldMaintenance,
  isInMaintenance,
  listMaintenances,
} from '../probes/index.ts';
import { parseTargetId } from './check-kind.ts';
import { answer, withStore } from './command.ts';
import { writeInstant } from './paris-instant.ts';

type Options = { target?: string; all?: true; json?: true };

/** `vigie target maintenance list`: those that are under way or to come. */
export function maintenanceListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list maintenances that are under way or to come')
    .option('--target <id>', 'of a target')
    .option('--all', 'those that are over, and those that were cancelled, too')
    .option('--json', 'answer in JSON')
    .action(async ({ target, all, json }: Options) => {
      const now = systemClock.now();
      const targetId = target === undefined ? undefined : parseTargetId('--target', target);
      const held = await withStore((db) => listMaintenances(db, { targetId, all: all === true }));
      const shown = held.filter((one) => all === true || findNextOccurrence(one, now) !== null);
      answer(json === true, { maintenances: shown.map((one) => maintenanceJson(one, now)) }, [
        ...shown.map((one) => maintenanceLine(one, now)),
        shown.length === 1 ? '1 maintenance' : `${shown.length} maintenances`,
      ]);
    });
}

type State = 'under_way' | 'to_come' | 'over' | 'cancelled';

function stateOf(held: HeldMaintenance, now: Date): State {
  if (held.cancelledAt !== null) return 'cancelled';
  if (isInMaintenance([held], now)) return 'under_way';
  return findNextOccurrence(held, now) === null ? 'over' : 'to_come';
}

export function maintenanceJson(held: HeldMaintenance, now: Date) {
  const { id, targetId, startsAt, endsAt, repeats, repeatsUntil, reason, author } = held;
  const next = held.cancelledAt === null ? findNextOccurrence(held, now) : null;
  return {
    ...{ id, target: targetId, state: stateOf(held, now) },
    ...{ starts_at: startsAt.toISOString(), ends_at: endsAt.toISOString() },
    ...{ repeats, repeats_until: repeatsUntil },
    next: next && { starts_at: next.startsAt.toISOString(), ends_at: next.endsAt.toISOString() },
    ...{ reason, author, created_at: held.createdAt.toISOString() },
    cancelled_at: held.cancelledAt?.toISOString() ?? null,
  };
}

export function maintenanceLine(held: HeldMaintenance, now: Date): string {
  const { id, targetId, startsAt, endsAt, repeats, repeatsUntil, reason } = held;
  const again =
    repeats === 'never' ? '' : `, ${repeats}${repeatsUntil === null ? '' : ` until ${repeatsUntil}`}`;
  const state = stateOf(held, now).replace('_', ' ');
  return `${id}  ${state}  target ${targetId}  ${writeInstant(startsAt)} to ${writeInstant(endsAt)} in Paris${again}  ${reason}`;
}
