/** The time that a log writes. Pure. */
import { dayOf } from '../core/clock.ts';

/** An instant, and its day in Europe/Paris. */
export type LogTime = { readonly atMs: number; readonly day: string };

const FORM = /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):\d\d ([+-])(\d\d)(\d\d)$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** `10/Oct/2026:13:55`. */
const MINUTE_LENGTH = 17;
const OFFSET_AT = 20;

/**
 * Reads times such as `10/Oct/2026:13:55:36 +0200`, each with its own offset; null for what is none. Lines of a log follow one
 * another: what was made of a minute serves for the next line of it.
 */
export function createLogTimes(): (time: string) => LogTime | null {
  let last = { minute: '', offset: '', atMs: 0, day: '' };
  return (time) => {
    if (!(time.startsWith(last.minute) && time.endsWith(last.offset)) || last.minute === '') {
      const read = readMinute(time);
      if (read === null) return null;
      last = { minute: time.slice(0, MINUTE_LENGTH), offset: time.slice(OFFSET_AT), ...read };
    }
    const seconds = Number(time.slice(MINUTE_LENGTH + 1, MINUTE_LENGTH + 3));
    // 60 is a leap second.
    return seconds >= 0 && seconds <= 60 ? { atMs: last.atMs + seconds * 1_000, day: last.day } : null;
  };
}

function readMinute(time: string): LogTime | null {
  const [, date = '', month = '', year = '', hour = '', minute = '', sign, hours = '', minutes = ''] =
    FORM.exec(time) ?? [];
  const monthAt = MONTHS.indexOf(month);
  if (date === '' || monthAt % 3 !== 0 || Number(hour) > 23 || Number(minute) > 59) return null;
  const local = new Date(Date.UTC(Number(year), monthAt / 3, Number(date), Number(hour), Number(minute)));
  if (local.getUTCDate() !== Number(date)) return null;
  const aheadMs = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const atMs = local.getTime() - aheadMs;
  return { atMs, day: dayOf(new Date(atMs)) };
}
