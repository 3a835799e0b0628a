/** One look at one target: from its name to the last byte of its answer. */
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { literalAddresses } from './address-guard.ts';
import { textOf } from './body-text.ts';
import { cleanDetail } from './clean-detail.ts';
import { isExpected, parseStatuses, type StatusRange } from './expected-status.ts';
import { type Judgement, judgeAnswer, retryAfterMs } from './judge-answer.ts';
import { verdictOf } from './outcome.ts';
import { ACCEPTED_CODINGS, readBody } from './probe-body.ts';
import {
  certificateOf,
  connectToOne,
  encrypt,
  hostIn,
  interleaveFamilies,
  whenDone,
} from './probe-connection.ts';
import type { ProbeContext } from './probe-context.ts';
import { cookieJar } from './probe-cookies.ts';
import { type Answer, exchange } from './probe-exchange.ts';
import {
  isChainIncomplete,
  outcomeOfCertificate,
  outcomeOfError,
  outcomeOfOvertime,
  ProbeFailure,
  type Step,
  wordsOfError,
} from './probe-failure.ts';
import { NO_PHASES, type Phases, type Probe, type ProbeDetail } from './sample.ts';
import type { Demand } from './target.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What is known so far, so that a probe that fails tells how far it came. */
type Trace = {
  /** When the first name was asked for, by `performance.now()`. */
  begun: number;
  step: Step;
  phases: Writable<Phases>;
  /** What lacks in the chain of certificates, where browsers find it by themselves; null where nothing does. */
  lack: string | null;
  readonly detail: Writable<ProbeDetail> & { readonly redirects: { url: string; status: number }[] };
};

/** A look under way. */
type Course = {
  readonly demand: Demand;
  readonly context: ProbeContext;
  readonly trace: Trace;
  /** Ends with the time, or with the probe. */
  readonly signal: AbortSignal;
};

/**
 * Asks a target once, on new connections, and judges what comes back.
 *
 * Redirects are followed, five at most, each checked and resolved anew. Only addresses that `context` allows are connected
 * to: those that were checked, and not the name. It never throws, and leaves nothing open: what was not foreseen is the
 * outcome `probe_failed`. The whole takes `demand.timeoutMs` at most.
 */
export async function probeTarget(demand: Demand, context: ProbeContext): Promise<Probe> {
  const trace = newTrace();
  const ending = new AbortController();
  const stop = () => ending.abort(new ProbeFailure('probe_failed', 'the probe was stopped'));
  const timer = setTimeout(() => {
    const words = `the time of ${demand.timeoutMs} ms is over`;
    ending.abort(new ProbeFailure(outcomeOfOvertime(trace.step), words));
  }, demand.timeoutMs);
  context.signal?.addEventListener('abort', stop, { once: true });
  if (context.signal?.aborted) stop();
  let judgement: Judgement;
  try {
    judgement = await follow({ demand, context, trace, signal: ending.signal });
  } catch (error) {
    judgement = { outcome: outcomeOfError(error, trace.step), error: wordsOfError(error) };
  } finally {
    clearTimeout(timer);
    context.signal?.removeEventListener('abort', stop);
  }
  const { outcome, error } = isRight(judgement) ? lacking(judgement, trace) : judgement;
  return { outcome, ...trace.phases, detail: cleanDetail({ ...trace.detail, error }) };
}

function isRight({ outcome }: Judgement): boolean {
  return verdictOf(outcome) === 'up';
}

/** A right answer that not every program would have taken. */
function lacking(judgement: Judgement, { lack }: Trace): Judgement {
  return lack === null ? judgement : { outcome: 'chain_incomplete', error: lack };
}

function newTrace(): Trace {
  return {
    begun: performance.now(),
    step: 'name',
    phases: { ...NO_PHASES },
    lack: null,
    detail: {
      url: null,
      status: null,
      httpVersion: null,
      redirects: [],
      address: null,
      addresses: [],
      bytes: null,
      certificate: null,
      retryAfterMs: null,
      error: null,
    },
  };
}

function mark(trace: Trace, phase: keyof Phases, at = performance.now()): void {
  trace.phases[phase] = Math.round(at - trace.begun);
}

async function follow(course: Course): Promise<Judgement> {
  const { demand, context, trace } = course;
  const expected = parseStatuses(demand.expectedStatus);
  if (expected === null) throw new ProbeFailure('probe_failed', 'the expected status cannot be read');
  const cookies = cookieJar();
  trace.begun = performance.now();
  for (let url = addressOf(demand.url); ; ) {
    using held = new DisposableStack();
    const answer = await ask(url, cookies.headerFor(url), course, held);
    cookies.keep(url, answer.headers['set-cookie'] ?? []);
    const next = redirectOf(answer, expected);
    if (next === null) return await judgeBody(answer, expected, course);
    trace.detail.redirects.push({ url: url.href, status: answer.status });
    if (trace.detail.redirects.length > MOST_REDIRECTS) {
      throw new ProbeFailure('too_many_redirects', `more than ${MOST_REDIRECTS} redirects`);
    }
    url = nextAddress(next, url, context);
  }
}

function headersOf({ userAgent }: ProbeContext, cookie: string | null): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'accept-language': 'fr,en;q=0.5',
    'accept-encoding': ACCEPTED_CODINGS,
    ...(cookie === null ? {} : { cookie }),
  };
}

