/** One request and the start of its answer, over HTTP/1.1 or HTTP/2. */
import { type IncomingHttpHeaders, type IncomingMessage, request as sendRequest } from 'node:http';
import { type ClientHttp2Session, type ClientHttp2Stream, connect as openSession } from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { closed, whenDone } from './probe-connection.ts';
import type { ProbeDetail } from './sample.ts';
import type { Method } from './target.ts';

/** As browsers, some of which take more: sites that set many cookies reach Node's own 16 KiB. */
const MOST_HEADER_BYTES = 65_536;

/** Of HTTP/2, what a site may send before it must wait: more than is read, so that nothing waits. */
const WINDOW_BYTES = 4_000_000;

const CLOSED_BEFORE_ANSWER = closed('the connection was closed before the answer');
const STREAM_CLOSED_BEFORE_ANSWER = closed('the stream was closed before the answer');

export type Request = {
  readonly url: URL;
  readonly method: Method;
  readonly headers: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly httpVersion: ProbeDetail['httpVersion'];
  /** When its first byte came, by `performance.now()`; informational answers (1xx) before it do not count. */
  readonly firstByteAt: number;
  /** Throws where it breaks off. */
  readonly body: AsyncIterable<Buffer>;
};

/**
 * Sends a request on a connection, which is of no other use then, and waits for the headers of the answer.
 * @param held destroys what was opened
 */
export function exchange(
  socket: Socket | TLSSocket,
  request: Request,
  signal: AbortSignal,
  held: DisposableStack,
): Promise<Answer> {
  const isHttp2 = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2';
  return isHttp2
    ? exchangeHttp2(socket, request, signal, held)
    : exchangeHttp1(socket, request, signal, held);
}

function exchangeHttp1(
  socket: Socket,
  { url, method, headers }: Request,
  signal: AbortSignal,
  held: DisposableStack,
): Promise<Answer> {
  return whenDone(signal, (done, fail) => {
    const request = sendRequest({
      method,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, ...headers },
      createConnection: () => socket,
      maxHeaderSize: MOST_HEADER_BYTES,
      // Browsers take headers that the standard forbids: a site that has some works for its users.
      insecureHTTPParser: true,
    });
    held.defer(() => request.destroy());
    let answered: IncomingMessage | undefined;
    let firstByteAt = 0;
    const noteFirstByte = () => {
      firstByteAt = 0;
      socket.prependOnceListener('data', () => {
        firstByteAt ||= performance.now();
      });
    };
    request.on('error', (error) => {
      fail(error);
      // The reason of a body that breaks off: its own error only says that it did.
      if (answered?.complete === false) answered.destroy(error);
    });
    request.once('close', () => fail(CLOSED_BEFORE_ANSWER));
    // Once the parser reads: a listener before it would let the first bytes go by.
    request.once('socket', noteFirstByte);
    request.on('information', noteFirstByte);
    request.once('response', (response) => {
      answered = response.on('error', () => {});
      const { statusCode = 0, httpVersion } = response;
      const version = httpVersion === '1.0' || httpVersion === '1.1' ? httpVersion : null;
      firstByteAt ||= performance.now();
      done({
        status: statusCode,
        headers: response.headers,
        httpVersion: version,
        firstByteAt,
        body: response,
      });
    });
    request.end();
  });
}

function exchangeHttp2(
  socket: Socket,
  { url, method, headers }: Request,
  signal: AbortSignal,
  held: DisposableStack,
): Promise<Answer> {
  return whenDone(signal, (done, fail) => {
    const session: ClientHttp2Session = openSession(url, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: WINDOW_BYTES, maxHeaderListSize: MOST_HEADER_BYTES },
    });
    held.defer(() => session.destroy());
    session.on('error', fail);
    session.once('connect', () => session.setLocalWindowSize(WINDOW_BYTES));
    session.once('close', () => fail(CLOSED_BEFORE_ANSWER));
    const stream = session.request(
      {
        ':method': method,
        ':scheme': url.protocol.slice(0, -1),
        ':authority': url.host,
        ':path': `${url.pathname}${url.search}`,
        ...headers,
      },
      { endStream: true },
    );
    stream.on('error', fail);
    stream.once('close', () => fail(STREAM_CLOSED_BEFORE_ANSWER));
    stream.once('response', (answered) => {
      done({
        status: answered[':status'] ?? 0,
        headers: answered,
        httpVersion: '2',
        firstByteAt: performance.now(),
        body: wholeBody(stream),
      });
    });
  });
}

/** Node ends a stream that breaks off as it ends a whole one: only its last code tells. */
function wholeBody(stream: ClientHttp2Stream): AsyncIterable<Buffer> {
  const over = Promise.withResolvers<void>();
  stream.once('close', over.resolve);
  return (async function* () {
    yield* stream;
    await over.promise;
    if (stream.rstCode !== 0) throw closed('the stream was closed before the end of its body');
  })();
}
