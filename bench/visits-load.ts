/** Pages that are shown. Prints one line of JSON (`LoadReport`). */
import { type RawLoad, sendRequests } from './raw-load.ts';

/** What it is told, on its command line. */
export type VisitLoadOrder = RawLoad & {
  readonly counters: readonly string[];
  readonly origin: string;
  readonly how: 'script' | 'image';
};

const STEPS = ['view', 'view', 'start', 'submitted'];
const VERSIONS = 500;
/** A visitor shows so many pages before the next one comes. */
const PAGES_EACH = 4;

function load({ counters, origin, how, ...order }: VisitLoadOrder): void {
  let next = 0;

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
  sendRequests(order, request, how === 'script' ? 204 : 200);
}

if (import.meta.main) load(JSON.parse(process.argv[2] ?? '') as VisitLoadOrder);
