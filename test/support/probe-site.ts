/** A site with targets and points of measure that send to it. */
import { createToken } from '../../src/accounts/index.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { createVantage } from '../../src/probes/index.ts';
import { openData } from '../../src/web/open-data/routes.ts';
import { createApp } from '../../src/web/server.ts';
import { appOptions } from './http.ts';
import { addProbedTargets } from './probes.sql.ts';

export const AT = new Date('2026-01-15T12:00:00Z');

/** Opens a point of measure; its token. */
export async function openVantage(db: Database, slug: string): Promise<string> {
  await createVantage(db, { slug, name: `Point ${slug}`, author: 'Service' }, AT);
  const token = { scope: 'vantage', target: slug, label: slug, author: 'Service' } as const;
  return (await createToken(db, token, AT)).secret;
}

/** A site with three targets and the point of measure `lyon`. */
export async function probeSite(db: Database, clock?: Clock) {
  const targets = await addProbedTargets(db, [
    'https://a.example/',
    'https://b.example/',
    'https://c.example/',
  ]);
  const token = await openVantage(db, 'lyon');
  const options = appOptions(db, [openData]);
  const app = createApp({ ...options, ...(clock && { clock }) });
  const headersOf = (secret: string) => ({
    authorization: `Bearer ${secret}`,
    'content-type': 'application/json',
  });
  async function request(path: string, init: RequestInit = {}) {
    const answer = await app.request(`/api/v1/probes/${path}`, { headers: headersOf(token), ...init });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: JSON.parse(text) as Record<string, unknown>,
    };
  }
  const send = (batch: unknown, secret = token) =>
    request('samples', { method: 'POST', headers: headersOf(secret), body: JSON.stringify(batch) });
  return { app, targets, token, request, send, headersOf, logged: options.logged };
}

/** A sample as it is sent. */
export function sentSample(target: number, at: string, changes: Record<string, unknown> = {}) {
  const times = { name_ms: 1, connect_ms: 5, tls_ms: 12, first_byte_ms: 80, whole_ms: 90 };
  return { target, at, outcome: 'up', ...times, ...changes };
}

/** What is told beside a sample of the first target, as it is sent. */
export function sentDetail(at: string, changes: Record<string, unknown> = {}) {
  return {
    ...{ target: 1, at, url: 'https://a.example/x', status: 200, http_version: '2', bytes: 5_120 },
    ...{ redirects: [], address: '192.0.2.1', addresses: ['192.0.2.1'], retry_after_ms: null, error: null },
    certificate: {
      ...{ subject: 'a.example', issuer: 'CA', chain: ['a.example', 'CA'] },
      ...{ valid_from: '2026-01-01T00:00:00Z', valid_to: '2026-04-01T00:00:00Z' },
    },
    ...changes,
  };
}

export function sentBatch(samples: readonly unknown[], changes: Record<string, unknown> = {}) {
  return { started_at: '2026-01-15T11:00:00Z', clock_ahead_ms: 12, samples, details: [], ...changes };
}
