/** The intake over real HTTP and a real store: what is counted, what is not, and what junk does. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { AVIS, newReviewId, readRegistry, signForm } from '../src/feedback/index.ts';
import { openForm, serveFeedback } from './support/feedback-site.ts';
import { send } from './support/http.ts';
import { countsOfAnswers, readCounts } from './support/intake.sql.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';

type Site = Awaited<ReturnType<typeof serveFeedback>>;

function post(
  site: Site,
  path: string,
  fields: URLSearchParams | Record<string, string>,
  network = '10.1.1.1',
) {
  return send(site.port, path, {
    method: 'POST',
    headers: { 'content-type': FORM_TYPE, 'x-forwarded-for': network },
    body: new URLSearchParams(fields).toString(),
  });
}

const stored = async ({ db }: Site) =>
  db.query<{ reviews: number; answers: number; counted: number }>(
    `select (select count(*) from feedback.review) as reviews, (select count(*) from feedback.answer) as answers,
            (select coalesce(sum(n), 0) from feedback.daily) as counted`,
  );

test('a step sent twice, at once, or changed later counts once', async (t) => {
  const site = await serveFeedback(t);
  const [button] = site.open;
  assert.ok(button);
  const f = await openForm(site.origin, button.id);
  const path = `/avis/${button.id}/satisfaction`;
  const twice = await Promise.all([1, 2, 3].map(() => post(site, path, { f, satisfaction: 'bad' })));
  assert.deepEqual(
    twice.map(({ status }) => status),
    [303, 303, 303],
  );
  await post(site, path, { f, satisfaction: 'good' });
  await post(site, `/avis/${button.id}/clarity`, { f, clarity: '4' });
  assert.deepEqual(await stored(site), [{ reviews: 1, answers: 2, counted: 2 }]);
  assert.deepEqual(await readCounts(site.db), [
    { question: 'clarity', grade: '7.5', n: 1 },
    { question: 'satisfaction', grade: '10', n: 1 },
  ]);
});

test('a closed button accepts nothing, by any path', async (t) => {
  const site = await serveFeedback(t);
  const [open, closed] = [site.open[0], site.closed[0]];
  assert.ok(open && closed);
  const person = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  const page = await fetch(`${site.origin}/avis/${closed.id}`, { headers: person });
  assert.equal(page.status, 410);
  const { keys } = await readRegistry(site.db, new Date());
  const [key] = keys;
  assert.ok(key);
  const mine = await openForm(site.origin, open.id);
  const reviewId = newReviewId(Date.UTC(2026, 0, 15, 11), crypto.getRandomValues(new Uint8Array(10)));
  const asked = { questionnaire: 'avis', version: 1, language: 'fr', ending: 'success' as const };
  const unsaid = { step: null, serviceVersion: null, isCounted: true, isKept: false };
  const forged = { reviewId, buttonId: closed.id, ...asked, ...unsaid };
  for (const f of [mine, signForm(forged, key), '']) {
    for (const prefix of ['', '/en']) {
      for (const { id } of AVIS.questions) {
        const answer = await post(site, `${prefix}/avis/${closed.id}/${id}`, {
          f,
          satisfaction: 'good',
          clarity: '5',
          help: 'none',
          comment: 'Bonjour',
        });
        assert.equal(answer.status, 410, `${prefix} ${id}`);
      }
      // With the form of the closed button, at the address of an open one.
      if (f !== mine) {
        const answer = await post(site, `${prefix}/avis/${open.id}/satisfaction`, {
          f,
          satisfaction: 'good',
        });
        assert.equal(answer.status, 409);
      }
    }
  }
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
    await send(
      site.port,
      `/avis/${closed.id}/satisfaction?f=${encodeURIComponent(signForm(forged, key))}&satisfaction=good`,
      {
        method,
      },
    );
  }
  assert.deepEqual(await stored(site), [{ reviews: 0, answers: 0, counted: 0 }]);
  await site.feedback.openings.flush();
  const [met] = await site.db.query<{ kind: string; n: number }>(
    'select kind, n from feedback.opening order by kind',
  );
  assert.equal(met?.kind, 'closed');
  assert.match(await site.metrics.text(), /vigie_feedback_dropped\{reason="closed"\} \d\d/);
});

test('answers are taken by POST only', async (t) => {
  const site = await serveFeedback(t);
  const [button] = site.open;
  assert.ok(button);
  const f = encodeURIComponent(await openForm(site.origin, button.id));
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
    const path = `/avis/${button.id}/satisfaction?f=${f}&satisfaction=good`;
    const answer = await send(site.port, path, { method, body: '', headers: { 'content-type': FORM_TYPE } });
    assert.ok(answer.status < 500, `${method} ${answer.status}`);
  }
  assert.deepEqual(await stored(site), [{ reviews: 0, answers: 0, counted: 0 }]);
});

test('what is set apart is kept, and is in no figure', async (t) => {
  const site = await serveFeedback(t);
  const [button] = site.open;
  assert.ok(button);
  for (let review = 0; review < 24; review += 1) {
    const f = await openForm(site.origin, button.id);
    const answer = await post(site, `/avis/${button.id}/satisfaction`, { f, satisfaction: 'bad' });
    assert.equal(answer.status, 303);
  }
  assert.deepEqual(await stored(site), [{ reviews: 24, answers: 24, counted: 20 }]);
  assert.deepEqual(await readCounts(site.db), await countsOfAnswers(site.db));
});

const name = fc.oneof(
  fc.constantFrom(
    'f',
    'satisfaction',
    'clarity',
    'help',
    'comment',
    'reached_phone',
    'quality_phone',
    'moyens',
  ),
  fc.constantFrom('ne_pas_remplir', 'langue', '__proto__', 'constructor', ''),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const value = fc.oneof(
  fc.constantFrom(
    'good',
    'bad',
    '5',
    '0',
    '-1',
    'none',
    'phone',
    'yes',
    '1e9',
    'NaN',
    '\0',
    '\u202e',
    '%00',
    "';--",
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constant('é'.repeat(4_000)),
);

test('whatever is sent, nothing breaks and nothing is stored that should not be', async (t) => {
  const site = await serveFeedback(t);
  const [first, second] = site.open;
  assert.ok(first && second);
  const signed = [await openForm(site.origin, first.id), await openForm(site.origin, second.id)];
  const token = fc.oneof(
    fc.constantFrom(...signed),
    fc
      .tuple(fc.constantFrom(...signed), fc.nat(150), fc.string({ maxLength: 3 }))
      .map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1)),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const body = fc.oneof(
    fc
      .array(fc.tuple(name, value), { maxLength: 8 })
      .chain((pairs) =>
        token.map((f) =>
          Buffer.from(
            new URLSearchParams(
              [['f', f], ...pairs].map((pair) => pair.map((one) => one.toWellFormed()) as [string, string]),
            ).toString(),
          ),
        ),
      ),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    fc
      .constantFrom('{"satisfaction":"good"}', '--x\r\n', '%', '&&&==', `f=${'a'.repeat(20_000)}`)
      .map((text) => Buffer.from(text)),
  );
  const path = fc
    .tuple(
      fc.constantFrom('', '/en', '/fr'),
      fc.constantFrom(first.id, second.id, 'nosuchbttn', '..', 'ABCDEFGHIJ', '%00'),
      fc.constantFrom(
        '/satisfaction',
        '/clarity',
        '/help',
        '/help_outcome',
        '/comment',
        '/merci',
        '',
        '/',
        '/%2e%2e',
        '/x',
      ),
      fc.constantFrom(
        '',
        '?f=1',
        '?langue=zz',
        '?langue=en&fin=success&signature=x',
        '?moyens=__proto__',
        '?%',
      ),
    )
    .map(([prefix, button, step, query]) => `${prefix}/avis/${button}${step}${query}`);
  const type = fc.constantFrom(
    FORM_TYPE,
    `${FORM_TYPE}; charset=utf-16`,
    'multipart/form-data',
    'application/json',
    'text/plain',
    '',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT'),
      path,
      type,
      body,
      async (method, address, contentType, bytes) => {
        const answer = await send(site.port, address, {
          method,
          headers: { 'content-type': contentType, 'x-forwarded-for': '10.9.8.7, nonsense' },
          // A server may close on a body that it has no use for.
          body: method === 'POST' ? bytes : '',
        });
        assert.ok(
          answer.status < 500,
          `${method} ${address} ${bytes.toString().slice(0, 200)}: ${answer.status}`,
        );
      },
    ),
    { numRuns: 600 },
  );
  const cut = connect(site.port, '127.0.0.1');
  await once(cut, 'connect');
  cut.write(`POST /avis/${first.id}/satisfaction HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nf=1`);
  cut.destroy();
  assert.equal((await send(site.port, '/healthz')).status, 200);
  const ids = new Set(signed.map((one) => one.split('~')[1]));
  const reviews = await site.db.query<{ id: string; buttonId: string }>(
    'select id, button_id as "buttonId" from feedback.review',
  );
  for (const { id } of reviews) assert.ok(ids.has(id), `${id} was never opened`);
  assert.ok(reviews.length <= 2);
  const answers = await site.db.query<{ question: string; grades: string[]; comment: string | null }>(
    'select question, grades, comment from feedback.answer',
  );
  const questions = ['satisfaction', 'clarity', 'help', 'help_reached', 'help_quality', 'comment'];
  for (const { question, grades, comment } of answers) {
    assert.ok(questions.includes(question), question);
    assert.ok(grades.every((grade) => /^[a-z0-9._=/]+$/.test(grade)));
    assert.ok(comment === null || comment.length <= 30_000);
  }
  assert.deepEqual(await readCounts(site.db), await countsOfAnswers(site.db));
  assert.deepEqual(
    site.logged.filter((line) => /"level":"error"/.test(line)),
    [],
  );
});
