/** The forms of citizens as a server sends them: by the lane, and how heavy. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formLanguage } from '../src/feedback/index.ts';
import { BUTTONS, openForms } from './support/feedback-form.ts';
import {
  assertSaid,
  FORM_TYPE,
  got,
  heading,
  questionsIn,
  readPageForm,
} from './support/feedback-visitor.ts';
import { send as sendRaw } from './support/http.ts';

const fr = formLanguage('fr');

const forms = openForms();
const server = await forms.listen();
after(() => server.stop(0));

test('the lane answers as the application does, and refuses too large a body with a page', async () => {
  const opened = await fetch(`${server.origin}/avis/${BUTTONS.procedure}`);
  const { action, fields } = readPageForm(await opened.text());
  const post = (body: string) =>
    fetch(server.origin + action, {
      method: 'POST',
      headers: { 'content-type': FORM_TYPE },
      body,
      redirect: 'manual',
    });
  const kept = await post(`${fields}&satisfaction=good`);
  assert.equal(kept.status, 303);
  assert.equal(kept.headers.get('cache-control'), 'no-store');
  assert.ok(kept.headers.has('content-security-policy'));
  const next = await fetch(new URL(kept.headers.get('location') ?? '', server.origin));
  assert.equal(heading(await next.text()), questionsIn(fr).clarity?.label);
  await assertSaid(
    await got(await post(`${fields}&comment=${'x'.repeat(70_000)}`)),
    413,
    fr.words.tooLong.title,
  );
  assert.equal((await fetch(server.origin + action, { method: 'PUT' })).status, 405);
});

test('the longest comment in any script fits in what is taken', async () => {
  const opened = await fetch(`${server.origin}/avis/${BUTTONS.procedure}`);
  const { fields } = readPageForm(await opened.text());
  const answer = new URLSearchParams([...fields, ['comment', '文'.repeat(5_000)]]);
  const sent = await fetch(`${server.origin}/avis/${BUTTONS.procedure}/comment`, {
    method: 'POST',
    body: answer,
    redirect: 'manual',
  });
  assert.equal(sent.status, 303);
});

test('a form weighs 30 kB at most as it is sent, and its script 5 kB before any compression', async () => {
  const BUDGET = 30_000;
  const SCRIPT_BUDGET = 5_000;
  const sent = (address: string) =>
    sendRaw(server.port, address, { headers: { 'accept-encoding': 'gzip, br' } });
  const opened = await sent(`/avis/${BUTTONS.procedure}`);
  const page = (await sent(String(opened.headers.location))).body.toString();
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]*)"/g)].map(([, href = '']) => href);
  assert.equal(files.length, 3);
  const weights = new Map<string, number>();
  for (const file of files) weights.set(file, (await sent(file)).body.length);
  const total = [...weights.values()].reduce((sum, bytes) => sum + bytes, Buffer.byteLength(page));
  assert.ok(total <= BUDGET, `${total} bytes`);
  const address = files.find((file) => file.endsWith('.js')) ?? '';
  const script = (await sendRaw(server.port, address)).body.length;
  assert.ok(script > 0 && script <= SCRIPT_BUDGET, `${script} bytes`);
});
