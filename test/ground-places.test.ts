import assert from 'node:assert/strict';
import { existsSync, globSync, lstatSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { isRoot } from '../src/core/data-directory.ts';
import { canEnter, lookUp } from '../src/core/embedded/server-user.ts';
import { cloneProject, libraryLinks } from './support/clone.ts';
import { openInProcess, postmasterOf, scratchDirectory, stateOf } from './support/ground.ts';

const ELSEWHERE = '/var/lib/vigie';
const ordinary = lookUp('nobody');
const asRoot = { skip: isRoot() ? false : 'only root can try it' };
const asRootWithOrdinary = {
  skip:
    isRoot() && ordinary !== null && canEnter(ordinary, dirname(process.execPath))
      ? false
      : 'only root, from where an ordinary user can run Node, can try it',
};

test('without install scripts, the links between libraries are made at the first start', async (t) => {
  const project = await clone(t, 0o755);
  const server = await openInProcess(t, scratchDirectory(t), { project });
  for (const link of await libraryLinks(project)) assert.ok(lstatSync(link).isSymbolicLink(), link);
  assert.equal(await server.close(), 0);
});

test(
  'an ordinary user, who cannot make the links in a tree of root, gets a copy',
  asRootWithOrdinary,
  async (t) => {
    const project = await clone(t, 0o755);
    const directory = await directoryOf(t, ordinary);
    const options = { project, ...(ordinary && { user: ordinary }) };
    assert.equal(await (await openInProcess(t, directory, options)).close(), 0);
    assert.equal(globSync(join(directory, 'postgresql-*')).length, 1);
    assert.equal(statSync(stateOf(directory)).uid, ordinary?.uid);
    assert.deepEqual((await libraryLinks(project)).filter(existsSync), []);
  },
);

test('as root, from a directory closed to others, programs and state go to /var/lib', asRoot, async (t) => {
  const before = new Set(globSync(join(ELSEWHERE, '*')));
  t.after(async () => {
    const made = globSync(join(ELSEWHERE, '*')).filter((path) => !before.has(path));
    for (const path of made) await rm(path, { recursive: true });
    if (before.size === 0) await rm(ELSEWHERE, { recursive: true });
  });
  const project = await clone(t, 0o700);
  const directory = scratchDirectory(t);
  await mkdir(directory, { mode: 0o700 });
  assert.equal(await (await openInProcess(t, directory, { project })).close(), 0);
  const state = stateOf(directory);
  assert.equal(dirname(state), ELSEWHERE);
  assert.equal(existsSync(join(directory, 'postgres')), false);
  assert.equal(globSync(join(ELSEWHERE, 'postgresql-*')).length, 1);

  const again = await openInProcess(t, directory, { project });
  assert.equal(stateOf(directory), state);
  assert.ok(postmasterOf(directory));
  assert.equal(await again.close(), 0);

  await rm(state, { recursive: true });
  await assert.rejects(openInProcess(t, directory, { project }), /does not exist: put it back/);
});

test('root and the user who owns a directory serve the same store in turn', asRootWithOrdinary, async (t) => {
  const directory = await directoryOf(t, ordinary);
  const user = ordinary ?? { uid: 0, gid: 0 };
  for (const options of [{ user }, {}, { user }]) {
    const server = await openInProcess(t, directory, { claim: true, ...options });
    assert.equal(statSync(join(stateOf(directory), 'data')).uid, user.uid);
    assert.equal(await server.close(), 0);
  }
});

test(
  'a directory of root is refused to an ordinary user, by its setting name',
  asRootWithOrdinary,
  async (t) => {
    const directory = scratchDirectory(t);
    assert.equal(await (await openInProcess(t, directory)).close(), 0);
    const user = ordinary ?? { uid: 0, gid: 0 };
    await assert.rejects(openInProcess(t, directory, { user }), /VIGIE_DATA .*permission denied/);
  },
);

async function clone(t: TestContext, mode: number): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'vigie-clone-'));
  t.after(() => rm(project, { recursive: true }));
  await cloneProject(project);
  await chmod(project, mode);
  return project;
}

/** A VIGIE_DATA that its user has made. */
async function directoryOf(t: TestContext, user: { uid: number; gid: number } | null): Promise<string> {
  const directory = scratchDirectory(t);
  await mkdir(directory, { mode: 0o700 });
  if (user !== null) await chown(directory, user.uid, user.gid);
  return directory;
}
