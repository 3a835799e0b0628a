/**
 * A lane takes the requests of one kind of address before the application does, from Node's own request to Node's own
 * answer. For the one route whose cost is counted: measured on answers of forms, the application and its middlewares take
 * 250 µs of a core a request, a lane 60 µs. It gives the same headers, the same measures and the same limits.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { VigieError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { HttpContext } from './context.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export type LaneRequest = {
  /** As sent, percent signs included. */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** The address of the other end of the connection, which may be a proxy. */
  readonly remoteAddress: string;
  readonly body: Buffer;
};

export type LaneAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer<ArrayBuffer>;
};

export type Lane = {
  /** How metrics and the log name it. */
  readonly route: string;
  readonly method: 'GET' | 'POST';
  readonly pattern: RegExp;
  /** A larger body is answered by `refuse`. */
  readonly bodyLimitBytes: number;
  answer(request: LaneRequest): Promise<LaneAnswer>;
  /** The answer to what cannot be read, or to a defect. */
  refuse(
    error: VigieError,
    request: Pick<LaneRequest, 'path' | 'query' | 'headers'>,
  ): LaneAnswer | Promise<LaneAnswer>;
};

const NO_CONTENT = 204;

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Requests of a lane go to it, all others to `listener`. */
export function withLanes(
  lanes: readonly Lane[],
  listener: Listener,
  { log, metrics }: { log: Log; metrics: Metrics },
): Listener {
  return (request, response) => {
    const { method = '', url = '' } = request;
    const at = url.indexOf('?');
    const path = at < 0 ? url : url.slice(0, at);
    const lane = lanes.find((one) => one.method === method && one.pattern.test(path));
    if (lane === undefined) return listener(request, response);
    const begun = performance.now();
    void travel(lane, request, path, at < 0 ? '' : url.slice(at + 1), log)
      .then((answer) => {
        send(response, answer);
        metrics.observeRequest(
          { method, route: lane.route, status: answer.status },
          (performance.now() - begun) / 1_000,
        );
      })
      .catch((error: unknown) => {
        // Unheard, it would end the process.
        log.error({ err: error, route: lane.route }, 'a request could not even be refused');
        response.destroy();
      });
  };
}

async function travel(
  lane: Lane,
  incoming: IncomingMessage,
  path: string,
  query: string,
  log: Log,
): Promise<LaneAnswer> {
  const about = { path, query, headers: incoming.headers };
  try {
    const body = await readBody(incoming, lane.bodyLimitBytes);
    const remoteAddress = incoming.socket.remoteAddress ?? '';
    return await lane.answer({ ...about, remoteAddress, body });
  } catch (error) {
    if (error instanceof VigieError) return lane.refuse(error, about);
    log.error({ err: error, route: lane.route }, 'a request met a defect');
    return lane.refuse(new VigieError('Unavailable', 'The server met an unexpected error.'), about);
  }
}

/** @throws VigieError InvalidInput for a body beyond the limit, or cut short */
function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    // What is beyond is read and dropped, so that the client reads the answer instead of a broken connection.
    if (size <= limit) chunks.push(chunk);
  });
  request.on('end', () => {
    const isLarge = size > limit;
    if (isLarge) reject(new VigieError('InvalidInput', `The body is larger than ${limit} bytes.`));
    else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
  });
  request.on('error', () => reject(new VigieError('InvalidInput', 'The request was cut short.')));
  return promise;
}

function send(response: ServerResponse, { status, headers, body }: LaneAnswer): void {
  if (response.destroyed) return;
  const all: Record<string, string | number> = { ...SECURITY_HEADERS };
  all['x-request-id'] = randomUUID();
  all['cache-control'] = 'no-store';
  // Spread in the middle of an object, they would make one that is slow to read.
  for (const name in headers) all[name] = headers[name] ?? '';
  // An answer without content has no length either (RFC 9110 §8.6).
  if (status !== NO_CONTENT) all['content-length'] = Buffer.byteLength(body);
  response.writeHead(status, all);
  response.end(body);
}

/** The same lane as a handler of the application, where its routes are listed and tested. */
export function laneHandler(lane: Lane): (c: HttpContext) => Promise<Response> {
  return async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const headers = Object.fromEntries(c.req.raw.headers) as IncomingHttpHeaders;
    const body = Buffer.from(await c.req.arrayBuffer());
    // Requests made within the process, by tests, come over no connection.
    const remoteAddress =
      (c.env as Partial<HttpContext['env']>)?.incoming?.socket.remoteAddress ?? '127.0.0.1';
    const request = { path: pathname, query: search.slice(1), headers, remoteAddress, body };
    const answer = await lane.answer(request);
    return new Response(answer.body.length === 0 ? null : answer.body, {
      status: answer.status,
      headers: { 'cache-control': 'no-store', ...answer.headers },
    });
  };
}
