/** Probes of the servers of the tests, by names that only the tests know. */
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { TestContext } from 'node:test';
import { fixedClock } from '../../src/core/clock.ts';
import { guardAddresses } from '../../src/probes/address-guard.ts';
import {
  type Demand,
  type ProbeContext,
  probeTarget,
  robotName,
  USUAL_DEMAND,
} from '../../src/probes/index.ts';
import { listen } from './hostile-servers.ts';
import { HOST } from './http.ts';

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'site.test': ['127.0.0.1'],
  'private.test': ['10.0.0.1', 'fd00::1'],
  'mixed.test': ['10.0.0.1', '127.0.0.1'],
  'empty.test': [],
};

export const CONTEXT: ProbeContext = {
  userAgent: robotName('0', 'http://localhost/sonde'),
  clock: fixedClock('2026-03-10T10:00:00Z'),
  isAllowed: guardAddresses(['127.0.0.1', '::1']),
  async resolve(name) {
    const found = NAMES[name];
    if (found === undefined) throw failure('ENOTFOUND');
    return found;
  },
};

export const failure = (code: string) => Object.assign(new Error(code), { code });

/** Verdicts do not depend on the pace of the machine, but where they are about it. */
export const PATIENT = { timeoutMs: 30_000, slowMs: 30_000 };

export function ask(url: string, demand: Partial<Demand> = {}, context: Partial<ProbeContext> = {}) {
  return probeTarget({ ...USUAL_DEMAND, ...PATIENT, url, ...demand }, { ...CONTEXT, ...context });
}

/** A server that says what it was asked. */
export async function openEcho(t: TestContext, host?: string) {
  const requests: { url: string; headers: Record<string, unknown> }[] = [];
  const server = createHttpServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    response.end('<title>Ma démarche</title>');
  });
  const { port } = await listen(t, server, host);
  return { port, requests };
}

/** A port on which nobody listens. */
export async function openClosedPort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, HOST), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
