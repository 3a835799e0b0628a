/**
 * The one way out of the browser that checks pages. A page may name any address, and so may what it loads: each is resolved
 * here, and what is connected to is an address that was judged. The rest gets 403, and never a connection.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, type LookupFunction, type Socket } from 'node:net';
import type { Duplex, Readable } from 'node:stream';
import { literalAddresses } from './address-guard.ts';
import type { ProbeContext } from './probe-context.ts';

export type CheckProxy = {
  /** For `--proxy-server`. */
  readonly url: string;
  /** True once something was refused to connect to a host, as `URL.hostname` gives it. */
  hasRefused(hostname: string): boolean;
  close(): Promise<void>;
};

/** Bytes that one connection may bring: a page of a procedure weighs some megabytes. */
const LIMIT_BYTES = 64 * 1024 * 1024;
const CONNECT_LIMIT_MS = 20_000;
/** Silence of a connection: who checks has given up long before. */
const IDLE_LIMIT_MS = 120_000;

/** It is the proxy that answers, and no site (RFC 9209). */
const OWN = { 'proxy-status': 'vigie' };

/** Whether an answer of http:// is that of the proxy: nothing came of the site. */
export function isOfProxy(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  return headers['proxy-status'] === OWN['proxy-status'];
}

/** Headers that are between a client and its proxy (RFC 9110 §7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'proxy-connection', 'keep-alive', 'te', 'trailer', 'upgrade']);

/** Opens it on a port of the loopback. */
export async function openCheckProxy({
  resolve,
  isAllowed,
}: Pick<ProbeContext, 'resolve' | 'isAllowed'>): Promise<CheckProxy> {
  const refused = new Set<string>();
  const sockets = new Set<Duplex>();

  /** A lookup that knows the judged addresses of a host and no others; null where there are none. */
  async function judge(hostname: string): Promise<LookupFunction | null> {
    const literal = literalAddresses(hostname);
    const signal = AbortSignal.timeout(CONNECT_LIMIT_MS);
    const addresses = literal ?? (await resolve(hostname, signal).catch(() => []));
    const allowed = addresses.filter(isAllowed);
    if (addresses.length > 0 && allowed.length === 0) refused.add(hostname);
    if (allowed.length === 0) return null;
    const all = allowed.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return (_name, { all: wantsAll }, callback) => {
      if (wantsAll === true) callback(null, all);
      else callback(null, all[0]?.address ?? '', all[0]?.family);
    };
  }

  function bound(socket: Socket): Socket {
    sockets.add(socket);
    socket.setTimeout(IDLE_LIMIT_MS, () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    return socket;
  }

  /** Where a client goes, over a connection of its own. */
  function connectTo(hostname: string, port: number, lookup: LookupFunction): Socket {
    return bound(connect({ host: bare(hostname), port, lookup, autoSelectFamily: true }));
  }

  async function forward(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = URL.canParse(asked.url ?? '') ? new URL(asked.url ?? '') : null;
    const lookup = url?.protocol === 'http:' ? await judge(url.hostname) : null;
    if (url === null || lookup === null) return void answer.writeHead(403, OWN).end();
    const headers = Object.entries(asked.headers).filter(([name]) => !HOP_BY_HOP.has(name));
    const onward = request({
      host: bare(url.hostname),
      path: `${url.pathname}${url.search}`,
      method: asked.method,
      headers: { ...Object.fromEntries(headers), connection: 'close' },
      createConnection: () => connectTo(url.hostname, Number(url.port || 80), lookup),
    });
    onward.once('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502, OWN).end()));
    onward.once('response', (given) => {
      const { statusCode: status = 0, headers: all } = given;
      // Node reads a status that it does not write.
      if (status < 200 || status > 999) return void answer.writeHead(502, OWN).end();
      const kept = Object.entries(all).filter(([name]) => !HOP_BY_HOP.has(name));
      answer.writeHead(status, Object.fromEntries(kept));
      given.once('error', () => answer.destroy());
      within(LIMIT_BYTES, given).pipe(answer);
    });
    answer.once('close', () => onward.destroy());
    asked.pipe(onward);
  }

  async function tunnel(asked: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    sockets.add(client);
    client.once('close', () => sockets.delete(client));
    client.on('error', () => client.destroy());
    const authority = `https://${asked.url}`;
    const url = URL.canParse(authority) ? new URL(authority) : null;
    const lookup = url === null ? null : await judge(url.hostname);
    if (url === null || lookup === null || client.destroyed) {
      client.end('HTTP/1.1 403 Forbidden\r\nproxy-status: vigie\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const server = connectTo(url.hostname, Number(url.port || 443), lookup);
    const tooLong = setTimeout(() => server.destroy(), CONNECT_LIMIT_MS);
    server.once('connect', () => {
      clearTimeout(tooLong);
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      server.write(head);
      client.pipe(server);
      within(LIMIT_BYTES, server).pipe(client);
    });
    server.on('error', () => client.destroy());
    server.once('close', () => {
      clearTimeout(tooLong);
      client.destroy();
    });
    client.once('close', () => server.destroy());
  }

  const server = createServer((asked, answer) => {
    forward(asked, answer).catch(() => answer.destroy());
  });
  server.on('connect', (asked: IncomingMessage, client: Duplex, head: Buffer) => {
    tunnel(asked, client, head).catch(() => client.destroy());
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    hasRefused: (hostname) => refused.has(hostname),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The same stream, which ends abruptly beyond a number of bytes. */
function within<Stream extends Readable>(limitBytes: number, stream: Stream): Stream {
  let bytes = 0;
  return stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limitBytes) stream.destroy(new Error(`more than ${limitBytes} bytes came`));
  });
}

/** An IPv6 address without its brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
