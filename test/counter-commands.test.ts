/** The commands of counters as a person or a script runs them. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { recordProcedures } from '../src/catalogue/index.ts';
import { findCounter } from '../src/visits/index.ts';
import { openCommands } from './support/commands.ts';

async function prepare(t: TestContext) {
  const settings = { VIGIE_PUBLIC_URL: 'https://vigie.example' };
  const ground = await openCommands(t, { group: ['counter'], settings });
  await ground.db.transaction((tx) =>
    recordProcedures(tx, [{ publicId: '1764', name: 'Déclarer ses revenus', validFrom: '2020-01-01' }]),
  );
  return ground;
}

test('a counter is opened, listed, pasted and closed', async (t) => {
  const { db, run, fail } = await prepare(t);
  const site = ['--origin', 'https://a.fr', '--origin', 'https://b.fr:8443'];
  const steps = ['--path', '/aide', '--step', 'identite', '--step', 'pieces'];
  const created = await run(
    'create',
    '--procedure',
    '1764',
    ...site,
    ...steps,
    '--author',
    'Service qualité',
  );
  const id = String(created.id);
  const held = await findCounter(db, id);
  assert.deepEqual(
    [held?.origins, held?.paths, held?.steps, held?.author],
    [['https://a.fr', 'https://b.fr:8443'], ['/aide'], ['identite', 'pieces'], 'Service qualité'],
  );
  const { counters } = (await run('list', '--procedure', '1764')) as { counters: Record<string, unknown>[] };
  assert.deepEqual(
    counters.map((one) => [one.id, one.state, (one.subject as { id: string }).id]),
    [[id, 'open', '1764']],
  );
  const { snippets } = (await run('snippet', id, '--format', 'image')) as {
    snippets: { step: string; snippet: string }[];
  };
  assert.deepEqual(
    snippets.map(({ step }) => step),
    ['view', 'start', 'identite', 'pieces', 'submitted', 'refused', 'error'],
  );
  for (const { step, snippet } of snippets) {
    assert.match(
      snippet,
      new RegExp(`^<img src="https://vigie\\.example/mesure/${id}/${step}\\.gif" alt="" `),
    );
  }
  const only = (await run('snippet', id, '--step', 'submitted')) as { snippets: { snippet: string }[] };
  assert.match(
    only.snippets[0]?.snippet ?? '',
    /^<script async src="[^"]*\/mesure\/mesure\.js" .*<\/noscript>$/,
  );
  assert.equal((await run('close', id, '--reason', 'refonte')).state, 'closed');
  assert.match(await fail('snippet', id), /is closed/);
  assert.match(await fail('close', id, '--reason', 'encore'), /was closed on/);
});

test('what cannot be counted is refused, with the option at fault', async (t) => {
  const { db, fail } = await prepare(t);
  const create = (...words: string[]) => fail('create', '--procedure', '1764', ...words);
  assert.match(await create(), /--origin: give the address/);
  assert.match(await create('--origin', 'a.fr'), /--origin: "a\.fr"/);
  assert.match(
    await create('--origin', 'https://a.fr', '--step', 'start'),
    /--step: "start" is there in every/,
  );
  assert.match(await create('--origin', 'https://a.fr', '--path', 'aide?x'), /--path: "aide\?x"/);
  assert.match(await fail('create', '--procedure', '9', '--origin', 'https://a.fr'), /no procedure "9"/);
  assert.match(await fail('snippet', 'aaaaaaaaaa'), /no counter "aaaaaaaaaa"/);
  assert.deepEqual(await db.query('select id from visits.counter'), []);
});
