import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixedClock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import { FORM_LIFE_MS, newReviewId, type OpenForm, signForm } from './form-token.ts';
import { createIntake, type DropReason, FORM_FIELDS, type IntakeTools } from './intake.ts';
import { SHIPPED_QUESTIONNAIRES } from './languages/index.ts';
import { createLimits } from './limits.ts';
import { type PlacedButton, questionnaireKey, type Registry } from './registry.ts';
import type { Contribution } from './review.ts';
import { createSimilarTexts } from './similar-texts.ts';

const clock = fixedClock('2026-03-04T23:30:00Z');
const NOW = clock.now().getTime();
const KEY = { id: 1, key: Buffer.alloc(32, 5) };

function placed(id: string, closedReason: string | null = null): PlacedButton {
  return {
    button: {
      id,
      subjectId: 42,
      channel: 'web',
      step: 'fin',
      language: 'fr',
      questionnaire: 'avis',
      createdAt: clock.now(),
      author: 'test',
      closedAt: closedReason === null ? null : clock.now(),
      closedReason,
      secret: Buffer.alloc(32, 6),
    },
    place: {
      kind: 'procedure',
      publicId: '1',
      slug: 'refaire-sa-carte',
      name: 'Refaire sa carte',
      organisation: null,
      contactUrl: null,
      contactPhone: null,
      contactEmail: null,
    },
  };
}

const PLACED = [placed('openbutton'), placed('otherbuttn'), placed('shutbutton', 'la démarche ferme')];
const registry: Registry = {
  keys: [KEY],
  buttons: new Map(PLACED.map((one) => [one.button.id, one])),
  questionnaires: new Map(SHIPPED_QUESTIONNAIRES.map((one) => [questionnaireKey(one.id, one.version), one])),
};

function openForm(changes: Partial<OpenForm> = {}): OpenForm {
  return {
    reviewId: newReviewId(NOW - 1_000, crypto.getRandomValues(new Uint8Array(10))),
    buttonId: 'openbutton',
    questionnaire: 'avis',
    version: 1,
    language: 'fr',
    ending: 'refused',
    step: null,
    serviceVersion: '2.1',
    isCounted: true,
    isKept: false,
    ...changes,
  };
}

