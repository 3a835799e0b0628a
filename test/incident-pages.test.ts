/** Outages: their feed, and the national page on a day when there are none, or hundreds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { recordProcedures } from '../src/catalogue/index.ts';
import type { Database } from '../src/core/database.ts';
import type { App } from '../src/core/http/context.ts';
import { addIncidentNote } from '../src/probes/incident-note.sql.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { endIncident, putIncident, withdrawIncident } from './support/availability-store.sql.ts';
import { addSeenTarget, fillSituations } from './support/availability-store.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { readPage } from './support/page-words.ts';

const NOW = new Date('2026-01-15T12:00:00Z');
const MINUTE_MS = 60_000;

/** An application that has kept nothing yet. */
const openApp = (db: Database): App => createApp(appOptions(db, [publicSite, openData]));

const stateProcedures = (db: Database, many: number): Promise<number[]> =>
  db.transaction((tx) =>
    recordProcedures(
      tx,
      Array.from({ length: many }, (_, at) => ({
        publicId: String(at + 1),
        name: `Démarche ${at + 1}`,
        validFrom: '2020-01-01',
      })),
    ),
  );

test('the feed tells each outage under an id that holds, again when it gets a note and when it ends', async (t) => {
  const db = await testDatabase(t);
  const made = await fillSituations(db, await stateProcedures(db, 8), NOW);
  const read = async (address = '/pannes.atom') => {
    const answer = await openApp(db).request(address);
    assert.equal(answer.headers.get('content-type'), 'application/atom+xml; charset=utf-8');
    const text = await answer.text();
    return [...text.matchAll(/<entry>.*?<\/entry>/gs)].map(([entry]) => ({
      id: /<id>(.*?)<\/id>/.exec(entry)?.[1],
      title: /<title>(.*?)<\/title>/.exec(entry)?.[1],
      updated: /<updated>(.*?)<\/updated>/.exec(entry)?.[1],
    }));
  };
  const startedAt = new Date('2026-01-15T09:00:00Z');
  const targetId = made.targetIds[2] ?? 0;
  const id = await putIncident(db, {
    targetId,
    startedAt,
    endedAt: null,
    cause: 'timed_out',
    vantageIds: made.vantageIds,
  });
  const own = async (address?: string) =>
    (await read(address)).find((entry) => entry.id?.endsWith(`#panne-${id}`));
  const opened = await own();
  assert.equal(opened?.id, `http://vigie.test/disponibilite#panne-${id}`);
  assert.match(opened?.title ?? '', /^En panne\s: Démarche 4$/);
  assert.equal(opened?.updated, '2026-01-15T09:01:00.000Z');
  await addIncidentNote(
    db,
    { incidentId: id, author: 'A & B', text: 'Cause <connue>' },
    new Date('2026-01-15T10:00:00Z'),
  );
  assert.equal((await own())?.updated, '2026-01-15T10:00:00.000Z');
  await endIncident(db, id, new Date('2026-01-15T11:00:00Z'));
  const ended = await own();
  assert.equal(ended?.id, opened?.id);
  assert.match(ended?.title ?? '', /^Fin de la panne\s: Démarche 4$/);
  assert.equal(ended?.updated, '2026-01-15T11:00:00.000Z');
  assert.match((await own('/en/pannes.atom'))?.title ?? '', /^End of the outage: Démarche 4$/);
  await withdrawIncident(db, id, new Date('2026-01-15T11:30:00Z'));
  const withdrawn = await own();
  assert.equal(withdrawn?.id, opened?.id);
  assert.match(withdrawn?.title ?? '', /^Panne démentie\s: Démarche 4$/);
  assert.equal(withdrawn?.updated, '2026-01-15T11:30:00.000Z');
  assert.match(
    await readPage(openApp(db), '/disponibilite'),
    /Démentie le 15 janvier 2026 à 12:30\s: des mesures arrivées plus tard montrent que le site répondait/,
  );
});

test('before anything is monitored, the page says that nothing is known, of how many', async (t) => {
  const empty = await testDatabase(t);
  await stateProcedures(empty, 12);
  const page = await readPage(openApp(empty), '/disponibilite');
  assert.match(
    page,
    /Aucune démarche n’est encore suivie Sur 12 démarches au catalogue, aucune n’a d’adresse/,
  );
  assert.doesNotMatch(page, /0 sur 0/);
  const answer = await openApp(empty).request('/pannes.atom');
  assert.match(await answer.text(), /<updated>1970-01-01T00:00:00.000Z<\/updated>/);
});

test('an outage of hundreds of procedures keeps the page light, and leaves none out', async (t) => {
  const many = await testDatabase(t);
  const ids = await stateProcedures(many, 400);
  const since = new Date(NOW.getTime() - 20 * MINUTE_MS);
  for (const subjectId of ids.slice(0, 200)) {
    const name = `site-${subjectId}`;
    const targetId = await addSeenTarget(many, {
      name,
      subjectIds: [subjectId],
      vantageIds: [],
      outcome: null,
      since,
      now: NOW,
    });
    await putIncident(many, { targetId, startedAt: since, endedAt: null, cause: 'refused', vantageIds: [] });
  }
  const shared = await addSeenTarget(many, {
    name: 'partage',
    subjectIds: ids.slice(200),
    vantageIds: [],
    outcome: null,
    since,
    now: NOW,
  });
  await putIncident(many, {
    targetId: shared,
    startedAt: NOW,
    endedAt: null,
    cause: 'refused',
    vantageIds: [],
  });
  const app = openApp(many);
  const page = await (await app.request('/disponibilite')).text();
  assert.ok(gzipSync(page).byteLength < 100_000, `${gzipSync(page).byteLength} bytes`);
  const told = await readPage(app, '/disponibilite');
  assert.match(told, /Démarche 201 ?, Démarche 202 ?, Démarche 203 et 197 autres démarches/);
  assert.match(told, /Et 41 autres pannes, dans le fichier JSON/);
  assert.match(told, /400 démarches suivies\. Page 1 sur 10/);
});
