import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../test/support/database.ts';
import type { Database, Queryable } from '../core/database.ts';
import * as catalogue from './index.ts';

const db = await testDatabase();

/** Runs `work`, then undoes it: the tests of this file share one empty catalogue. */
async function undone(work: (tx: Queryable) => Promise<void>): Promise<void> {
  const done = new Error('done');
  await assert.rejects(
    db.transaction(async (tx) => {
      await work(tx);
      throw done;
    }),
    (error) => {
      if (error !== done) throw error;
      return true;
    },
  );
}

async function one(ids: Promise<number[]>): Promise<number> {
  const [id] = await ids;
  assert.ok(id);
  return id;
}

test('a renamed and moved procedure keeps its id, its history and the names of each day', async () => {
  await undone(async (tx) => {
    const [work = 0, health = 0] = await catalogue.recordOrganisations(tx, [
      { name: 'Ministère du Travail', level: 'ministry', validFrom: '2020-01-01' },
      { name: 'Ministère de la Santé', level: 'ministry', validFrom: '2020-01-01' },
    ]);
    const first = { publicId: '1775', name: 'Chômage partiel', ministryId: work, publishedUrl: 'www.asp.fr' };
    const id = await one(catalogue.recordProcedures(tx, [{ ...first, validFrom: '2023-03-31' }]));
    const renamed = { publicId: '1775', name: 'Activité partielle', validFrom: '2024-01-01' };
    assert.deepEqual(await catalogue.recordProcedures(tx, [renamed]), [id]);
    const moved = { publicId: '1775', ministryId: health, publishedUrl: null, validFrom: '2025-01-01' };
    assert.deepEqual(await catalogue.recordProcedures(tx, [moved]), [id]);
    const again = { ...first, name: 'Chômage partiel', validFrom: '2023-03-31' };
    assert.deepEqual(await catalogue.recordProcedures(tx, [again]), [id]);

    const found = await catalogue.findProcedure(tx, '1775');
    assert.equal(found?.current.subjectId, id);
    assert.deepEqual(
      found?.versions.map(({ validFrom, name, slug, url, ministry }) => [
        validFrom,
        name,
        slug,
        url,
        ministry?.name,
      ]),
      [
        ['2025-01-01', 'Activité partielle', 'activite-partielle', null, 'Ministère de la Santé'],
        [
          '2024-01-01',
          'Activité partielle',
          'activite-partielle',
          'https://www.asp.fr/',
          'Ministère du Travail',
        ],
        ['2023-03-31', 'Chômage partiel', 'chomage-partiel', 'https://www.asp.fr/', 'Ministère du Travail'],
      ],
    );
    const [then] = await catalogue.listProcedures(tx, { onDay: '2023-12-31' });
    assert.equal(then?.name, 'Chômage partiel');
    assert.deepEqual(await catalogue.listProcedures(tx, { onDay: '2023-03-30' }), []);
  });
});

test('a correction that makes the next version redundant removes it from the store', async () => {
  await undone(async (tx) => {
    const states = [
      ['2024-01-01', 'Une'],
      ['2025-01-01', 'Deux'],
      ['2024-01-01', 'Deux'],
    ];
    for (const [validFrom = '', name = ''] of states) {
      await catalogue.recordProcedures(tx, [{ publicId: '1', name, validFrom }]);
    }
    const found = await catalogue.findProcedure(tx, '1');
    assert.deepEqual(
      found?.versions.map(({ validFrom, name }) => [validFrom, name]),
      [['2024-01-01', 'Deux']],
    );
  });
});

