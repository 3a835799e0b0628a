import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { SHIPPED_QUESTIONNAIRES } from '../feedback/index.ts';
import { BUTTON_IMAGE_POLICY, buttonImage, findButtonImage } from './button-image.ts';
import { SNIPPET_FORMATS, snippetText } from './button-snippet.ts';

const ORIGIN = 'https://vigie.example';
const titled = (title: string) => ({ id: 'avis', version: 1, wording: { fr: { title, questions: {} } } });
const drawn = (title: string) => buttonImage(titled(title), 'fr') ?? assert.fail();
const partsOf = (title: string) => ({
  ...{ buttonId: 'k7m2p9x4qa', href: `${ORIGIN}/avis/k7m2p9x4qa?fin=success&etape=fin`, origin: ORIGIN },
  ...{ image: drawn(title), language: 'fr' },
});

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

function seenOn(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => unescaped(text)).join(' ');
}

/** Words of a title as a person would write them, signs of markup included. */
const title = fc
  .array(fc.stringMatching(/^[A-Za-zÀ-ÿ<>&"'’.,!?\]\\[-]{1,12}$/), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))
  .filter((text) => text.length <= 80);

test('the words that are drawn are the name of the link, whatever they are', () => {
  fc.assert(
    fc.property(title, (words) => {
      const parts = partsOf(words);
      assert.equal(seenOn(parts.image.svg), words);
      const alt = /alt="([^"]*)"/.exec(snippetText('html', parts))?.[1] ?? '';
      assert.equal(unescaped(alt), words);
      assert.ok(snippetText('email', parts).includes(`>${escaped(words)}</a>`));
    }),
  );
});

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

test('the whole button weighs under 5 kB, at the longest title, and holds on a phone of 320 pixels', () => {
  for (const { wording, ...one } of SHIPPED_QUESTIONNAIRES) {
    for (const language of Object.keys(wording)) {
      const image = buttonImage({ ...one, wording }, language) ?? assert.fail();
      assert.ok(image.width <= 280, `${image.words}: ${image.width}`);
    }
  }
  for (const words of ['Je donne mon avis', 'Une phrase de quatre-vingts signes '.repeat(3).slice(0, 79)]) {
    const parts = partsOf(words);
    assert.ok(parts.image.svg.length + snippetText('html', parts).length < 5_000);
  }
});

test('the link says whose button it is, its size, and nothing to run or to fetch but the image', () => {
  const text = snippetText('html', partsOf('Je donne mon avis'));
  assert.match(
    text,
    /^<a href="https:\/\/vigie\.example\/avis\/k7m2p9x4qa\?fin=success&amp;etape=fin" lang="fr"/,
  );
  assert.match(text, / data-vigie-button="k7m2p9x4qa" data-vigie-version="1" /);
  assert.match(text, / width="\d+" height="48" /);
  for (const format of SNIPPET_FORMATS) {
    assert.doesNotMatch(snippetText(format, partsOf('Je donne mon avis')), /script|\son\w+=|cookie|<link/);
  }
});

test('Markdown keeps its brackets, text its address', () => {
  assert.match(snippetText('markdown', partsOf('A [b] \\')), /^\[!\[A \\\[b\\\] \\\\\]\(https:/);
  assert.match(snippetText('text', partsOf('Je donne mon avis')), /^Je donne mon avis\nhttps:\/\/vigie/);
});

test('words stand out from the plate, and the edge or the plate from white, grey and dark pages', () => {
  const { svg } = drawn('Je donne mon avis');
  const light = { edge: '#ffffff', plate: '#0b5570', words: '#ffffff' };
  const dark = { edge: '#15181b', plate: '#85c8dc', words: '#10242c' };
  for (const colour of [light.plate, ...Object.values(dark)]) assert.ok(svg.includes(colour), colour);
  for (const { edge, plate, words } of [light, dark]) {
    assert.ok(contrast(words, plate) >= 4.5);
    for (const page of ['#ffffff', '#cccccc', '#777777', '#15181b', '#000000', '#0b5570']) {
      const best = Math.max(contrast(page, edge), contrast(page, plate));
      assert.ok(best >= 3, `${plate} on ${page}: ${best}`);
    }
  }
});

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('the policy of the image allows its own style alone', () => {
  const style = /<style>(.*?)<\/style>/.exec(drawn('x').svg)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(BUTTON_IMAGE_POLICY, `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`);
});

test('an address of any drawing gives the words that it names, and says whether it is the present one', () => {
  const known = [1, 2].map((version) => ({
    ...{ id: 'mon-avis', version, questions: [] },
    wording: { fr: { title: `Titre ${version}`, questions: {} }, en: { title: 'Title', questions: {} } },
  }));
  const [first] = known;
  const present = (first && buttonImage(first, 'fr')) ?? assert.fail();
  const file = present.address.slice('/boutons/'.length);
  assert.deepEqual(findButtonImage(known, file), { image: present, isPresent: true });
  const old = file.replace(/[0-9a-f]{16}/, '0'.repeat(16));
  assert.deepEqual(findButtonImage(known, old), { image: present, isPresent: false });
  const forgotten = findButtonImage(known, `mon-avis-9-fr.${'0'.repeat(16)}.svg`);
  assert.equal(forgotten?.image.words, 'Titre 2');
  for (const junk of [
    'mon-avis-1-de.0000000000000000.svg',
    'autre-1-fr.0000000000000000.svg',
    'x',
    '..svg',
  ]) {
    assert.equal(findButtonImage(known, junk), null, junk);
  }
});
