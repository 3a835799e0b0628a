/** The commands of checks as a person or a script runs them. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { recordProcedures } from '../src/catalogue/index.ts';
import { addTarget, announceMaintenance, USUAL_DEMAND } from '../src/probes/index.ts';
import { serveSite, soundPage } from './support/checked-site.ts';
import { addressOf, testDatabase } from './support/database.ts';
import { scratchDirectory } from './support/ground.ts';
import { runCommand } from './support/start.ts';

/** A store with one target, and the commands on it. */
async function prepare(t: TestContext) {
  const site = await serveSite(t, () => ({ '/': soundPage('<h1>Bonjour</h1><p>Un texte assez long.</p>') }));
  const db = await testDatabase(t);
  const directory = scratchDirectory(t);
  const url = `${site.origin}/`;
  await db.transaction(async (tx) => {
    const [subjectId = 0] = await recordProcedures(tx, [
      { publicId: '1', name: 'Une', validFrom: '2025-01-01' },
    ]);
    const use = { demand: { ...USUAL_DEMAND, url }, subjectId, role: 'home' as const, author: 'test' };
    await addTarget(tx, use, new Date('2026-01-05T03:00:00Z'));
  });
  const settings = { VIGIE_DATABASE_URL: addressOf(db.target), VIGIE_PROBE_ALLOW: '127.0.0.1' };
  const run = (env: Record<string, string>, ...words: string[]) =>
    runCommand(directory, ['check', ...words], { ...settings, ...env });
  return { url, run, db };
}

test('checks are run, kept, listed with what was last known, and replied to', async (t) => {
  const { url, run } = await prepare(t);
  const first = await run({}, 'run', '--kind', 'mobile', '--json');
  assert.equal(first.code, 0, first.err);
  const [made] = (JSON.parse(first.out) as { checks: Record<string, unknown>[] }).checks;
  assert.deepEqual([made?.target, made?.kind, made?.result], [1, 'mobile', 'pass']);
  assert.equal((made?.evidence as { url: string }).url, url);

  const without = await run({ VIGIE_CHROMIUM: '/nowhere/chromium' }, 'run', '--kind', 'mobile', '--json');
  assert.equal(without.code, 1);
  assert.match(without.err, /No browser can be started/);

  const replied = await run({}, 'reply', '1', 'mobile', '--author', 'Équipe', '--text', 'En juin.', '--json');
  assert.equal(replied.code, 0, replied.err);
  const listed = await run({}, 'list', '--json');
  const [latest] = (JSON.parse(listed.out) as { checks: Record<string, unknown>[] }).checks;
  const {
    result,
    last_known: known,
    replies,
  } = latest as {
    result: string;
    last_known: { result: string; age_days: number };
    replies: { author: string; text: string }[];
  };
  assert.deepEqual([result, known.result, known.age_days], ['unknown', 'pass', 0]);
  assert.deepEqual(
    replies.map(({ author, text }) => `${author}: ${text}`),
    ['Équipe: En juin.'],
  );
});

test('a target in maintenance is not checked, and the command says so', async (t) => {
  const { run, db } = await prepare(t);
  const hourMs = 3_600_000;
  const now = Date.now();
  const maintenance = {
    ...{ startsAt: new Date(now - hourMs), endsAt: new Date(now + hourMs) },
    ...{ repeats: 'never' as const, repeatsUntil: null, reason: 'Travaux', author: 'test' },
  };
  await announceMaintenance(db, [1], maintenance, new Date(now - 2 * hourMs));
  const told = await run({}, 'run', '--kind', 'mobile', '--json');
  assert.equal(told.code, 0, told.err);
  assert.deepEqual(JSON.parse(told.out), { checks: [], skipped: [1] });
  const { out } = await run({}, 'run', '--kind', 'mobile');
  assert.match(out, /^0 checks: .*\n1 of 1 targets skipped, in maintenance: 1\n$/);
});

test('what cannot be checked is refused in a line that names it', async (t) => {
  const { run } = await prepare(t);
  const cases: readonly (readonly [expected: RegExp, ...words: string[]])[] = [
    [/--kind: "nope" is no check/, 'run', '--kind', 'nope'],
    [/--target: "x" is not the number/, 'run', '--target', 'x'],
    [/no open target 99/, 'run', '--target', '99'],
    [/Nothing was checked of "mobile"/, 'reply', '1', 'mobile', '--author', 'a', '--text', 'b'],
    [/--text: write 1 to 2000/, 'reply', '1', 'mobile', '--author', 'a', '--text', ' '],
  ];
  for (const [expected, ...words] of cases) {
    const { code, err } = await run({}, ...words);
    assert.equal(code, 1, words.join(' '));
    assert.match(err, expected);
  }
});
