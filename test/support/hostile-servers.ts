/**
 * A hostile neighbourhood: servers that misbehave in every way that a probe may meet, each with the verdict that is right.
 * What they say over plain connections is here; over TLS and HTTP/2 it is in hostile-tls.ts.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { TestContext } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Demand, Outcome } from '../../src/probes/index.ts';
import { HOST } from './http.ts';

/** A server, what is asked of it, and what it must come to. */
export type Neighbour = {
  readonly url: string;
  readonly outcome: Outcome;
  readonly demand?: Partial<Demand>;
};

/** What a server does with a request: its first line, and the cookie that came with it. */
type Behaviour = (socket: Socket, request: { readonly line: string; readonly cookie: string }) => void;

/** What waits until the time is over waits for so long: enough to come so far on a busy machine. */
export const SHORT: Partial<Demand> = { timeoutMs: 2_000 };

const ZEROS = Buffer.alloc(50_000_000);
const GZIPPED = gzipSync(ZEROS, { level: 1 });
const FAST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

function answer(status: string, headers: readonly string[], body: string | Buffer = ''): Behaviour {
  return (socket) => {
    const length = `content-length: ${Buffer.byteLength(body)}`;
    socket.write(`${[`HTTP/1.1 ${status}`, length, ...headers].join('\r\n')}\r\n\r\n`);
    socket.end(body);
  };
}

const say =
  (...texts: string[]): Behaviour =>
  (socket) => {
    for (const text of texts) socket.write(text);
  };

const sayThen =
  (text: string, then: (socket: Socket) => void): Behaviour =>
  (socket) => {
    socket.write(text, () => then(socket));
  };

/** Says the same again and again, one piece every 20 ms, until the other side has enough. */
const trickle =
  (start: string, piece: string): Behaviour =>
  (socket) => {
    socket.write(start);
    const timer = setInterval(() => socket.write(piece), 20);
    socket.once('close', () => clearInterval(timer));
  };

/** Says the same for ever, as fast as it is taken. */
const flood =
  (start: string, piece: string): Behaviour =>
  (socket) => {
    socket.write(start);
    const endless = Readable.from(
      (function* () {
        for (;;) yield piece;
      })(),
    );
    socket.once('close', () => endless.destroy());
    endless.pipe(socket);
  };

const page = (title: string, body = '') => `<!doctype html><title>${title}</title>${body}`;
const html = (text: string | Buffer, status = '200 OK', ...headers: string[]) =>
  answer(status, ['content-type: text/html; charset=utf-8', ...headers], text);
const redirect = (location: string) => answer('302 Found', [`location: ${location}`]);

const START = 'HTTP/1.1 200 OK\r\n';
const SIZED = `${START}content-length: 1000000\r\n\r\n`;
const CHUNKED = `${START}transfer-encoding: chunked\r\n\r\n`;

