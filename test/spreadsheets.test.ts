/** Every CSV of the site, as the file of a spreadsheet. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { listOrganisations, type OrganisationNode, recordSites } from '../src/catalogue/index.ts';
import { fixedClock } from '../src/core/clock.ts';
import type { App } from '../src/core/http/context.ts';
import { importEdition } from '../src/editions/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { appOptions } from './support/http.ts';
import { publishedFile } from './support/published-file.ts';
import { question, recordWaves, wave } from './support/surveys.ts';

const FORMULA = '=1+1';
const ROW = { 'Nom Démarche': FORMULA, 'Réf Administration': '@SUM(A1)', 'Taux Dispo': '0.9995' };
const EDITIONS = ['2025-10', '2026-01'];

let app: App;
let addresses: string[];
before(async () => {
  const db = await testDatabase();
  for (const [at, slug] of EDITIONS.entries()) {
    await importEdition(
      db,
      {
        file: { bytes: publishedFile([{ ...ROW, 'Note Satisfaction': `7.${at + 1}` }, {}]), name: 'x.csv' },
        slug,
        label: FORMULA,
        methodology: 'vde-2025',
        cutoffOn: `${slug}-31`,
        publishedAt: new Date(`${slug}-31T12:00:00Z`),
        author: 'test',
      },
      fixedClock(`${slug}-31T12:00:00Z`),
    );
  }
  await db.transaction((tx) =>
    recordSites(tx, [{ slug: 'guichet', name: FORMULA, network: '+R', validFrom: '2025-10-31' }]),
  );
  const years = [wave(2024, [question(620)]), wave(2025, [question(670)])];
  await recordWaves(
    db,
    'enquete',
    years.map((one) => ({ ...one, title: { fr: FORMULA, en: FORMULA } })),
  );
  app = createApp(appOptions(db, [publicSite, openData]));
  const slugs = slugsOf(await listOrganisations(db));
  const samples: Readonly<Record<string, string>> = {
    demarches: '1',
    administrations: slugs[0] ?? '',
    lieux: 'guichet',
    usages: 'volume_online',
    barometres: 'enquete',
    criteres: 'satisfaction',
    methodologie: 'vde-2025',
    editions: '2026-01',
    revisions: '1',
    comparaison: '2025-10',
  };
  const patterns = new Set(app.routes.map(({ path }) => path).filter((path) => /\.csv\}?$/.test(path)));
  addresses = [...patterns].map((path) => {
    const address = path
      .split('/')
      .map((segment, at, all) => {
        if (!segment.startsWith(':')) return segment;
        const sample = samples[all[at - 1] ?? ''];
        assert.ok(sample, `no sample for ${path}; add one to this test`);
        return /csv\}$/.test(segment) ? `${sample}.csv` : sample;
      })
      .join('/');
    return address.endsWith('/administrations/comparaison.csv')
      ? `${address}?${slugs
          .slice(0, 2)
          .map((slug) => `administration=${slug}`)
          .join('&')}`
      : address;
  });
});

const slugsOf = (nodes: readonly OrganisationNode[]): string[] =>
  nodes.flatMap(({ slug, children }) => [slug, ...slugsOf(children)]);

const asking = (address: string, value: string) =>
  `${address}${address.includes('?') ? '&' : '?'}excel=${value}`;

const cellsOf = (text: string, delimiter: string): string[] =>
  parse(text, { delimiter, bom: true, relax_column_count: true }).flat();

test('every CSV has a spreadsheet: mark, semicolons, decimal commas, no formula; and is plain without it', async () => {
  assert.ok(addresses.length >= 14, addresses.join(' '));
  let commas = 0;
  let formulas = 0;
  for (const address of addresses) {
    const plain = await app.request(address);
    assert.equal(plain.status, 200, address);
    const answer = await app.request(asking(address, '1'));
    assert.equal(answer.status, 200, address);
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /^attachment; filename="vigie-[\w-]+-tableur\.csv"$/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], address);
    const before = cellsOf(await plain.text(), ',');
    const after = cellsOf(new TextDecoder().decode(bytes), ';');
    assert.equal(after.length, before.length, address);
    for (const [at, cell] of before.entries()) {
      const isFormula = /^[=+@-]/.test(cell) && !/^-?[\d.]+$/.test(cell);
      const isDecimal = /^-?\d+\.\d+$/.test(cell);
      const expected = isFormula ? `'${cell}` : isDecimal ? cell.replace('.', ',') : cell;
      assert.equal(after[at], expected, address);
      commas += Number(isDecimal);
      formulas += Number(isFormula);
    }
  }
  assert.ok(commas > 50 && formulas > 20, `${commas} decimals, ${formulas} formulas`);
});

test('any other value of the parameter is refused by its name, and the stored bytes stay as they are', async () => {
  for (const address of addresses) {
    for (const value of ['', '0', 'true', '11']) {
      const answer = await app.request(asking(address, value));
      assert.equal(answer.status, 400, `${address}?excel=${value}`);
      const { error } = (await answer.json()) as { error: { fields: { path: string }[] } };
      assert.deepEqual(
        error.fields.map(({ path }) => path),
        ['excel'],
      );
    }
  }
  const manifest = await (await app.request('/editions/2026-01/manifest.json')).json();
  const { files } = manifest as { files: { path: string; bytes: number }[] };
  for (const { path, bytes } of files) {
    assert.equal((await (await app.request(path)).arrayBuffer()).byteLength, bytes);
  }
});

test('an edition that does not exist has no spreadsheet either', async () => {
  assert.equal((await app.request('/editions/2099-01.csv?excel=1')).status, 404);
  assert.equal((await app.request('/editions/2026-01/revisions/9.csv?excel=1')).status, 404);
});
