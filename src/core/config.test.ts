import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig, SETTINGS } from './config.ts';
import { VigieError } from './errors.ts';

function refusal(env: Record<string, string>): VigieError {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof VigieError);
    return error;
  }
  throw new assert.AssertionError({ message: 'the settings were accepted' });
}

test('an empty environment gives the defaults, and so do empty variables', () => {
  const config = readConfig({});
  assert.equal(config.port, 3000);
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.databaseUrl, null);
  assert.equal(config.publicUrl, 'http://localhost:3000');
  assert.equal(config.mode, 'production');
  assert.deepEqual(readConfig({ PORT: '', VIGIE_DATABASE_URL: ' ' }), config);
});

test('the public address follows the port unless it is set', () => {
  assert.equal(readConfig({ PORT: '8080' }).publicUrl, 'http://localhost:8080');
  assert.equal(
    readConfig({ PORT: '8080', VIGIE_PUBLIC_URL: 'https://vigie.example/' }).publicUrl,
    'https://vigie.example',
  );
});

test('every faulty setting is told at once, with what it expects', () => {
  const error = refusal({ PORT: '70000', VIGIE_MODE: 'prod', VIGIE_PUBLIC_URL: 'vigie.example' });
  assert.equal(error.code, 'InvalidInput');
  assert.deepEqual(
    error.fields.map((field) => field.path),
    ['PORT', 'VIGIE_PUBLIC_URL', 'VIGIE_MODE'],
  );
  assert.match(error.message, /PORT must be a port number from 1 to 65535, not "70000"/);
});

test('a wrong secret is not shown', () => {
  const error = refusal({ VIGIE_DATABASE_URL: 'mysql://vigie:hunter2@db/vigie' });
  assert.doesNotMatch(JSON.stringify([error.message, error.fields]), /hunter2/);
});

test('an address with a path, a query or another scheme is not a public address', () => {
  for (const url of [
    'https://a.example/x',
    'https://a.example/?x',
    'ftp://a.example',
    'https://u:p@a.example',
  ]) {
    assert.equal(refusal({ VIGIE_PUBLIC_URL: url }).fields.length, 1, url);
  }
});

test('a misspelt variable is told with the nearest setting', () => {
  const { warnings } = readConfig({ VIGIE_DATABASEURL: 'postgres://x', PATH: '/bin' });
  assert.deepEqual(warnings, ['VIGIE_DATABASEURL is not a setting; the nearest one is VIGIE_DATABASE_URL']);
});

test('every default has the form its setting expects', () => {
  for (const { initial, parse, name } of Object.values(SETTINGS)) {
    if (initial !== undefined) assert.notEqual(parse(initial), undefined, name);
  }
});
