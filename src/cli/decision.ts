import { type FieldError, VigieError } from '../core/errors.ts';
import type { Decision } from '../feedback/index.ts';

/** Who does something to reviews and why, as options say it; VigieError InvalidInput that names each option at fault. */
export function parseDecision(options: { author: string; reason: string }, now: Date): Decision {
  const { author, reason } = { author: options.author.trim(), reason: options.reason.trim() };
  const faults: FieldError[] = [];
  if (author.length === 0 || author.length > 120 || /\p{Cc}/u.test(author)) {
    faults.push({ path: '--author', message: 'write 1 to 120 characters, on one line' });
  }
  if (reason.length === 0 || reason.length > 500 || /\p{Cc}/u.test(reason)) {
    faults.push({ path: '--reason', message: 'write 1 to 500 characters, on one line' });
  }
  if (faults.length > 0) throw new VigieError('InvalidInput', 'Nothing was changed.', faults);
  return { author, reason, now };
}
