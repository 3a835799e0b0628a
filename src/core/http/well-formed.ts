/**
 * Refuses addresses that no page could mean, before any handler: percent signs that do not decode to UTF-8,
 * control characters (PostgreSQL refuses NUL in a text), too long a query.
 */
import { VigieError } from '../errors.ts';
import type { Middleware } from './context.ts';
import { type ErrorAnswers, URI_TOO_LONG } from './errors.ts';

/** Characters of path and query; Node itself refuses request heads beyond 16 KiB. */
const LONGEST_ADDRESS = 4_096;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f]/;

/** Path and query of an absolute URL, as sent. */
export function addressOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2));
}

export function wellFormed(errors: ErrorAnswers): Middleware {
  return (c, next) => {
    const address = addressOf(c.req.url);
    if (address.length > LONGEST_ADDRESS) {
      const message = `The address is longer than ${LONGEST_ADDRESS} characters.`;
      return errors.answer(c, new VigieError('InvalidInput', message), URI_TOO_LONG);
    }
    const [path = '', query = ''] = address.split(/\?(.*)/s);
    const decoded = decode(path);
    const decodedQuery = decode(query);
    const isClean = decoded !== undefined && !CONTROL_CHARACTERS.test(decoded);
    if (isClean && decodedQuery !== undefined && !decodedQuery.includes('\0')) return next();
    throw new VigieError(
      'InvalidInput',
      'The address is malformed; check the characters after a percent sign.',
    );
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
