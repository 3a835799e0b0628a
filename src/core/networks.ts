/** Whose address a request comes from, behind proxies that the operator names and no others. */
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

/** Addresses of which it is remembered whether they are trusted. */
const REMEMBERED = 1_000;

type Network = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** A list of networks in CIDR form or of addresses, separated by commas; undefined when one is none. */
export function parseNetworks(text: string): readonly string[] | undefined {
  const list = text.split(',').map((one) => one.trim());
  return list.every((one) => networkOf(one) !== null) ? list : undefined;
}

/** Where a connection is tried to know whether our own network works. */
export type Reference = { readonly host: string; readonly port: number };

/** A list of `HOST:PORT` and `[IPv6]:PORT`, separated by commas; undefined when one is none. */
export function parseReferences(text: string): readonly Reference[] | undefined {
  const list = text.split(',').map((one) => {
    const form = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]{1,253})):([1-9]\d{0,4})$/;
    const [, bracketed, plain, port] = form.exec(one.trim()) ?? [];
    return { host: bracketed ?? plain ?? '', port: Number(port) };
  });
  return list.every(({ host, port }) => host !== '' && port <= 65_535) ? list : undefined;
}

function networkOf(text: string): Network | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/**
 * How the address of a client is found: the last one of `X-Forwarded-For` that no trusted proxy bears. A header that comes
 * from anybody else is not read.
 */
export function clientAddressFrom(
  trusted: readonly string[],
): (remoteAddress: string, forwardedFor: string | undefined) => string {
  const known = trusted.map(networkOf).filter((one) => one !== null);
  const isKnown = (text: string): boolean => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    return known.some(
      ([network, bits]) => address.kind() === network.kind() && address.match([network, bits] as never),
    );
  };
  // The same few proxies come with every request, and reading an address takes 4 µs.
  const met = new LRUCache<string, boolean>({ max: REMEMBERED, memoMethod: isKnown });
  const isTrusted = (text: string): boolean => known.length > 0 && met.memo(text);
  return (remoteAddress, forwardedFor) => {
    let address = remoteAddress;
    const hops = forwardedFor?.split(',') ?? [];
    while (hops.length > 0 && isTrusted(address)) address = withoutPort(hops.pop()?.trim() ?? address);
    return address;
  };
}

/** Some proxies write the port of the client after its address. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop)?.[1] ?? hop;
}

/**
 * The network of an address, which neighbours share: 24 bits of IPv4, 48 of IPv6 (what an office is given, or
 * some hundred households: one who is given as much cannot pass for as many).
 * What is no address is a network of its own.
 */
export function networkPrefix(address: string): string {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!ipaddr.IPv6.isValid(address)) return 'unknown';
  return ipaddr.IPv6.parse(address).toByteArray().slice(0, 6).join('.');
}
