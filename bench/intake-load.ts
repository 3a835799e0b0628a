/**
 * Citizens who tap a face, as fast as they are answered: raw connections in a process of its own, so that little of the
 * machine goes to asking. Reads what to send from the file named first; prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/** What it is told, on its command line. */
export type LoadOrder = {
  readonly port: number;
  readonly connections: number;
  readonly forMs: number;
  /** File of requests: a button and a token a line. */
  readonly tokens: string;
  /** First line to send; each is sent once. */
  readonly from: number;
};
export type LoadReport = {
  readonly sent: number;
  readonly refused: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuS: number;
};

const FACES = ['bad', 'medium', 'good'];

function load({ port, connections, forMs, tokens, from }: LoadOrder): void {
  const lines = readFileSync(tokens, 'utf8').trimEnd().split('\n');
  const times: number[] = [];
  let [next, refused, open] = [from, 0, connections];
  const begun = performance.now();

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
      if (!answer.startsWith('HTTP/1.1 303')) refused += 1;
      if (performance.now() - begun < forMs) send();
      else socket.destroy();
    });
    socket.on('close', () => {
      open -= 1;
      if (open === 0) report();
    });
  }
}

if (import.meta.main) load(JSON.parse(process.argv[2] ?? '') as LoadOrder);
