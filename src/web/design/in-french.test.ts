import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFrench } from './in-french.ts';

test('words of data are marked as French in a sentence of another language, each where it stands', () => {
  const marked = inFrench(
    { locale: 'en' },
    'Between T2 2025 and T2 2025 bis (T2?)',
    'T2 2025',
    'T2 2025 bis',
    '',
  );
  assert.equal(
    String(marked),
    'Between <span lang="fr">T2 2025</span> and <span lang="fr">T2 2025 bis</span> (T2?)',
  );
  assert.equal(
    String(inFrench({ locale: 'en' }, 'The A.B (1) edition', 'A.B (1)')),
    'The <span lang="fr">A.B (1)</span> edition',
  );
  assert.equal(String(inFrench({ locale: 'fr' }, 'Édition T2 2025', 'T2 2025')), 'Édition T2 2025');
});

test('neither the sentence nor the words of data become markup', () => {
  assert.equal(
    String(inFrench({ locale: 'en' }, 'a < <b>', '<b>')),
    'a &lt; <span lang="fr">&lt;b&gt;</span>',
  );
});
