/** Citizens at the forms, in a browser: with scripts and without, in each language, on a small screen, by the keyboard. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { formLanguage, SHIPPED_QUESTIONNAIRES } from '../../src/feedback/index.ts';
import type { PageOptions } from '../support/browser.ts';
import { BUTTONS } from '../support/feedback-form.ts';
import { focusFaults, spaceText } from '../support/journey-checks.ts';
import { pageFaults, visitForms, wordsOf } from '../support/journey-form.ts';
import { focused, tabTo } from '../support/journey-keyboard.ts';

const fr = wordsOf(formLanguage('fr'));

/** Waits for the page of a question, or of thanks. */
async function reach(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Goes through every question, telling each page that is met. */
async function answerAll(page: Page, words: typeof fr, met: () => Promise<void>): Promise<void> {
  await reach(page, words.label('satisfaction'));
  await met();
  await press(page, words.option('satisfaction', 'good'));
  await reach(page, words.label('clarity'));
  assert.ok(await page.getByText(words.keptFirst).isVisible());
  await met();
  await page.getByLabel(words.option('clarity', '4'), { exact: true }).check();
  await press(page, words.continue);
  await reach(page, words.label('help'));
  await page.getByLabel(words.option('help', 'phone')).check();
  await page.getByLabel(words.option('help', 'relative')).check();
  await met();
  await press(page, words.continue);
  await reach(page, words.label('help_outcome'));
  await page.getByLabel(words.option('help_outcome', 'yes'), { exact: true }).check();
  await page.getByLabel(words.option('help_outcome', '2'), { exact: true }).check();
  await met();
  await press(page, words.continue);
  await reach(page, words.label('comment'));
  await page.getByLabel(words.label('comment')).fill('Une page manque.\nMerci !');
  await met();
  await press(page, words.send);
  await reach(page, words.thanks.title);
  await met();
}

const WHOLE = {
  satisfaction: ['10'],
  clarity: ['7.5'],
  help: ['tried', 'phone', 'relative'],
  help_reached: ['1/1', 'phone=yes'],
  help_quality: ['2.5/1', 'phone=2.5'],
  comment: ['given'],
};

test('a whole review is given with scripts and without, in each language, on a small screen', async () => {
  for (const [javaScript, code] of [
    [true, 'fr'],
    [true, 'en'],
    [false, 'fr'],
    [false, 'en'],
  ] as const) {
    const { page, forms, origin, faults } = await visitForms({ javaScript });
    const prefix = code === 'en' ? '/en' : '';
    await page.goto(`${origin}${prefix}/avis/${BUTTONS.procedure}`);
    await answerAll(page, wordsOf(formLanguage(code)), async () => {
      faults.push(...(await pageFaults(page, javaScript)));
    });
    assert.deepEqual([...forms.reviews().values()], [WHOLE]);
    assert.deepEqual(faults, [], `${code}, scripts: ${javaScript}`);
    assert.deepEqual(await page.context().cookies(), []);
    await page.context().close();
  }
});

test('each page fits any screen: 400 % of zoom, dark, forced colours, text spaced out, right to left', async () => {
  const mirrored = { ...formLanguage('fr'), code: 'ar' };
  const questionnaires = SHIPPED_QUESTIONNAIRES.map((one) => ({
    ...one,
    wording: { ...one.wording, ar: one.wording.fr ?? assert.fail() },
  }));
  const looks: (Partial<PageOptions> & { isSpaced?: boolean; isMirrored?: boolean })[] = [
    { width: 320, height: 256 },
    { width: 320, dark: true, isSpaced: true },
    { width: 1280, dark: true },
    { width: 360, forcedColors: true },
    { width: 320, isMirrored: true },
  ];
  for (const { isSpaced, isMirrored, ...options } of looks) {
    const settings = { questionnaires, languages: [formLanguage('fr'), mirrored] };
    const { page, origin, faults } = await visitForms(options, settings);
    await page.goto(`${origin}/avis/${BUTTONS.procedure}${isMirrored ? '?langue=ar' : ''}`);
    await answerAll(page, fr, async () => {
      if (isSpaced) await spaceText(page);
      faults.push(...(await pageFaults(page, !options.forcedColors && !isMirrored)));
    });
    assert.deepEqual(faults, [], JSON.stringify(options));
    await page.context().close();
  }
});

test('the targets of a form are 44 pixels high at least', async () => {
  const { page, origin } = await visitForms();
  await page.goto(`${origin}/avis/${BUTTONS.procedure}`);
  await answerAll(page, fr, async () => {
    for (const target of await page.locator('main button, main .option, main .actions a').all()) {
      const height = (await target.boundingBox())?.height ?? Number.POSITIVE_INFINITY;
      assert.ok(height >= 44, `${await target.innerText()}: ${height} px`);
    }
  });
});

test('the keyboard alone gives a review, and the focus is always seen and where the eye is', async () => {
  for (const javaScript of [true, false]) {
    const { page, forms, origin, faults } = await visitForms({ javaScript });
    await page.goto(`${origin}/avis/${BUTTONS.procedure}`);
    faults.push(...(await focusFaults(page)));
    await page.goto(`${origin}/avis/${BUTTONS.procedure}`);
    await tabTo(page, fr.toContent);
    await tabTo(page, fr.option('satisfaction', 'bad'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await reach(page, fr.label('clarity'));
    if (javaScript) assert.equal((await focused(page))?.text, fr.label('clarity'));
    await tabTo(page, 'clarity');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await reach(page, fr.label('help'));
    await tabTo(page, 'help');
    await page.keyboard.press('Space');
    await tabTo(page, fr.continue);
    await page.keyboard.press('Enter');
    await reach(page, fr.label('comment'));
    await tabTo(page, fr.finish);
    await page.keyboard.press('Enter');
    await reach(page, fr.thanks.title);
    assert.deepEqual(
      [...forms.reviews().values()],
      [
        {
          satisfaction: ['5'],
          clarity: ['2.5'],
          help: ['none'],
          help_reached: [],
          help_quality: [],
        },
      ],
    );
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test('what is wrong takes the focus, and leads to its field', async () => {
  for (const javaScript of [true, false]) {
    const { page, origin, faults } = await visitForms({ javaScript });
    await page.goto(`${origin}/avis/${BUTTONS.procedure}`);
    await press(page, fr.option('satisfaction', 'bad'));
    await reach(page, fr.label('clarity'));
    await page.getByRole('link', { name: fr.skip }).click();
    await reach(page, fr.label('help'));
    await page.getByRole('link', { name: fr.skip }).click();
    await reach(page, fr.label('comment'));
    await page.getByLabel(fr.label('comment')).fill('é'.repeat(5_001));
    await press(page, fr.send);
    const alert = page.getByRole('alert');
    // Without scripts the browser gives it the focus a moment after it has shown it.
    await page.locator('[role="alert"]:focus').waitFor();
    assert.ok((await focused(page))?.text.startsWith(fr.invalid.title));
    assert.match(await page.title(), /^À corriger/);
    await alert.getByRole('link').click();
    assert.equal((await focused(page))?.tag, 'textarea');
    assert.equal((await page.getByLabel(fr.label('comment')).inputValue()).length, 5_001);
    faults.push(...(await pageFaults(page, javaScript)));
    await page.getByLabel(fr.label('comment')).fill('é'.repeat(5_000));
    await press(page, fr.send);
    await reach(page, fr.thanks.title);
    assert.deepEqual(faults, []);
    await page.context().close();
  }
});

test('with scripts "no help" and the helps exclude each other, and the last characters are counted', async () => {
  const { page, origin, faults } = await visitForms();
  await page.clock.install();
  await page.goto(`${origin}/avis/${BUTTONS.procedure}`);
  await press(page, fr.option('satisfaction', 'bad'));
  await reach(page, fr.label('clarity'));
  await page.getByRole('link', { name: fr.skip }).click();
  await reach(page, fr.label('help'));
  const box = (code: string) => page.getByLabel(fr.option('help', code));
  await box('phone').check();
  await box('web').check();
  await box('none').check();
  assert.deepEqual([await box('phone').isChecked(), await box('web').isChecked()], [false, false]);
  await box('web').check();
  assert.equal(await box('none').isChecked(), false);
  await page.getByRole('link', { name: fr.skip }).click();
  await reach(page, fr.label('comment'));
  const [field, count] = [page.getByLabel(fr.label('comment')), page.locator('.count')];
  await field.fill('x'.repeat(4_000));
  await page.clock.runFor(1_000);
  assert.equal(await count.innerText(), '');
  await field.fill('x'.repeat(4_958));
  await page.clock.runFor(1_000);
  assert.equal(await count.innerText(), `${fr.comment.left} 42`);
  await field.fill('x'.repeat(5_007));
  await page.clock.runFor(1_000);
  assert.equal(await count.innerText(), `${fr.comment.over} 7`);
  assert.deepEqual(faults, []);
});

test('the pages of closed and unknown buttons and of the other questionnaires are accessible', async () => {
  const { page, origin, faults } = await visitForms({ width: 320 });
  for (const button of ['closed', 'unknown', 'report', 'custom', 'site'] as const) {
    for (const prefix of ['', '/en']) {
      await page.goto(`${origin}${prefix}/avis/${BUTTONS[button]}`);
      faults.push(...(await pageFaults(page, true)));
    }
  }
  await page.goto(`${origin}/avis/${BUTTONS.report}`);
  await press(page, 'J’ai un problème');
  await reach(page, 'De quoi s’agit-il surtout\u00a0?');
  faults.push(...(await pageFaults(page, true)));
  assert.deepEqual(faults, []);
});
