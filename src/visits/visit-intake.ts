/**
 * Takes the events that pages send: whether they may count, and as what. Of a request, what leaves this file is a step, a
 * registered beginning of a path, a kind of device, of referrer, a country and a hash of the day: nothing that was sent is kept
 * as it was sent. Never waits, for the store least of all.
 */
import { type Clock, dayOf } from '../core/clock.ts';
import { type Counter, originOf, pageOf } from './counter.ts';
import type { FindCountry } from './country.ts';
import { REFERRERS } from './referrer.ts';
import type { Tally } from './tally.ts';
import { createAgentReader } from './user-agent.ts';
import { COMMON_STEPS, VIEW } from './visit-count.ts';
import { hashVisitor, truncateAddress } from './visitor-key.ts';

/** What a page sends, as it came. */
export type Arrival = {
  readonly counterId: string;
  /** `view` or the name of a step. */
  readonly event: string;
  /** Headers `Origin` and `Referer`. */
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly userAgent: string;
  /** The browser asks not to be counted. */
  readonly optsOut: boolean;
  readonly address: string;
  /** What the script adds: the path of the page, and where the visit comes from, by kind; blank of an image. */
  readonly path: string;
  readonly referrer: string;
};

/** Why an event is not counted at all: these are no visits, and appear in /metrics alone. */
export const REFUSALS = ['unknown_counter', 'closed', 'unknown_step', 'origin'] as const;
export type Refusal = (typeof REFUSALS)[number];
export type Outcome = 'counted' | 'robot' | 'opted_out' | Refusal;

export type VisitIntake = { receive(arrival: Arrival): Outcome };

export type IntakeTools = {
  readonly findCounter: (id: string) => Counter | undefined;
  readonly saltOf: (day: string) => string;
  readonly findCountry: FindCountry;
  readonly tally: Tally;
  readonly clock: Clock;
};

/** Browsers say some 120 characters of themselves. */
const AGENT_LENGTH = 300;

export function createVisitIntake({
  findCounter,
  saltOf,
  findCountry,
  tally,
  clock,
}: IntakeTools): VisitIntake {
  const agents = createAgentReader();
  const tellDay = dayTeller(() => agents.forget());

  return {
    receive(arrival) {
      const counter = findCounter(arrival.counterId);
      if (counter === undefined) return 'unknown_counter';
      if (counter.closedAt !== null) return 'closed';
      if (!bears(counter, arrival.event)) return 'unknown_step';
      if (!isFromItsPages(counter, arrival)) return 'origin';
      const atMs = clock.now().getTime();
      const { subjectId } = counter;
      const day = tellDay(atMs);
      if (arrival.optsOut) {
        tally.leaveOut({ subjectId, day }, 'opted_out');
        return 'opted_out';
      }
      const userAgent = arrival.userAgent.slice(0, AGENT_LENGTH);
      const { isRobot, device } = agents.read(userAgent);
      if (isRobot) {
        tally.leaveOut({ subjectId, day }, 'robot');
        return 'robot';
      }
      const network = truncateAddress(arrival.address);
      const visitor = hashVisitor(saltOf(day), subjectId, network, userAgent);
      const page = arrival.path === '' ? null : pageOf(counter, arrival.path);
      tally.count({ subjectId, day, atMs, visitor, step: arrival.event, page }, () => ({
        device,
        country: findCountry(network),
        referrer: REFERRERS.find((one) => one === arrival.referrer) ?? 'unknown',
      }));
      return 'counted';
    },
  };
}

function bears({ steps }: Counter, event: string): boolean {
  return event === VIEW || COMMON_STEPS.includes(event) || steps.includes(event);
}

/** A page says where it is in `Origin`, else in `Referer`; one that says neither is not known to be ours. */
function isFromItsPages({ origins }: Counter, { origin, referer }: Arrival): boolean {
  if (origin !== undefined) return origins.includes(origin);
  const from = referer === undefined ? null : originOf(referer);
  return from !== null && origins.includes(from);
}

/** The day of an instant. A formatted day is dear: the last is kept for its minute. */
function dayTeller(onTurn: () => void): (atMs: number) => string {
  let last = { minute: -1, day: '' };
  return (atMs) => {
    const minute = Math.floor(atMs / 60_000);
    if (minute !== last.minute) {
      const day = dayOf(new Date(atMs));
      if (day !== last.day) onTurn();
      last = { minute, day };
    }
    return last.day;
  };
}
