/** A real server on a free port, and requests that no client library would send. */
import { request } from 'node:http';
import { connect } from 'node:net';
import type { TestContext } from 'node:test';
import { fixedClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { VigieError } from '../../src/core/errors.ts';
import { guard } from '../../src/core/http/guard.ts';
import { type Listening, listen } from '../../src/core/http/listen.ts';
import { openLog } from '../../src/core/log.ts';
import { createMetrics } from '../../src/core/metrics.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { type AppOptions, type Audience, createApp } from '../../src/web/server.ts';
import { testDatabase } from './database.ts';

export const HOST = '127.0.0.1';

/** Options of an application for tests: quiet log kept as text, a clock that stands still. */
export function appOptions(db: Database, audiences: readonly Audience[]): AppOptions & { logged: string[] } {
  const logged: string[] = [];
  const log = openLog('debug', { write: (line: string) => void logged.push(line) });
  return {
    config: {
      publicUrl: 'http://vigie.test',
      mode: 'development',
      publisher: null,
      publicationDirector: null,
      hosting: null,
      contact: null,
    },
    db,
    clock: fixedClock('2026-01-15T12:00:00Z'),
    log,
    metrics: createMetrics(),
    changes: { generation: () => 1 },
    assets: loadAssets(),
    audiences,
    logged,
  };
}

/** Serves an application until the end of the test. */
export async function serveApp(t: TestContext, options: AppOptions): Promise<Listening & { origin: string }> {
  const server = await listen(createApp(options), { host: HOST, port: 0, log: options.log });
  t.after(() => server.stop(0));
  return { ...server, origin: `http://${HOST}:${server.port}` };
}

/** A page large enough to be compressed. */
export const LONG = `<!doctype html><title>é</title>${'<p>a public page</p>'.repeat(200)}`;

/** An address for each kind of answer. */
const samples: Audience = (app) => {
  app.get('/page', guard('public'), (c) => c.html(LONG));
  app.get('/short.json', guard('public'), (c) => c.json({ ok: true }));
  app.post('/form', guard('operations'), async (c) => c.text(String((await c.req.text()).length)));
  app.get('/defect', guard('public'), () => {
    throw new Error('the password is hunter2');
  });
  app.get('/refused', guard('public'), () => {
    throw new VigieError('Conflict', 'Taken.', [{ path: 'slug', message: 'choose another' }]);
  });
  app.get('/never', guard('public'), () => Promise.withResolvers<Response>().promise);
};

/** Serves the samples until the end of the test. */
export async function serveSamples(t: TestContext, changes: Partial<AppOptions> = {}) {
  const options = { ...appOptions(await testDatabase(t), [samples]), ...changes };
  const server = await serveApp(t, options);
  const get = (path: string, headers: Record<string, string> = {}) => send(server.port, path, { headers });
  return { ...server, get, logged: options.logged, metrics: options.metrics };
}

export type RawAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

/** Sends a request as it is: no normalised path, no decompression, no header of its own. */
export function send(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const { method = 'GET', headers = {}, body } = options;
  const outgoing = request({ host: HOST, port, path, method, headers, agent: false }, (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', reject);
    incoming.on('end', () =>
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
    );
  });
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

/** Writes `bytes` on a connection and gives all that comes back until the server closes it. */
export function sendBytes(port: number, bytes: string | Buffer): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let answer = '';
  const socket = connect(port, HOST, () => socket.write(bytes));
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.on('close', () => resolve(answer));
  return promise;
}
