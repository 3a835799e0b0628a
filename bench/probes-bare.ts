/**
 * What a probe costs beside what Node's own clients cost for the same request, on the same sites, asked in turn: most of a
 * probe is the TLS of Node, whose price depends on the machine.
 */
import { get, type IncomingMessage } from 'node:http';
import { connect as openSession } from 'node:http2';
import { get as getSecurely } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { createSecureContext, connect as encrypt } from 'node:tls';
import { systemClock } from '../src/core/clock.ts';
import { openProbeContext, probeTarget, USUAL_DEMAND } from '../src/probes/index.ts';
import { median } from './median.ts';
import type { Ports } from './probes.ts';
import type { Figures } from './run.ts';

const ROUNDS = 60;
const WARMING = 10;
/** As in life, others have the processor between two: what a request needs has left its caches. */
const PAUSE_MS = 15;

type Site = { readonly url: string; bare(): Promise<void> };

/** Medians of the processor's time of a request, in ms, over HTTP, HTTPS and HTTP/2: of Node's clients and of probes. */
export async function measureBare(ports: Ports): Promise<Figures> {
  const context = openProbeContext('Vigie (bench)', ['127.0.0.0/8', '::1'], systemClock);
  const figures: Figures = {};
  for (const [name, { url, bare }] of Object.entries(sitesOf(ports))) {
    const probe = async () => {
      const { outcome } = await probeTarget({ ...USUAL_DEMAND, url }, context);
      // The first may be late: it reads the lists of addresses.
      if (outcome !== 'up' && outcome !== 'slow') throw new Error(`${url} is ${outcome}`);
    };
    for (let round = 0; round < WARMING; round += 1) await bare().then(probe);
    const [ofNode, ofProbes]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ofNode.push(await cpuMs(bare));
      ofProbes.push(await cpuMs(probe));
    }
    figures[`cpuMs.${name}.ofNode`] = Number(median(ofNode).toFixed(2));
    figures[`cpuMs.${name}.ofProbe`] = Number(median(ofProbes).toFixed(2));
    figures[`cpuMs.${name}.ratio`] = Number((median(ofProbes) / median(ofNode)).toFixed(2));
  }
  return figures;
}

async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  // What is closed after the end is of it.
  await pause(PAUSE_MS / 3);
  const { user, system } = process.cpuUsage(before);
  await pause(PAUSE_MS);
  return (user + system) / 1_000;
}

function sitesOf({ plain, tls, http2 }: Ports): Readonly<Record<string, Site>> {
  const secureContext = createSecureContext();
  const [host, servername] = ['::1', 'site-1.vigie.localhost'];
  const trusting = { host, servername, secureContext, rejectUnauthorized: false };
  return {
    http: {
      url: `http://${servername}:${plain}/`,
      bare: () => read((done) => get({ host, port: plain, agent: false }, done)),
    },
    https: {
      url: `https://${servername}:${tls}/`,
      bare: () => read((done) => getSecurely({ ...trusting, port: tls, agent: false }, done)),
    },
    http2: {
      url: `https://${servername}:${http2}/`,
      bare: () => readOverHttp2({ ...trusting, port: http2 }),
    },
  };
}

function read(
  ask: (done: (answer: IncomingMessage) => void) => {
    on(event: 'error', fail: (error: Error) => void): void;
  },
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  ask((answer) => answer.resume().on('end', resolve).on('error', reject)).on('error', reject);
  return promise;
}

function readOverHttp2(options: { readonly port: number } & object): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const createConnection = () => encrypt({ ...options, ALPNProtocols: ['h2'] });
  const session = openSession(`https://localhost:${options.port}`, { createConnection });
  session.on('error', reject);
  const stream = session.request({ ':path': '/' }).resume().on('error', reject).on('end', resolve);
  stream.end();
  return promise.finally(() => session.destroy());
}
