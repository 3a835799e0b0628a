/** The two lanes of events: what is read of a request, and what is answered. */
import { ERROR_CODES } from '../../core/errors.ts';
import type { Lane, LaneAnswer, LaneRequest } from '../../core/http/lane.ts';
import type { Arrival, Outcome, Visits } from '../../visits/index.ts';

export type VisitCounterOptions = {
  readonly receive: Visits['receive'];
  /** The address that a request comes from, as far as it can be trusted. */
  readonly trustedAddress: (remoteAddress: string, forwardedFor: string | undefined) => string;
};

const IMAGE = /^\/mesure\/([a-z0-9]{10})\/([a-z0-9_-]{1,40})\.gif$/;
const SCRIPT = /^\/mesure\/([a-z0-9]{10})$/;
/** A step, a path and a word. */
const BODY_LIMIT_BYTES = 4_096;

const OK = 200;
const NO_CONTENT = 204;
const GONE = 410;

/** Whoever integrates a counter reads what is wrong in the tools of the browser; who visits sees nothing. */
const STATUSES: Readonly<Record<Outcome, number>> = {
  counted: OK,
  robot: OK,
  opted_out: OK,
  unknown_counter: ERROR_CODES.NotFound,
  unknown_step: ERROR_CODES.NotFound,
  closed: GONE,
  origin: ERROR_CODES.Forbidden,
};

/** A transparent point: 42 bytes, the shortest GIF. */
const POINT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export function imageLane(options: VisitCounterOptions): Lane {
  return {
    route: '/mesure/:counter/:image',
    method: 'GET',
    pattern: IMAGE,
    bodyLimitBytes: 0,
    async answer(request) {
      const [, counterId = '', event = ''] = IMAGE.exec(request.path) ?? [];
      const status = take(options, request, { counterId, event, path: '', referrer: '' });
      return imageAnswer(status, request);
    },
    refuse: ({ code }, request) => imageAnswer(ERROR_CODES[code], request),
  };
}

export function scriptLane(options: VisitCounterOptions): Lane {
  return {
    route: '/mesure/:counter',
    method: 'POST',
    pattern: SCRIPT,
    bodyLimitBytes: BODY_LIMIT_BYTES,
    async answer(request) {
      const [, counterId = ''] = SCRIPT.exec(request.path) ?? [];
      const [event = '', path = '', referrer = ''] = request.body.toString().split('\n');
      const status = take(options, request, { counterId, event, path, referrer });
      return { status: status === OK ? NO_CONTENT : status, headers: sharedWith(request, status), body: '' };
    },
    refuse: ({ code }, request) => ({
      status: ERROR_CODES[code],
      headers: sharedWith(request, ERROR_CODES[code]),
      body: '',
    }),
  };
}

type Said = Pick<Arrival, 'counterId' | 'event' | 'path' | 'referrer'>;

/** @returns the status of the answer */
function take({ receive, trustedAddress }: VisitCounterOptions, request: LaneRequest, said: Said): number {
  const { headers, remoteAddress } = request;
  const forwarded = headers['x-forwarded-for'];
  const outcome = receive({
    ...said,
    origin: headers.origin,
    referer: headers.referer,
    userAgent: headers['user-agent'] ?? '',
    optsOut: headers['sec-gpc'] === '1' || headers.dnt === '1',
    address: trustedAddress(remoteAddress, Array.isArray(forwarded) ? forwarded.join(',') : forwarded),
  });
  return STATUSES[outcome];
}

function imageAnswer(status: number, request: Pick<LaneRequest, 'headers'>): LaneAnswer {
  return { status, headers: { 'content-type': 'image/gif', ...sharedWith(request, status) }, body: POINT };
}

/** A page of a registered origin may read the answer, without which its browser would report an error. */
function sharedWith({ headers }: Pick<LaneRequest, 'headers'>, status: number): Record<string, string> {
  const shared = { 'cross-origin-resource-policy': 'cross-origin' };
  const { origin } = headers;
  return status === OK && origin !== undefined
    ? { ...shared, 'access-control-allow-origin': origin }
    : shared;
}
