/** The forms of citizens, page after page, with the store out of reach. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FormLanguage, formLanguage, SHIPPED_QUESTIONNAIRES } from '../src/feedback/index.ts';
import { loadAssets } from '../src/web/assets.ts';
import { BUTTONS, openForms, signedEnding } from './support/feedback-form.ts';
import {
  type Answers,
  get,
  got,
  heading,
  open,
  questionsIn,
  readPageForm,
  send,
  step,
} from './support/feedback-visitor.ts';
import { htmlErrors } from './support/html.ts';

const fr = formLanguage('fr');

test('a whole review is asked and kept step by step, in valid pages that no store is asked for', async () => {
  for (const [prefix, language] of [
    ['', fr],
    ['/en', formLanguage('en')],
  ] as const) {
    const forms = openForms();
    const words = questionsIn(language);
    const pages = [await open(forms, BUTTONS.procedure, prefix)];
    const answers: Answers[] = [
      { satisfaction: 'medium' },
      { clarity: '4' },
      { help: ['phone', 'relative'] },
      { reached_phone: 'yes', quality_phone: '5' },
      { comment: 'Rien à redire' },
    ];
    for (const one of answers) pages.push(await step(forms, pages.at(-1)?.body ?? '', one));
    assert.deepEqual(
      pages.map(({ body }) => heading(body)),
      [
        ...['satisfaction', 'clarity', 'help', 'help_outcome', 'comment'].map((id) => words[id]?.label),
        language.words.thanks.title,
      ],
    );
    for (const { body, headers } of pages) {
      assert.deepEqual(await htmlErrors(body), []);
      assert.match(body, new RegExp(`<html lang="${language.code}" dir="ltr">`));
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('set-cookie'), null);
      assert.match(body, /<meta name="robots" content="noindex">/);
    }
    assert.deepEqual(
      [...forms.reviews().values()],
      [
        {
          satisfaction: ['5'],
          clarity: ['7.5'],
          help: ['tried', 'phone', 'relative'],
          help_reached: ['1/1', 'phone=yes'],
          help_quality: ['10/1', 'phone=10'],
          comment: ['given'],
        },
      ],
    );
    assert.ok(forms.written.every(({ review }) => review.language === language.code));
    assert.deepEqual(
      forms.logged.filter((line) => line.includes('asked the store')),
      [],
    );
  }
});

test('progress counts what will be asked, and help is judged only of the means tried', async () => {
  const forms = openForms();
  const first = await open(forms, BUTTONS.procedure);
  const clarity = await step(forms, first.body, { satisfaction: 'good' });
  assert.ok(clarity.body.includes(`${fr.words.progress(2, 4)}, ${fr.words.optional}`));
  const help = await step(forms, clarity.body, {});
  const comment = await step(forms, help.body, { help: 'none' });
  assert.ok(comment.body.includes(fr.words.progress(4, 4)));
  const outcome = await step(forms, help.body, { help: ['counter', 'web'] });
  assert.ok(outcome.body.includes(fr.words.progress(4, 5)));
  assert.match(outcome.body, /name="reached_counter"/);
  assert.doesNotMatch(outcome.body, /name="reached_phone"/);
  const last = await step(forms, outcome.body, { reached_counter: 'no' });
  assert.ok(last.body.includes(fr.words.progress(5, 5)));
  const { fields } = readPageForm(comment.body);
  const unasked = await get(forms, `/avis/${BUTTONS.procedure}/help_outcome?f=${fields.get('f')}`);
  assert.equal(unasked.status, 303);
  assert.match(unasked.location, /\/comment\?/);
});

test('every later question can be passed, and nothing is sent by that', async () => {
  const forms = openForms();
  let page = await step(forms, (await open(forms, BUTTONS.procedure)).body, { satisfaction: 'bad' });
  const met: string[] = [];
  for (let at = 0; at < 4; at += 1) {
    met.push(heading(page.body));
    const pass = /<a href="([^"]*)" data-step>/.exec(page.body)?.[1];
    if (pass === undefined) break;
    page = await get(forms, pass.replaceAll('&amp;', '&'));
  }
  const words = questionsIn(fr);
  assert.deepEqual(met, [
    words.clarity?.label,
    words.help?.label,
    words.comment?.label,
    fr.words.thanks.title,
  ]);
  assert.equal(forms.written.length, 1);
});

test('thanks are given only for what is on disk', async () => {
  const forms = openForms();
  const { body } = await open(forms, BUTTONS.procedure);
  const { fields } = readPageForm(body);
  for (const asked of ['merci', 'clarity', 'comment', 'nothing_like_it']) {
    const { status, location } = await get(forms, `/avis/${BUTTONS.procedure}/${asked}?f=${fields.get('f')}`);
    assert.equal(status, 303);
    assert.match(location, /\/satisfaction\?f=/);
  }
  for (const token of ['', 'x', `${fields.get('f')}x`]) {
    const { status, location } = await get(forms, `/avis/${BUTTONS.procedure}/merci?f=${token}`);
    assert.deepEqual([status, location], [303, `/avis/${BUTTONS.procedure}`]);
  }
  // Nothing is on disk of who sends a later question blank: it leads on to the one that begins.
  const unsaid = await send(forms, body.replace('/satisfaction"', '/comment"'), { comment: ' ' });
  assert.equal(unsaid.status, 303);
  assert.match((await get(forms, unsaid.location)).location, /\/satisfaction\?f=/);
  assert.equal(forms.written.length, 0);
  const other = await open(forms, BUTTONS.site);
  const foreign = readPageForm(other.body).fields.get('f');
  const crossed = await get(forms, `/avis/${BUTTONS.procedure}/satisfaction?f=${foreign}`);
  assert.equal(crossed.location, `/avis/${BUTTONS.procedure}`);
});

test('an address that is opened again is another review, and one that is gone back to is the same', async () => {
  const forms = openForms();
  const first = await get(forms, `/avis/${BUTTONS.procedure}`);
  const second = await get(forms, `/avis/${BUTTONS.procedure}`);
  assert.notEqual(first.location, second.location);
  for (const choice of ['good', 'bad', 'bad']) {
    await step(forms, (await get(forms, first.location)).body, { satisfaction: choice });
  }
  assert.deepEqual([...forms.reviews().values()], [{ satisfaction: ['0'] }]);
});

test('a form is in the language asked, else that of its button, and its answers say which', async () => {
  const forms = openForms();
  const languageOf = (body: string) => /<html lang="(\w+)"/.exec(body)?.[1];
  const asked = async (address: string) =>
    languageOf((await get(forms, (await get(forms, address)).location)).body);
  assert.equal(await asked(`/avis/${BUTTONS.english}`), 'en');
  assert.equal(await asked(`/avis/${BUTTONS.english}?langue=fr`), 'fr');
  assert.equal(await asked(`/avis/${BUTTONS.procedure}?langue=en`), 'en');
  assert.equal(await asked(`/avis/${BUTTONS.procedure}?langue=xx`), 'fr');

  const first = await open(forms, BUTTONS.procedure);
  const english = /<a href="([^"]*)" lang="en"/.exec(first.body)?.[1] ?? '';
  const turned = await get(forms, english.replaceAll('&amp;', '&'));
  assert.equal(languageOf(turned.body), 'en');
  assert.match(turned.body, /<p class="service" lang="fr">/);
  const next = await step(forms, turned.body, { satisfaction: 'good' });
  assert.equal(languageOf(next.body), 'en');
  assert.equal(forms.written[0]?.review.language, 'en');
});

test('the ending that a service signed goes with the answers, and no other', async () => {
  const forms = openForms();
  for (const query of [signedEnding('refused'), 'fin=success', 'fin=success&signature=forged']) {
    const opened = await get(forms, `/avis/${BUTTONS.procedure}?${query}`);
    await step(forms, (await get(forms, opened.location)).body, { satisfaction: 'good' });
  }
  assert.deepEqual(
    forms.written.map(({ review }) => review.ending),
    ['refused', 'unknown', 'unknown'],
  );
});

test('forms that people open are counted, and robots and steps are not', async () => {
  const forms = openForms();
  const { location } = await get(forms, `/avis/${BUTTONS.procedure}`);
  await get(forms, location);
  await get(forms, location);
  await get(forms, `/avis/${BUTTONS.closed}`);
  for (const robot of ['Googlebot/2.1 (+http://www.google.com/bot.html)', 'curl/8.0']) {
    await forms.app.request(`/avis/${BUTTONS.procedure}`, { headers: { 'user-agent': robot } });
  }
  await forms.app.request(`/avis/${BUTTONS.procedure}`);
  assert.deepEqual(forms.openings, [`opened ${BUTTONS.procedure}`, `closed ${BUTTONS.closed}`]);
});

test('a form that nobody was counted as opening is counted with its first answer: none is answered unopened', async () => {
  const forms = openForms();
  const robot = { headers: { 'user-agent': 'curl/8.0' } };
  const opened = await got(await forms.app.request(`/avis/${BUTTONS.procedure}`, robot));
  const first = await got(await forms.app.request(opened.location, robot));
  assert.deepEqual(forms.openings, []);
  const second = await step(forms, first.body, { satisfaction: 'good' });
  await step(forms, second.body, { clarity: '4' });
  assert.deepEqual(forms.openings, [`opened ${BUTTONS.procedure}`]);

  const forged = second.body.replace('~procedure0~', '~procedure1~');
  const again = await send(forms, forged, { clarity: '2' });
  assert.equal(again.status, 409);
  await step(forms, again.body, { clarity: '2' });
  assert.equal(forms.reviews().size, 2);
  assert.equal(forms.openings.length, 2);
});

test('the other questionnaires work by the same pages, in the languages that they have', async () => {
  const forms = openForms();
  const topic = await step(forms, (await open(forms, BUTTONS.report)).body, { report: 'suggestion' });
  assert.equal(topic.body.match(/type="radio"/g)?.length, 6);
  const comment = await step(forms, topic.body, { topic: 'display' });
  await step(forms, comment.body, { comment: 'Le bouton est caché' });

  const waiting = await open(forms, BUTTONS.custom);
  assert.match(waiting.body, /<html lang="en"/);
  assert.doesNotMatch(waiting.body, /<nav/);
  assert.deepEqual(await htmlErrors(waiting.body), []);
  const reason = await step(forms, waiting.body, { waiting: '2' });
  const thanks = await step(forms, reason.body, { reason: 'four' });
  assert.equal(heading(thanks.body), formLanguage('en').words.thanks.title);
  assert.deepEqual(
    [...forms.reviews().values()],
    [
      { report: ['suggestion'], topic: ['display'], comment: ['given'] },
      { waiting: ['2.5'], reason: ['four'] },
    ],
  );
});

test('a questionnaire in a language that pages do not have says the language of its words', async () => {
  const [avis] = SHIPPED_QUESTIONNAIRES;
  assert.ok(avis !== undefined);
  const breton = { ...avis, wording: { br: avis.wording.fr ?? assert.fail() } };
  const forms = openForms({ questionnaires: [breton] });
  const { body } = await open(forms, BUTTONS.procedure);
  assert.match(body, /<html lang="fr"/);
  assert.match(body, /<h1 id="question"[^>]* lang="br">/);
  assert.deepEqual(await htmlErrors(body), []);
});

test('a form may be written from right to left', async () => {
  const mirrored: FormLanguage = { ...fr, code: 'ar', name: 'العربية' };
  const shipped = SHIPPED_QUESTIONNAIRES.map((one) => ({
    ...one,
    wording: { ...one.wording, ar: one.wording.fr ?? assert.fail() },
  }));
  const forms = openForms({ languages: [fr, mirrored], questionnaires: shipped });
  const opened = await get(forms, `/avis/${BUTTONS.procedure}?langue=ar`);
  const { body } = await get(forms, opened.location);
  assert.match(body, /<html lang="ar" dir="rtl">/);
  const next = await step(forms, body, { satisfaction: 'good' });
  assert.match(next.body, /<html lang="ar" dir="rtl">/);
  assert.match(next.body, /action="\/avis\/procedure0\/clarity\?langue=ar"/);
  assert.deepEqual(await htmlErrors(next.body), []);
  assert.equal(forms.written[0]?.review.language, 'ar');
  assert.doesNotMatch(
    Buffer.from(loadAssets().files.find(({ name }) => name === 'form.css')?.bytes ?? []).toString(),
    /(?:margin|padding|border|inset)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)/m,
  );
});
