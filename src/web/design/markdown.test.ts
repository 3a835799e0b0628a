import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { htmlErrors } from '../../../test/support/html.ts';
import { markdown } from './index.ts';

const write = (text: string) => String(markdown(text, { headingLevel: 4 })).trim();

/** Every tag that `markdown` may write, attributes included. */
const SAFE_TAG =
  /<(?:\/?(?:p|h4|strong|em|code|ul|ol|li|blockquote)|\/a|br|hr|ol start="\d+"|a href="(?:https?:\/\/|mailto:)[^"<>\s]+" rel="external noopener")>/gi;

/** What is left of the markup once those are taken out holds no `<`, so that no other tag can begin. */
const isSafe = (markup: string) => !markup.replaceAll(SAFE_TAG, '').includes('<');

const documentOf = (markup: string) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Note</title></head>
<body><main><h1>Article</h1><h2>Notes</h2><h3>Demander une licence</h3>
<div>${markup}</div></main></body></html>
`;

test('prose is written as paragraphs, emphasis, lists, quotations and links to the web and to mail', () => {
  assert.equal(
    write(
      'Le **formulaire** *tient* sur `un` écran.\n\n1. ici\n2. là\n\n> dit-on\n\n[suite](https://e.org/?a=1&b=2 "titre")',
    ),
    `<p>Le <strong>formulaire</strong> <em>tient</em> sur <code>un</code> écran.</p>
<ol>
<li>ici</li>
<li>là</li>
</ol>
<blockquote>
<p>dit-on</p>
</blockquote>
<p><a href="https://e.org/?a=1&amp;b=2" rel="external noopener">suite</a></p>`,
  );
  assert.equal(
    write('<https://e.org> <equipe@e.org>'),
    '<p><a href="https://e.org" rel="external noopener">https://e.org</a> <a href="mailto:equipe@e.org" rel="external noopener">equipe@e.org</a></p>',
  );
});

test('every heading takes the level that the page gives, and one without words is left out', () => {
  assert.equal(
    write('# Un\n\n### Trois\n\nDeux\n---\n\n#\n\n> ## `Quatre`\n\n## ![]()\n\n## &nbsp;'),
    `<h4>Un</h4>
<h4>Trois</h4>
<h4>Deux</h4>
<blockquote>
<h4><code>Quatre</code></h4>
</blockquote>`,
  );
  assert.equal(String(markdown('# Un', { headingLevel: 3 })), '<h3>Un</h3>\n');
});

test('quotation marks and dots stay as they are typed', () => {
  assert.equal(write(`l'usager... "dit" (c) --`), "<p>l'usager... &quot;dit&quot; (c) --</p>");
});

test('an image is its text, and a link that has nothing to read or leads elsewhere is no link', () => {
  assert.equal(write('![Capture d’écran](https://e.org/a.png)'), '<p>Capture d’écran</p>');
  assert.equal(
    write('[![Capture](https://e.org/a.png)](https://e.org)'),
    '<p><a href="https://e.org" rel="external noopener">Capture</a></p>',
  );
  for (const text of [
    '[](https://e.org)',
    '[ ](https://e.org)',
    '[&#8203;](https://e.org)',
    '[x]()',
    '[x](<>)',
    '[x](/demarches)',
    '[x](//e.org)',
    '[x](https:e.org)',
    '[x](https://)',
    '[x](ftp://e.org)',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript&colon;alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](vbscript:x) [x](data:text/html;base64,PHN2Zz4=) [x](data:image/png;base64,iVBO)',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
  ])
    assert.doesNotMatch(write(text), /<a\b/, text);
});

test('an address between < and > in the words of a link is one of its words', () => {
  for (const address of ['x@e.org', 'https://autre.org'])
    assert.equal(
      write(`[écrire à <${address}>](https://e.org) ou <x@e.org>`),
      `<p><a href="https://e.org" rel="external noopener">écrire à ${address}</a> ou <a href="mailto:x@e.org" rel="external noopener">x@e.org</a></p>`,
    );
});

test('markup of any kind stays text: elements, comments, attributes, entities, code, tables', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '<!-- --><style>*{}</style>',
    '<img src=x onerror=alert(1)>',
    '**<b onclick="x">**',
    '&lt;script&gt; &#60;script&#62;',
    '`<script>`',
    '```"><script>\n<script>\n```',
    '    <script>',
    '[a](https://e.org/"onmouseover="x)',
    '[a](https://e.org "\\"><script>")',
    '![<script>](https://e.org/a.png)',
    '| <a> |\n|:-:|\n| b |',
    '<https://e.org/"><script>>',
    '[<b>](https://e.org)',
    '<svg/onload=alert(1)',
  ])
    assert.ok(isSafe(write(text)), `${text} → ${write(text)}`);
});

const WORDS = `
  < > " ' & # * ** _ \` \`\`\` ~~~ [ ] ( ) ! \\ | : - / <script> </p> <!-- --> <![CDATA[ <? <svg <a href=" onclick=
  <https://e.org/ <x@e.org> javascript: JAVASCRIPT: data:text/html, vbscript: https://e.org mailto:x@e.org //e.org /x
  &lt; &#60; &#x3c; &colon; &Tab; &NewLine; &quot; &#0; &nbsp; &#8203; %3c %22 ![ ]( ][ ]: [] [x]( [x]() ](https://e.org)
  ](javascript:x) ![x](https://e.org) [1] <https://e.org> 😀 é mot`;
const SPACES = [
  '\n',
  '\n\n',
  '\n    ',
  '\n> ',
  '\n- ',
  '\n1. ',
  '\n999999999. ',
  '\n# ',
  '\n###### ',
  '\n---\n',
  '  \n',
];
const FRAGMENTS = [
  ...WORDS.trim().split(/\s+/),
  ...SPACES,
  ...['\t', ' ', '\u0000', '\u202e', '\n[1]: https://e.org "', '\n[1]: javascript:x\n'],
];
const hostile = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) }, { weight: 1, arbitrary: fc.string() }),
    {
      maxLength: 40,
    },
  )
  .map((fragments) => fragments.join(''));

test('whatever is typed, no tag but the few of prose is written', () => {
  fc.assert(
    fc.property(hostile, (text) => isSafe(write(text))),
    { numRuns: 3000 },
  );
});

test('whatever is typed, the page stays valid and its outline whole', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const errors = await htmlErrors(documentOf(write(text)));
      // A matter of style, which takes an entity that stands for a line break.
      assert.deepEqual(
        errors.filter((error) => !error.includes('no-trailing-whitespace')),
        [],
      );
    }),
    { numRuns: 150 },
  );
});
