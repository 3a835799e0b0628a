/**
 * The settings, as data: what each is called, the form it must have, its default and what it does. The only
 * reader of the environment. docs/configuration.md holds the same table, and a test compares the two.
 */
import { resolve } from 'node:path';
import { type FieldError, VigieError } from './errors.ts';
import { parseNetworks, parseReferences, type Reference } from './networks.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const MODES = ['production', 'development'] as const;
export type Mode = (typeof MODES)[number];

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder of the embedded server and of the journals. */
  readonly dataDirectory: string;
  /** Address of an outside PostgreSQL; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Where the public reaches the site: origin without a final slash. */
  readonly publicUrl: string;
  /** Networks of the proxies in front, whose word on the address of a client is taken. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
  readonly mode: Mode;
  /** Who answers for this site, as its legal notice says; null where not stated. */
  readonly publisher: string | null;
  readonly publicationDirector: string | null;
  readonly hosting: string | null;
  /** Where the public writes: an e-mail address, or the http(s) address of a form. */
  readonly contact: string | null;
  /** Whether this server is a point of measure, as `local`. */
  readonly probes: boolean;
  /** Networks that are not public and that probes may reach all the same. */
  readonly probeAllow: readonly string[];
  readonly probeReferences: readonly Reference[];
  /** Absolute path of the browser of the checks; null for the one of the packages. */
  readonly chromium: string | null;
  /** What deserves a word at start without being wrong. */
  readonly warnings: readonly string[];
};

type Values = Omit<Config, 'warnings'>;

type Setting<Key extends keyof Values> = {
  readonly name: string;
  /** The form of the value, as told to who got it wrong and in the documentation. */
  readonly expects: string;
  /** Used when the variable is unset or empty; undefined when another setting decides (see `fallback`). */
  readonly initial: string | undefined;
  /** The default in words, where `initial` is undefined. */
  readonly fallback?: string;
  readonly purpose: string;
  /** The value of a secret is never shown, not even a wrong one. */
  readonly secret?: true;
  /** The value of a well-formed text; undefined otherwise. */
  readonly parse: (text: string) => Values[Key] | undefined;
};

type Settings = { readonly [Key in keyof Values]: Setting<Key> };

export const SETTINGS: Settings = {
  port: {
    name: 'PORT',
    expects: 'a port number from 1 to 65535',
    initial: '3000',
    purpose: 'The TCP port the server listens on.',
    parse: (text) => (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  },
  host: {
    name: 'VIGIE_HOST',
    expects: 'an IP address or a host name of this machine',
    initial: '127.0.0.1',
    purpose: 'The address the server listens on; 0.0.0.0 or :: for every network.',
    parse: (text) => (/^[A-Za-z0-9.:_-]{1,253}$/.test(text) ? text : undefined),
  },
  dataDirectory: {
    name: 'VIGIE_DATA',
    expects: 'the path of a folder that the server may create and write',
    initial: './.vigie',
    purpose: 'The folder of the embedded store and of everything else the server keeps on disk.',
    parse: (text) => (text.includes('\0') ? undefined : resolve(text)),
  },
  databaseUrl: {
    name: 'VIGIE_DATABASE_URL',
    expects: 'postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    initial: undefined,
    fallback: 'the embedded PostgreSQL',
    purpose: 'An outside PostgreSQL, version 15 or later.',
    secret: true,
    parse: (text) => (/^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? '') ? text : undefined),
  },
  publicUrl: {
    name: 'VIGIE_PUBLIC_URL',
    expects: 'http:// or https:// and a host, without path',
    initial: undefined,
    fallback: 'http://localhost: and the port',
    purpose: 'Where the public reaches the site; written in canonical and alternate links.',
    parse: parseOrigin,
  },
  trustedProxies: {
    name: 'VIGIE_TRUSTED_PROXIES',
    expects: 'addresses or networks (10.0.0.0/8), separated by commas',
    initial: undefined,
    fallback: 'none: X-Forwarded-For is not read',
    purpose: 'The proxies in front, whose word on the address of a client is taken when answers are limited.',
    parse: parseNetworks,
  },
  logLevel: {
    name: 'VIGIE_LOG_LEVEL',
    expects: `one of ${LOG_LEVELS.join(', ')}`,
    initial: 'info',
    purpose: 'The least severe lines written to the log; every request is told at debug.',
    parse: (text) => LOG_LEVELS.find((level) => level === text),
  },
  mode: {
    name: 'VIGIE_MODE',
    expects: `one of ${MODES.join(', ')}`,
    initial: 'production',
    purpose: 'In development, the page of components is served.',
    parse: (text) => MODES.find((mode) => mode === text),
  },
  publisher: {
    name: 'VIGIE_PUBLISHER',
    expects: 'one line of text, at most 300 characters',
    initial: undefined,
    fallback: 'not stated',
    purpose: 'Who publishes the site, with postal address and telephone; shown in the legal notice.',
    parse: parseLine,
  },
  publicationDirector: {
    name: 'VIGIE_PUBLICATION_DIRECTOR',
    expects: 'one line of text, at most 300 characters',
    initial: undefined,
    fallback: 'not stated',
    purpose: 'Who directs the publication; shown in the legal notice.',
    parse: parseLine,
  },
  hosting: {
    name: 'VIGIE_HOSTING',
    expects: 'one line of text, at most 300 characters',
    initial: undefined,
    fallback: 'not stated',
    purpose: 'Who hosts the site, with postal address and telephone; shown in the legal notice.',
    parse: parseLine,
  },
  contact: {
    name: 'VIGIE_CONTACT',
    expects: 'an e-mail address, or the http(s) address of a page',
    initial: undefined,
    fallback: 'not stated',
    purpose: 'Where the public writes to those who run the site; shown on the contact and error pages.',
    parse: parseContact,
  },
  probes: {
    name: 'VIGIE_PROBES',
    expects: 'on or off',
    initial: 'on',
    purpose: 'Whether this server probes targets itself, as the point of measure local.',
    parse: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  },
  probeAllow: {
    name: 'VIGIE_PROBE_ALLOW',
    expects: 'addresses or networks (10.0.0.0/8), separated by commas',
    initial: undefined,
    fallback: 'none: probes reach public addresses only',
    purpose: 'Networks that are not public and that probes may reach, for procedures of an inner network.',
    parse: parseNetworks,
  },
  probeReferences: {
    name: 'VIGIE_PROBE_REFERENCES',
    expects: 'HOST:PORT or [IPv6]:PORT, separated by commas',
    initial: '198.41.0.4:53,193.0.14.129:53,192.58.128.30:53',
    purpose:
      'Where a connection is tried to know whether our own network works (default: root name servers).',
    parse: parseReferences,
  },
  chromium: {
    name: 'VIGIE_CHROMIUM',
    expects: 'the path of a Chromium or Chrome that this user may run',
    initial: undefined,
    fallback: 'the one of the packages',
    purpose: 'The browser that checks the pages of procedures.',
    parse: (text) => (text.includes('\0') ? undefined : resolve(text)),
  },
};

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from the environment. An empty variable counts as unset.
 * @throws VigieError InvalidInput that lists all faulty settings with what each expects.
 */
