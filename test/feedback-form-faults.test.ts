/** What citizens are told of an answer that is not kept: why, with what they gave still there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formLanguage } from '../src/feedback/index.ts';
import { BUTTONS, openForms, signedEnding } from './support/feedback-form.ts';
import {
  assertSaid,
  get,
  heading,
  open,
  PERSON,
  questionsIn,
  readPageForm,
  send,
  step,
} from './support/feedback-visitor.ts';

const DAY_LATER = '2026-01-16T12:00:01Z';
const fr = formLanguage('fr');

test('a faulty answer is told in a summary and beside its field, and stays as it was given', async () => {
  const forms = openForms();
  const first = await open(forms, BUTTONS.procedure);
  const empty = await send(forms, first.body, {});
  await assertSaid(empty, 422, fr.words.faults.required);
  assert.match(empty.body, /<div class="notice" role="alert" tabindex="-1" autofocus>/);
  assert.match(empty.body, /<a href="#satisfaction">/);
  assert.match(empty.body, /aria-describedby="satisfaction-error"/);
  assert.match(empty.body, /<title>À corriger/);

  const clarity = await step(forms, first.body, { satisfaction: 'good' });
  const unknown = await send(forms, clarity.body, { clarity: '9' });
  await assertSaid(unknown, 422, fr.words.faults.unknown_choice);
  assert.match(unknown.body, /role="radiogroup" aria-describedby="hint clarity-error" aria-invalid="true"/);
  assert.doesNotMatch(unknown.body, /class="kept"/);

  const help = await step(forms, clarity.body, { clarity: '3' });
  const both = await send(forms, help.body, { help: ['none', 'phone'] });
  await assertSaid(both, 422, fr.words.faults.none_excludes);
  assert.match(both.body, /value="phone" checked aria-invalid="true"/);

  const outcome = await step(forms, help.body, { help: ['phone', 'email'] });
  const wrong = await send(forms, outcome.body, {
    reached_phone: 'yes',
    quality_phone: '7',
    reached_email: 'no',
  });
  await assertSaid(wrong, 422, fr.words.faults.unknown_choice);
  assert.match(wrong.body, /<a href="#quality_phone">/);
  assert.match(wrong.body, /name="reached_email" value="no" checked/);

  const comment = await step(forms, outcome.body, {});
  const text = `\n<b>"é"</b>\n${'x'.repeat(5_000)}`;
  const long = await send(forms, comment.body, { comment: text });
  await assertSaid(long, 422, fr.words.faults.too_long);
  assert.ok(long.body.includes('\n\n&lt;b&gt;&quot;é&quot;&lt;/b&gt;\nxxx'));
  assert.match(long.body, /<textarea id="comment"[^>]* aria-invalid="true">/);
  const means = readPageForm(long.body).fields.get('moyens');
  assert.equal(means, 'phone.email');
});

test('a form that is too old, or not ours, is shown again under a fresh token: one tap sends it', async () => {
  for (const spoil of ['expired', 'forged'] as const) {
    const forms = openForms();
    const first = await open(forms, BUTTONS.procedure);
    const help = await step(forms, (await step(forms, first.body, { satisfaction: 'good' })).body, {});
    if (spoil === 'expired') forms.clock.at = DAY_LATER;
    const spoiled = (body: string) =>
      spoil === 'expired' ? body : body.replace('~procedure0~', '~procedure1~');
    const again = await send(forms, spoiled(help.body), { help: ['phone', 'web'] });
    await assertSaid(again, 409, fr.words.expired.text);
    assert.match(again.body, /value="phone" checked/);
    assert.ok(again.body.includes(fr.words.sendAgain));
    const next = await step(forms, again.body, { help: ['phone', 'web'] });
    assert.equal(heading(next.body), questionsIn(fr).help_outcome?.label);
    assert.equal(forms.reviews().size, 2);

    const tapped = await send(forms, spoiled(first.body), { satisfaction: 'medium' });
    await assertSaid(tapped, 409, fr.words.chosen);
  }
});

test('a page that is gone back to after a day is not taken for an answer lost', async () => {
  const forms = openForms();
  const opened = await get(forms, `/avis/${BUTTONS.procedure}`);
  const sent = await send(forms, (await get(forms, opened.location)).body, { satisfaction: 'good' });
  forms.clock.at = DAY_LATER;
  await assertSaid(await get(forms, sent.location), 410, fr.words.tooOld.title);
  const first = await get(forms, opened.location);
  assert.equal(first.status, 303);
  await send(forms, (await get(forms, first.location)).body, { satisfaction: 'bad' });
  assert.equal(forms.reviews().size, 2);
  assert.deepEqual(forms.openings, [`opened ${BUTTONS.procedure}`, `opened ${BUTTONS.procedure}`]);
});

test('a form that is opened again after a day is about the journey that the service signed', async () => {
  const forms = openForms();
  const opened = await get(forms, `/avis/${BUTTONS.procedure}?${signedEnding('refused')}`);
  const { body } = await get(forms, opened.location);
  const { location } = await send(forms, body, { satisfaction: 'good' });
  forms.clock.at = DAY_LATER;
  const tooOld = await get(forms, location);
  const again = /<p><a href="([^"]+)">/.exec(tooOld.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const ways = [
    (await get(forms, (await get(forms, again)).location)).body,
    (await get(forms, (await get(forms, opened.location)).location)).body,
    (await send(forms, body, { satisfaction: 'medium' })).body,
  ];
  for (const page of ways) assert.equal((await send(forms, page, { satisfaction: 'bad' })).status, 303);
  assert.deepEqual(
    forms.written.map(({ review }) => review.ending),
    ['refused', 'refused', 'refused', 'refused'],
  );
  assert.equal(forms.reviews().size, 4);
});

test('who asks for the head of a page alone opens no form', async () => {
  const forms = openForms();
  for (const button of [BUTTONS.procedure, BUTTONS.closed]) {
    const headers = { 'user-agent': PERSON };
    const answer = await forms.app.request(`/avis/${button}`, { method: 'HEAD', headers });
    assert.ok([303, 410].includes(answer.status));
  }
  assert.deepEqual(forms.openings, []);
});

test('a closed button says since when, why and where to go, and takes nothing', async () => {
  const forms = openForms();
  const page = await get(forms, `/avis/${BUTTONS.closed}`);
  await assertSaid(page, 410, fr.words.closed.since('1er janvier 2026'));
  assert.ok(page.body.includes('le service est remplacé par un autre.'));
  assert.match(page.body, /href="tel:3400"/);
  const { body } = await open(forms, BUTTONS.procedure);
  const closed = body.replaceAll(BUTTONS.procedure, BUTTONS.closed);
  await assertSaid(await send(forms, closed, { satisfaction: 'good' }), 410, fr.words.closed.title);
  const english = await get(forms, `/en/avis/${BUTTONS.closed}`);
  await assertSaid(english, 410, formLanguage('en').words.closed.since('1 January 2026'));
  assert.match(english.body, /<bdi lang="fr">le service est remplacé/);
  assert.equal(forms.written.length, 0);
});

test('an unknown button, a filled trap, an answer to no question and an unreadable one are each told', async () => {
  const forms = openForms();
  await assertSaid(await get(forms, `/avis/${BUTTONS.unknown}`), 404, fr.words.unknown.title);
  const { body } = await open(forms, BUTTONS.procedure);
  const answer = { satisfaction: 'medium' };
  const unknown = body.replaceAll(BUTTONS.procedure, BUTTONS.unknown);
  await assertSaid(await send(forms, unknown, answer), 404, fr.words.unknown.title);

  const trapped = await send(forms, body, { ...answer, ne_pas_remplir: 'x@example.org' });
  await assertSaid(trapped, 422, fr.words.trapped.text);
  assert.ok(trapped.body.includes(fr.words.chosen));
  assert.doesNotMatch(trapped.body, /x@example\.org/);

  const nowhere = body.replace('/satisfaction"', '/nothing"');
  await assertSaid(await send(forms, nowhere, answer), 400, fr.words.malformed.title);
  await assertSaid(await send(forms, body, answer, 'text/plain'), 400, fr.words.malformed.title);
  assert.deepEqual(forms.drops, ['unknown_button', 'trap', 'malformed', 'malformed']);
  assert.equal(forms.written.length, 0);
  await step(forms, trapped.body, answer);
  assert.equal(forms.written.length, 1);
});

test('an answer that cannot be put on disk is told so, kept on the page, and sent again by one tap', async () => {
  const forms = openForms();
  const first = await step(forms, (await open(forms, BUTTONS.site)).body, { satisfaction: 'good' });
  const comment = await step(forms, (await step(forms, first.body, {})).body, { help: 'none' });
  forms.disk.isFull = true;
  const refused = await send(forms, comment.body, { comment: 'Très bien & rapide' });
  await assertSaid(refused, 503, fr.words.unavailable.title);
  assert.ok(refused.body.includes('Très bien &amp; rapide'));
  assert.ok(refused.body.includes(fr.words.sendAgain));
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  forms.disk.isFull = false;
  const thanks = await step(forms, refused.body, { comment: 'Très bien & rapide' });
  assert.equal(heading(thanks.body), fr.words.thanks.title);
});
