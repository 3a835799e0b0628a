/** Connections of a probe: to addresses that were checked, and to those only. */
import { connect, isIP, isIPv6, type Socket } from 'node:net';
import { type SecureContext, type TLSSocket, connect as tlsConnect } from 'node:tls';
import type { Certificate } from './sample.ts';

/** How long an address is tried alone before the next one is tried beside it (RFC 8305 §5). */
const NEXT_ADDRESS_MS = 250;

/** Made once, as every connection closes in the end: to make an error costs more than to listen. */
const CLOSED_IN_HANDSHAKE = closed('the connection was closed during the TLS handshake');

/** Certificates of a chain that are named. */
const CHAIN = 10;

/** Addresses in the order in which they are tried: IPv6 first, one family then the other. */
export function interleaveFamilies(addresses: readonly string[]): readonly string[] {
  const six = addresses.filter(isIPv6);
  const four = addresses.filter((address) => !isIPv6(address));
  return Array.from({ length: Math.max(six.length, four.length) }, (_, i) => [six[i], four[i]])
    .flat()
    .filter((address) => address !== undefined);
}

/**
 * The first of these addresses that takes the connection, as browsers choose it: the next one is tried when one fails, or
 * lets itself be waited for.
 * @param held destroys every socket that was opened
 * @throws the error of the system when all fail
 */
export function connectToOne(
  addresses: readonly string[],
  port: number,
  signal: AbortSignal,
  held: DisposableStack,
): Promise<Socket> {
  const left = [...addresses];
  const failures: Error[] = [];
  const sockets: Socket[] = [];
  let timer: NodeJS.Timeout | undefined;
  held.defer(() => {
    clearTimeout(timer);
    for (const socket of sockets) socket.destroy();
  });
  return whenDone(signal, (done, fail) => {
    const tryNext = () => {
      clearTimeout(timer);
      const host = left.shift();
      if (host === undefined) return;
      timer = setTimeout(tryNext, NEXT_ADDRESS_MS);
      const socket = connect({ host, port, noDelay: true });
      sockets.push(socket);
      socket.on('error', (error) => {
        failures.push(error);
        if (failures.length === addresses.length) fail(mostTelling(failures));
        else tryNext();
      });
      socket.once('connect', () => {
        clearTimeout(timer);
        left.length = 0;
        for (const other of sockets) if (other !== socket) other.destroy();
        done(socket);
      });
    };
    tryNext();
  });
}

/** A family that this machine does not have says less than a host that refuses. */
function mostTelling(failures: readonly Error[]): Error | undefined {
  const isOurs = (error: Error) =>
    'code' in error && /^(ENETUNREACH|EADDRNOTAVAIL)$/.test(String(error.code));
  return failures.find((error) => !isOurs(error)) ?? failures[0];
}

/**
 * Encrypts a connection, whatever the certificate: `authorizationError` says what is wrong with it, and the caller judges.
 * @param name the host as the address names it: a name, or a literal address
 * @param secureContext what is trusted; what Node trusts when there is none
 */
export function encrypt(
  socket: Socket,
  name: string,
  secureContext: SecureContext | undefined,
  signal: AbortSignal,
  held: DisposableStack,
): Promise<TLSSocket> {
  const host = hostIn(name);
  const encrypted = tlsConnect({
    socket,
    host,
    // A literal address is no server name (RFC 6066 §3).
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(secureContext === undefined ? {} : { secureContext }),
    ALPNProtocols: ['h2', 'http/1.1'],
    rejectUnauthorized: false,
  });
  held.defer(() => encrypted.destroy());
  return whenDone(signal, (done, fail) => {
    encrypted.on('error', fail);
    encrypted.once('secureConnect', () => done(encrypted));
    encrypted.once('close', () => fail(CLOSED_IN_HANDSHAKE));
  });
}

/** A host as certificates name it: a name without its last dot, a literal address without brackets. */
export function hostIn(name: string): string {
  return name.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** What a site shows of itself; null when it shows no certificate. */
export function certificateOf(socket: TLSSocket): Certificate | null {
  const first = socket.getPeerX509Certificate();
  if (first === undefined) return null;
  const sent = [first];
  for (let next = first.issuerCertificate; next !== undefined && sent.length < CHAIN; ) {
    sent.push(next);
    next = next.issuerCertificate;
  }
  return {
    subject: nameIn(first.subject),
    issuer: nameIn(first.issuer),
    validFrom: new Date(first.validFrom),
    validTo: new Date(first.validTo),
    chain: sent.map(({ subject }) => nameIn(subject)),
  };
}

/** Of a subject or an issuer, one attribute a line: its name, else its organisation. */
function nameIn(entity: string | undefined): string {
  const [name] = ['CN', 'O'].flatMap((key) => new RegExp(`^${key}=(.*)$`, 'm').exec(entity ?? '')?.[1] ?? []);
  return name ?? '';
}

/** The error of a connection that the other side closed, with the code that Node gives to it. */
export function closed(message: string): Error {
  return Object.assign(new Error(message), { code: 'ECONNRESET' });
}

/** What `begin` ends with, or the reason of the signal if it comes first. */
export function whenDone<T>(
  signal: AbortSignal,
  begin: (done: (value: T) => void, fail: (error: unknown) => void) => unknown,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  begin(resolve, reject);
  return promise.finally(() => signal.removeEventListener('abort', stop));
}
