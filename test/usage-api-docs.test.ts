/** The examples of docs/usage-api.md, run as they are written against a site. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { MOST_SENT, SENT_FIELDS } from '../src/observations/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { testDatabase } from './support/database.ts';
import { documentedRows } from './support/docs.ts';
import { appOptions, serveApp } from './support/http.ts';
import { openDataset, usageCatalogue } from './support/usage-api.ts';

const TEXT = readFileSync(new URL('../docs/usage-api.md', import.meta.url), 'utf8');
const run = promisify(execFile);

function blocksIn(language: string): string[] {
  return [...TEXT.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, block = '']) =>
    name === language ? [block] : [],
  );
}

test('the examples send and read what the document says', async (t) => {
  const db = await testDatabase(t);
  const { direction } = await usageCatalogue(db);
  const { secret } = await openDataset(db, 'impots', direction);
  const { origin } = await serveApp(t, appOptions(db, [openData]));
  const env = { PATH: process.env.PATH, VIGIE_URL: origin, VIGIE_TOKEN: secret };
  const [post = '', get = ''] = blocksIn('sh').filter((block) => block.startsWith('curl'));
  const [told = '', refused = ''] = blocksIn('json');
  const shell = async (command: string) => JSON.parse((await run('sh', ['-c', command], { env })).stdout);
  assert.deepEqual(await shell(post), JSON.parse(told));
  assert.deepEqual(await shell(post), { ...JSON.parse(told), created: 0, unchanged: 4 });
  const [script = ''] = blocksIn('js');
  const words = ['--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, words, { env });
  assert.deepEqual(JSON.parse(stdout), { created: 12, updated: 0, unchanged: 0, suspect: 0 });
  const { figures, next } = (await shell(get)) as { figures: { id: string; value: unknown }[]; next: null };
  assert.deepEqual([figures.length, next], [16, null]);
  assert.equal(figures.find(({ id }) => id === '11-2025-01-completion')?.value, 0.8);
  const wrong = post
    .replace('"value": null, "status": "not_reported"', '"value": "ten"')
    .replace('--fail-with-body', '');
  assert.deepEqual(await shell(wrong), JSON.parse(refused));
  await assert.rejects(
    run(process.execPath, words, { env: { ...env, VIGIE_TOKEN: 'vgt_' } }),
    /This is no token of this site/,
  );
});

test('the fields and limits of the document are those of the code', () => {
  assert.deepEqual(
    documentedRows('usage-fields').map(({ item }) => item),
    [...SENT_FIELDS],
  );
  assert.ok(TEXT.includes(`- ${MOST_SENT.toLocaleString('en')} figures and 1 MiB a sending`));
});
