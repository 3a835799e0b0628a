/** What the commands of targets share: how a demand is said, and what is told of a target. */
import { type Command, Option } from 'commander';
import { listProcedures } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import {
  type Demand,
  type DemandField,
  type DemandWords,
  type HeldTarget,
  parseDemand,
  ROLE_WORDS,
  verdictOf,
  writeDuration,
} from '../probes/index.ts';

export type DemandOptions = {
  method?: string;
  status?: string;
  contains?: string;
  notContains?: string;
  interval?: string;
  timeout?: string;
  slow?: string;
};

/** The option that each part of a demand is said by; the address is an argument. */
const OPTION_OF: Readonly<Record<DemandField, string>> = {
  url: '<url>',
  method: '--method',
  expectedStatus: '--status',
  mustContain: '--contains',
  mustNotContain: '--not-contains',
  interval: '--interval',
  timeout: '--timeout',
  slow: '--slow',
};

/** Adds the options that say what is asked of an address, and what must come back. */
export function demandOptions(command: Command): Command {
  return command
    .option('--method <method>', 'GET or HEAD (default: GET)')
    .option('--status <list>', 'statuses that are right, as 200,401 (default: 200-299)')
    .option('--contains <text>', 'a text that must be in the page')
    .option('--not-contains <text>', 'a text that must not be there, as "erreur technique"')
    .option('--timeout <duration>', 'how long an answer may take, 1s to 30s (default: 10s)')
    .option('--slow <duration>', 'beyond which a first byte is late (default: 2s)');
}

export function intervalOption(): Option {
  return new Option('--interval <duration>', 'how often it is asked, 10s to 1h (default: 1min)');
}

/** The parts of a demand beside its address. */
export function demandWords(options: DemandOptions): Omit<DemandWords, 'url'> {
  const { method, status, contains, notContains, interval, timeout, slow } = options;
  return {
    ...{ method, expectedStatus: status, mustContain: contains, mustNotContain: notContains },
    ...{ interval, timeout, slow },
  };
}

/**
 * The demand that a command line says.
 * @throws VigieError InvalidInput with every option at fault
 */
export function readDemand(url: string, options: DemandOptions): Demand {
  const faults: FieldError[] = [];
  const demand = parseDemand({ url, ...demandWords(options) }, (field, message) =>
    faults.push({ path: OPTION_OF[field], message }),
  );
  if (demand === null) throw new VigieError('InvalidInput', 'This cannot be probed.', faults);
  return demand;
}

/** A number that names something in the store; VigieError InvalidInput when it cannot be one. */
export function parseId(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new VigieError('InvalidInput', `<id>: "${text}" is not a number; take one from the list.`);
}

/** The public id and name of procedures, by subject. */
export type ProcedureNames = ReadonlyMap<number, { readonly id: string; readonly name: string }>;

export async function namesOfProcedures(db: Queryable): Promise<ProcedureNames> {
  const procedures = await listProcedures(db);
  return new Map(procedures.map(({ subjectId, publicId, name }) => [subjectId, { id: publicId, name }]));
}

export function targetJson(target: HeldTarget, names: ProcedureNames) {
  const { id, url, method, uses, looks, incident } = target;
  return {
    ...{ id, url, method, expected_status: target.expectedStatus },
    ...{ must_contain: target.mustContain, must_not_contain: target.mustNotContain },
    ...{ interval_ms: target.intervalMs, timeout_ms: target.timeoutMs, slow_ms: target.slowMs },
    procedures: uses.map(({ subjectId, role }) => ({ ...(names.get(subjectId) ?? { id: null }), role })),
    seen: looks.map(({ vantage, at, outcome, verdictSince }) => ({
      ...{ vantage, at: at.toISOString(), verdict: verdictOf(outcome), outcome },
      since: verdictSince.toISOString(),
    })),
    incident: incident && {
      ...{ id: incident.id, started_at: incident.startedAt.toISOString(), cause: incident.cause },
    },
    state: target.closedAt === null ? 'open' : 'closed',
    ...{ author: target.author, created_at: target.createdAt.toISOString() },
    ...{ closed_at: target.closedAt?.toISOString() ?? null, closed_reason: target.closedReason },
  };
}

export function targetLine(target: HeldTarget, names: ProcedureNames): string {
  const { id, url, method, intervalMs, uses, incident, closedAt, closedReason } = target;
  const places = uses.map(({ subjectId, role }) => {
    const procedure = names.get(subjectId);
    return `${ROLE_WORDS[role].en} of ${procedure ? `${procedure.id}, ${procedure.name}` : 'a procedure that left'}`;
  });
  const state =
    closedAt === null
      ? [lookWords(target), ...(incident === null ? [] : [`incident ${incident.id}`])].join(', ')
      : `closed ${closedAt.toISOString().slice(0, 10)} (${closedReason ?? ''})`;
  return `${id}  ${state}  ${method} ${url}  every ${writeDuration(intervalMs)}  ${places.join('; ')}`;
}

function lookWords({ looks }: HeldTarget): string {
  if (looks.length === 0) return 'not looked at yet';
  return looks
    .map(({ vantage, outcome, verdictSince }) => {
      const verdict = verdictOf(outcome);
      const why = outcome === verdict ? '' : ` (${outcome})`;
      return `${vantage}: ${verdict}${why} since ${verdictSince.toISOString().slice(0, 16)}Z`;
    })
    .join(', ');
}
