/** A site of known answers for the checks by a browser: pages at addresses of the loopback, and who asked for what. */
import { createServer, type IncomingHttpHeaders } from 'node:http';

export type SitePage = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body: string | Buffer;
};

export type CheckedSite = {
  readonly origin: string;
  readonly port: number;
  /** Paths that were asked for, in order, with the headers that came. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
};

/** Serves pages until the end of the test; what is no page is not found. */
export async function serveSite(
  t: { after(work: () => Promise<void>): void },
  pages: (origin: string) => Readonly<Record<string, SitePage | string>>,
): Promise<CheckedSite> {
  const asked: CheckedSite['asked'] = [];
  let known: Readonly<Record<string, SitePage | string>> = {};
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    asked.push({ path: pathname, headers: request.headers });
    const found = known[pathname];
    const page =
      typeof found === 'string' ? { body: found } : (found ?? { status: 404, body: 'no such page' });
    response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
    response.end(page.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  t.after(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const origin = `http://127.0.0.1:${port}`;
  known = pages(origin);
  return { origin, port, asked };
}

/** A page that has what a page should: language, title, viewport. */
export function soundPage(body: string, head = ''): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Démarche</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
    <body><main>${body}</main></body></html>`;
}
