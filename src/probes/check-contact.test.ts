import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkContact } from './check-contact.ts';
import type { PageReading } from './page-reading.ts';

const NOTHING: PageReading = {
  ...{ url: 'https://a.test/', language: 'fr', text: '', links: [], buttons: [], formActions: [] },
  ...{ messageForms: 0, hasPasswordField: false },
};

const emailIn = (text: string) => checkContact({ ...NOTHING, text }, null).figures?.email;

test('an address is found wherever it stands', () => {
  for (const text of ['aide@agence.test', 'Écrivez à aide.usagers+x@mon-agence.gouv.fr.', '<aide@a.b>'])
    assert.equal(emailIn(text), true, text);
  for (const text of ['aide@', '@agence.test', 'aide@agence', '']) assert.equal(emailIn(text), false, text);
});

test('a long page that never comes to an address is read to its end', () => {
  assert.equal(emailIn('a.'.repeat(150_000)), false);
  assert.equal(emailIn(`${'a.'.repeat(150_000)} aide@agence.test`), true);
});
