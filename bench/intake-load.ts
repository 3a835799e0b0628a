/** Citizens who tap a face. Reads what to send from the file named first; prints one line of JSON (`LoadReport`). */
import { readFileSync } from 'node:fs';
import { type RawLoad, sendRequests } from './raw-load.ts';

/** What it is told, on its command line. */
export type LoadOrder = RawLoad & {
  /** File of requests: a button and a token a line. */
  readonly tokens: string;
  /** First line to send; each is sent once. */
  readonly from: number;
};

const FACES = ['bad', 'medium', 'good'];

function load({ tokens, from, ...order }: LoadOrder): void {
  const lines = readFileSync(tokens, 'utf8').trimEnd().split('\n');
  let next = from;

  /** The next request; each comes from a network of its own, as the answers of a country do. */
  function request(): string {
    const [button = '', token = ''] = (lines[next % lines.length] ?? '').split(' ');
    next += 1;
    const body = `f=${encodeURIComponent(token)}&ne_pas_remplir=&satisfaction=${FACES[next % 3]}`;
    const network = `10.${(next >> 8) % 256}.${next % 256}.1`;
    return (
      `POST /avis/${button}/satisfaction HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${network}\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    );
  }
  sendRequests(order, request, 303);
}

if (import.meta.main) load(JSON.parse(process.argv[2] ?? '') as LoadOrder);
