/** The real files as a whole history: verified, compared, told, and given back unchanged. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fixedClock } from '../src/core/clock.ts';
import type { App } from '../src/core/http/context.ts';
import {
  type Change,
  type Comparison,
  correctEdition,
  createEditionReader,
  editionCsvRows,
  findComparison,
  findEditionFile,
  importEdition,
  importQuarterly,
  importTotals,
  listEditions,
  verifyStored,
} from '../src/editions/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { build, READERS } from './support/edition-store.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions } from './support/http.ts';
import { sharedData } from './support/shared-data.ts';

const clock = fixedClock('2025-10-16T08:00:00Z');
const TOTALS = new URL('../data/edition-2020-04.csv', import.meta.url);

const countKinds = ({ changes }: Comparison) =>
  Object.fromEntries(
    [...Map.groupBy(changes, ({ kind }: Change) => kind)].map(([kind, list]) => [kind, list.length]),
  );

test('twelve editions of six years verify, compare, are told in two languages, and are given back unchanged', async (t) => {
  const [quarters, october] = [
    sharedData(t, 'quarterly-2023-2025.csv'),
    sharedData(t, 'edition-2025-10.csv'),
  ];
  if (quarters === null || october === null) return;
  const db = await testDatabase(t);
  await importQuarterly(
    db,
    { file: { bytes: quarters, name: 'quarterly-2023-2025.csv' }, methodology: 'vde-2025', author: 'test' },
    clock,
  );
  const words = {
    author: 'test',
    methodology: 'vde-2025',
    cutoffOn: '2025-09-30',
    publishedAt: new Date('2025-10-15T00:00:00Z'),
  };
  await importEdition(
    db,
    {
      ...words,
      file: { bytes: october, name: 'edition-2025-10.csv' },
      slug: '2025-10',
      label: 'Octobre 2025',
    },
    clock,
  );
  await importTotals(
    db,
    {
      file: { bytes: readFileSync(TOTALS), name: 'edition-2020-04.csv' },
      slug: '2020-04',
      label: 'Avril 2020',
      methodology: 'observatoire-2020',
      cutoffOn: '2020-04-30',
      publishedAt: new Date('2020-05-15T00:00:00Z'),
      author: 'test',
    },
    clock,
  );

  const verified = await verifyStored(db, null);
  assert.equal(verified.length, 12);
  assert.deepEqual(
    verified.flatMap(({ edition, findings }) => findings.map((one) => [edition, one])),
    [],
  );

  const reader = createEditionReader(db);
  for (const slug of ['2023-06-30', '2024-06-30', '2025-10']) {
    const { published } = (await reader.find(slug)) ?? assert.fail(slug);
    const csv = await findEditionFile(db, slug, 'csv');
    assert.ok(csv && editionCsvRows(published).length > 0);
    const from = { name: `${slug}.csv`, bytes: csv.bytes };
    await assert.rejects(
      correctEdition(db, { slug, from, reason: 'r', author: 'a' }, READERS, clock),
      /changes nothing/,
      `${slug} given back`,
    );
  }
  await compareSome(db, reader);
  await assertTold(
    createApp(appOptions(db, [publicSite, openData])),
    (await listEditions(db)).map(({ slug }) => slug),
  );

  const { draft } = await build(db, { selection: { rule: 'top', count: 250 } });
  assert.partialDeepStrictEqual(draft.edition.selection, { rule: 'top', candidates: 109 });
  assert.equal(draft.procedures.length, 109);
});

async function compareSome(
  db: Parameters<typeof findComparison>[0],
  reader: Parameters<typeof findComparison>[1],
) {
  const compare = async (one: string, other: string) =>
    (await findComparison(db, reader, one, other))?.comparison ?? assert.fail(`${one} ${other}`);
  const year = await compare('2023-03-31', '2024-03-31');
  assert.deepEqual([year.entered.length, year.left.length, year.procedures.in_both], [76, 46, 154]);
  assert.deepEqual(countKinds(year), { rise: 58, fall: 32, no_significant_change: 45, not_testable: 1_713 });
  assert.equal(year.tests.made, 135);
  const halfYear = await compare('2024-12-31', '2025-06-30');
  assert.deepEqual([halfYear.entered.length, halfYear.left.length, halfYear.tests.made], [1, 3, 0]);
  assert.deepEqual(
    Object.keys(countKinds(halfYear)),
    ['not_testable'],
    'nothing is claimed that cannot be tested',
  );
  const totals = await compare('2020-04', '2025-10');
  assert.deepEqual([totals.entered, totals.left, totals.changes], [[], [], []]);
}

/** Every edition has an article and a summary in both languages; sentences that state a figure link to its proof. */
async function assertTold(app: App, slugs: readonly string[]): Promise<void> {
  for (const slug of slugs) {
    for (const prefix of ['', '/en']) {
      const answer = await app.request(`${prefix}/editions/${slug}/article`);
      const page = await answer.text();
      assert.equal(answer.status, 200, slug);
      assert.deepEqual(await htmlErrors(page), [], slug);
      assert.match(page, /<h1[^>]*>[^<]*\d/, `${slug}: the news is a figure`);
      const links = [...page.matchAll(/<main.*?<\/main>/gs)].flatMap(([main]) => [
        ...main.matchAll(/href="(\/[^"]*)"/g),
      ]);
      assert.ok(links.length >= 5, `${slug}: ${links.length} links`);
      for (const [, href = ''] of links) {
        const { status } = await app.request(href.replaceAll('&amp;', '&').replace(/#.*/, ''));
        assert.ok(status < 400, `${slug} links ${href}, which answers ${status}`);
      }
    }
  }
}
