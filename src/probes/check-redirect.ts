/** Whether http:// leads to https://, asked through the proxy: the browser itself would go to https:// without asking. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { isOfProxy } from './check-proxy.ts';
import { REFUSALS } from './judge-answer.ts';

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders };

/** Redirects from http:// to http:// that are followed. */
const MOST_HOPS = 5;
const REDIRECT_LIMIT_MS = 15_000;

/** Null where nothing answers on port 80, and where the site fails or refuses robots there. */
export async function redirectsToHttps(
  proxyUrl: string,
  url: string,
  userAgent: string,
): Promise<boolean | null> {
  const signal = AbortSignal.timeout(REDIRECT_LIMIT_MS);
  let plain = new URL(url);
  plain.protocol = 'http:';
  plain.port = '';
  for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
    const answer = await ask(proxyUrl, plain, userAgent, signal);
    if (answer === null) return null;
    const next = locationOf(answer, plain);
    if (next?.protocol === 'https:') return true;
    if (next?.protocol !== 'http:')
      return REFUSALS.includes(answer.status) || answer.status >= 500 ? null : false;
    plain = next;
  }
  return false;
}

function ask(proxyUrl: string, url: URL, userAgent: string, signal: AbortSignal): Promise<Answer | null> {
  const { hostname, port } = new URL(proxyUrl);
  const headers = { host: url.host, 'user-agent': userAgent };
  return new Promise((tell) => {
    const asked = request({ hostname, port, path: url.href, headers, signal }, (answer) => {
      answer.destroy();
      tell(isOfProxy(answer.headers) ? null : { status: answer.statusCode ?? 0, headers: answer.headers });
    });
    asked.once('error', () => tell(null));
    asked.end();
  });
}

function locationOf({ status, headers: { location } }: Answer, from: URL): URL | null {
  const isRedirect = status >= 300 && status < 400 && location !== undefined;
  return isRedirect ? URL.parse(location, from.href) : null;
}
