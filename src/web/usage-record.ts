/** Figures of usage that are told, with what they are of: all of them, kept until public data change, or those of one procedure. */
import { listOthers, listProcedures, type Procedure } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { listSurveySlugs, listTold } from '../observations/index.ts';
import type { SiteContext } from './server.ts';
import { placeOf, USAGE_IDS } from './usage-indicators.ts';
import { seriesOf, type UsageSeries, yearsOf } from './usage-series.ts';
import type { UsageFigure, UsageSubject } from './usage-subject.ts';

export type { UsageFigure, UsageSubject };

export type UsageRecord = {
  /** By name of the subject, in the order of indicators, the earliest period first. */
  readonly figures: readonly UsageFigure[];
  /** The same, put into series. */
  readonly series: readonly UsageSeries[];
  /** The indicators that so many procedures tell that they are told together. */
  readonly together: ReadonlySet<string>;
  /** The years of which something is told, the latest first. */
  readonly years: readonly string[];
  readonly bySubject: ReadonlyMap<number, readonly UsageFigure[]>;
  readonly subjects: ReadonlyMap<number, UsageSubject>;
  /** The procedures of the catalogue: what totals over procedures are among. */
  readonly procedures: readonly Procedure[];
};

/** All that is told of usage. */
export function readUsage(site: SiteContext): Promise<UsageRecord> {
  return site.remembered(readAll);
}

const byName = new Intl.Collator('fr').compare;

async function readAll({ db }: SiteContext): Promise<UsageRecord> {
  const observations = await listTold(db, USAGE_IDS);
  const [procedures, others, surveys] = [
    await listProcedures(db),
    await listOthers(db),
    await listSurveySlugs(db),
  ];
  const subjects = new Map<number, UsageSubject>([
    ...procedures.map((one): [number, UsageSubject] => [one.subjectId, subjectOf(one)]),
    ...others.map(({ subjectId, kind, name, slug }): [number, UsageSubject] => {
      const isDescribed = kind === 'survey' && surveys.includes(slug);
      return [subjectId, { subjectId, kind, name, slug, procedure: null, isDescribed }];
    }),
  ]);
  const figures = observations
    .flatMap((observation): UsageFigure[] => {
      const subject = subjects.get(observation.subjectId);
      return subject === undefined ? [] : [{ subject, observation }];
    })
    .sort(inOrder);
  return {
    figures,
    series: seriesOf(figures),
    together: toldTogether(figures),
    years: yearsOf(figures),
    bySubject: Map.groupBy(figures, ({ subject }) => subject.subjectId),
    subjects,
    procedures,
  };
}

function subjectOf(procedure: Procedure): UsageSubject {
  const { subjectId, name, slug } = procedure;
  return { subjectId, kind: 'procedure', name, slug, procedure, isDescribed: false };
}

/** What is told of the usage of one procedure, in the order of `readUsage`. Its page reads nothing of the others. */
export async function readUsageOf(db: Queryable, procedure: Procedure): Promise<UsageFigure[]> {
  const subject = subjectOf(procedure);
  const observations = await listTold(db, USAGE_IDS, procedure.subjectId);
  return observations.map((observation) => ({ subject, observation })).sort(inOrder);
}

/** A sort that keeps the order of periods. */
function inOrder(one: UsageFigure, other: UsageFigure): number {
  return (
    byName(one.subject.name, other.subject.name) ||
    one.subject.subjectId - other.subject.subjectId ||
    placeOf(one.observation.indicator) - placeOf(other.observation.indicator)
  );
}

/** More procedures than these are told together. */
const MOST_ONE_BY_ONE = 6;

/** The indicators that so many procedures tell that they are told together, and not one by one. */
export function toldTogether(figures: readonly UsageFigure[]): ReadonlySet<string> {
  const tellers = new Map<string, Set<number>>();
  for (const { subject, observation } of figures) {
    if (subject.kind !== 'procedure') continue;
    const ids = tellers.get(observation.indicator) ?? new Set();
    tellers.set(observation.indicator, ids.add(subject.subjectId));
  }
  return new Set([...tellers].filter(([, ids]) => ids.size > MOST_ONE_BY_ONE).map(([id]) => id));
}