/** By path: what is done, what it comes to, and what is asked when it is not the usual. */
const BEHAVIOURS: Readonly<Record<string, readonly [Behaviour, Outcome, Partial<Demand>?]>> = {
  fine: [html(page('Ma démarche')), 'up'],
  'late start': [
    (socket) => setTimeout(() => html(page('Enfin'))(socket, { line: '', cookie: '' }), 60),
    'slow',
    { slowMs: 20 },
  ],
  silence: [() => {}, 'timed_out', SHORT],
  'trickle of a body': [trickle(SIZED, '.'), 'body_timed_out', SHORT],
  'trickle of headers': [trickle(START, 'x-y: z\r\n'), 'timed_out', SHORT],
  'reset at once': [(socket) => socket.resetAndDestroy(), 'reset'],
  'reset within headers': [sayThen(`${START}x-y`, (socket) => socket.resetAndDestroy()), 'reset'],
  'end without answer': [(socket) => socket.end(), 'reset'],
  'end within headers': [(socket) => socket.end(`${START}x-y: z`), 'reset'],
  'body that breaks off': [(socket) => socket.end(`${SIZED}start`), 'body_cut'],
  'reset within the body': [sayThen(`${SIZED}start`, (socket) => socket.resetAndDestroy()), 'body_cut'],
  'body longer than said': [
    (socket) => socket.end(`${START}content-length: 5\r\n\r\n${'x'.repeat(500)}`),
    'up',
  ],
  'chunks that break off': [(socket) => socket.end(`${CHUNKED}5\r\nstart\r\n`), 'body_cut'],
  'chunks of garbage': [(socket) => socket.end(`${CHUNKED}5\r\nstart\r\nzebra\r\n`), 'malformed'],
  'body without length': [(socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${page('Ancien')}`), 'up'],
  'HTTP/0.9': [(socket) => socket.end(page('Très ancien')), 'malformed'],
  'another protocol': [say('SSH-2.0-OpenSSH_9.2p1\r\n'), 'malformed'],
  'flood of headers': [flood(START, `x-flood: ${'x'.repeat(1_000)}\r\n`), 'malformed'],
  'headers that are many': [(socket) => socket.end(`${START}${'a: b\r\n'.repeat(5_000)}\r\n`), 'up'],
  'headers that the standard forbids': [
    (socket) => socket.end(`${START} folded: x\r\nX-Z: \u0001\r\ncontent-length: 2\r\n\r\nok`),
    'up',
  ],
  'line ends of Unix': [(socket) => socket.end('HTTP/1.1 200 OK\ncontent-length: 2\n\nok'), 'up'],
  'header that nobody reads': [(socket) => socket.end(`${START}Bad Header: z\r\n\r\n`), 'malformed'],
  'information, then silence': [
    say('HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n'),
    'timed_out',
    SHORT,
  ],
  'information, then the answer': [
    (socket) => socket.end(`HTTP/1.1 100 Continue\r\n\r\n${START}content-length: 2\r\n\r\nok`),
    'up',
  ],
  'another protocol, agreed': [
    say('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n'),
    'unexpected_status',
  ],
  'body after HEAD': [html(page('Corps')), 'up', { method: 'HEAD', mustContain: 'never looked for' }],
  'body without end': [flood(CHUNKED, `400\r\n${'x'.repeat(1_024)}\r\n`), 'up'],
  'type of spaces': [answer('200 OK', [`content-type: charset=${' '.repeat(60_000)}!`]), 'up'],
  'bomb of gzip': [html(GZIPPED, '200 OK', 'content-encoding: gzip'), 'up'],
  'bomb of brotli': [html(brotliCompressSync(ZEROS, FAST_BROTLI), '200 OK', 'content-encoding: br'), 'up'],
  'bomb in a bomb': [html(gzipSync(GZIPPED), '200 OK', 'content-encoding: gzip, gzip'), 'up'],
  'broken gzip': [html(Buffer.from('\x1f\x8b\x08rubbish'), '200 OK', 'content-encoding: gzip'), 'malformed'],
  'gzip that is none': [html(page('Nu'), '200 OK', 'content-encoding: gzip'), 'malformed'],
  'gzip that is cut': [
    html(gzipSync(page('Coupé')).subarray(0, -4), '200 OK', 'content-encoding: gzip'),
    'up',
    { mustContain: 'Coupé' },
  ],
  'endless redirect': [redirect('/endless%20redirect'), 'too_many_redirects'],
  'redirect without a place': [answer('302 Found', []), 'unexpected_status'],
  'redirect that is expected': [redirect('/fine'), 'up', { expectedStatus: '302' }],
  'redirect to a folder': [redirect('fine'), 'up'],
  'redirect without an end': [redirect(`/fine#${'x'.repeat(50_000)}`), 'up'],
  'redirect to what nobody can write': [redirect('ftp://x/\0\u001b[2J'), 'redirect_to_nowhere'],
  'redirect to ourselves': [redirect('http://127.0.0.2/'), 'redirect_to_private'],
  'redirect to ourselves, in another spelling': [redirect('http://0x7f.2:80/'), 'redirect_to_private'],
  'redirect to ourselves, mapped': [redirect('http://[::ffff:127.0.0.2]/'), 'redirect_to_private'],
  'redirect to the cloud': [redirect('http://169.254.169.254/latest/meta-data/'), 'redirect_to_private'],
  'redirect to a neighbour': [redirect('//10.0.0.1/'), 'redirect_to_private'],
  'redirect to a file': [redirect('file:///etc/passwd'), 'redirect_to_nowhere'],
  'redirect to gopher': [redirect('gopher://127.0.0.1:70/x'), 'redirect_to_nowhere'],
  'redirect to a script': [redirect('javascript:alert(1)'), 'redirect_to_nowhere'],
  'redirect with a password': [redirect('http://name:secret@127.0.0.1/'), 'redirect_to_nowhere'],
  'redirect to no address': [redirect('http://[zebra'), 'redirect_to_nowhere'],
  'redirect to a private name': [redirect('http://private.test/'), 'address_refused'],
  'refusal of robots': [answer('403 Forbidden', []), 'blocked_status'],
  'refusal of our pace': [answer('429 Too Many Requests', ['retry-after: 120']), 'blocked_status'],
  'refusal by law': [answer('451 Unavailable For Legal Reasons', []), 'blocked_status'],
  'challenge with 503': [
    html(page('Just a moment...'), '503 Service Unavailable', 'cf-mitigated: challenge'),
    'challenge',
  ],
  'challenge with 200': [
    html(page('Request Rejected', 'The requested URL was rejected. Please consult with your administrator.')),
    'challenge',
  ],
  'challenge that breaks off': [
    (socket) => socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 500\r\n\r\nno'),
    'blocked_status',
  ],
  'error of the server': [answer('500 Internal Server Error', []), 'server_error'],
  'service that is off': [answer('503 Service Unavailable', ['retry-after: 60']), 'server_error'],
  'page that is gone': [answer('404 Not Found', []), 'unexpected_status'],
  'technical error with 200': [html(page('Erreur technique')), 'text_forbidden'],
  'technical error with 200, as the target says': [
    html(page('Ma démarche', 'Une erreur&nbsp;technique est survenue')),
    'text_forbidden',
    { mustNotContain: 'erreur technique' },
  ],
  'page without the form': [html(page('Ma démarche')), 'text_missing', { mustContain: '<form' }],
  'flood of cookies': [
    (socket, { cookie }) => {
      const cookies = Array.from({ length: 500 }, (_, i) => `set-cookie: c${i}=${'v'.repeat(50)}`);
      answer(cookie === '' ? '302 Found' : '200 OK', [...cookies, 'location: /flood%20of%20cookies'])(
        socket,
        {
          line: '',
          cookie,
        },
      );
    },
    'up',
  ],
  'loop without a cookie': [
    (socket, { cookie }) => {
      const again = answer('302 Found', [
        'set-cookie: seen=yes; Path=/; HttpOnly',
        'location: /loop%20without%20a%20cookie',
      ]);
      (cookie === 'seen=yes' ? html(page('Entrez')) : again)(socket, { line: '', cookie });
    },
    'up',
  ],
};

/** Servers that are open until the end of a test, and whether someone is still connected to them. */
export type Servers = {
  readonly neighbours: Readonly<Record<string, Neighbour>>;
  /** Ends when the last connection is closed. */
  emptied(): Promise<void>;
};

/** The neighbours that speak over plain connections. */
export async function openHostileServers(t: Pick<TestContext, 'after'>): Promise<Servers> {
  const server = createServer((socket) => {
    let head = '';
    socket.on('data', (chunk) => {
      const isRead = head.endsWith('\r\n\r\n');
      head += chunk.toString('latin1');
      if (isRead || !head.endsWith('\r\n\r\n')) return;
      const [line = ''] = head.split('\r\n');
      const [, cookie = ''] = /^cookie: (.*)$/im.exec(head) ?? [];
      const name = decodeURIComponent(line.split(' ')[1]?.slice(1) ?? '');
      BEHAVIOURS[name]?.[0](socket, { line, cookie: cookie.trim() });
    });
  });
  const { port, emptied } = await listen(t, server);
  const neighbours = Object.entries(BEHAVIOURS).map(([name, [, outcome, demand = {}]]) => {
    const url = `http://${HOST}:${port}/${encodeURIComponent(name)}`;
    return [name, { url, outcome, demand }] as const;
  });
  return { neighbours: Object.fromEntries(neighbours), emptied };
}

/** A server that is up every other time it is asked, beginning with up. */
export async function openFlappingServer(t: Pick<TestContext, 'after'>): Promise<string> {
  let asked = 0;
  const server = createServer((socket) => {
    socket.once('data', () => {
      asked += 1;
      answer(asked % 2 === 1 ? '200 OK' : '500 Internal Server Error', [])(socket, { line: '', cookie: '' });
    });
  });
  return `http://${HOST}:${(await listen(t, server)).port}/`;
}

/** Opens a server until the end of a test, and follows its connections. */
export async function listen(
  t: Pick<TestContext, 'after'>,
  server: Server,
  host = HOST,
): Promise<{ port: number; emptied(): Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.once('close', () => sockets.delete(socket));
  });
  await once(server.listen(0, host), 'listening');
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    port: (server.address() as AddressInfo).port,
    async emptied() {
      for (const socket of sockets) await once(socket, 'close');
    },
  };
}
