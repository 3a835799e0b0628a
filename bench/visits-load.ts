/**
 * Pages that are shown, as fast as they are counted: raw connections in a process of its own, so that little of the machine goes
 * to asking. Prints one line of JSON.
 */
import { connect } from 'node:net';
import type { LoadReport } from './intake-load.ts';

/** What it is told, on its command line. */
export type VisitLoadOrder = {
  readonly port: number;
  readonly connections: number;
  readonly forMs: number;
  readonly counters: readonly string[];
  readonly origin: string;
  readonly how: 'script' | 'image';
};

const STEPS = ['view', 'view', 'start', 'submitted'];
const VERSIONS = 500;
/** A visitor shows so many pages before the next one comes. */
const PAGES_EACH = 4;

function load({ port, connections, forMs, counters, origin, how }: VisitLoadOrder): void {
  const times: number[] = [];
  let [next, refused, open] = [0, 0, connections];
  const expected = how === 'script' ? 'HTTP/1.1 204' : 'HTTP/1.1 200';
  const begun = performance.now();

  function request(): string {
    const visitor = Math.floor(next / PAGES_EACH);
    const step = STEPS[next % STEPS.length] ?? 'view';
    next += 1;
    const counter = counters[visitor % counters.length] ?? '';
    const shared =
      `Host: localhost\r\nOrigin: ${origin}\r\nX-Forwarded-For: 81.${(visitor >> 8) % 256}.${visitor % 256}.1\r\n` +
      'User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
      `Chrome/${100 + (visitor % VERSIONS)}.0 Safari/537.36\r\n`;
    if (how === 'image') return `GET /mesure/${counter}/${step}.gif HTTP/1.1\r\n${shared}\r\n`;
    const body = `${step}\n/depot\nsearch`;
    return `POST /mesure/${counter} HTTP/1.1\r\n${shared}Content-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  }

  function report(): void {
    const elapsedMs = performance.now() - begun;
    times.sort((one, other) => one - other);
    const { user, system } = process.cpuUsage();
    const told: LoadReport = {
      sent: times.length,
      refused,
      perSecond: Math.round(times.length / (elapsedMs / 1_000)),
      p50Ms: times[times.length >> 1] ?? 0,
      p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
      cpuS: (user + system) / 1e6,
    };
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }

  for (let at = 0; at < connections; at += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true).setEncoding('latin1');
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      socket.write(request());
    };
    socket.on('connect', send);
    socket.on('data', (answer: string) => {
      times.push(performance.now() - sentAt);
      if (!answer.startsWith(expected)) refused += 1;
      if (performance.now() - begun < forMs) send();
      else socket.destroy();
    });
    socket.on('close', () => {
      open -= 1;
      if (open === 0) report();
    });
  }
}

if (import.meta.main) load(JSON.parse(process.argv[2] ?? '') as VisitLoadOrder);
