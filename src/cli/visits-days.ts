/** What the imports of visits share: the days that they may tell, and what became of them. */
import { dayOf, systemClock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import type { DaysOutcome } from '../visits/index.ts';
import { findButtonSubject } from './button-subject.ts';

/** Today, in Europe/Paris: the first day that is not over. */
export function firstOpenDay(): string {
  return dayOf(systemClock.now());
}

/** The subject of the procedure of this public id; VigieError NotFound when there is none. */
export async function procedureSubject(db: Queryable, procedure: string): Promise<number> {
  const found = await findButtonSubject(db, { procedure });
  return found?.subjectId ?? 0;
}

/** What became of days, as data: runs of days that follow one another are not made, each is told. */
export function daysAnswer({ recorded, replaced, held }: DaysOutcome) {
  const days = (all: readonly { readonly day: string }[]) => [...new Set(all.map(({ day }) => day))].sort();
  return {
    recorded: recorded.length,
    replaced,
    days: days(recorded),
    held: held.map(({ day, source }) => ({ day, source })),
  };
}

const SOURCES: Readonly<Record<string, string>> = {
  counter: 'the counters',
  log: 'a log',
  matomo: 'an export of Matomo',
  csv: 'a file of visits',
};

/** The same for a person: what was recorded, and what stands and why. */
export function daysLines({ recorded, replaced, held }: DaysOutcome): string[] {
  const days = recorded.map(({ day }) => day).sort();
  const span = days.length === 0 ? '' : `, from ${days[0]} to ${days.at(-1)}`;
  const byCounter = held.filter(({ source }) => source === 'counter').length;
  const remedy = held.length > byCounter ? '; --replace imports anew those that came from files' : '';
  const whom = [...new Set(held.map(({ source }) => SOURCES[source] ?? source))].join(', ');
  return [
    `${recorded.length} days recorded${span}${replaced > 0 ? `, of which ${replaced} in place of an earlier import` : ''}`,
    ...(held.length === 0
      ? []
      : [`${held.length} days are told already, by ${whom}: nothing of them changed${remedy}`]),
  ];
}
