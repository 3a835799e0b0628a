import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPageReader, readLogPages } from './log-page.ts';

const reader = (paths: string[], ...steps: string[]) =>
  createPageReader(readLogPages({ origins: [], paths }, steps).pages);
const view = (page: string | null = null) => ({ step: 'view', page });

test('a page is what a GET was answered well for', () => {
  const read = reader([]);
  assert.deepEqual(read('GET / HTTP/1.1', 200), view());
  assert.deepEqual(read('GET /depot HTTP/2.0', 304), view());
  assert.deepEqual(read('GET /depot', 200), view());
  for (const request of [
    'POST / HTTP/1.1',
    'HEAD / HTTP/1.1',
    'get / HTTP/1.1',
    '-',
    '\\x16\\x03',
    'GET http://b.fr/ HTTP/1.1',
  ])
    assert.equal(read(request, 200), 'method', request);
  for (const status of [100, 301, 302, 404, 500]) assert.equal(read('GET / HTTP/1.1', status), 'status');
});

test('files that pages are made of are no pages, whatever stands in a query string', () => {
  const read = reader([]);
  for (const path of ['/a.css', '/a.JS?v=1', '/x/b.woff2', '/formulaire.pdf', '/favicon.ico;v=2'])
    assert.equal(read(`GET ${path} HTTP/1.1`, 200), 'asset', path);
  for (const path of ['/a.html', '/a.php', '/a.do', '/v1.2/depot', '/depot?fichier=a.css', '/a.css/depot'])
    assert.deepEqual(read(`GET ${path} HTTP/1.1`, 200), view(), path);
});

test('a step is known by its path, a query string, a session or a last slash apart', () => {
  const read = reader([], 'start=/depot', 'pieces=/dossier/*/pieces', 'submitted=/recu.pdf');
  for (const path of ['/depot', '/depot/', '/depot?jeton=4', '/depot;jsessionid=77'])
    assert.deepEqual(read(`GET ${path} HTTP/1.1`, 200), { step: 'start', page: null }, path);
  assert.deepEqual(read('GET /dossier/48213/pieces HTTP/1.1', 200), { step: 'pieces', page: null });
  assert.deepEqual(read('GET /recu.pdf HTTP/1.1', 200), { step: 'submitted', page: null });
  for (const path of ['/depots', '/depot/suite', '/dossier/pieces', '/dossier/4/8/pieces'])
    assert.deepEqual(read(`GET ${path} HTTP/1.1`, 200), view(), path);
});

test('once paths are given, only what falls under them or bears a step counts, and only they are kept', () => {
  const read = reader(['/aide'], 'start=/depot');
  assert.deepEqual(read('GET /aide/jean-dupont HTTP/1.1', 200), view('/aide'));
  assert.deepEqual(read('GET /depot HTTP/1.1', 200), { step: 'start', page: null });
  assert.equal(read('GET /aides HTTP/1.1', 200), 'path');
});

test('options that say nothing are refused by name, all at once', () => {
  const { faults } = readLogPages({ origins: ['a.fr'], paths: ['aide'] }, [
    ...['start', 'view=/a', 'Étape=/b', 'x=/é', 'y=/a*', 'start=/depot', 'z=/depot/'],
  ]);
  const told = faults.map(({ path, message }) => `${path} ${message}`).join('\n');
  for (const words of [
    '--origin "a.fr"',
    '--path "aide"',
    '"view" is there',
    '"Étape"',
    '"x=/é"',
    '"y=/a*"',
    '"z=/depot/"',
  ])
    assert.ok(told.includes(words), `${words} in ${told}`);
  assert.deepEqual(readLogPages({ origins: [], paths: [] }, ['start=/', 'start=/depot']).faults, []);
});
