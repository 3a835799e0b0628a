/**
 * The lessons of the demonstration: for each state that the site can show and that chance would not draw, one procedure
 * that is in it. Pure.
 */
import type { Fact } from '../core/figure.ts';
import type { DemonstrationEdition } from './calendar.ts';
import { yearOf } from './reviews.ts';

type Facts = Readonly<Record<string, Fact>>;

/** What a lesson makes of one figure in an edition: what replaces it in part, or null for no figure at all. */
type Lesson = (fact: Fact, edition: DemonstrationEdition) => Partial<Fact> | null;

/** A lesson that holds from the edition that stops on a day. */
const from =
  (cutoffOn: string, lesson: Lesson): Lesson =>
  (fact, edition) =>
    edition.cutoffOn >= cutoffOn ? lesson(fact, edition) : {};

const declares =
  (value: number | null, declaredOn: string, reason: string | null = null): Lesson =>
  () => ({ value, reason, periodStart: declaredOn, periodEnd: declaredOn });

/** Reviews that are the same in number each quarter, all of the best grade. */
const alwaysBest =
  (reviews: number): Lesson =>
  ({ parts }) =>
    yearOf((parts ?? []).map((part) => ({ ...part, counts: { '0': 0, '5': 0, '10': reviews } })));

const UNCOUNTED = { counts: null, numerator: null, denominator: null, parts: null } as const;
const FROM_FILE = { origin: 'imported', source: 'Fichier fictif de la démonstration' } as const;
const ratio = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: numerator / denominator,
});

/** Figures stop on this day within the last quarter: the window is not whole. */
const STOPPED_ON = '2026-08-20';

/** The same figure, of reviews that stopped coming. */
const stopped: Lesson = ({ parts }) => {
  if (parts === null) return {};
  return yearOf(parts.map((part, at) => (at < parts.length - 1 ? part : { ...part, periodEnd: STOPPED_ON })));
};

const LESSONS: Readonly<Record<string, Readonly<Record<string, Lesson>>>> = {
  // Accessibility: a declaration that expires, that rises to 100 %, that is missing, without rate, rejected.
  demo2: { accessibility: declares(0.9048, '2023-05-15') },
  demo45: {
    accessibility: (fact, edition) =>
      edition.cutoffOn < '2026-06-30'
        ? declares(0.9412, '2024-09-30')(fact, edition)
        : declares(1, '2026-05-04')(fact, edition),
  },
  demo34: { accessibility: declares(null, '2025-09-01', 'no_declaration') },
  demo52: { accessibility: declares(null, '2025-02-11', 'declaration_without_rate') },
  demo58: {
    accessibility: declares(null, '2025-04-28', 'declaration_rejected'),
    // The source calls it good, for it rounds 99.85 % to one decimal; the method does not.
    availability: (_, { lastQuarter }) => ({
      ...UNCOUNTED,
      value: (9_991 - lastQuarter) / 10_000,
      sourcePrecision: 0.0001,
      statedLevel: 'good',
    }),
  },
  // Pages: three change for the better, one measure is not updated, one has stopped.
  demo8: { mobile: (_, { cutoffOn }) => ({ value: cutoffOn < '2026-06-30' ? 'Non' : 'Oui' }) },
  demo13: { once_only: (_, { cutoffOn }) => ({ value: cutoffOn < '2026-09-30' ? 5 : 1 }) },
  demo26: {
    authentication: (_, { cutoffOn }) => ({ value: cutoffOn < '2026-09-30' ? 'Non' : 'FranceConnect' }),
  },
  demo41: { response_time: () => ({ value: 347 }) },
  demo49: { availability: from('2026-06-30', () => null) },
  // A probe that was blocked while users answered; outages that were real.
  demo53: { availability: from('2026-09-30', () => ratio(40_978, 131_040)) },
  demo59: {
    availability: from('2026-06-30', (_, { lastQuarter }) => ratio(131_040 - 700 * lastQuarter, 131_040)),
  },
  // Probes that saw less than half of the quarter.
  demo37: {
    availability: from('2026-09-30', () => ({
      ...UNCOUNTED,
      status: 'not_reported',
      value: null,
      reason: 'coverage_too_low',
    })),
  },
  // Announced maintenance that was first counted as an outage: see the correction.
  demo22: {
    availability: (_, { cutoffOn, lastQuarter }) =>
      ratio(cutoffOn === '2026-03-31' ? 125_961 : 131_000 - 9 * lastQuarter, 131_040),
  },
  // Reviews: n unknown, spread unknown, no spread, nobody answered, answers that stopped.
  demo16: {
    satisfaction: () => ({ ...UNCOUNTED, ...FROM_FILE, n: null, value: 8.4, sourcePrecision: 0.1 }),
  },
  demo24: { satisfaction: ({ value, n }) => ({ ...UNCOUNTED, ...FROM_FILE, n, value }) },
  demo30: { satisfaction: alwaysBest(11) },
  demo42: { satisfaction: alwaysBest(0) },
  demo29: Object.fromEntries(
    ['satisfaction', 'clarity', 'autonomy', 'help_reachable', 'help_effective'].map((indicator) => [
      indicator,
      from('2026-09-30', stopped),
    ]),
  ),
  // Never tested.
  demo61: { once_only: () => null, display_speed: () => null },
};

/** The figures of a procedure as its lessons have them. */
export function applyLessons(publicId: string, facts: Facts, edition: DemonstrationEdition): Facts {
  const lessons = LESSONS[publicId] ?? {};
  return Object.fromEntries(
    Object.entries(facts).flatMap(([indicator, fact]) => {
      const changed = lessons[indicator]?.(fact, edition);
      if (changed === null) return [];
      return [[indicator, { ...fact, ...changed }]];
    }),
  );
}
