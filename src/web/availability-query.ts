/** The address of the national page of availability: which procedures, which page. */
import { z } from 'zod';
import { holdsWords } from '../core/text.ts';
import { VERDICTS, type Verdict } from '../probes/index.ts';
import type { MonitoredProcedure, NationalAvailability } from './availability-national.ts';
import { choiceParameter, parseQuery, textParameter } from './query.ts';
import { withQuery } from './urls.ts';

/** What a procedure is now; `unseen` where nothing looked lately. */
export const STATES = [...VERDICTS, 'unseen'] as const;
export type State = Verdict | 'unseen';

export const AVAILABILITY_PARAMETERS = {
  words: 'q',
  organisation: 'administration',
  state: 'etat',
  page: 'page',
} as const;

export type AvailabilityView = {
  readonly words: string | null;
  /** Slug of an organisation, which takes those below it. */
  readonly organisation: string | null;
  readonly state: State | null;
  /** From 1. */
  readonly page: number;
};

export const EVERY_PROCEDURE: AvailabilityView = { words: null, organisation: null, state: null, page: 1 };

/**
 * The list that an address asks for; parameters that are not ours are left alone.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseAvailabilityQuery(
  parameters: Readonly<Record<string, string>>,
  { organisations }: Pick<NationalAvailability, 'organisations'>,
): AvailabilityView {
  const query = z.object({
    q: textParameter,
    administration: textParameter.refine((slug) => slug === null || organisations.has(slug)),
    etat: choiceParameter(STATES),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  });
  const { q, administration, etat, page } = parseQuery(query, parameters);
  return { words: q, organisation: administration, state: etat, page };
}

/** The address of a view at `address`. */
export function availabilityAddress(address: string, view: AvailabilityView): string {
  const { words, organisation, state, page } = view;
  return withQuery(address, {
    [AVAILABILITY_PARAMETERS.words]: words ?? undefined,
    [AVAILABILITY_PARAMETERS.organisation]: organisation ?? undefined,
    [AVAILABILITY_PARAMETERS.state]: state ?? undefined,
    [AVAILABILITY_PARAMETERS.page]: page === 1 ? undefined : page,
  });
}

export function stateOf({ now: { verdict } }: Pick<MonitoredProcedure, 'now'>): State {
  return verdict ?? 'unseen';
}

/** How many procedures are in each state; those of all states add up to the procedures given. */
export function countStates(
  monitored: readonly Pick<MonitoredProcedure, 'now'>[],
): Readonly<Record<State, number>> {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>;
  for (const one of monitored) counts[stateOf(one)] += 1;
  return counts;
}

/** The procedures that a view keeps, in their order. */
export function selectMonitored(
  { monitored, organisations }: Pick<NationalAvailability, 'monitored' | 'organisations'>,
  { words, organisation, state }: AvailabilityView,
): MonitoredProcedure[] {
  const isFound = holdsWords(words ?? '');
  const owner = organisation === null ? null : organisations.get(organisation)?.subjectId;
  return monitored.filter(
    (one) =>
      (state === null || stateOf(one) === state) &&
      (owner === null || (owner !== undefined && one.owners.has(owner))) &&
      isFound(
        [one.procedure.name, one.procedure.organisation?.name, one.procedure.ministry?.name]
          .filter((text) => text)
          .join(' '),
      ),
  );
}
