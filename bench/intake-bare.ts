/**
 * Node's own server, which takes the requests of the intake, answers with the same headers and does nothing else: what no intake
 * on it can save. Prints its line as the server does.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SECURITY_HEADERS } from '../src/core/http/security-headers.ts';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    response.writeHead(303, {
      ...SECURITY_HEADERS,
      'x-request-id': randomUUID(),
      'cache-control': 'no-store',
      location: `/avis/merci?${body}`,
      'content-length': 0,
    });
    response.end();
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`vigie: listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
