import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  findPersonalData,
  REDACTION_KINDS,
  REDACTION_LABELS,
  type RedactionKind,
  redact,
} from './redaction.ts';

const LEAST_RECALL = 0.98;
const LEAST_PRECISION = 0.97;
const LEAST_COMMENTS = 400;

type Labelled = { text: string; data: { kind: string; from: number; to: number }[] };

/** A comment of test/golden, `{kind|datum}` around each datum. */
function parseLabelled(line: string): Labelled {
  const marked = line
    .replaceAll('\\n', '\n')
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  const data: Labelled['data'] = [];
  let text = '';
  let read = 0;
  for (const { 0: mark, 1: kind = '', 2: datum = '', index } of marked.matchAll(/\{(\w+)\|([^}]*)\}/g)) {
    text += marked.slice(read, index);
    data.push({ kind, from: text.length, to: text.length + datum.length });
    text += datum;
    read = index + mark.length;
  }
  return { text: text + marked.slice(read), data };
}

function readCorpus(name: string): Labelled[] {
  return readFileSync(new URL(`../../test/golden/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseLabelled);
}

/** A datum is found when all of it goes; a replacement that touches no datum is wrong. */
function measure(comments: readonly Labelled[]) {
  let data = 0;
  let replaced = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const comment of comments) {
    const found = findPersonalData(comment.text);
    data += comment.data.length;
    replaced += found.length;
    for (const { kind, from, to } of comment.data) {
      const isFound = found.some((stretch) => stretch.from <= from && stretch.to >= to);
      if (!isFound) missed.push(`${kind} missed: ${comment.text.slice(from, to)} | ${comment.text}`);
    }
    for (const { kind, from, to } of found) {
      const isDatum = comment.data.some((datum) => datum.from < to && datum.to > from);
      if (!isDatum) wrong.push(`${kind} wrong: ${comment.text.slice(from, to)} | ${comment.text}`);
    }
  }
  return {
    recall: 1 - missed.length / data,
    precision: 1 - wrong.length / replaced,
    faults: [...missed, ...wrong],
  };
}

const comments = readCorpus('comments.txt');
const PARTS: Readonly<Record<string, readonly Labelled[]>> = {
  'the comments that the rules were written for': comments.filter((_, at) => at % 3 !== 2),
  'the comments held out': comments.filter((_, at) => at % 3 === 2),
  'the variants of each kind': readCorpus('comments-variants.txt'),
  'the comments of somebody who had not read the rules': readCorpus('comments-blind.txt'),
};

for (const [name, part] of Object.entries(PARTS)) {
  test(`recall and precision are held on ${name}`, () => {
    const { recall, precision, faults } = measure(part);
    const figures = `recall ${recall}, precision ${precision}\n${faults.join('\n')}`;
    assert.ok(recall >= LEAST_RECALL && precision >= LEAST_PRECISION, figures);
  });
}

test('the corpus is large, has every kind, and as many comments without personal data', () => {
  assert.ok(comments.length >= LEAST_COMMENTS);
  const kinds = new Set(comments.flatMap(({ data }) => data.map(({ kind }) => kind)));
  assert.deepEqual([...kinds].toSorted(), REDACTION_KINDS.toSorted());
  const plain = comments.filter(({ data }) => data.length === 0).length;
  assert.ok(plain / comments.length > 0.4 && plain / comments.length < 0.6, `${plain} of ${comments.length}`);
});

test('each datum of the corpus is replaced by its own kind, but for what two kinds share', () => {
  const confused = comments.flatMap(({ text, data }) => {
    const found = findPersonalData(text);
    return data.flatMap(({ kind, from, to }) => {
      const by = found.find((stretch) => stretch.from <= from && stretch.to >= to)?.kind ?? kind;
      return by === kind ? [] : [`${kind} as ${by}: ${text.slice(from, to)}`];
    });
  });
  assert.ok(confused.length <= 2, confused.join('\n'));
});

test('each kind is said in French in brackets, and the rest stays as written', () => {
  const { text, kinds } = redact(
    'Bonjour, je m’appelle Zoé Lemoine, tél. 06 12 34 56 78 : « déçue » à 50 % !',
  );
  assert.equal(text, 'Bonjour, je m’appelle [nom], tél. [téléphone] : « déçue » à 50 % !');
  assert.deepEqual(kinds, ['phone', 'name']);
});

test('a comment without personal data is given back as it came', () => {
  const text =
    'ﬁn d’œuvre… “ok”\u00a0: 1\u202f234,56\u00a0€, e\u0301te\u0301, 👍\u200d \ud800 12/03/2024\r\n';
  assert.deepEqual(redact(text), { text, kinds: [] });
});

test('positions lead back through characters that fold to fewer or more', () => {
  const { text } = redact('…œ½ 👩‍👩‍👧 Mme Le\u0301a Œdipe, j\u200bean@x.fr ﬁn');
  assert.equal(text, '…œ½ 👩‍👩‍👧 Mme [nom], [courriel] ﬁn');
});

const VALUES: Readonly<Record<RedactionKind, string>> = {
  email: 'jean.dupont@exemple.fr',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  nir: '1 85 05 78 006 084 91',
  card: '4970 1012 3456 7893',
  tax_number: '30 23 217 600 053',
  address: '12 rue de la Paix 75002 Paris',
  phone: '06 12 34 56 78',
  plate: 'AB-123-CD',
  name: 'Mme Dupont',
};
const PIECES = [
  ...Object.values(VALUES),
  ...Object.values(REDACTION_LABELS),
  ...[
    'je m’appelle ',
    'signé ',
    'tél ',
    'rue ',
    'M.',
    '@',
    '.',
    ' ',
    '\n',
    '0',
    '1 ',
    '+33',
    'fr',
    'FR76',
    'à ',
    ',',
    'é',
    '\ud83d',
  ],
  ...[
    '75011 ',
    'Paris ',
    'dossier n° ',
    'jean',
    'DUPONT ',
    '[',
    ']',
    '\u200b',
    'e\u0301',
    'œ',
    '12',
    ' arobase ',
    ' point com',
  ],
];
const anyComment = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...Object.values(PARTS).flatMap((part) => part.map(({ text }) => text))), {
      maxLength: 3,
    })
    .map((texts) => texts.join(' ')),
);

test('a number is read again where the words before it went out with a datum', () => {
  for (const text of [
    'demeure 7 r du fbg st denis 75010 paris Numéro de demande : 0059-9856-6183',
    'nom de jeune fille : Legendre Timbre fiscal 4970 1012 3456 7893 déjà utilisé',
    'Plaque espagnole 4821 KRT 123 ABC 75',
  ]) {
    const once = redact(text);
    assert.deepEqual(redact(once.text), { text: once.text, kinds: [] });
  }
});

test('what announced a number that is out announces none after it', () => {
  const once = redact('SPI 0123456789012 Ma demande 9876543210123 est en cours depuis le 5 janvier.');
  assert.equal(once.text, 'SPI [numéro fiscal] Ma demande 9876543210123 est en cours depuis le 5 janvier.');
  assert.deepEqual(redact(once.text), { text: once.text, kinds: [] });
});

test('what is said after the town of an address stays', () => {
  for (const rest of ['Numéro de demande : 2024-887', 'Demande n° 12', 'demande faite en mars', 'Début mars'])
    assert.equal(redact(`12 rue Hoche 44300 Nantes ${rest}`).text, `[adresse postale] ${rest}`);
});

test('redacting twice changes nothing more, whatever the text', () => {
  fc.assert(
    fc.property(anyComment, (text) => {
      const once = redact(text);
      assert.deepEqual(redact(once.text), { text: once.text, kinds: [] });
    }),
    { numRuns: 3_000 },
  );
});

test('a text well formed stays so, and kinds are told if and only if it changed', () => {
  fc.assert(
    fc.property(anyComment, (text) => {
      const { text: redacted, kinds } = redact(text);
      assert.ok(!text.isWellFormed() || redacted.isWellFormed());
      assert.equal(kinds.length > 0, redacted !== text);
    }),
  );
});

const TRAPS = [
  ...[
    '1 ',
    '@',
    'a.',
    'je m’appelle ',
    ' ',
    '\u0301',
    '\ud800',
    '\ud83d\udc4d',
    '0',
    '06 ',
    '+',
    '(',
    '-',
    '[',
    '\n',
  ],
  ...[
    'Mme A',
    'Mme de la ',
    '12 rue de ',
    'rue de la ',
    'ab12',
    'FR76',
    'a@',
    '@a.',
    'a point ',
    ' at a.b',
    'zero un ',
    '[nom]',
    'œ',
    'six ',
    'habite A B, 75001 Ab ',
    'Rua A 1, 75001 Ab',
    '1er etage, ',
  ],
];

test('work grows with the length of the text, not faster, on texts made to be slow', () => {
  const work = (text: string) =>
    Math.min(
      ...Array.from({ length: 3 }, () => {
        const begun = process.cpuUsage();
        redact(text);
        const { user, system } = process.cpuUsage(begun);
        return user + system;
      }),
    );
  // Six times the length: a quadratic pattern would cost 36 times more. Short texts count for at least 2 ms.
  for (const trap of TRAPS) {
    const text = (length: number) => trap.repeat(length / trap.length + 1).slice(0, length);
    const short = Math.max(work(text(5_000)), 2_000);
    const long = work(text(30_000));
    assert.ok(long < 18 * short, `${JSON.stringify(trap)}: ${short} µs, then ${long} µs`);
  }
});

test('no pattern that reads a whole comment repeats without a bound', () => {
  const sources = globSync('redact*.ts', { cwd: import.meta.dirname }).filter(
    (name) => !name.includes('.test.'),
  );
  const patterns = sources.flatMap((name) => {
    const source = readFileSync(new URL(name, import.meta.url), 'utf8');
    return [...source.matchAll(/^const (\w+) =\s*\/(.+)\/[gy]+;$/gm)].map(([, constant, pattern = '']) => ({
      where: `${name} ${constant}`,
      bare: pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x'),
    }));
  });
  assert.ok(patterns.length > 20);
  const unbounded = patterns.filter(({ bare }) => /[*+]|\{\d+,\}/.test(bare));
  assert.deepEqual(unbounded, []);
});
