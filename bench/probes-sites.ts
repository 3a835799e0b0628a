/** Sites of known pace, in a thread of their own so that they do not slow those who ask: run as a worker by probes-curl.ts. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { parentPort } from 'node:worker_threads';

const BODY = Buffer.alloc(100_000, 'x');

const pem = readFileSync(new URL('../test/fixtures/certificates/good.pem', import.meta.url));

/** `/?before=MS&within=MS`: waits before the headers, and in the middle of the body. */
const answer: RequestListener = (request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const wait = (name: string, then: () => void) => setTimeout(then, Number(searchParams.get(name) ?? 0));
  wait('before', () => {
    response.setHeader('content-length', BODY.length);
    response.write(BODY.subarray(0, BODY.length / 2));
    wait('within', () => response.end(BODY.subarray(BODY.length / 2)));
  });
};

async function open(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

const overHttp2 = answer as unknown as (request: Http2ServerRequest, response: Http2ServerResponse) => void;
parentPort?.postMessage({
  plain: await open(createServer(answer)),
  tls: await open(createHttpsServer({ key: pem, cert: pem }, answer)),
  http2: await open(createSecureServer({ key: pem, cert: pem }, overHttp2)),
});
