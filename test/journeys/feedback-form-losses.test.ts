/** What could take an opinion away: from somebody who comes back, or by the next person at the same screen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { BUTTONS } from '../support/feedback-form.ts';
import { face, grades, openComment, openFirst, press, reach, words } from '../support/form-steps.ts';
import type { FormVisit } from '../support/journey-form.ts';

const comment = (page: Page) => page.getByLabel(words.label('comment'));

/** Another tab of the same browser, at a form that is opened anew. */
async function anotherTab({ page, origin }: FormVisit, button: string = BUTTONS.procedure): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`${origin}/avis/${button}`);
  await reach(other, words.label('satisfaction'));
  return other;
}

async function tap(page: Page, code: string): Promise<void> {
  await face(page, code).click();
  await reach(page, words.label('clarity'));
}

test('the next person is not given the review of a tab that others share', async () => {
  const visit = await openFirst();
  visit.forms.clock.at = '2026-01-15T12:00:30Z';
  const second = await anotherTab(visit);
  await second.waitForURL(visit.page.url());
  await tap(second, 'good');
  const next = await anotherTab(visit);
  await tap(next, 'bad');
  assert.deepEqual(grades(visit), [{ satisfaction: ['10'] }, { satisfaction: ['0'] }]);
});

test('a tab that was gone back to and loaded again offers its review to nobody', async () => {
  const visit = await openFirst();
  await tap(visit.page, 'good');
  await visit.page.goBack();
  await reach(visit.page, words.label('satisfaction'));
  await visit.page.reload();
  const next = await anotherTab(visit);
  await tap(next, 'bad');
  assert.equal(grades(visit).length, 2);
});

test('a tab that was left open does not make a form old that is opened now', async () => {
  const visit = await openFirst();
  visit.forms.clock.at = '2026-01-16T12:00:01Z';
  const today = await anotherTab(visit);
  await tap(today, 'good');
  assert.deepEqual(grades(visit), [{ satisfaction: ['10'] }]);
});

test('a page that shows nothing of what was sent takes nothing of it away when it is sent blank', async () => {
  for (const javaScript of [true, false]) {
    const visit = await openComment({ javaScript });
    const { page } = visit;
    const address = page.url();
    await comment(page).fill('À garder');
    await press(page, words.send);
    await reach(page, words.thanks.title);
    await page.goto(address);
    await press(page, words.send);
    await reach(page, words.thanks.title);
    assert.deepEqual(grades(visit), [{ satisfaction: ['10'], comment: ['given'] }]);
    await page.context().close();
  }
});

test('an answer that its page still shows can be withdrawn there', async () => {
  const visit = await openComment();
  const { page } = visit;
  await page.goBack();
  await reach(page, words.label('help'));
  const web = page.getByLabel(words.option('help', 'web'), { exact: true });
  await web.check();
  await press(page, words.continue);
  await reach(page, words.label('comment'));
  assert.deepEqual(grades(visit)[0]?.help, ['tried', 'web']);
  await page.goBack();
  await reach(page, words.label('help'));
  await web.uncheck();
  await press(page, words.continue);
  await reach(page, words.label('comment'));
  assert.deepEqual(visit.forms.written.at(-1)?.answers[0]?.grades, []);
});

test('what was said of a help goes with it when it is taken back', async () => {
  const visit = await openComment();
  const { page } = visit;
  const box = (means: string) => page.getByLabel(words.option('help', means), { exact: true });
  await page.goBack();
  await reach(page, words.label('help'));
  await box('phone').check();
  await press(page, words.continue);
  await reach(page, words.label('help_outcome'));
  await page.getByLabel(words.option('help_outcome', 'no'), { exact: true }).check();
  await press(page, words.continue);
  await reach(page, words.label('comment'));
  assert.deepEqual(grades(visit)[0]?.help_reached, ['0/1', 'phone=no']);
  for (const heading of ['help_outcome', 'help']) {
    await page.goBack();
    await reach(page, words.label(heading));
  }
  await box('phone').uncheck();
  await box('email').check();
  await press(page, words.continue);
  await reach(page, words.label('help_outcome'));
  await page.getByRole('link', { name: words.skip }).click();
  await reach(page, words.label('comment'));
  assert.deepEqual(grades(visit)[0]?.help, ['tried', 'email']);
  assert.deepEqual(grades(visit)[0]?.help_reached ?? [], []);
});

