/** The neighbours that speak over TLS and HTTP/2, beside those of hostile-servers.ts. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureServer, type ServerHttp2Stream } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import type { TestContext } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Demand, Outcome } from '../../src/probes/index.ts';
import { listen, type Neighbour, type Servers, SHORT } from './hostile-servers.ts';
import { HOST } from './http.ts';

/** Certificates and keys in one file each: see make.sh beside them. */
const read = (name: string) => readFileSync(new URL(`../fixtures/certificates/${name}.pem`, import.meta.url));

/** What a server does with a certificate, its client being a probe that trusts the root of the tests. */
const CERTIFICATES: Readonly<Record<string, Outcome>> = {
  good: 'up',
  expired: 'certificate_expired',
  early: 'certificate_expired',
  own: 'certificate_not_trusted',
  other: 'certificate_wrong_name',
  incomplete: 'certificate_not_trusted',
  forgetful: 'chain_incomplete',
};

/** The certificate that a site signed itself, but that it ends on a day which is none. */
function undated(): string {
  const der = new X509Certificate(read('own')).raw;
  der.write('2120zebra00000Z', der.indexOf('21200101000000Z'), 'latin1');
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

type Http2Behaviour = readonly [(stream: ServerHttp2Stream) => void, Outcome, Partial<Demand>?];

const HTTP2: Readonly<Record<string, Http2Behaviour>> = {
  fine: [(stream) => answer(stream, '<title>Ma démarche</title>'), 'up', { mustContain: 'Ma démarche' }],
  HEAD: [(stream) => stream.respond({ ':status': 200 }, { endStream: true }), 'up', { method: 'HEAD' }],
  silence: [() => {}, 'timed_out', SHORT],
  'body that stops': [(stream) => answer(stream, 'start', false), 'body_timed_out', SHORT],
  'stream refused': [(stream) => stream.close(7), 'reset'],
  'stream cancelled': [(stream) => stream.close(8), 'reset'],
  'body that breaks off': [
    (stream) => {
      answer(stream, 'start', false);
      setImmediate(() => stream.destroy(new Error('broken')));
    },
    'body_cut',
  ],
  'connection that breaks off': [(stream) => stream.session?.destroy(), 'reset'],
  'connection that breaks off within the body': [
    (stream) => {
      answer(stream, 'start', false);
      setImmediate(() => stream.session?.destroy());
    },
    'body_cut',
  ],
  'body shorter than said': [
    (stream) => {
      stream.respond({ ':status': 200, 'content-length': 500 });
      stream.end('start');
    },
    'body_cut',
  ],
  'body without end': [
    (stream) => {
      stream.respond({ ':status': 200 });
      const piece = Buffer.alloc(16_384, 'x');
      const more = (): boolean => !stream.destroyed && stream.write(piece) && more();
      stream.on('drain', more);
      more();
    },
    'up',
  ],
  'endless redirect': [
    (stream) => stream.respond({ ':status': 302, location: '/endless%20redirect' }, { endStream: true }),
    'too_many_redirects',
  ],
  refusal: [(stream) => stream.respond({ ':status': 403 }, { endStream: true }), 'blocked_status'],
};

function answer(stream: ServerHttp2Stream, text: string, isEnded = true): void {
  stream.respond({ ':status': 200, 'content-type': 'text/html; charset=utf-8' });
  if (isEnded) stream.end(text);
  else stream.write(text);
}

/** Trusts the root of the tests, in this process, until the end of the test. */
export function trustTestRoot(t: Pick<TestContext, 'after'>): void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, read('root').toString()]);
  t.after(() => setDefaultCACertificates(before));
}

/** The neighbours that speak over TLS. */
export async function openHostileTls(t: Pick<TestContext, 'after'>): Promise<Servers> {
  const neighbours: Record<string, Neighbour> = {};
  const all: { emptied(): Promise<void> }[] = [];

  for (const [name, outcome] of Object.entries(CERTIFICATES)) {
    const server = createHttpsServer({ key: read(name), cert: read(name) }, (_request, response) =>
      response.end('ok'),
    );
    const { port, emptied } = await listen(t, server);
    all.push({ emptied });
    neighbours[`certificate ${name}`] = { url: `https://${HOST}:${port}/`, outcome };
  }

  const http2 = createSecureServer({ key: read('good'), cert: read('good') });
  http2.on('session', (session) => session.on('error', () => {}));
  http2.on('stream', (stream: ServerHttp2Stream, headers) => {
    stream.on('error', () => {});
    HTTP2[decodeURIComponent(String(headers[':path']).slice(1))]?.[0](stream);
  });
  const overHttp2 = await listen(t, http2);
  all.push(overHttp2);
  for (const [name, [, outcome, demand = {}]] of Object.entries(HTTP2)) {
    const url = `https://${HOST}:${overHttp2.port}/${encodeURIComponent(name)}`;
    neighbours[`HTTP/2: ${name}`] = { url, outcome, demand };
  }

  const endless = createHttpsServer({ key: read('own'), cert: undated() });
  const guarded = createHttpsServer({
    key: read('good'),
    cert: read('good'),
    requestCert: true,
    ca: read('root'),
  });
  const silent = createServer(() => {});
  const closing = createServer((socket) => socket.once('data', () => socket.end()));
  const plain = createServer((socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  const others = [
    ['certificate that ends on no day', endless, 'certificate_not_trusted', {}],
    ['certificate asked of us', guarded, 'tls_failed', {}],
    ['TLS that never begins', silent, 'timed_out', SHORT],
    ['TLS that is closed', closing, 'tls_failed', {}],
    ['no TLS', plain, 'tls_failed', {}],
  ] as const;
  for (const [name, server, outcome, demand] of others) {
    const { port, emptied } = await listen(t, server);
    all.push({ emptied });
    neighbours[name] = { url: `https://${HOST}:${port}/`, outcome, demand };
  }

  return {
    neighbours,
    async emptied() {
      for (const { emptied } of all) await emptied();
    },
  };
}
