/**
 * Requests sent as fast as they are answered: raw connections, in a process of its own, so that little of the machine goes to
 * asking.
 */
import { connect } from 'node:net';

/** How many at once, where and for how long. */
export type RawLoad = {
  readonly port: number;
  readonly connections: number;
  readonly forMs: number;
};
export type LoadReport = {
  readonly sent: number;
  readonly refused: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuS: number;
};

/**
 * Sends requests and prints a `LoadReport` as one line of JSON.
 *
 * @param request the next request, as it goes over the wire
 * @param expected status of a right answer
 */
export function sendRequests(
  { port, connections, forMs }: RawLoad,
  request: () => string,
  expected: number,
): void {
  const times: number[] = [];
  let [refused, open] = [0, connections];
  const begun = performance.now();

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
      if (!answer.startsWith(`HTTP/1.1 ${expected}`)) refused += 1;
      if (performance.now() - begun < forMs) send();
      else socket.destroy();
    });
    socket.on('close', () => {
      open -= 1;
      if (open === 0) report(times, refused, performance.now() - begun);
    });
  }
}

function report(times: number[], refused: number, elapsedMs: number): void {
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
