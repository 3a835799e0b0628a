import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { counterFaults, pageOf } from './counter.ts';

const GOOD = {
  origins: ['https://demarche.exemple.fr'],
  paths: ['/aide'],
  steps: ['identite'],
  author: 'test',
};

test('of a path its registered beginning is kept, the longest one, and nothing of what follows', () => {
  const counter = { paths: ['/aide', '/aide/contact', '/dossier/'] };
  assert.equal(pageOf(counter, '/aide'), '/aide');
  assert.equal(pageOf(counter, '/aide/jean.dupont@exemple.fr'), '/aide');
  assert.equal(pageOf(counter, '/aide/contact/2'), '/aide/contact');
  assert.equal(pageOf(counter, '/dossier/1234567890123'), '/dossier/');
  assert.equal(pageOf(counter, '/aides'), null);
  assert.equal(pageOf(counter, '/dossier'), null);
  assert.equal(pageOf({ paths: [] }, '/aide'), null);
});

test('whatever the path, what is kept of it is one of those registered, or nothing', () => {
  const paths = fc.array(fc.webPath({ size: 'small' }), { maxLength: 5 });
  fc.assert(
    fc.property(paths, fc.string(), fc.nat(4), (registered, tail, at) => {
      const path = `${registered[at] ?? '/'}${tail}`;
      const page = pageOf({ paths: registered }, path);
      assert.ok(page === null || registered.includes(page));
    }),
  );
});

test('a counter that is well asked for has no fault', () => {
  assert.deepEqual(counterFaults(GOOD), []);
  assert.deepEqual(counterFaults({ ...GOOD, origins: ['http://localhost:8080'], paths: [], steps: [] }), []);
});

test('each fault names its option', () => {
  const faults = (change: Partial<typeof GOOD>) =>
    counterFaults({ ...GOOD, ...change }).map(({ path }) => path);
  assert.deepEqual(faults({ origins: [] }), ['--origin']);
  for (const origin of [
    'demarche.fr',
    'https://A.fr',
    'https://a.fr/',
    'https://a.fr/x',
    'ftp://a.fr',
    '*',
  ]) {
    assert.deepEqual(faults({ origins: [origin] }), ['--origin'], origin);
  }
  for (const path of ['aide', '/a?b', '/a#b', '/é', `/${'a'.repeat(120)}`]) {
    assert.deepEqual(faults({ paths: [path] }), ['--path'], path);
  }
  for (const step of ['view', 'start', 'submitted', 'Identité', '-x', '']) {
    assert.deepEqual(faults({ steps: [step] }), ['--step'], step);
  }
  assert.deepEqual(faults({ steps: ['a', 'a'] }), ['--step']);
  assert.deepEqual(faults({ steps: Array.from({ length: 26 }, (_, n) => `s${n}`) }), ['--step']);
  assert.deepEqual(faults({ author: '' }), ['--author']);
});
