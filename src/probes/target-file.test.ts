import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VigieError } from '../core/errors.ts';
import { USUAL_DEMAND } from './target.ts';
import { readTargetFile } from './target-file.ts';

const SUBJECTS = new Map([
  ['44', 4],
  ['1764', 17],
]);
const read = (text: string) => readTargetFile(new TextEncoder().encode(text), (id) => SUBJECTS.get(id));

function faultsOf(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof VigieError) return error.fields.map(({ path }) => path);
    throw error;
  }
  return [];
}

test('a line says what is asked for a procedure, in French words; what is blank is as usual', () => {
  const lines = read(
    'demarche;adresse;role;methode;statuts;contient;ne_contient_pas;intervalle;delai;lenteur\r\n' +
      '44;a.fr;;;;;;;;\r\n' +
      '1764;https://a.fr/fin;Dernière page;GET;200,401;Merci;erreur technique;5min;20 s;500ms\r\n',
  );
  assert.deepEqual(lines, [
    { line: 2, subjectId: 4, role: 'home', demand: { ...USUAL_DEMAND, url: 'https://a.fr/' } },
    {
      line: 3,
      subjectId: 17,
      role: 'last_page',
      demand: {
        ...{ url: 'https://a.fr/fin', method: 'GET', expectedStatus: '200,401' },
        ...{ mustContain: 'Merci', mustNotContain: 'erreur technique' },
        ...{ intervalMs: 300_000, timeoutMs: 20_000, slowMs: 500 },
      },
    },
  ]);
});

test('every fault is told at once, with its line and column', () => {
  const text = [
    'demarche,adresse,role,methode,intervalle',
    '9,https://a.fr,accueil,GET,1min',
    ',mailto:x@a.fr,portail,POST,2s',
    '44,https://a.fr,connexion,,',
    '44,https://a.fr/#x,accueil,,',
    '44,https://a.fr/?x,home,,',
  ].join('\n');
  assert.deepEqual(faultsOf(text), [
    'line 2, column "demarche"',
    'line 3, column "demarche"',
    'line 3, column "role"',
    'line 3, column "adresse"',
    'line 3, column "methode"',
    'line 3, column "intervalle"',
    'line 5, column "adresse"',
  ]);
  assert.deepEqual(faultsOf('demarche,url\n44,a.fr'), ['line 1, column "adresse"', 'line 1, column "url"']);
});

test('two procedures may share an address, and one may ask two things of it', () => {
  const lines = read('demarche,adresse,contient\n44,a.fr,\n1764,a.fr,\n44,a.fr,Bonjour\n');
  assert.deepEqual(
    lines.map(({ subjectId, demand }) => [subjectId, demand.mustContain]),
    [
      [4, null],
      [17, null],
      [4, 'Bonjour'],
    ],
  );
});