test('old slugs of an organisation lead to the present one, and are nobody else’s', async () => {
  await undone(async (tx) => {
    const parent = await one(
      catalogue.recordOrganisations(tx, [{ name: 'Intérieur', level: 'perimeter', validFrom: '2020-01-01' }]),
    );
    const subjectId = await one(
      catalogue.recordOrganisations(tx, [
        { slug: 'dsr', name: 'DSR', level: 'direction', parentId: parent, validFrom: '2020-01-01' },
      ]),
    );
    await catalogue.recordOrganisations(tx, [
      {
        subjectId,
        slug: 'securite-routiere',
        name: 'Sécurité routière',
        acronym: 'DSR',
        validFrom: '2024-01-01',
      },
    ]);
    const found = await catalogue.findOrganisationBySlug(tx, 'dsr');
    assert.equal(found?.moved, true);
    assert.equal(found?.current.slug, 'securite-routiere');
    assert.equal(found?.current.subjectId, subjectId);
    assert.deepEqual(
      found?.versions.map(({ name }) => name),
      ['Sécurité routière', 'DSR'],
    );
    assert.deepEqual(
      found?.ancestors.map(({ slug }) => slug),
      ['interieur'],
    );
    assert.equal((await catalogue.findOrganisationBySlug(tx, 'securite-routiere'))?.moved, false);
    assert.equal(await catalogue.findOrganisationBySlug(tx, 'inconnue'), null);
    await assert.rejects(
      catalogue.recordOrganisations(tx, [
        { subjectId: parent, slug: 'dsr', name: 'Autre', validFrom: '2025-01-01' },
      ]),
      { code: 'Conflict' },
    );
    const [root] = await catalogue.listOrganisations(tx);
    assert.deepEqual(
      [root?.slug, root?.children.map(({ slug }) => slug)],
      ['interieur', ['securite-routiere']],
    );
  });
});

test('an organisation known by an acronym or a former name is found, and not renamed by it', async () => {
  await undone(async (tx) => {
    const [perimeter = 0, ministry = 0, agency = 0] = await catalogue.recordOrganisations(tx, [
      { name: 'Services du Premier ministre', level: 'perimeter', validFrom: '2020-01-01' },
      { name: 'Services du Premier Ministre', level: 'ministry', validFrom: '2020-01-01' },
      {
        slug: 'dila',
        name: 'Information légale',
        acronym: 'DILA',
        level: 'direction',
        validFrom: '2020-01-01',
      },
    ]);
    assert.notEqual(perimeter, ministry);
    const later = await catalogue.recordOrganisations(tx, [
      {
        name: 'SERVICES DU PREMIER MINISTRE',
        level: 'ministry',
        parentId: perimeter,
        validFrom: '2025-01-01',
      },
      { name: 'Dila', level: 'body', parentId: ministry, validFrom: '2025-01-01' },
    ]);
    assert.deepEqual(later, [ministry, agency]);
    const found = await catalogue.findOrganisationBySlug(tx, 'dila');
    assert.deepEqual([found?.current.name, found?.current.level], ['Information légale', 'direction']);
    const id = await one(
      catalogue.recordProcedures(tx, [
        { publicId: '1', name: 'Une', organisationId: agency, validFrom: '2025-06-01' },
      ]),
    );
    const [procedure] = await catalogue.listProcedures(tx);
    assert.equal(procedure?.subjectId, id);
    assert.equal(procedure?.ministry?.subjectId, ministry);
    assert.equal(procedure?.perimeter?.subjectId, perimeter);
  });
});

test('an organisation cannot stand above itself', async () => {
  await undone(async (tx) => {
    const [a = 0, b = 0] = await catalogue.recordOrganisations(tx, [
      { slug: 'a', name: 'A', level: 'body', validFrom: '2025-01-01' },
      { slug: 'b', name: 'B', level: 'body', validFrom: '2025-01-01' },
    ]);
    await catalogue.recordOrganisations(tx, [{ subjectId: a, parentId: b, validFrom: '2025-01-01' }]);
    await assert.rejects(
      catalogue.recordOrganisations(tx, [{ subjectId: b, parentId: a, validFrom: '2025-02-01' }]),
      { code: 'InvalidInput', message: /a, b/ },
    );
  });
});

