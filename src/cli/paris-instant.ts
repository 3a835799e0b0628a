/** Instants as commands read and tell them: by the clocks of Paris. */
import { isDay } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { instantOf, wallTimeOf } from '../core/paris-time.ts';

/**
 * An instant of the command line: a day and an hour of Paris, or with an offset of its own.
 * @throws VigieError InvalidInput that names the option
 */
export function parseInstant(option: string, text: string): Date {
  const [, day = '', hours = '', minutes = '', zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::00)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/.exec(text.trim()) ?? [];
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59) {
    const message = `${option}: "${text}" is not a day and an hour; write "2026-03-31 22:00", by the clocks of Paris.`;
    throw new VigieError('InvalidInput', message);
  }
  if (zone !== undefined) return new Date(`${day}T${hours}:${minutes}:00${zone}`);
  return instantOf({ day, clockMs: (Number(hours) * 60 + Number(minutes)) * 60_000 });
}

/** A day and an hour of Paris: `2026-03-31 22:00`. */
export function writeInstant(instant: Date): string {
  const { day, clockMs } = wallTimeOf(instant);
  const minutes = Math.floor(clockMs / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