export function readConfig(env: Environment = process.env): Config {
  const faults: FieldError[] = [];
  const read = <Key extends keyof Values>(key: Key): Values[Key] | undefined => {
    const setting: Setting<Key> = SETTINGS[key];
    const text = env[setting.name]?.trim() || setting.initial;
    if (text === undefined) return undefined;
    const value = setting.parse(text);
    if (value === undefined) faults.push({ path: setting.name, message: fault(setting, text) });
    return value;
  };
  const port = read('port') ?? 0;
  const values = {
    port,
    host: read('host') ?? '',
    dataDirectory: read('dataDirectory') ?? '',
    databaseUrl: read('databaseUrl') ?? null,
    publicUrl: read('publicUrl') ?? `http://localhost:${port}`,
    trustedProxies: read('trustedProxies') ?? [],
    logLevel: read('logLevel') ?? 'info',
    mode: read('mode') ?? 'production',
    publisher: read('publisher') ?? null,
    publicationDirector: read('publicationDirector') ?? null,
    hosting: read('hosting') ?? null,
    contact: read('contact') ?? null,
    probes: read('probes') ?? true,
    probeAllow: read('probeAllow') ?? [],
    probeReferences: read('probeReferences') ?? [],
    chromium: read('chromium') ?? null,
  };
  if (faults.length > 0) {
    const all = faults.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new VigieError('InvalidInput', `Settings are wrong: ${all}.`, faults);
  }
  return { ...values, warnings: unknownNames(env) };
}

function fault(setting: { expects: string; secret?: true }, text: string): string {
  return `must be ${setting.expects}${setting.secret ? '' : `, not "${text.slice(0, 80)}"`}`;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function parseLine(text: string): string | undefined {
  return text.length <= 300 && !/\p{Cc}/u.test(text) ? text : undefined;
}

function parseContact(text: string): string | undefined {
  if (/^https?:$/.test(parseUrl(text)?.protocol ?? '')) return text;
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) ? text : undefined;
}

function parseOrigin(text: string): string | undefined {
  const url = parseUrl(text);
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  return isOrigin ? url.origin : undefined;
}

function unknownNames(env: Environment): string[] {
  const known = Object.values(SETTINGS).map((setting) => setting.name);
  const unknown = Object.keys(env).filter((name) => name.startsWith('VIGIE_') && !known.includes(name));
  return unknown.map((name) => `${name} is not a setting; the nearest one is ${nearest(name, known)}`);
}

function nearest(name: string, known: readonly string[]): string {
  const [closest = ''] = [...known].sort((a, b) => distance(name, a) - distance(name, b));
  return closest;
}

/** Levenshtein's distance: the fewest insertions, deletions and substitutions from `from` to `to`. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
