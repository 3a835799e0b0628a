/** A language of forms is one file: the product is copied, given that file, and asked for it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const copy = await mkdtemp(join(tmpdir(), 'vigie-language-'));
after(() => rm(copy, { recursive: true }));

/** Spanish, in the words of French but for what is asked for below. */
const SPANISH = `
import type { FormLanguage } from './form-language.ts';
import { language as french } from './fr.ts';

export const language: FormLanguage = {
  ...french,
  code: 'es',
  name: 'Español',
  questionnaires: {
    ...french.questionnaires,
    avis: { ...french.questionnaires.avis, title: 'Doy mi opinión' },
  },
};
`;

const ASKED = `
const { FORM_LANGUAGES, SHIPPED_QUESTIONNAIRES } = await import(process.argv[1] + '/src/feedback/index.ts');
const { buttonImage } = await import(process.argv[1] + '/src/web/button-image.ts');
const [avis] = SHIPPED_QUESTIONNAIRES;
console.log(JSON.stringify({
  languages: FORM_LANGUAGES.map(({ code, name }) => [code, name]),
  titles: SHIPPED_QUESTIONNAIRES.map(({ wording }) => wording.es?.title),
  image: buttonImage(avis, 'es').words,
}));
`;

/** Runs what is asked in the copy, as it stands. */
const ask = () =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', ASKED, pathToFileURL(copy).href]);

test('a further language is one file', async () => {
  await cp(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
  await cp(join(ROOT, 'package.json'), join(copy, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  await writeFile(join(copy, 'src/feedback/languages/es.ts'), SPANISH);
  const { stdout } = await ask();
  assert.deepEqual(JSON.parse(stdout), {
    languages: [
      ['fr', 'Français'],
      ['en', 'English'],
      ['es', 'Español'],
    ],
    titles: ['Doy mi opinión', 'Je signale un problème ou je fais une suggestion'],
    image: 'Doy mi opinión',
  });
});

test('a file of another code than its name, or without a language, is refused by its name', async () => {
  for (const written of [SPANISH.replace("code: 'es'", "code: 'it'"), 'export const other = {};']) {
    await writeFile(join(copy, 'src/feedback/languages/es.ts'), written);
    await assert.rejects(ask(), /languages\/es\.ts must export "language"/);
  }
});
