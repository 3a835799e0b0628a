/** When the demonstration happens: its quarters, its editions, and the instant of each step. Pure, and without today. */
import { addDays, addMonths, type Clock, fixedClock } from '../core/clock.ts';

/** The stretch of three months that reviews and probes are counted by. */
export type Quarter = { readonly from: string; readonly to: string };

export type DemonstrationEdition = {
  readonly slug: string;
  readonly label: string;
  readonly cutoffOn: string;
  /** The quarters of the year to the cut-off, earliest first; the last one is that of the probes. */
  readonly quarters: readonly Quarter[];
  /** The place of the last quarter among all those of the demonstration, from 0. */
  readonly lastQuarter: number;
};

const FIRST_DAY = '2025-01-01';
const QUARTERS_A_YEAR = 4;
const EDITIONS = 4;

/** Every quarter of which the demonstration has figures, earliest first. */
export const QUARTERS: readonly Quarter[] = Array.from(
  { length: EDITIONS + QUARTERS_A_YEAR - 1 },
  (_, at) => ({
    from: addMonths(FIRST_DAY, 3 * at),
    to: addDays(addMonths(FIRST_DAY, 3 * at + 3), -1),
  }),
);

/** The editions, earliest first. */
export const DEMONSTRATION_EDITIONS: readonly DemonstrationEdition[] = Array.from(
  { length: EDITIONS },
  (_, at) => {
    const quarters = QUARTERS.slice(at, at + QUARTERS_A_YEAR);
    const cutoffOn = quarters.at(-1)?.to ?? FIRST_DAY;
    const [year, month = ''] = cutoffOn.split('-');
    const quarter = Number(month) / 3;
    return {
      slug: `demo-${year}-t${quarter}`,
      label: `Démo T${quarter} ${year}`,
      cutoffOn,
      quarters,
      lastQuarter: at + QUARTERS_A_YEAR - 1,
    };
  },
);

/** The steps of an edition, in days after its cut-off: it is published a fortnight after. */
const DAYS_AFTER = { collected: 5, built: 8, frozen: 12, published: 15 } as const;

/** The clock of a step of an edition. */
export function clockOf({ cutoffOn }: DemonstrationEdition, step: keyof typeof DAYS_AFTER): Clock {
  return fixedClock(`${addDays(cutoffOn, DAYS_AFTER[step])}T08:00:00Z`);
}