test('a text that cannot be taken stays in its field, with what to do', async () => {
  const { page } = await openComment();
  const long = 'a'.repeat(70_000);
  await comment(page).fill(long);
  await press(page, words.send);
  await page.getByRole('alert').getByText(words.tooLong.title).waitFor();
  assert.equal((await comment(page).inputValue()).length, long.length);
  await comment(page).fill('Plus court');
  await press(page, words.send);
  await reach(page, words.thanks.title);
});

test('what was typed is there again when other answers have changed the address of its question', async () => {
  const { page } = await openComment();
  await comment(page).fill('À moitié écrit');
  await page.goBack();
  await reach(page, words.label('help'));
  await page.getByLabel(words.option('help', 'phone'), { exact: true }).check();
  await press(page, words.continue);
  await reach(page, words.label('help_outcome'));
  await page.getByRole('link', { name: words.skip }).click();
  await reach(page, words.label('comment'));
  assert.equal(await comment(page).inputValue(), 'À moitié écrit');
});

test('a connection that hangs is told in the end, and the answer is sent again', async () => {
  const visit = await openFirst();
  const { page } = visit;
  await page.evaluate(
    'AbortSignal.timeout = () => AbortSignal.abort(new DOMException("late", "TimeoutError"))',
  );
  await face(page, 'good').click();
  await page.getByRole('alert').waitFor();
  await page.evaluate('AbortSignal.timeout = () => new AbortController().signal');
  await tap(page, 'good');
  assert.equal(grades(visit).length, 1);
});

test('a browser that does not say which face was tapped sends the form by itself', async () => {
  const visit = await openFirst();
  await visit.page.evaluate('delete SubmitEvent.prototype.submitter');
  await tap(visit.page, 'medium');
  assert.deepEqual(grades(visit), [{ satisfaction: ['5'] }]);
});

test('a browser whose forms leave out the button that sends them loses no tap', async () => {
  const visit = await openFirst();
  await visit.page.evaluate(
    'window.FormData = class extends FormData { constructor(form) { super(form); } }',
  );
  await tap(visit.page, 'medium');
  assert.deepEqual(grades(visit), [{ satisfaction: ['5'] }]);
});

test('after a day, to end without answering leads to no second opinion', async () => {
  const visit = await openComment();
  const { page, forms } = visit;
  forms.clock.at = '2026-01-16T12:00:01Z';
  await comment(page).fill('Trop tard');
  await press(page, words.send);
  await page.getByText(words.expired.text).waitFor();
  await page.getByRole('link', { name: words.finish }).click();
  await reach(page, words.tooOld.title);
  assert.equal(forms.reviews().size, 1);
});

test('at a counter the next person opens a form of their own, and meets nothing of the one before', async () => {
  const visit = await openFirst();
  const { page, origin } = visit;
  await page.goto(`${origin}/avis/${BUTTONS.site}`);
  await tap(page, 'good');
  for (let step = 0; step < 2; step += 1) await page.getByRole('link', { name: words.skip }).click();
  await reach(page, words.label('comment'));
  await comment(page).fill('Rien que pour vous');
  await press(page, words.send);
  await reach(page, words.thanks.title);
  await page.goBack();
  await reach(page, words.label('comment'));
  assert.equal(await comment(page).inputValue(), '');
  await page.goForward();
  await page.getByRole('link', { name: words.tooOld.again }).click();
  await tap(page, 'bad');
  assert.deepEqual(
    grades(visit).map(({ satisfaction }) => satisfaction),
    [['10'], ['0']],
  );
});
