import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCountries } from './country.ts';

test('countries are found from truncated addresses of both families, and what is not known is said so', async () => {
  const findCountry = await openCountries();
  assert.equal(findCountry('91.160.1.0'), 'FR');
  assert.equal(findCountry('2a01:e0a:1::'), 'FR');
  for (const network of ['192.168.1.0', '127.0.0.0', 'fd00::', 'unknown']) {
    assert.equal(findCountry(network), 'unknown', network);
  }
});
