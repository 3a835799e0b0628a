/** The examples of docs/integration.md, run as they are written where their interpreter is. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ContextParameters, ENDINGS, readContext, signContext } from '../src/feedback/index.ts';
import { buttonImage } from '../src/web/button-image.ts';
import { snippetText } from '../src/web/button-snippet.ts';

const TEXT = readFileSync(new URL('../docs/integration.md', import.meta.url), 'utf8');
const SECRET = Buffer.from(Array.from({ length: 32 }, (_, at) => at));
const BUTTON = { id: 'k7m2p9x4qa', secret: SECRET };
const SAID: ContextParameters = { fin: 'success', etape: 'paiement', version: '2026.3' };

/** By the language of the block: what runs it, and the name of its file. */
const INTERPRETERS: Readonly<Record<string, { command: string; file: string }>> = {
  js: { command: process.execPath, file: 'button.mjs' },
  php: { command: 'php', file: 'button.php' },
  python: { command: 'python3', file: 'button.py' },
  java: { command: 'java', file: 'VigieButton.java' },
};

function blockIn(language: string): string {
  const blocks = [...TEXT.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, name]) => name === language);
  assert.equal(blocks.length, 1, `${blocks.length} blocks in ${language}`);
  return blocks[0]?.[2] ?? '';
}

function isThere(command: string): boolean {
  const { status } = spawnSync(command, [command === 'java' ? '-version' : '--version']);
  return status === 0;
}

for (const [language, { command, file }] of Object.entries(INTERPRETERS)) {
  const skip = isThere(command) ? false : `NOT RUN: there is no ${command} on this machine`;
  test(`the example in ${language} signs what the server reads`, { skip }, (t) => {
    const directory = mkdtempSync(join(tmpdir(), 'vigie-docs-'));
    t.after(() => rmSync(directory, { recursive: true, force: true }));
    writeFileSync(join(directory, file), blockIn(language));
    const env = { PATH: process.env.PATH, VIGIE_BUTTON_SECRET: SECRET.toString('hex') };
    const done = spawnSync(command, [file], { cwd: directory, env, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    const { pathname, searchParams } = new URL(done.stdout.trim());
    assert.equal(pathname, `/avis/${BUTTON.id}`);
    assert.deepEqual(readContext(BUTTON, Object.fromEntries(searchParams)), {
      ending: 'success',
      step: 'paiement',
      serviceVersion: '2026.3',
    });
  });
}

test('the signature given to check is that of what stands before it', () => {
  assert.ok(TEXT.includes(`the signature is \`${signContext(BUTTON, SAID)}\``));
  assert.ok(TEXT.includes(SECRET.toString('hex')));
});

test('every ending is explained, and none that does not exist', () => {
  const row = /^\| `fin` \|.*$/m.exec(TEXT)?.[0] ?? '';
  const told = [...row.matchAll(/`(\w+)`/g)].map(([, word]) => word).filter((word) => word !== 'fin');
  assert.deepEqual(
    told,
    ENDINGS.filter((ending) => ending !== 'unknown'),
  );
});

test('the HTML shown is that of the command, hash apart', () => {
  const image = buttonImage(
    { id: 'avis', version: 1, wording: { fr: { title: 'Je donne mon avis', questions: {} } } },
    'fr',
  );
  assert.ok(image);
  const origin = 'https://vigie.example';
  const snippet = snippetText('html', {
    ...{ buttonId: BUTTON.id, href: `${origin}/avis/${BUTTON.id}`, origin, image, language: 'fr' },
  });
  const bare = (text: string) => text.trim().replace(/\.[0-9a-f]{16}\.svg/, '.svg');
  assert.equal(bare(blockIn('html')), bare(snippet));
});
