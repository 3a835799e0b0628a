/** What any sequence of sends amounts to, and what no sequence of bytes does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testDatabase } from './support/database.ts';
import { usageSite, visits } from './support/usage-api.ts';

/** Each id stands for a month; values are near one another, so that none is doubtful. */
const figure = fc.record({
  month: fc.integer({ min: 1, max: 6 }),
  value: fc.option(fc.integer({ min: 1, max: 900 })),
  n: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  mobile: fc.boolean(),
});
type Figure = { month: number; value: number | null; n: number | undefined; mobile: boolean };
const sends = fc.array(
  fc.record({ figures: fc.uniqueArray(figure, { selector: idOf, maxLength: 5 }), isWrong: fc.boolean() }),
  { minLength: 1, maxLength: 5 },
);

function idOf({ month, mobile }: Pick<Figure, 'month' | 'mobile'>): string {
  return `${mobile ? 'mobile' : 'all'}-${month}`;
}

function toSend(one: Figure) {
  // Two indicators: a part above its whole would be doubtful.
  const { value, n } = one;
  const [indicator, dimensions] = one.mobile ? ['contacts', { channel: 'phone' }] : ['accounts_opened', {}];
  return visits(idOf(one), value, {
    indicator,
    period: `2025-0${one.month}`,
    dimensions,
    ...(n !== undefined && { n }),
  });
}

test('any sequence of sends amounts to the last content of each id', async (t) => {
  const db = await testDatabase(t);
  const { send, held } = await usageSite(db);
  const last = new Map<string, Figure>();
  await fc.assert(
    fc.asyncProperty(sends, async (sequence) => {
      for (const { figures, isWrong } of sequence) {
        const body = figures.map(toSend);
        const answer = await send(isWrong ? [...body, visits('wrong', 'many')] : body);
        assert.equal(answer.status, isWrong ? 400 : 200, JSON.stringify(answer.body));
        if (isWrong) continue;
        const told = { created: 0, updated: 0, unchanged: 0 };
        for (const one of figures) {
          const before = last.get(idOf(one));
          const isSame = before?.value === one.value && before?.n === one.n;
          told[before === undefined ? 'created' : isSame ? 'unchanged' : 'updated']++;
          last.set(idOf(one), one);
        }
        assert.deepEqual(answer.body, { received: figures.length, ...told, suspect: [] });
      }
      const expected = [...last].map(([id, { value, n }]) => [id, value, n ?? null]).sort();
      assert.deepEqual((await held()).map(({ id, value, n }) => [id, value, n]).sort(), expected);
    }),
    { numRuns: 40 },
  );
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '11',
    'visits',
    '2025-01',
    '40 %',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '🏛️',
    'x'.repeat(5_000),
  ),
);
const scalar = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, 1e308, -1e308, 5e-324, 2 ** 53, -0),
);
const junkFigure = fc
  .tuple(
    fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          'id',
          'value',
          'n',
          'note',
          'dimensions',
          'subject',
          'period',
          'indicator',
          'status',
          'denominator',
          'accepted_because',
        ),
        text,
      ),
      fc.oneof(scalar, fc.dictionary(text, scalar, { maxKeys: 12 }), fc.array(scalar, { maxLength: 3 })),
      { maxKeys: 6 },
    ),
    fc.boolean(),
  )
  .map(([junk, isNearlyRight]) => ({ ...(isNearlyRight ? visits('a', 3) : {}), ...junk }));
/** Each holds one figure at least that is wrong, whatever the others are. */
const wrongArray = fc
  .array(junkFigure, { maxLength: 4 })
  .map((figures) => JSON.stringify([...figures, visits('z', 'many')]));
const deep = fc
  .tuple(
    fc.constantFrom('[', '{"a":', '[{"id":', '[{"dimensions":'),
    fc.integer({ min: 1, max: 60_000 }),
    fc.boolean(),
  )
  .map(([open, depth, isClosed]) => {
    const closing = [...open]
      .reverse()
      .map((letter) => ({ '[': ']', '{': '}' })[letter] ?? '')
      .join('');
    return `${open.repeat(depth)}1${isClosed ? closing.repeat(depth) : ''}`;
  });
const body = fc.oneof(
  wrongArray,
  wrongArray.map((json) => Buffer.from(json, 'utf16le')),
  wrongArray.map((json) => Buffer.from(json, 'latin1').subarray(0, -3)),
  fc.uint8Array({ maxLength: 400 }).filter((bytes) => bytes.length !== 2),
  deep,
  fc.integer({ min: 1, max: 1_200_000 }).map((length) => `[${'"a",'.repeat(length / 4)}1]`),
  fc
    .jsonValue()
    .filter((value) => !Array.isArray(value) || value.length > 0)
    .map((value) => JSON.stringify(value)),
);

test('no body, type or token makes a defect, nor is anything of it kept', async (t) => {
  const db = await testDatabase(t);
  const { app, token, logged } = await usageSite(db);
  const junkToken = fc.oneof(
    { weight: 4, arbitrary: fc.constant(token.secret) },
    fc.string({ maxLength: 60 }).map((junk) => `vgt_${token.id}_${junk.replace(/[^!-~]/g, '')}`),
    fc.constantFrom('', `vgt_${token.id}_${'A'.repeat(43)}`, `${token.secret}=`, 'null', "' or true --"),
  );
  const type = fc.oneof(
    { weight: 6, arbitrary: fc.constant('application/json') },
    fc.constantFrom('', 'text/json', 'application/json; charset=utf-16', 'multipart/form-data; boundary=x'),
  );
  const dataset = fc.oneof(
    { weight: 6, arbitrary: fc.constant('ministere') },
    text.map((name) => encodeURIComponent(name.toWellFormed())),
  );
  const isChunked = fc.boolean();
  await fc.assert(
    fc.asyncProperty(body, junkToken, type, dataset, isChunked, async (sent, secret, mime, name, chunked) => {
      const bytes = typeof sent === 'string' ? Buffer.from(sent) : sent;
      const headers: Record<string, string> = { authorization: `Bearer ${secret}`, 'content-type': mime };
      if (chunked) headers['transfer-encoding'] = 'chunked';
      else headers['content-length'] = String(bytes.length);
      const answer = await app.request(`/api/v1/usage/${name}`, {
        method: 'POST',
        headers,
        body: new Uint8Array(bytes),
      });
      const told = await answer.text();
      assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${told.slice(0, 500)}`);
      const { error } = JSON.parse(told) as { error: Record<string, unknown> };
      assert.deepEqual(Object.keys(error), ['code', 'message', 'fields']);
    }),
    { numRuns: 400 },
  );
  const [rows] = await db.query<{ observations: number; entries: number }>(
    `select (select count(*)::int from observations.observation) as observations,
       (select count(*)::int from observations.entry) as entries`,
  );
  assert.deepEqual(rows, { observations: 0, entries: 0 });
  assert.deepEqual(
    logged.filter((line) => JSON.parse(line).level === 'error'),
    [],
  );
});

test('figures that are nearly right are kept or refused, never met by a defect', async (t) => {
  const db = await testDatabase(t);
  const { send, logged } = await usageSite(db);
  await fc.assert(
    fc.asyncProperty(fc.array(junkFigure, { maxLength: 3 }), async (figures) => {
      const { status, body: told } = await send(figures);
      assert.ok([200, 400, 409].includes(status), `${status} ${JSON.stringify(told)}`);
    }),
    { numRuns: 300 },
  );
  assert.deepEqual(
    logged.filter((line) => JSON.parse(line).level === 'error'),
    [],
  );
});
