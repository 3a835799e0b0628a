import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ASSETS_DIRECTORY, loadAssets } from './assets.ts';

const scripts = loadAssets().files.filter(({ name }) => name.endsWith('.js'));

test('scripts are sent with all of their code, and nothing else', () => {
  assert.ok(scripts.length > 0);
  for (const { name, bytes } of scripts) {
    const written = readFileSync(join(ASSETS_DIRECTORY, name), 'utf8');
    const code = written.replaceAll(/^\s*\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const sent = Buffer.from(bytes).toString();
    assert.equal(sent.replaceAll(/\s+/g, ''), code.replaceAll(/\s+/g, ''), name);
    assert.ok(sent.length < written.length, name);
  }
});

test('no text of a script spans lines, for their indentation is not sent', () => {
  for (const { name, bytes } of scripts) {
    for (const line of Buffer.from(bytes).toString().split('\n')) {
      assert.equal((line.match(/`/g) ?? []).length % 2, 0, `${name}: ${line}`);
    }
  }
});
