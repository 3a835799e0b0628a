/** The commands of points of measure as a person or a script runs them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findToken } from '../src/accounts/index.ts';
import { noteSeen } from '../src/probes/index.ts';
import { openCommands } from './support/commands.ts';
import { scratchDirectory } from './support/ground.ts';
import { runCommand } from './support/start.ts';

test('a point of measure is opened with a token, listed, given another token, and closed', async (t) => {
  const { db, run, fail } = await openCommands(t);
  const made = await run('vantage', 'create', 'lyon', '--name', 'Lyon, OVH');
  const token = await findToken(db, String(made.token));
  assert.deepEqual(
    [made.vantage, token?.scope, token?.target, token?.id],
    ['lyon', 'vantage', 'lyon', made.id],
  );
  assert.match(await fail('vantage', 'create', 'lyon', '--name', 'x'), /already/);
  assert.match(await fail('vantage', 'create', 'Lyon', '--name', 'x'), /lower-case/);
  const stateOf = async () => {
    const { vantages } = (await run('vantage', 'list')) as { vantages: Record<string, unknown>[] };
    return vantages.map(({ slug, name, state }) => [slug, name, state]);
  };
  assert.deepEqual(await stateOf(), [['lyon', 'Lyon, OVH', 'new']]);
  await noteSeen(db, 1, new Date(), 60_000);
  assert.deepEqual(await stateOf(), [['lyon', 'Lyon, OVH', 'skewed']]);
  await noteSeen(db, 1, new Date(), 3);
  assert.deepEqual(await stateOf(), [['lyon', 'Lyon, OVH', 'at_work']]);
  const other = await run('vantage', 'token', 'lyon');
  const { tokens } = (await run('token', 'list', '--vantage', 'lyon')) as {
    tokens: Record<string, unknown>[];
  };
  assert.deepEqual(
    tokens.map(({ id, vantage, dataset, state }) => [id, vantage, dataset, state]),
    [made.id, other.id].map((id) => [id, 'lyon', null, 'open']),
  );
  await run('vantage', 'close', 'lyon', '--reason', 'Moved');
  assert.deepEqual(await stateOf(), [['lyon', 'Lyon, OVH', 'closed']]);
  assert.match(await fail('vantage', 'close', 'lyon', '--reason', 'Again'), /was closed on .*Moved/);
  assert.match(await fail('vantage', 'token', 'lyon'), /is closed/);
  assert.match(await fail('vantage', 'close', 'nothing', '--reason', 'x'), /no point of measure/);
});

test('a point of measure is told what lacks of its command, before anything is asked', async (t) => {
  const directory = scratchDirectory(t);
  for (const [words, says] of [
    [[], /--server/],
    [['--server', 'vigie.example', '--token', 'x'], /--server: "vigie\.example"/],
    [['--server', 'https://vigie.example/x', '--token', 'x'], /without path/],
    [['--server', 'https://vigie.example'], /one of --token and --token-file/],
    [['--server', 'https://vigie.example', '--token', 'x', '--token-file', 'y'], /one of/],
    [['--server', 'https://vigie.example', '--token-file', '/nowhere'], /ENOENT/],
  ] as const) {
    const { err, code } = await runCommand(directory, ['vantage', ...words]);
    assert.equal(code, 1);
    assert.match(err, says);
  }
});
