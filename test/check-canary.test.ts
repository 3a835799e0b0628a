import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { systemClock } from '../src/core/clock.ts';
import { FORM_FIELDS, recountDaily, type SecretButton, signTrial } from '../src/feedback/index.ts';
import { type Check, guardAddresses, runChecks, TRIAL_FIELDS, USUAL_DEMAND } from '../src/probes/index.ts';
import { serveSite, soundPage } from './support/checked-site.ts';
import { openForm, serveFeedback } from './support/feedback-site.ts';

/** A page with a button of this site, and what the check of it comes to. */
async function checkPage(
  t: TestContext,
  { origin }: { origin: string },
  buttonId: string,
  signer: (buttonId: string, form: string) => Promise<string | null>,
): Promise<Check> {
  const link = `<a href="${origin}/avis/${buttonId}" data-vigie-button="${buttonId}">Je donne mon avis</a>`;
  const site = await serveSite(t, () => ({ '/fin': soundPage(link) }));
  const options = {
    chromiumPath: null,
    userAgent: 'Vigie/test (+http://vigie.test/sonde)',
    isAllowed: guardAddresses(['127.0.0.1']),
    resolve: async () => [],
    clock: systemClock,
    publicUrl: origin,
    kinds: ['feedback_button' as const],
    signTrial: signer,
  };
  const target = {
    ...{ ...USUAL_DEMAND, id: 1, url: `${site.origin}/fin`, maintenances: [] },
    roles: ['last_page' as const],
  };
  const [made] = await Array.fromAsync(runChecks([target], options));
  assert.ok(made);
  return made;
}

/** Everything that an opinion would have left. */
async function traces({ db, feedback }: Awaited<ReturnType<typeof serveFeedback>>) {
  await feedback.openings.stop();
  const count = async (table: string) =>
    (await db.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n;
  const { reviews, differing } = await recountDaily(db);
  return {
    ...{ reviews, differing, review: await count('feedback.review'), answer: await count('feedback.answer') },
    ...{ daily: await count('feedback.daily'), opening: await count('feedback.opening') },
  };
}

const NOTHING = { reviews: 0, differing: 0, review: 0, answer: 0, daily: 0, opening: 0 };

const signerOf = (button: SecretButton) => async (id: string, form: string) =>
  id === button.id ? signTrial(button, form) : null;

test('a canary answers the form through the whole intake, and leaves nothing anywhere', async (t) => {
  const served = await serveFeedback(t);
  const [button] = served.open;
  assert.ok(button);
  const { result, figures } = await checkPage(t, served, button.id, signerOf(button));
  assert.deepEqual([result, figures], ['pass', { of: 'this_site', status: 200, canary: true }]);
  assert.match(await served.metrics.text(), /vigie_feedback_dropped\{reason="trial"\} 1/);
  assert.deepEqual(await traces(served), NOTHING);
});

test('a button that was closed does not take the canary for an opinion, and its link is dead', async (t) => {
  const served = await serveFeedback(t);
  const [button] = served.closed;
  assert.ok(button);
  const { result, evidence } = await checkPage(t, served, button.id, signerOf(button));
  assert.deepEqual([result, evidence.advice], ['fail', ['mend_button_link']]);
  assert.deepEqual({ ...(await traces(served)), opening: 0 }, NOTHING);
});

test('a canary of a button that is not known is not sent', async (t) => {
  const served = await serveFeedback(t);
  const { result, evidence } = await checkPage(t, served, served.open[0]?.id ?? '', async () => null);
  assert.deepEqual([result, evidence.reason], ['unknown', 'button_not_known']);
  assert.deepEqual(await traces(served), NOTHING);
});

test('nobody else can have an opinion taken for a trial: what is not signed so is kept', async (t) => {
  const served = await serveFeedback(t);
  const [button, other] = served.open;
  assert.ok(button && other);
  const [form, another] = [
    await openForm(served.origin, button.id),
    await openForm(served.origin, button.id),
  ];
  const forged = ['1', '', signTrial(other, form), signTrial(button, another)];
  for (const [at, essai] of forged.entries()) {
    const token = at < forged.length - 1 ? await openForm(served.origin, button.id) : form;
    const body = new URLSearchParams({ f: token, essai, satisfaction: 'good' });
    const sent = await fetch(`${served.origin}/avis/${button.id}/satisfaction`, {
      method: 'POST',
      body,
      redirect: 'manual',
    });
    assert.equal(sent.status, 303, `${at}: ${(await sent.text()).slice(0, 300)}`);
  }
  const { reviews, differing } = await traces(served);
  assert.deepEqual([reviews, differing], [forged.length, 0]);
});

test('the fields that a canary fills in are those that the intake reads', () => {
  assert.deepEqual(TRIAL_FIELDS, { token: FORM_FIELDS.token, trial: FORM_FIELDS.trial });
});
