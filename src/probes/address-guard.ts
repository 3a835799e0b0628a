/**
 * Which addresses the robot may reach. The addresses of targets come from people, and those of redirects from the sites: were
 * all reached, anybody could have this server knock at what only it can see (its own services, the neighbours of its network).
 */
import ipaddr from 'ipaddr.js';

/** Addresses whose judgement is remembered, at most: a few times those of the largest fleet. */
const MOST_JUDGED = 10_000;

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [address: Address, bits: number];

/** What IPv6 gives to the public (RFC 4291 §2.4, IANA): all else is reserved, whatever it is for. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** IPv4 addresses within IPv6 ones, and the byte at which they begin: routers and systems take them out again. */
const CARRIERS: readonly (readonly [network: Network, at: number])[] = [
  // Mapped (RFC 4291 §2.5.5.2), NAT64 (RFC 6052), 6to4 (RFC 3056).
  [ipaddr.IPv6.parseCIDR('::ffff:0:0/96'), 12],
  [ipaddr.IPv6.parseCIDR('64:ff9b::/96'), 12],
  [ipaddr.IPv6.parseCIDR('2002::/16'), 2],
];

/**
 * The rule of the addresses that may be reached: public ones of one machine, and those of networks that the operator allows.
 * An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) is judged as itself. What is no address may not be reached.
 * @param allowed networks in CIDR form, or addresses (`VIGIE_PROBE_ALLOW`, as `parseNetworks` reads it)
 */
export function guardAddresses(allowed: readonly string[]): (address: string) => boolean {
  const networks = allowed.map(networkOf);
  const judge = (text: string) => {
    if (!isAddress(text)) return false;
    const written = ipaddr.parse(text);
    const address = carriedBy(written);
    return isPublic(address) || networks.some((one) => isIn(written, one) || isIn(address, one));
  };
  // The same addresses are asked of each minute: to judge one costs a twentieth of a probe.
  const judged = new Map<string, boolean>();
  return (text) => {
    const known = judged.get(text);
    if (known !== undefined) return known;
    if (judged.size >= MOST_JUDGED) judged.clear();
    const isAllowed = judge(text);
    judged.set(text, isAllowed);
    return isAllowed;
  };
}

/**
 * The address that a host of an address on the web is, when it is one and no name; `localhost` is the loopback, whatever
 * name servers say (RFC 6761 §6.3). Odd spellings (`0x7f.1`, `2130706433`) are plain ones after `URL`.
 * @param hostname as `URL.hostname` gives it
 */
export function literalAddresses(hostname: string): readonly string[] | null {
  const name = hostname.replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return ['127.0.0.1', '::1'];
  const bare = name.replace(/^\[(.*)\]$/, '$1');
  return isAddress(bare) ? [bare] : null;
}

/** Written in full: `010.0.0.1` is 8.0.0.1 to some and 10.0.0.1 to others. */
function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

function networkOf(text: string): Network {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function carriedBy(address: Address): Address {
  if (address.kind() === 'ipv4') return address;
  const carrier = CARRIERS.find(([network]) => isIn(address, network));
  if (carrier === undefined) return address;
  return ipaddr.fromByteArray(address.toByteArray().slice(carrier[1], carrier[1] + 4));
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || isIn(address, PUBLIC_IPV6);
}

function isIn(address: Address, [network, bits]: Network): boolean {
  return address.kind() === network.kind() && address.match([network, bits] as never);
}
