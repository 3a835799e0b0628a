import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOf } from '../../test/support/page-checks.ts';

/** Pages whose mention leads to something else than a declaration in order. */
const DECLARED: readonly (readonly [path: string, result: string, told: string])[] = [
  ['/mention-expired', 'fail', 'renew_declaration'],
  ['/mention-contradicts', 'fail', 'agree_with_mention'],
  ['/mention-bare', 'fail', 'state_in_mention'],
  ['/mention-pdf', 'unknown', 'declaration_is_a_file'],
  ['/mention-hidden-pdf', 'unknown', 'declaration_is_a_file'],
  ['/mention-dead', 'unknown', 'declaration_not_reached'],
  ['/mention-home', 'unknown', 'declaration_not_understood'],
  ['/mention-inner', 'unknown', 'declaration_not_reached'],
];

for (const [path, result, told] of DECLARED) {
  test(`a declaration that is not in order is told so: ${path}, ${told}`, async () => {
    const { evidence, ...check } = await checkOf('accessibility_declaration', path);
    assert.equal(check.result, result);
    const codes: readonly unknown[] = [evidence.reason, ...evidence.advice];
    assert.ok(codes.includes(told), JSON.stringify(evidence));
    assert.equal(check.figures?.mention === null, false);
  });
}

/** Pages in a window of 360 pixels. */
const MOBILE: readonly (readonly [path: string, verdict: string, ...advice: string[]])[] = [
  ['/sound', 'Oui'],
  ['/wide', 'Non', 'no_sideways_scroll'],
  ['/cut', 'Oui'],
  ['/fixed', 'Non', 'declare_viewport'],
  ['/no-viewport', 'Non', 'declare_viewport'],
  ['/no-zoom', 'Partiel', 'let_zoom'],
  ['/small-targets', 'Partiel', 'larger_targets'],
  ['/spaced-targets', 'Oui'],
  ['/links-in-text', 'Oui'],
  ['/small-text', 'Partiel', 'larger_text'],
];

for (const [path, verdict, ...advice] of MOBILE) {
  test(`a page fits a telephone or does not: ${path} ${verdict}`, async () => {
    const { figures, evidence } = await checkOf('mobile', path);
    assert.deepEqual([figures?.verdict, ...evidence.advice], [verdict, ...advice]);
  });
}

/** Ways to sign in, and what they are taken for. */
const SIGN_IN: readonly (readonly [path: string, result: string, ...schemes: string[]])[] = [
  ['/franceconnect', 'pass', 'FranceConnect'],
  ['/franceconnect-plus', 'pass', 'FranceConnect+'],
  ['/franceconnect-image', 'pass', 'FranceConnect'],
  ['/franceconnect-form', 'pass', 'FranceConnect'],
  ['/proconnect', 'pass', 'ProConnect'],
  ['/both', 'pass', 'FranceConnect', 'ProConnect'],
  ['/password', 'fail'],
  ['/franceconnect-name', 'pass', 'FranceConnect'],
  ['/franceconnect-path', 'pass', 'FranceConnect'],
  ['/franceconnect-with', 'pass', 'FranceConnect'],
  ['/about-franceconnect', 'unknown'],
  ['/named-franceconnect', 'unknown'],
  ['/sign-in-elsewhere', 'unknown'],
];

for (const [path, result, ...schemes] of SIGN_IN) {
  test(`a way to sign in is seen: ${path} ${result}`, async () => {
    const { figures, ...check } = await checkOf('authentication', path);
    assert.deepEqual([check.result, ...(figures?.schemes ?? [])], [result, ...schemes]);
    assert.equal(figures?.asksToSignIn, path !== '/about-franceconnect');
  });
}

/** Who can be asked: e-mail, telephone, form, opening hours, help. */
const CONTACTS: readonly (readonly [path: string, result: string, means: string])[] = [
  ['/sound', 'pass', 'email phone openingHours helpPage'],
  ['/contact-only', 'pass', 'form'],
  ['/contact-dead', 'unknown', ''],
  ['/short-phone', 'pass', 'phone openingHours'],
  ['/help-only', 'fail', 'helpPage'],
  ['/poor', 'fail', ''],
];

for (const [path, result, means] of CONTACTS) {
  test(`who is in trouble finds somebody to ask, or does not: ${path}`, async () => {
    const { figures, ...check } = await checkOf('contact_and_help', path);
    const found = Object.entries(figures ?? {}).flatMap(([name, has]) => (has ? [name] : []));
    assert.deepEqual([check.result, found.join(' ')], [result, means]);
  });
}

/** Buttons of others: only their link is looked at. */
const BUTTONS: readonly (readonly [path: string, result: string, of: string | null])[] = [
  ['/sound', 'pass', 'vigie'],
  ['/button-dead', 'fail', 'vigie'],
  ['/button-words', 'pass', 'other'],
  ['/button-inner', 'unknown', 'vigie'],
  ['/poor', 'fail', null],
];

for (const [path, result, of] of BUTTONS) {
  test(`a button that asks for an opinion is alive or not: ${path} ${result}`, async () => {
    const { figures, ...check } = await checkOf('feedback_button', path);
    assert.deepEqual([check.result, figures?.of, figures?.canary], [result, of, null]);
  });
}
