/** A load of requests on kept connections, from this process beside the server. */
import { Agent, request } from 'node:http';

/**
 * Answers a second to requests for one address.
 *
 * @param expected the status that every answer must have
 * @throws Error on the first answer that has another
 */
export async function requestsPerSecond(
  address: string,
  {
    headers,
    expected,
    connections,
    forMs,
  }: { headers: Record<string, string>; expected: number; connections: number; forMs: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      request(address, { agent, headers }, (response) => {
        if (response.statusCode !== expected) reject(new Error(`answered ${response.statusCode}`));
        response.resume().on('end', resolve).on('error', reject);
      })
        .on('error', reject)
        .end();
    });
  await ask();
  const begun = performance.now();
  let answered = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - begun < forMs) {
        await ask();
        answered += 1;
      }
    }),
  );
  agent.destroy();
  return Math.round(answered / ((performance.now() - begun) / 1_000));
}