/** Name, connection, encryption, and the start of the answer. */
async function ask(url: URL, cookie: string | null, course: Course, held: DisposableStack): Promise<Answer> {
  const { demand, context, trace, signal } = course;
  trace.step = 'name';
  trace.phases = { ...NO_PHASES };
  Object.assign(trace.detail, { url: url.href, address: null, addresses: [], certificate: null });
  const addresses = await checkedAddresses(url.hostname, course);
  mark(trace, 'nameMs');

  trace.step = 'connection';
  const isSecure = url.protocol === 'https:';
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
  const socket = await connectToOne(interleaveFamilies(addresses), port, signal, held);
  trace.detail.address = socket.remoteAddress ?? null;
  mark(trace, 'connectMs');
  const encrypted = isSecure ? await secure(socket, url.hostname, course, held) : null;

  trace.step = 'answer';
  const request = { url, method: demand.method, headers: headersOf(context, cookie) };
  const [answer] = await Promise.all([
    exchange(encrypted ?? socket, request, signal, held),
    // While the answer comes: it takes a part of a millisecond.
    Promise.try(() => {
      if (encrypted !== null) trace.detail.certificate = certificateOf(encrypted);
    }),
  ]);
  mark(trace, 'firstByteMs', answer.firstByteAt);
  const { status, httpVersion } = answer;
  const asked = status === 429 || status === 503 ? answer.headers['retry-after'] : undefined;
  Object.assign(trace.detail, {
    status,
    httpVersion,
    retryAfterMs: asked === undefined ? null : retryAfterMs(asked, context.clock.now()),
  });
  return answer;
}

/** The addresses of a host that may be reached. */
async function checkedAddresses(
  name: string,
  { context, trace, signal }: Course,
): Promise<readonly string[]> {
  const found =
    literalAddresses(name) ??
    (await whenDone<readonly string[]>(signal, (done, fail) =>
      context.resolve(name, signal).then(done, fail),
    ));
  trace.detail.addresses = found;
  if (found.length === 0) throw new ProbeFailure('name_not_found', `${name} has no address`);
  const allowed = found.filter(context.isAllowed);
  if (allowed.length > 0) return allowed;
  throw new ProbeFailure(
    'address_refused',
    `${name} has no address that may be reached: ${found.join(', ')}`,
  );
}

async function secure(
  socket: Socket,
  name: string,
  { context, trace, signal }: Course,
  held: DisposableStack,
): Promise<TLSSocket> {
  trace.step = 'tls';
  const encrypted = await encrypt(socket, name, context.secureContext, signal, held);
  mark(trace, 'tlsMs');
  const reason = encrypted.authorizationError;
  if (!reason) return encrypted;
  trace.detail.certificate = certificateOf(encrypted);
  const code = reason instanceof Error ? reason.message : String(reason);
  const sent = encrypted.getPeerX509Certificate();
  if (!isChainIncomplete(code, sent, hostIn(name), context.clock.now()))
    throw new ProbeFailure(outcomeOfCertificate(code), code);
  trace.lack = code;
  return encrypted;
}

/** Where an answer leads; null when it is the answer: one with a status that was expected is. */
function redirectOf({ status, headers }: Answer, expected: readonly StatusRange[]): string | null {
  if (!REDIRECTS.has(status) || isExpected(status, expected)) return null;
  return headers.location ?? null;
}

function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !isOfTheWeb(url)) {
    throw new ProbeFailure('probe_failed', 'this is not an address of the web that can be probed');
  }
  return url;
}

function nextAddress(location: string, from: URL, { isAllowed }: ProbeContext): URL {
  // Headers are read byte by byte; those who write accents in them write UTF-8.
  const url = URL.parse(Buffer.from(location, 'latin1').toString('utf8'), from);
  if (url === null || !isOfTheWeb(url)) {
    const words = location.slice(0, 200).replace(/\/\/[^/]*@/, '//…@');
    throw new ProbeFailure('redirect_to_nowhere', `redirected to ${words}`);
  }
  if (literalAddresses(url.hostname)?.some(isAllowed) === false) {
    throw new ProbeFailure('redirect_to_private', `redirected to ${url.host}`);
  }
  return url;
}

/** Of a scheme that is known, and without a name and password, which nobody meant to publish. */
function isOfTheWeb(url: URL): boolean {
  return ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
}

/** Reads the body, and judges. A status or a challenge that is wrong weighs more than a body that broke off. */
async function judgeBody(
  { status, headers, body }: Answer,
  expected: readonly StatusRange[],
  { demand, trace, signal }: Course,
): Promise<Judgement> {
  trace.step = 'body';
  trace.detail.bytes = 0;
  const onReceived = (received: number) => {
    trace.detail.bytes = received;
  };
  const read = readBody(body, headers['content-encoding'] ?? '', onReceived);
  const judge = (bytes: Uint8Array) =>
    judgeAnswer(demand, expected, {
      status,
      headers,
      text: demand.method === 'HEAD' ? null : textOf(bytes, headers['content-type'] ?? ''),
      firstByteMs: trace.phases.firstByteMs,
    });
  try {
    const { bytes, endedAt } = await whenDone<Awaited<typeof read>>(signal, (done, fail) =>
      read.then(done, fail),
    );
    mark(trace, 'wholeMs', endedAt);
    return judge(bytes);
  } catch (error) {
    const judgement = judge(new Uint8Array());
    if (!['up', 'slow', 'text_missing'].includes(judgement.outcome)) return judgement;
    throw error;
  }
}
