/** What goes wrong on the way: each journey ends well, and no opinion counts twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUTTONS } from '../support/feedback-form.ts';
import { face, grades, openComment, openFirst, press, reach, words } from '../support/form-steps.ts';

test('to go back, to reload and to answer otherwise is one review, of which the last answer stands', async () => {
  for (const javaScript of [true, false]) {
    const visit = await openFirst({ javaScript });
    const { page, faults } = visit;
    await page.reload();
    await face(page, 'good').click();
    await reach(page, words.label('clarity'));
    await page.getByLabel(words.option('clarity', '2'), { exact: true }).check();
    await press(page, words.continue);
    await reach(page, words.label('help'));
    await page.goBack();
    await reach(page, words.label('clarity'));
    if (javaScript) {
      assert.ok(await page.getByLabel(words.option('clarity', '2'), { exact: true }).isChecked());
    }
    await page.goBack();
    await reach(page, words.label('satisfaction'));
    await page.reload();
    await face(page, 'bad').click();
    await reach(page, words.label('clarity'));
    await page.reload();
    await reach(page, words.label('clarity'));
    await page.getByLabel(words.option('clarity', '5'), { exact: true }).check();
    await press(page, words.continue);
    await reach(page, words.label('help'));
    assert.deepEqual(grades(visit), [{ satisfaction: ['0'], clarity: ['10'] }]);
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test('a question that is met again shows what was answered', async () => {
  const { page, forms } = await openFirst();
  const four = page.getByLabel(words.option('clarity', '4'), { exact: true });
  await face(page, 'good').click();
  await four.check();
  await press(page, words.continue);
  await reach(page, words.label('help'));
  await page.goBack();
  await page.goBack();
  await face(page, 'bad').click();
  await reach(page, words.label('clarity'));
  assert.ok(await four.isChecked());
  await press(page, words.continue);
  await reach(page, words.label('help'));
  assert.deepEqual(grades({ forms }), [{ satisfaction: ['0'], clarity: ['7.5'] }]);
});

test('a page that is come back to holds the focus, the title and what was typed', async () => {
  const { page, faults } = await openComment();
  const title = await page.title();
  await page.getByLabel(words.label('comment')).fill('À moitié écrit');
  await page.goBack();
  await reach(page, words.label('help'));
  assert.notEqual(await page.title(), title);
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1');
  await page.goForward();
  await reach(page, words.label('comment'));
  assert.equal(await page.title(), title);
  assert.equal(await page.getByLabel(words.label('comment')).inputValue(), 'À moitié écrit');
  assert.deepEqual(faults, []);
});

test('a double tap sends once, and two taps on two faces are one review', async () => {
  const visit = await openFirst();
  const { page } = visit;
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1;
  });
  await face(page, 'good').dblclick();
  await reach(page, words.label('clarity'));
  assert.equal(posts, 1);
  assert.deepEqual(grades(visit), [{ satisfaction: ['10'] }]);

  const plain = await openFirst({ javaScript: false });
  await plain.page.getByRole('button').first().dblclick({ noWaitAfter: true });
  await reach(plain.page, words.label('clarity'));
  assert.equal(grades(plain).length, 1);
});

test('while an answer is sent its buttons say that they wait', async () => {
  const { page } = await openFirst();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/avis/**', async (route) => {
    await released;
    await route.continue();
  });
  await face(page, 'good').click();
  await page.locator('button[aria-disabled="true"]').first().waitFor();
  assert.equal(await page.locator('form').getAttribute('aria-busy'), 'true');
  release();
  await reach(page, words.label('clarity'));
});

test('two tabs at the first question of one form are one review', async () => {
  const visit = await openFirst();
  const { page, origin, forms } = visit;
  forms.clock.at = '2026-01-15T12:00:30Z';
  const other = await page.context().newPage();
  await other.goto(`${origin}/avis/${BUTTONS.procedure}`);
  await other.waitForURL(page.url());
  await face(page, 'good').click();
  await reach(page, words.label('clarity'));
  await face(other, 'bad').click();
  await reach(other, words.label('clarity'));
  assert.deepEqual(grades(visit), [{ satisfaction: ['0'] }]);

  // Who has answered is not mixed up with the next person at the same machine.
  const next = await page.context().newPage();
  await next.goto(`${origin}/avis/${BUTTONS.procedure}`);
  await face(next, 'medium').click();
  await reach(next, words.label('clarity'));
  assert.equal(grades(visit).length, 2);
});

test('a connection lost on the way is told, takes nothing away, and the answer sent again counts once', async () => {
  const visit = await openComment();
  const { page, faults } = visit;
  await page.getByLabel(words.label('comment')).fill('Dans le train');
  await page.context().setOffline(true);
  await press(page, words.send);
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByRole('alert').innerText(), words.offline);
  assert.equal(await page.evaluate("document.activeElement.getAttribute('role')"), 'alert');
  assert.equal(await page.getByLabel(words.label('comment')).inputValue(), 'Dans le train');
  await page.context().setOffline(false);

  // The answer arrives, and what the server says of it does not.
  await page.route('**/comment*', async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.abort();
  });
  const cut = page.waitForEvent('requestfailed');
  await press(page, words.send);
  await cut;
  await page.locator('form[aria-busy="false"]').waitFor();
  assert.equal(await page.getByRole('alert').count(), 1);
  await page.unroute('**/comment*');
  await press(page, words.send);
  await reach(page, words.thanks.title);
  assert.deepEqual(grades(visit), [{ satisfaction: ['10'], comment: ['given'] }]);
  assert.deepEqual(faults, []);
});

