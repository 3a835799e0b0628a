/**
 * What a person or a machine sees of an error (docs/errors.md): one JSON shape for data addresses and for who asks
 * for JSON, one page otherwise. A defect is logged whole and shown without detail.
 */
import type { Context } from 'hono';
import { methodNotAllowed as honoMethodNotAllowed } from 'hono/method-not-allowed';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ERROR_CODES, type ErrorCode, type FieldError, VigieError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { App, HttpContext, HttpEnv, Middleware } from './context.ts';

export const UNAUTHORIZED = 401;
export const METHOD_NOT_ALLOWED = 405;
export const CONTENT_TOO_LARGE = 413;
export const URI_TOO_LONG = 414;
export const UNSUPPORTED_MEDIA_TYPE = 415;
const INTERNAL = 500;
const RETRY_AFTER_S = '10';

/** An error of the list under a status that says more than its own does (401 of Forbidden, 415 of InvalidInput). */
export class RefusedRequest extends VigieError {
  readonly status: number;

  constructor(code: ErrorCode, status: number, message: string) {
    super(code, message);
    this.status = status;
  }
}

/** An error as shown. `Internal` is a defect: its message says nothing of the cause. */
export type ShownError = {
  readonly status: number;
  readonly code: ErrorCode | 'Internal';
  readonly message: string;
  readonly fields: readonly FieldError[];
  readonly requestId: string;
  /** Path that was asked, for the language of the page. */
  readonly path: string;
};

/** Makes the page of an error. */
export type RenderError = (error: ShownError) => string | Promise<string>;

export type ErrorAnswers = {
  /** The answer to an error, with its own status or one that says more (401, 405, 413, 414, 415). */
  answer(c: Context<HttpEnv>, error: Error, status?: number): Promise<Response>;
};

/** Answers errors; those of the server are logged with the id of the request. */
export function errorAnswers({ log, renderError }: { log: Log; renderError: RenderError }): ErrorAnswers {
  return {
    async answer(c, error, status) {
      const shown = describe(c, error, status);
      const fields = { request: shown.requestId, err: error };
      if (shown.code === 'Internal') log.error(fields, 'a request met a defect');
      else if (shown.code === 'Unavailable') log.warn(fields, 'a request could not be answered');
      c.header('cache-control', 'no-store');
      if (shown.status === ERROR_CODES.Unavailable) c.header('retry-after', RETRY_AFTER_S);
      if (prefersJson(c)) return c.json(toJson(shown), shown.status as ContentfulStatusCode);
      return c.html(await renderError(shown), shown.status as ContentfulStatusCode);
    },
  };
}

function describe(c: HttpContext, error: Error, status: number | undefined): ShownError {
  const about = { requestId: c.get('requestId'), path: c.req.path };
  if (!(error instanceof VigieError)) {
    const message = 'The server met an unexpected error.';
    return { ...about, status: INTERNAL, code: 'Internal', message, fields: [] };
  }
  const { code, message, fields } = error;
  const own = error instanceof RefusedRequest ? error.status : ERROR_CODES[code];
  return { ...about, status: status ?? own, code, message, fields };
}

function toJson({ code, message, fields, requestId }: ShownError) {
  const shown = code === 'Internal' ? `${message} Its id is ${requestId}.` : message;
  return { error: { code, message: shown, fields } };
}

function prefersJson(c: HttpContext): boolean {
  if (/\.(json|csv)$|^\/api(\/|$)/.test(c.req.path)) return true;
  const accept = c.req.header('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** Turns what handlers throw, and addresses without route, into answers. */
export function answerErrors(app: App, errors: ErrorAnswers): void {
  app.onError((error, c) => errors.answer(c, error));
  app.notFound((c) => errors.answer(c, new VigieError('NotFound', 'There is nothing at this address.')));
}

/** Answers 405 with `Allow` where the address exists under other methods. */
export function methodNotAllowed(app: App, errors: ErrorAnswers): Middleware {
  return honoMethodNotAllowed<HttpEnv>({
    app,
    onMethodNotAllowed: async (c, methods) => {
      const allowed = methods.join(', ');
      const message = `The method ${c.req.method} is not for this address; use ${allowed}.`;
      const answer = await errors.answer(c, new VigieError('InvalidInput', message), METHOD_NOT_ALLOWED);
      answer.headers.set('allow', allowed);
      return answer;
    },
  });
}
