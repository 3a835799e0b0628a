/** Cookies of one chain of redirects, forgotten with it: some portals loop for ever without. */

/** Cookies kept, and characters of each: more is not sent. */
const MOST_COOKIES = 50;
const MOST_CHARACTERS = 4_096;

type Cookie = {
  readonly value: string;
  readonly domain: string;
  readonly isForAll: boolean;
  readonly isSecure: boolean;
};

/** A jar for one chain. Paths and ends of validity are left aside: a chain lives for seconds. */
export function cookieJar() {
  const cookies = new Map<string, Cookie>();
  return {
    /** Keeps what an answer sets, for its host or for a domain it is of (RFC 6265 §5.3). */
    keep(url: URL, lines: readonly string[]): void {
      for (const line of lines) {
        const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
        const [, name, value] = /^([^=\s]+)\s*=\s*(.*)$/.exec(pair) ?? [];
        if (name === undefined || value === undefined || !isSendable(pair)) continue;
        const asked = attributeOf(attributes, 'domain')?.replace(/^\./, '').toLowerCase();
        const domain = asked === undefined || asked === '' ? url.hostname : asked;
        if (!isWithin(url.hostname, domain)) continue;
        const key = `${domain} ${name}`;
        cookies.delete(key);
        if (attributeOf(attributes, 'max-age')?.match(/^(0|-\d+)$/)) continue;
        if (cookies.size === MOST_COOKIES) continue;
        const isSecure = attributes.some((attribute) => attribute.toLowerCase() === 'secure');
        cookies.set(key, { value: `${name}=${value}`, domain, isForAll: domain === asked, isSecure });
      }
    },

    /** The header for a request; null when there is nothing to send. */
    headerFor(url: URL): string | null {
      const sent = [...cookies.values()].filter(
        ({ domain, isForAll, isSecure }) =>
          (isForAll ? isWithin(url.hostname, domain) : url.hostname === domain) &&
          (!isSecure || url.protocol === 'https:'),
      );
      return sent.length === 0 ? null : sent.map(({ value }) => value).join('; ');
    },
  };
}

/** What would not pass in a header is not kept: it would end the probe. */
function isSendable(pair: string): boolean {
  return pair.length <= MOST_CHARACTERS && /^[\x20-\x7e\x80-\xff]*$/.test(pair);
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || (domain.includes('.') && host.endsWith(`.${domain}`));
}

function attributeOf(attributes: readonly string[], name: string): string | undefined {
  return attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
}
