import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { ARTICLE_CASES } from '../../../test/support/article-editions.ts';
import { goldenFile, pageOf, textOf } from '../../../test/support/article-text.ts';
import { someEdition } from '../../../test/support/generated-editions.ts';
import { htmlErrors } from '../../../test/support/html.ts';
import { SHELL, VISIT } from '../../../test/support/shell.ts';
import { page } from '../design/index.ts';
import { LOCALES, type Locale, localisation } from '../i18n/index.ts';

const CASES = Object.entries(ARTICLE_CASES).flatMap(([name, given]) =>
  LOCALES.map((locale) => ({ name, locale, given })),
);

/** The sentences of the paragraphs of a text: headings apart, and the line above the title. */
function sentencesOf(text: string): string[] {
  const [, ...blocks] = text.trim().split('\n\n');
  return blocks
    .filter((block) => !block.startsWith('#'))
    .flatMap((block) => block.split(/(?<=\.) (?=[^a-z])/u));
}

const withoutLinks = (text: string) => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');

function assertProven(text: string): void {
  for (const sentence of sentencesOf(text)) {
    assert.doesNotMatch(sentence, /^\[?\d/, 'a sentence begins with a figure');
    if (/\d/.test(withoutLinks(sentence))) assert.match(sentence, /\]\(\//, sentence);
  }
}

/** What no sentence may show: a value that is missing, a hole, French signs without their space. */
function assertWellWritten(text: string, locale: Locale): void {
  const words = withoutLinks(text);
  assert.doesNotMatch(
    words,
    /undefined|null|\[object|\bNaN\b|Infinity| {2}|\.\.|[ \u00a0\u202f][,.)]|\(\s*\)/,
  );
  if (locale === 'fr') assert.doesNotMatch(words, /[^\u00a0\u202f][;:!?%»]|«[^\u00a0\u202f]|'/u);
}

for (const { name, locale, given } of CASES) {
  test(`the article "${name}" reads as kept in ${locale} (node test/golden/write.ts writes it anew)`, async () => {
    assert.equal(await textOf(pageOf(given, locale)), readFileSync(goldenFile(name, locale), 'utf8'));
  });

  test(`the article "${name}" proves each of its figures and is well written in ${locale}`, async () => {
    const text = await textOf(pageOf(given, locale));
    assert.ok(sentencesOf(text).length > 1);
    assertProven(text);
    assertWellWritten(text, locale);
  });
}

test('whatever the editions, each figure is proven and each sentence is whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      someEdition,
      fc.option(someEdition, { nil: null }),
      fc.constantFrom(...LOCALES),
      async (after, before, locale) => {
        const given = { published: after.published, previous: before?.published ?? null };
        const text = await textOf(pageOf(given, locale));
        assertProven(text);
        assertWellWritten(text, locale);
      },
    ),
    { numRuns: 300 },
  );
});

test('a figure in a heading is in a sentence too', async () => {
  for (const { locale, given } of CASES) {
    const text = withoutLinks(await textOf(pageOf(given, locale)));
    const told = sentencesOf(text).join(' ');
    for (const [, heading = ''] of text.matchAll(/^#+ (.*)$/gm)) {
      for (const [figure] of heading.matchAll(/\d[\d,.\u202f]*\d|\d/g))
        assert.ok(told.includes(figure), heading);
    }
  }
});

test('articles are valid documents', async () => {
  for (const { locale, given } of CASES.filter(({ name }) => name === 'whole' || name === 'totals')) {
    const drawn = page(localisation(locale), SHELL, pageOf(given, locale), VISIT);
    assert.deepEqual(await htmlErrors(String(await drawn)), []);
  }
});

test('French names carry their language on English pages, and so do French notes', async () => {
  const markup = String(await pageOf(ARTICLE_CASES.whole ?? assert.fail(), 'en').main);
  assert.match(markup, /<a href="\/en\/demarches\/12-[^"]*" lang="fr">Immatriculer un navire<\/a>/);
  assert.match(markup, /<span lang="fr">Ministère de la Mer<\/span>/);
  assert.match(markup, /<blockquote lang="fr"><p>Le versement/);
});

test('a note stands after the first paragraph that names its procedure, in the language of the page', async () => {
  const read = (locale: Locale) => textOf(pageOf(ARTICLE_CASES.whole ?? assert.fail(), locale));
  const blocks = (await read('fr')).split('\n\n');
  const at = blocks.findIndex((block) => block.includes('sans papier'));
  assert.match(blocks[at - 1] ?? '', /Immatriculer un navire/);
  assert.match(blocks[at + 1] ?? '', /^Claire Martin, le 14 octobre 2025/);
  assert.doesNotMatch(await read('en'), /sans papier/);
});

test('a note on a procedure that no paragraph names closes the article', async () => {
  const { published, previous } = ARTICLE_CASES.many ?? assert.fail();
  const [unnamed] = published.procedures.slice(-1);
  const notes = [
    {
      procedure: unnamed?.id ?? '',
      name: unnamed?.name ?? '',
      lang: 'fr' as const,
      body: 'À suivre.',
      author: 'Claire Martin',
      writtenAt: new Date('2025-10-14T09:00:00Z'),
    },
  ];
  const text = await textOf(pageOf({ published, previous, notes }, 'fr'));
  assert.match(text, /## Notes de la rédaction\n\nÀ suivre\./);
});
