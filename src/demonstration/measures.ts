/** What the administrations of the demonstration declare, and what its probes and tests find. Pure. */
import { addDays } from '../core/clock.ts';
import { type Fact, NO_FIGURE } from '../core/figure.ts';
import type { DemonstrationEdition } from './calendar.ts';
import { chanceOf, drawBetween } from './chance.ts';
import type { Profile } from './profiles.ts';

/** Days before the cut-off on which a procedure is tested. */
const TESTED_BEFORE = 20;
const MINUTES_A_DAY = 1_440;
const DAYS_A_QUARTER = 91;

const DECLARED = { status: 'declared', origin: 'declared' } as const;
const MEASURED = { status: 'measured', origin: 'automatic' } as const;

/** One procedure in this many is counted each quarter; the others once a year, at the end of it. */
const COUNTED_EACH_QUARTER = 5;

/** The volumes of the year to the cut-off, and their ratio; nothing where nobody counts, or not this quarter. */
export function volumeFacts(
  publicId: string,
  { volume, digital, opensAt }: Profile,
  { quarters, cutoffOn, lastQuarter }: DemonstrationEdition,
): Readonly<Record<string, Fact>> {
  const isNew = opensAt === lastQuarter;
  const isCounted = cutoffOn.endsWith('-12-31') || isNew || chanceOf(publicId)() < 1 / COUNTED_EACH_QUARTER;
  if (volume === null || !isCounted) return {};
  const chance = chanceOf(`${publicId} volumes ${lastQuarter}`);
  const total = Math.round(volume * drawBetween(chance, 0.98, 1.02));
  const isSettled = digital === 0 || digital >= 1;
  const online = Math.round(total * (isSettled ? digital : Math.min(1, digital + 0.008 * (lastQuarter - 3))));
  const year = {
    ...NO_FIGURE,
    ...DECLARED,
    source: 'Volumes fictifs de la démonstration',
    periodStart: quarters[0]?.from ?? '',
    periodEnd: cutoffOn,
  };
  return {
    volume_total: { ...year, value: total },
    volume_online: { ...year, value: online },
    digital_share: { ...year, value: online / total, numerator: online, denominator: total },
  };
}

/** What is found of the pages of a procedure that is open online. */
export function pageFacts(
  publicId: string,
  audiences: readonly string[],
  { quarters, cutoffOn, lastQuarter }: DemonstrationEdition,
): Readonly<Record<string, Fact>> {
  const habits = habitsOf(publicId);
  const chance = chanceOf(`${publicId} probes ${lastQuarter}`);
  const minutes = DAYS_A_QUARTER * MINUTES_A_DAY;
  const down = Math.round(minutes * habits.down * drawBetween(chance, 0.4, 1.6));
  const probed = {
    ...NO_FIGURE,
    ...MEASURED,
    source: 'Sondes fictives de la démonstration',
    periodStart: quarters.at(-1)?.from ?? '',
    periodEnd: cutoffOn,
  };
  const testedOn = addDays(cutoffOn, -TESTED_BEFORE);
  const tested = {
    ...NO_FIGURE,
    ...MEASURED,
    source: 'Tests fictifs de la démonstration',
    periodStart: testedOn,
    periodEnd: testedOn,
  };
  return {
    availability: {
      ...probed,
      value: (minutes - down) / minutes,
      numerator: minutes - down,
      denominator: minutes,
    },
    response_time: { ...probed, value: tenth(habits.responseMs * drawBetween(chance, 0.92, 1.1)) },
    display_speed: { ...tested, value: tenth(habits.displayMs * drawBetween(chance, 0.93, 1.08)) },
    mobile: { ...tested, value: habits.mobile },
    once_only: { ...tested, value: habits.onceOnly },
    authentication: audiences.includes('individual')
      ? { ...tested, ...DECLARED, value: habits.signIn }
      : { ...tested, status: 'not_applicable' },
    accessibility: {
      ...NO_FIGURE,
      ...DECLARED,
      value: habits.conformance,
      source: 'Déclarations fictives de la démonstration',
      periodStart: habits.declaredOn,
      periodEnd: habits.declaredOn,
    },
  };
}

/** What does not change from a quarter to the next, unless a lesson says so. */
function habitsOf(publicId: string) {
  const chance = chanceOf(`${publicId} pages`);
  const pick = <Value>(values: readonly [Value, ...Value[]]) =>
    values[Math.floor(chance() * values.length)] ?? values[0];
  return {
    down: pick([0.0002, 0.0004, 0.0005, 0.0008, 0.003, 0.006, 0.02]),
    responseMs: pick([140, 210, 260, 330, 390, 520, 690, 940]),
    displayMs: pick([1_300, 1_700, 2_100, 2_400, 2_900, 3_600, 4_700]),
    mobile: pick(['Oui', 'Oui', 'Oui', 'Partiel', 'Partiel', 'Non']),
    onceOnly: pick([0, 0, 1, 1, 2, 3, 4, 6]),
    signIn: pick(['FranceConnect', 'FranceConnect', 'FranceConnect+', 'Non']),
    conformance: pick([1, 1, 0.9412, 0.8611, 0.75, 0.6333, 0.41]),
    declaredOn: pick(['2024-03-12', '2024-09-30', '2025-01-20', '2025-06-05', '2025-09-18']),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
