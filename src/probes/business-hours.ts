/** Business hours: Monday to Friday from 8 to 20 in Paris, but for public holidays (article L. 3133-1 du code du travail). */
import { addDays } from '../core/clock.ts';
import { clockHourOf, hoursOf } from './paris-hours.ts';

const OPENS = 8;
const CLOSES = 20;

/** True of an hour of a day, counted from midnight in Paris, that is within business hours. */
export function isBusinessHour(day: string, index: number): boolean {
  let hours = known.get(day);
  if (hours === undefined) {
    hours = businessHoursOf(day);
    known.set(day, hours);
  }
  return hours.has(index);
}

const known = new Map<string, ReadonlySet<number>>();

/** The business hours of a day, counted from its midnight. */
function businessHoursOf(day: string): Set<number> {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isOff = weekday === 0 || weekday === 6 || publicHolidays(Number(day.slice(0, 4))).includes(day);
  const hours = Array.from({ length: isOff ? 0 : hoursOf(day) }, (_, index) => index);
  return new Set(
    hours.filter((index) => {
      const hour = clockHourOf(day, index);
      return hour >= OPENS && hour < CLOSES;
    }),
  );
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday. */
const DAYS_AFTER_EASTER = [1, 39, 50];

/** The public holidays of a year in France, those of Alsace, Moselle and overseas apart. */
export function publicHolidays(year: number): string[] {
  const easter = easterOf(year);
  const movable = DAYS_AFTER_EASTER.map((days) => addDays(easter, days));
  return [...FIXED.map((date) => `${year}-${date}`), ...movable].sort();
}

/** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const within = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(within / 4) - epact - (within % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  const [month, date] = [Math.floor(sum / 31), (sum % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
