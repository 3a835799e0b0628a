/** Lines of access logs for tests. */
import type { LogFile } from '../../src/visits/log-lines.ts';

export const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0';
export const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';

export type LineFields = {
  address?: string;
  user?: string;
  time?: string;
  request?: string;
  status?: number;
  referrer?: string;
  agent?: string;
};

/** A line; `path` makes its request. */
export function logLine({ path = '/', ...fields }: LineFields & { path?: string } = {}): string {
  const { address = '81.2.69.142', user = '-', time = '04/Mar/2026:10:00:00 +0100' } = fields;
  const { request = `GET ${path} HTTP/1.1`, status = 200, referrer = '-', agent = FIREFOX } = fields;
  return `${address} - ${user} [${time}] "${request}" ${status} 5120 "${referrer}" "${agent}"`;
}

/** A log of these bytes, which come in pieces of some length. */
export function logFile(
  content: string | Uint8Array,
  { name = 'access.log', piece = 1_000_000 } = {},
): LogFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  return { name, bytes: pieces() };
}
