/** Budget: the phases of a probe are within 2 ms of curl's, on the same servers, asked in turn. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { systemClock } from '../src/core/clock.ts';
import { openProbeContext, type Phases, probeTarget, USUAL_DEMAND } from '../src/probes/index.ts';
import { median } from './median.ts';
import type { Figures } from './run.ts';
import { trusting } from './trusting.ts';

const WARMING = 50;
const ROUNDS = 31;
const ROOT = new URL('../test/fixtures/certificates/root.pem', import.meta.url);

type Ports = { readonly plain: number; readonly tls: number; readonly http2: number };

/** Sites that are at once, slow to begin, and slow to end. */
const SITES = (ports: Ports): Readonly<Record<string, string>> => ({
  http1: `http://127.0.0.1:${ports.plain}/`,
  http1LateStart: `http://127.0.0.1:${ports.plain}/?before=80`,
  http1LateEnd: `http://127.0.0.1:${ports.plain}/?within=80`,
  tls: `https://127.0.0.1:${ports.tls}/`,
  tlsLateStart: `https://127.0.0.1:${ports.tls}/?before=80`,
  http2: `https://127.0.0.1:${ports.http2}/`,
  http2LateEnd: `https://127.0.0.1:${ports.http2}/?within=80`,
});

/** What curl calls the same moments, in seconds. */
const CURL_NAMES = {
  connectMs: 'time_connect',
  tlsMs: 'time_appconnect',
  firstByteMs: 'time_starttransfer',
  wholeMs: 'time_total',
} as const;
type Phase = keyof typeof CURL_NAMES;
const PHASES = Object.keys(CURL_NAMES) as Phase[];

const run = promisify(execFile);

/** Medians of the differences to curl, by site and phase, in ms: positive where the probe counts more. */
export async function measurePhases(): Promise<Figures> {
  if (!(await hasCurl())) return { curl: 'not installed' };
  return trusting(ROOT, async () => {
    await using sites = new Worker(new URL('./probes-sites.ts', import.meta.url));
    const [ports] = (await once(sites, 'message')) as [Ports];
    const figures: Record<string, number> = {};
    for (const [name, url] of Object.entries(SITES(ports))) {
      for (const [phase, difference] of await compare(url))
        figures[`differenceMs.${name}.${phase}`] = difference;
    }
    const worst = Math.max(...Object.values(figures).map(Math.abs));
    return { phaseRounds: ROUNDS, worstDifferenceMs: worst, differenceBudgetMs: 2, ...figures };
  });
}

async function compare(url: string): Promise<(readonly [Phase, number])[]> {
  const differences = new Map<Phase, number[]>(PHASES.map((phase) => [phase, []]));
  const context = openProbeContext('Vigie (bench)', ['127.0.0.1'], systemClock);
  const ask = async (): Promise<Phases> => {
    const { outcome, ...probe } = await probeTarget({ ...USUAL_DEMAND, url }, context);
    if (outcome !== 'up') throw new Error(`${url} is ${outcome}`);
    return probe;
  };
  // What is compiled at first is not of the measure: a robot looks at a thousand sites a minute.
  for (let round = 0; round < WARMING; round += 1) await ask();
  for (let round = 0; round < ROUNDS; round += 1) {
    const probe = await ask();
    const curl = await askCurl(url);
    for (const phase of PHASES) {
      const ms = probe[phase];
      if (ms !== null) differences.get(phase)?.push(ms - Number(curl[CURL_NAMES[phase]]) * 1_000);
    }
  }
  return [...differences]
    .filter(([, values]) => values.length > 0)
    .map(([phase, values]) => [phase, median(values)]);
}

/**
 * The second of two requests of one curl, each on a connection of its own: the first pays for reading its certificates, some
 * 10 ms that it counts as TLS.
 */
async function askCurl(url: string): Promise<Record<string, unknown>> {
  const { port } = new URL(url);
  const { stdout } = await run('curl', [
    ...[
      '--silent',
      '--show-error',
      '--no-sessionid',
      '--write-out',
      '%{json}\\n',
      '--cacert',
      fileURLToPath(ROOT),
    ],
    ...['--header', 'Accept-Encoding: gzip, br', '--resolve', `localhost:${port}:127.0.0.1`],
    ...['--output', '/dev/null', url.replace('127.0.0.1', 'localhost'), '--output', '/dev/null', url],
  ]);
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return JSON.parse(last);
}

async function hasCurl(): Promise<boolean> {
  return run('curl', ['--version']).then(
    () => true,
    () => false,
  );
}