function intakeOf(tools: Partial<IntakeTools> = {}) {
  const written: Contribution[] = [];
  const drops: DropReason[] = [];
  const intake = createIntake({
    registry: () => registry,
    writer: { write: async (contribution) => void written.push(contribution) },
    limits: createLimits((bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
    similarTexts: createSimilarTexts(),
    clock,
    onDrop: (reason) => void drops.push(reason),
    ...tools,
  });
  const send = (
    questionId: string,
    fields: Record<string, string> | URLSearchParams,
    { buttonId = 'openbutton', clientAddress = '192.0.2.1' } = {},
  ) => {
    const sent = new URLSearchParams(fields);
    return intake.receive({ buttonId, questionId, fields: sent, clientAddress });
  };
  return { send, written, drops };
}

const reasonOf = (result: Awaited<ReturnType<ReturnType<typeof intakeOf>['send']>>) =>
  result.outcome === 'dropped' ? result.reason : 'kept';

test('an answer is kept under what the server signed, and leads to the next question', async () => {
  const { send, written } = intakeOf();
  const form = openForm();
  const result = await send('satisfaction', {
    f: signForm(form, KEY),
    satisfaction: 'good',
    ending: 'success',
  });
  assert.equal(result.outcome, 'kept');
  assert.equal(result.outcome === 'kept' && result.next?.id, 'clarity');
  assert.equal(result.outcome === 'kept' && result.form.isKept, true);
  assert.deepEqual(written, [
    {
      review: {
        subjectId: 42,
        id: form.reviewId,
        buttonId: 'openbutton',
        channel: 'web',
        ending: 'refused',
        step: 'fin',
        serviceVersion: '2.1',
        language: 'fr',
        openedOn: '2026-03-05',
      },
      isNew: true,
      mayBeClosed: false,
      answers: [{ question: 'satisfaction', version: 'v1', grades: ['10'], comment: null }],
      outReason: null,
      receivedAtMs: NOW,
    },
  ]);
});

test('each reason to drop is told, counted, and nothing is written', async () => {
  const token = signForm(openForm(), KEY);
  const good = { f: token, satisfaction: 'good' };
  const stranger = { id: 1, key: Buffer.alloc(32, 99) };
  const old = openForm({ reviewId: newReviewId(NOW - FORM_LIFE_MS - 1, new Uint8Array(10)) });
  const cases: [DropReason, string, Record<string, string>, { buttonId?: string }?][] = [
    ['unknown_button', 'satisfaction', good, { buttonId: 'nosuchbttn' }],
    [
      'closed',
      'satisfaction',
      { ...good, f: signForm(openForm({ buttonId: 'shutbutton' }), KEY) },
      { buttonId: 'shutbutton' },
    ],
    ['bad_token', 'satisfaction', { satisfaction: 'good' }],
    ['bad_token', 'satisfaction', { ...good, f: signForm(openForm(), stranger) }],
    ['bad_token', 'satisfaction', good, { buttonId: 'otherbuttn' }],
    ['bad_token', 'satisfaction', { ...good, f: signForm(openForm({ version: 9 }), KEY) }],
    ['expired', 'satisfaction', { ...good, f: signForm(old, KEY) }],
    ['malformed', 'nosuchquestion', good],
    ['trap', 'satisfaction', { ...good, [FORM_FIELDS.trap]: 'http://spam.example' }],
    ['invalid_answer', 'satisfaction', { f: token }],
    ['invalid_answer', 'satisfaction', { f: token, satisfaction: '10' }],
    ['invalid_answer', 'clarity', { f: token, clarity: '6' }],
    ['invalid_answer', 'comment', { f: token, comment: 'x'.repeat(5_001) }],
    ['invalid_answer', 'help_outcome', { f: token, reached_phone: 'perhaps' }],
  ];
  const { send, written, drops } = intakeOf();
  for (const [reason, question, fields, options] of cases) {
    drops.length = 0;
    assert.equal(
      reasonOf(await send(question, fields, options)),
      reason,
      JSON.stringify(fields).slice(0, 80),
    );
    assert.deepEqual(drops, [reason]);
    assert.deepEqual(written, []);
  }
});

test('what cannot be put on disk is not said to be', async () => {
  const write = () => Promise.reject(new VigieError('Unavailable', 'full'));
  const { send } = intakeOf({ writer: { write } });
  const result = await send('satisfaction', { f: signForm(openForm(), KEY), satisfaction: 'bad' });
  assert.equal(reasonOf(result), 'unavailable');
});

test('"I needed no help" excludes the others, and withdraws what was said of them', async () => {
  const { send, written } = intakeOf();
  const f = signForm(openForm({ isKept: true }), KEY);
  const both = new URLSearchParams({ f, help: 'none' });
  both.append('help', 'phone');
  const refused = await send('help', both);
  assert.deepEqual(refused.outcome === 'dropped' && refused.faults, [
    { field: 'help', fault: 'none_excludes' },
  ]);

  const tried = new URLSearchParams({ f, help: 'phone' });
  tried.append('help', 'relative');
  const asked = await send('help', tried);
  assert.deepEqual(asked.outcome === 'kept' && [asked.next?.id, asked.meansTried], [
    'help_outcome',
    ['phone'],
  ]);
  await send('help_outcome', {
    f,
    reached_phone: 'yes',
    quality_phone: '4',
    reached_email: 'no',
    quality_email: '5',
  });
  const none = await send('help', { f, help: 'none' });
  assert.equal(none.outcome === 'kept' && none.next?.id, 'comment');
  assert.deepEqual(
    written.map(({ answers }) => answers.map(({ question, grades }) => [question, ...grades].join(' '))),
    [
      ['help tried phone relative'],
      ['help_reached 1/2 phone=yes email=no', 'help_quality 7.5/1 phone=7.5'],
      ['help none', 'help_reached', 'help_quality'],
    ],
  );
});

const formOf = (random: number, atMs = NOW) =>
  signForm(openForm({ reviewId: newReviewId(atMs, new Uint8Array(10).fill(random)) }), KEY);

test('a comment is redacted before it is written, and leaves the figures when it comes twice, even after midnight', async () => {
  let nowMs = Date.UTC(2026, 2, 4, 22, 58);
  const { send, written } = intakeOf({ clock: { now: () => new Date(nowMs) } });
  const comment = 'Je m’appelle Jeanne Martin, rappelez-moi au 06 12 34 56 78, le site ne marche pas.';
  for (let times = 1; times <= 3; times += 1) {
    await send('comment', { f: formOf(times, nowMs), comment });
    nowMs += 4 * 60_000;
  }
  const reasons = written.map(({ outReason }) => outReason);
  assert.deepEqual(reasons, [null, 'duplicate', null]);
  for (const { answers } of written) {
    assert.doesNotMatch(answers[0]?.comment ?? '', /Martin|06 12/);
    assert.match(answers[0]?.comment ?? '', /le site ne marche pas/);
  }
});

test('beyond its bucket a network is set apart, and its later answers are not counted again', async () => {
  const { send, written } = intakeOf();
  for (let review = 0; review < 25; review += 1) {
    const result = await send('satisfaction', { f: signForm(openForm(), KEY), satisfaction: 'good' });
    assert.equal(result.outcome, 'kept', 'it is accepted all the same');
    if (result.outcome === 'kept') await send('clarity', { f: result.token, clarity: '3' });
  }
  const bursts = written.filter(({ outReason }) => outReason === 'burst');
  assert.equal(bursts.length, 5);
});

test('whatever is sent, the answer is one of the closed list, and what is kept is of the questionnaire', async () => {
  const fields = fc.array(
    fc.tuple(
      fc.constantFrom(
        'f',
        'satisfaction',
        'clarity',
        'help',
        'comment',
        'reached_phone',
        'quality_phone',
        'x',
        '__proto__',
      ),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 50 }),
        fc.constantFrom('good', 'none', 'phone', '5', 'yes', signForm(openForm(), KEY)),
      ),
    ),
    { maxLength: 12 },
  );
  const { send, written } = intakeOf();
  const questions = fc.constantFrom('satisfaction', 'clarity', 'help', 'help_outcome', 'comment', 'toString');
  await fc.assert(
    fc.asyncProperty(questions, fields, fc.boolean(), async (question, sent, isSigned) => {
      written.length = 0;
      const body = new URLSearchParams([...(isSigned ? [['f', signForm(openForm(), KEY)]] : []), ...sent]);
      await send(question, body);
      for (const { answers } of written) {
        for (const { grades, comment } of answers) {
          assert.ok(
            grades.every((grade) => /^[a-z0-9._=/]+$/.test(grade)),
            grades.join(' '),
          );
          assert.ok(comment === null || (comment.isWellFormed() && !comment.includes('\0')));
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('a comment that could not be kept has no duplicate', async () => {
  let isFull = true;
  const outReasons: (string | null)[] = [];
  const { send } = intakeOf({
    writer: {
      write: async ({ outReason }) => {
        if (isFull) throw new VigieError('Unavailable', 'Full.');
        outReasons.push(outReason);
      },
    },
  });
  const comment = 'Le guichet était fermé sans que rien ne le dise.';
  assert.equal(reasonOf(await send('comment', { f: formOf(1), comment })), 'unavailable');
  isFull = false;
  for (const at of [2, 3]) assert.equal(reasonOf(await send('comment', { f: formOf(at), comment })), 'kept');
  assert.deepEqual(outReasons, [null, 'duplicate']);
});
