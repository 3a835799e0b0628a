/** A thousand sites in a process of their own, which answer in 30 ms with a page of 30 kB: run by probes.ts. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';

const [, , certificate = ''] = process.argv;
const pem = readFileSync(certificate);
const BODY = Buffer.from(
  `<!doctype html><title>Démarche</title>${'<p>une ligne de texte</p>'.repeat(1_200)}`,
);

const answer: RequestListener = (_, response) => {
  setTimeout(() => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(BODY);
  }, 30);
};

async function open(server: Server): Promise<number> {
  await once(server.listen(0, '::'), 'listening');
  return (server.address() as AddressInfo).port;
}

const overHttp2 = answer as unknown as (request: Http2ServerRequest, response: Http2ServerResponse) => void;
const ports = {
  plain: await open(createServer(answer)),
  tls: await open(createHttpsServer({ key: pem, cert: pem }, answer)),
  http2: await open(createSecureServer({ key: pem, cert: pem }, overHttp2)),
};
process.stdout.write(`${JSON.stringify(ports)}\n`);
