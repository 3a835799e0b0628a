/** The TCP server: bounds on slow clients, clear errors at start, and a stop that lets requests finish. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { VigieError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { App } from './context.ts';
import { type Lane, withLanes } from './lane.ts';

/** Times a client may take, in ms: to send a head, to send a request whole, to stay without a byte. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 };
const IDLE_SOCKET_MS = 60_000;
const IDLE_SWEEP_MS = 50;

/** What goes before the application (lane.ts). */
export type Lanes = { readonly list: readonly Lane[]; readonly metrics: Metrics };

export type Listening = {
  readonly port: number;
  /** Stops accepting, lets requests in flight finish for `withinMs` at most, then cuts them. */
  stop(withinMs: number): Promise<void>;
};

/**
 * Serves `app` on `host` and `port` (0 for any free one).
 * @throws VigieError Conflict when the port is taken, Forbidden or InvalidInput when it or the host cannot be used;
 *   the message names the setting
 */
export async function listen(
  app: App,
  { host, port, log, lanes }: { host: string; port: number; log: Log; lanes?: Lanes },
): Promise<Listening> {
  const listener = getRequestListener(app.fetch, { errorHandler: (error) => refuse(error, log) });
  const server = createServer(
    LIMITS,
    lanes === undefined ? listener : withLanes(lanes.list, listener, { log, metrics: lanes.metrics }),
  );
  server.setTimeout(IDLE_SOCKET_MS);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise.catch((error: NodeJS.ErrnoException) => {
    throw explain(error, host, port);
  });
  server.off('error', reject);
  server.on('error', (error) => log.error({ err: error }, 'the listening socket failed'));
  return { port: (server.address() as AddressInfo).port, stop: (withinMs) => stop(server, withinMs) };
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new VigieError(
        'Conflict',
        `Port ${port} is taken; stop what uses it or set PORT to another one.`,
      );
    case 'EACCES':
      return new VigieError('Forbidden', `Port ${port} needs more rights; set PORT to 1024 or more.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new VigieError('InvalidInput', `${host} is not an address of this machine; set VIGIE_HOST.`);
    default:
      return error;
  }
}

/** Answers what cannot even be made a request (no host, a target that is not a path). */
function refuse(error: unknown, log: Log): Response {
  const isClientFault = error instanceof Error && error.name === 'RequestError';
  if (!isClientFault) log.error({ err: error }, 'a request met a defect before any route');
  const shown = isClientFault
    ? { code: 'InvalidInput', message: 'The request is malformed.', fields: [] }
    : { code: 'Internal', message: 'The server met an unexpected error.', fields: [] };
  return Response.json({ error: shown }, { status: isClientFault ? 400 : 500 });
}

async function stop(server: Server, withinMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A kept-alive connection that ends its request after `close` would stay open until its time-out.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), withinMs);
  await promise;
  clearInterval(sweep);
  clearTimeout(cut);
}