test('an id of others names one subject, and finds the procedure of a new public id', async () => {
  await undone(async (tx) => {
    const [old = 0, other = 0] = await catalogue.recordProcedures(tx, [
      {
        publicId: 'xwiki19',
        foreignIds: [{ scheme: 'xwiki', value: '19' }],
        name: 'Une',
        validFrom: '2023-01-01',
      },
      { publicId: '2', name: 'Autre', validFrom: '2023-01-01' },
    ]);
    const both = [
      { scheme: 'jdma', value: '1775' },
      { scheme: 'xwiki', value: '19' },
    ];
    const input = { publicId: '1775', foreignIds: both, validFrom: '2025-01-01' };
    assert.deepEqual(await catalogue.recordProcedures(tx, [input]), [old]);
    assert.equal(await catalogue.findSubjectByForeignId(tx, { scheme: 'jdma', value: '1775' }), old);
    assert.deepEqual((await catalogue.findProcedure(tx, 'xwiki19'))?.foreignIds, both);
    await catalogue.recordForeignId(tx, { scheme: 'jdma', value: '1775' }, old);
    await assert.rejects(catalogue.recordForeignId(tx, { scheme: 'jdma', value: '1775' }, other), {
      code: 'Conflict',
    });
    await assert.rejects(catalogue.recordForeignId(tx, { scheme: 'jdma', value: '3' }, 10 ** 9), {
      code: 'NotFound',
    });
  });
});

test('a site keeps its page when its slug changes', async () => {
  await undone(async (tx) => {
    const said = { name: 'Maison France services', latitude: 48.8566, longitude: 2.3522, postcode: '01000' };
    const subjectId = await one(
      catalogue.recordSites(tx, [{ ...said, slug: 'bourg', validFrom: '2024-01-01' }]),
    );
    await catalogue.recordSites(tx, [{ subjectId, slug: 'bourg-centre', validFrom: '2025-01-01' }]);
    const found = await catalogue.findSiteBySlug(tx, 'bourg');
    assert.deepEqual(
      [found?.moved, found?.current.slug, found?.current.latitude],
      [true, 'bourg-centre', 48.8566],
    );
    assert.deepEqual(
      (await catalogue.listSites(tx)).map(({ postcode }) => postcode),
      ['01000'],
    );
  });
});

test('portals, surveys and the other kinds are told apart by kind, and keep their slugs', async () => {
  await undone(async (tx) => {
    const validFrom = '2024-01-01';
    await catalogue.recordOthers(tx, [
      { kind: 'portal', slug: 'service-public', name: 'Service-public.fr', validFrom },
      { kind: 'application', slug: 'service-public', name: 'Application Service-public', validFrom },
    ]);
    await catalogue.recordOthers(tx, [
      { kind: 'portal', slug: 'service-public', name: 'Service Public', validFrom: '2025-01-01' },
    ]);
    const names = (onDay: string) =>
      catalogue
        .listOthers(tx, { onDay })
        .then((others) => others.map(({ kind, slug, name }) => [kind, slug, name]).sort());
    assert.deepEqual(await names('2024-06-01'), [
      ['application', 'service-public', 'Application Service-public'],
      ['portal', 'service-public', 'Service-public.fr'],
    ]);
    assert.deepEqual((await names('2025-06-01'))[1], ['portal', 'service-public', 'Service Public']);
  });
});

test('what is malformed or lacks its name is refused', async () => {
  await undone(async (tx) => {
    const refused = (input: Partial<catalogue.ProcedureInput>, code: string) =>
      assert.rejects(
        catalogue.recordProcedures(tx, [{ publicId: '1', name: 'Une', validFrom: '2025-01-01', ...input }]),
        { code },
      );
    await refused({ name: undefined }, 'InvalidInput');
    await refused({ name: '  ' }, 'InvalidInput');
    await refused({ name: 'a\0b' }, 'InvalidInput');
    await refused({ publicId: 'ABC' }, 'InvalidInput');
    await refused({ validFrom: '2025-02-30' }, 'InvalidInput');
    await refused({ organisationId: 10 ** 9 }, 'NotFound');
    await refused({ ministryId: 10 ** 9 }, 'NotFound');
    assert.deepEqual(await catalogue.listProcedures(tx), []);
  });
});

test('two recordings at once make one subject', async (t) => {
  const other = await testDatabase(t);
  const input = { publicId: '1', name: 'Une', validFrom: '2025-01-01' };
  const record = (on: Database) => on.transaction((tx) => catalogue.recordProcedures(tx, [input]));
  const ids = await Promise.all([record(other), record(other), record(other)]);
  assert.equal(new Set(ids.flat()).size, 1);
  assert.equal((await catalogue.listProcedures(other)).length, 1);
});