test('one alert at a time: a lost connection takes the place of what was wrong before', async () => {
  const { page } = await openComment();
  const alert = page.getByRole('alert');
  await page.getByLabel(words.label('comment')).fill('x'.repeat(6_000));
  await press(page, words.send);
  await alert.getByText(words.invalid.title).waitFor();
  await page.getByLabel(words.label('comment')).fill('Plus court');
  await page.context().setOffline(true);
  await press(page, words.send);
  await alert.getByText(words.offline).waitFor();
  assert.equal(await alert.count(), 1);
});

test('a save that fails says so, keeps what was typed, and the next one succeeds', async () => {
  for (const javaScript of [true, false]) {
    const visit = await openComment({ javaScript });
    const { page, forms, faults } = visit;
    forms.disk.isFull = true;
    await page.getByLabel(words.label('comment')).fill('Ligne 1\n"Ligne" 2 <3');
    await press(page, words.send);
    await page.getByText(words.unavailable.title).waitFor();
    assert.equal(await page.getByText(words.thanks.title).count(), 0);
    assert.equal(await page.getByLabel(words.label('comment')).inputValue(), 'Ligne 1\n"Ligne" 2 <3');
    forms.disk.isFull = false;
    await press(page, words.sendAgain);
    await reach(page, words.thanks.title);
    assert.equal(forms.written.at(-1)?.answers[0]?.comment, 'Ligne 1\n"Ligne" 2 <3');
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test('a review goes on after the server died between two steps, and after an hour', async () => {
  for (const javaScript of [true, false]) {
    const visit = await openFirst({ javaScript });
    const { page, faults, forms } = visit;
    await face(page, 'good').click();
    await reach(page, words.label('clarity'));
    const after = await visit.restart();
    after.clock.at = '2026-01-15T13:01:00Z';
    await page.getByLabel(words.option('clarity', '5'), { exact: true }).check();
    await press(page, words.continue);
    await reach(page, words.label('help'));
    assert.deepEqual(after.reviews().keys().toArray(), forms.reviews().keys().toArray());
    assert.deepEqual(grades({ forms: after }), [{ clarity: ['10'] }]);
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test('a page left open for a day is shown again with what was chosen: one tap sends it', async () => {
  for (const javaScript of [true, false]) {
    const visit = await openFirst({ javaScript });
    const { page, forms, faults } = visit;
    forms.clock.at = '2026-01-16T12:00:01Z';
    await face(page, 'bad').click();
    await page.getByText(words.expired.text).waitFor();
    await page.getByRole('button', { name: words.chosen }).click();
    await reach(page, words.label('clarity'));
    assert.deepEqual(grades(visit), [{ satisfaction: ['0'] }]);
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test('an answer of no page of ours, as a proxy gives, leaves the form as it is', async () => {
  const { page, forms } = await openComment();
  await page.getByLabel(words.label('comment')).fill('Toujours là');
  await page.route('**/comment*', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<main id="content">Bad gateway</main>' }),
  );
  await press(page, words.send);
  await page.getByRole('alert').waitFor();
  assert.equal(await page.getByLabel(words.label('comment')).inputValue(), 'Toujours là');
  await page.unroute('**/comment*');
  await press(page, words.send);
  await reach(page, words.thanks.title);
  assert.equal(forms.reviews().size, 1);
});
