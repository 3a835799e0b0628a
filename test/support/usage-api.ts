/** A site with a dataset of each kind, and programs that send to it. */
import assert from 'node:assert/strict';
import { createToken } from '../../src/accounts/index.ts';
import { recordOrganisations, recordOthers, recordProcedures } from '../../src/catalogue/index.ts';
import type { Database, Queryable } from '../../src/core/database.ts';
import type { App } from '../../src/core/http/context.ts';
import { createDataset } from '../../src/observations/index.ts';
import { openData } from '../../src/web/open-data/routes.ts';
import { createApp } from '../../src/web/server.ts';
import { usageAddress } from '../../src/web/urls.ts';
import { appOptions } from './http.ts';

export const SENT_AT = new Date('2026-01-15T12:00:00Z');
const validFrom = '2015-01-01';

export type Subjects = Readonly<
  Record<'ministry' | 'direction' | 'portal' | 'first' | 'second' | 'foreign', number>
>;

/** A ministry with a direction and a portal, two procedures below it, and one of nobody. */
export async function usageCatalogue(db: Queryable): Promise<Subjects> {
  const organisation = { level: 'ministry', validFrom } as const;
  const [ministry = 0] = await recordOrganisations(db, [
    { ...organisation, slug: 'ministere', name: 'Ministère' },
  ]);
  const [direction = 0] = await recordOrganisations(db, [
    { slug: 'impots', name: 'Direction des impôts', level: 'direction', parentId: ministry, validFrom },
  ]);
  const [portal = 0] = await recordOthers(db, [
    { kind: 'portal', slug: 'impots', name: 'Portail des impôts', organisationId: direction, validFrom },
  ]);
  const [first = 0, second = 0, foreign = 0] = await recordProcedures(db, [
    { publicId: '11', name: 'Déclarer ses revenus', organisationId: direction, validFrom },
    { publicId: '12', name: 'Payer ses impôts', organisationId: direction, validFrom },
    { publicId: '99', name: 'Démarche d’ailleurs', validFrom },
  ]);
  return { ministry, direction, portal, first, second, foreign };
}

/** Opens a dataset of this slug, and a token of it. */
export async function openDataset(db: Database, slug: string, subjectId: number) {
  const about = { slug, subjectId, label: `Source ${slug}`, author: 'Service statistique' };
  await createDataset(db, about, SENT_AT);
  const token = { scope: 'usage', target: slug, label: slug, author: 'Service' } as const;
  return createToken(db, token, SENT_AT);
}

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};

type Sent = RequestInit & { query?: string };

/** Requests of a dataset; the answer read as JSON. */
function requestTo(app: App) {
  return async (dataset: string, init: Sent): Promise<Answer> => {
    const answer = await app.request(`${usageAddress(dataset)}${init.query ?? ''}`, init);
    return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) };
  };
}

/** A site whose dataset `ministere` is that of the ministry, and what sends to it. */
export async function usageSite(db: Database) {
  const subjects = await usageCatalogue(db);
  const token = await openDataset(db, 'ministere', subjects.ministry);
  const options = appOptions(db, [openData]);
  const elsewhere = { ...appOptions(db, [openData]), log: options.log };
  const app = createApp(options);
  const request = requestTo(app);
  const headers = { authorization: `Bearer ${token.secret}`, 'content-type': 'application/json' };
  /** Sends figures with the token of `ministere`. */
  const send = (figures: unknown) =>
    request('ministere', { method: 'POST', headers, body: JSON.stringify(figures) });
  /** What `ministere` holds, by id. */
  const held = async () => {
    const { status, body } = await request('ministere', { headers });
    assert.equal(status, 200);
    return body.figures as Record<string, unknown>[];
  };
  /** What another server on the same store is asked. */
  const requestElsewhere = requestTo(createApp(elsewhere));
  return { requestElsewhere, app, subjects, token, headers, request, send, held, logged: options.logged };
}

/** A figure that is right: visits of the procedure 11 in a month. */
export function visits(id: string, value: unknown, changes: Record<string, unknown> = {}) {
  return { id, subject: '11', indicator: 'visits', period: '2025-01', value, ...changes };
}

/** The paths and messages of an answer that refuses. */
export function faultsOf({ body }: Answer): Record<string, string> {
  const { fields } = body.error as { fields: { path: string; message: string }[] };
  return Object.fromEntries(fields.map(({ path, message }) => [path, message]));
}

export function codeOf({ body }: Answer): string {
  return (body.error as { code: string }).code;
}
