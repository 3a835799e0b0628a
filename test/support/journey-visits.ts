/** A fictional procedure of four steps on a site of its own, whose pages bear what `vigie counter snippet` prints. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Counter } from '../../src/visits/index.ts';
import { type CounterFormat, counterSnippet } from '../../src/web/counter-snippet.ts';
import { HOST } from './http.ts';

/** Each page, its step, and where its links lead. */
const PAGES: Readonly<Record<string, { step: string; links: readonly string[] }>> = {
  '/': { step: 'view', links: ['/commencer'] },
  '/commencer': { step: 'start', links: ['/identite'] },
  '/identite': { step: 'identite', links: ['/pieces', '/refus', '/erreur'] },
  '/pieces': { step: 'pieces', links: ['/fin'] },
  '/fin': { step: 'submitted', links: [] },
  '/refus': { step: 'refused', links: [] },
  '/erreur': { step: 'error', links: ['/identite'] },
  '/aide/jean.dupont': { step: 'view', links: ['/commencer'] },
};

export type Procedure = {
  readonly origin: string;
  /** What its pages bear from now on. */
  bear(counter: Pick<Counter, 'id'>, vigie: string, format: CounterFormat): void;
  close(): void;
};

/** Serves the procedure on an origin that is not that of Vigie, until the end of the test. */
export async function serveProcedure(t: TestContext): Promise<Procedure> {
  let snippet: (step: string) => string = () => '';
  const server = createServer((request, response) => {
    const page = PAGES[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    if (page === undefined) return response.end();
    const links = page.links.map((link) => `<a href="${link}?dossier=185057800608436">${link}</a>`).join(' ');
    response.end(
      `<!doctype html><html lang="fr"><title>${page.step}</title><h1>${page.step}</h1>${links}${snippet(page.step)}</html>`,
    );
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, HOST, resolve);
  await promise;
  t.after(() => server.close());
  return {
    origin: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    bear({ id }, vigie, format) {
      snippet = (step) => counterSnippet(format, { counterId: id, step, origin: vigie });
    },
    close: () => server.close(),
  };
}
