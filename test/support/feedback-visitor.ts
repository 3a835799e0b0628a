/** A visitor of the forms that has no browser: follows addresses, and sends forms as they are written. */
import assert from 'node:assert/strict';
import type { FormLanguage } from '../../src/feedback/index.ts';
import type { TestForms } from './feedback-form.ts';
import { htmlErrors } from './html.ts';

export const PERSON = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
export const FORM_TYPE = 'application/x-www-form-urlencoded';

export type Got = { status: number; location: string; body: string; headers: Headers };

export async function got(answer: Response): Promise<Got> {
  const location = answer.headers.get('location') ?? '';
  return { status: answer.status, location, body: await answer.text(), headers: answer.headers };
}

export async function get({ app }: TestForms, address: string): Promise<Got> {
  return got(await app.request(address, { headers: { 'user-agent': PERSON } }));
}

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Sends the form of a page as a browser would. */
export async function send(
  { app }: TestForms,
  page: string,
  answers: Answers,
  type = FORM_TYPE,
): Promise<Got> {
  const { action, fields } = readPageForm(page);
  for (const [name, value] of Object.entries(answers))
    for (const one of [value].flat()) fields.append(name, one);
  const headers = { 'content-type': type };
  return got(await app.request(action, { method: 'POST', headers, body: fields.toString() }));
}

/** The first question, by the address that stands on the site of the service. */
export async function open(forms: TestForms, button: string, prefix = ''): Promise<Got> {
  const opened = await get(forms, `${prefix}/avis/${button}`);
  assert.equal(opened.status, 303);
  return get(forms, opened.location);
}

/** Answers a page, and gives the page that it leads to. */
export async function step(forms: TestForms, page: string, answers: Answers): Promise<Got> {
  const sent = await send(forms, page, answers);
  assert.equal(sent.status, 303, sent.body);
  const next = await get(forms, sent.location);
  assert.equal(next.status, 200, next.body);
  return next;
}

/** The text of the `h1` of a page. */
export const heading = (body: string) =>
  (/<h1[^>]*>(.*?)<\/h1>/s.exec(body)?.[1] ?? '').replaceAll(/<[^>]*>/g, '');
/** The words of the questions of the product's first questionnaire. */
export const questionsIn = ({ questionnaires }: FormLanguage) => questionnaires.avis.questions;

/** The page that answers what is not kept: valid, never in a cache, with the focus on what is wrong. */
export async function assertSaid(answer: Got, status: number, words: string): Promise<void> {
  assert.equal(answer.status, status, answer.body);
  assert.ok(answer.body.includes(words), `"${words}" is not in ${answer.body}`);
  assert.deepEqual(await htmlErrors(answer.body), []);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
}

/** What a form holds, read from its page. */
export type ReadForm = { readonly action: string; readonly fields: URLSearchParams };

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<' };
const decoded = (text: string) => text.replaceAll(/&(?:amp|quot|#39|lt);/g, (sign) => ENTITIES[sign] ?? sign);

/** The form of a page with its hidden fields; fails where there is none. */
export function readPageForm(body: string): ReadForm {
  const action = /<form method="post" action="([^"]*)"/.exec(body)?.[1];
  if (action === undefined) throw new Error(`no form in ${body.slice(0, 2_000)}`);
  const hidden = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const fields = hidden.map(([, name = '', value = '']): [string, string] => [name, decoded(value)]);
  return { action: decoded(action), fields: new URLSearchParams(fields) };
}
