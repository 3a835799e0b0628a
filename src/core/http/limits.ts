/** Bounds on what one request may cost: the time of its handler and the size of its body. */
import { bodyLimit as honoBodyLimit } from 'hono/body-limit';
import { VigieError } from '../errors.ts';
import type { Middleware } from './context.ts';
import { CONTENT_TOO_LARGE, type ErrorAnswers } from './errors.ts';

/**
 * Answers Unavailable when the handler takes longer than `ms`. The handler is not stopped: what it does must have
 * its own bound (statements have one, see database.ts).
 */
export function timeLimit(ms: number): Middleware {
  return async (_, next) => {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new VigieError('Unavailable', 'The answer takes too long.')), ms);
    try {
      await Promise.race([next(), promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Answers 413 when a body is larger than what its path may have, in bytes, whether its length is announced or not. */
export function bodyLimit(bytesFor: (path: string) => number, errors: ErrorAnswers): Middleware {
  return (c, next) => {
    const bytes = bytesFor(c.req.path);
    const limit = honoBodyLimit({
      maxSize: bytes,
      onError: () => {
        const error = new VigieError('InvalidInput', `The body is larger than ${bytes} bytes.`);
        return errors.answer(c, error, CONTENT_TOO_LARGE);
      },
    });
    return limit(c, next);
  };
}
