/** The button that asks for an opinion, on the last page of a procedure: whether it is there, and its form answers. */
import type { Page, Response } from 'playwright-core';
import { type CheckFigures, type CheckOutcome, unknownCheck } from './check.ts';
import { CheckFault, type Visit } from './check-browser.ts';
import { excerptOf, fold, hostOf, type PageLink, type PageReading } from './page-reading.ts';

export type FeedbackButton = {
  readonly of: NonNullable<CheckFigures['feedback_button']['of']>;
  /** Id of the button, where it is one of Vigie. */
  readonly id: string | null;
  readonly link: PageLink;
};

/** Id of a button in the address of its form. */
const FORM_PATH = /^(?:\/en)?\/avis\/([a-z0-9]{10})\/?$/;
const STATE_HOSTS = /(?:^|\.)(?:jedonnemonavis|voxusagers)\.numerique\.gouv\.fr$/;
const ASKS =
  /\b(?:je donne mon avis|donner (?:mon|votre) avis|donnez(?:-nous)? votre avis|give (?:my|your) (?:feedback|opinion))\b/;

/**
 * The button of a page: by its marks, then by where it leads, then by its words. Null where there is none.
 * @param publicUrl origin of this site
 */
export function findFeedbackButton({ links }: PageReading, publicUrl: string): FeedbackButton | null {
  const found = links.flatMap((link): FeedbackButton[] => {
    const path = URL.canParse(link.href) ? FORM_PATH.exec(new URL(link.href).pathname) : null;
    const isOurs = path !== null && new URL(link.href).origin === publicUrl;
    if (isOurs) return [{ of: 'this_site', id: path[1] ?? null, link }];
    if (link.buttonId !== null) return [{ of: 'vigie', id: link.buttonId, link }];
    if (STATE_HOSTS.test(hostOf(link.href) ?? '')) return [{ of: 'je_donne_mon_avis', id: null, link }];
    return ASKS.test(fold(link.text)) && /^https?:/.test(link.href) ? [{ of: 'other', id: null, link }] : [];
  });
  const order = ['this_site', 'vigie', 'je_donne_mon_avis', 'other'];
  return found.toSorted((one, other) => order.indexOf(one.of) - order.indexOf(other.of))[0] ?? null;
}

export type ButtonTools = {
  /** Shows a page, whatever its status. @throws CheckFault */
  readonly visit: (url: string) => Promise<Visit>;
  /** Signs a trial of a form of this site; null for a button that it does not know. */
  readonly signTrial: (buttonId: string, form: string) => Promise<string | null>;
};

/** @throws CheckFault when the browser goes away */
export async function checkButton(
  reading: PageReading,
  publicUrl: string,
  tools: ButtonTools,
): Promise<CheckOutcome<'feedback_button'>> {
  const button = findFeedbackButton(reading, publicUrl);
  if (button === null) {
    const figures = { of: null, status: null, canary: null };
    return outcome(reading, 'fail', figures, 'add_button', '');
  }
  const { of, link } = button;
  const evidence = `${link.text} ${link.href}`;
  const form = await tools.visit(link.href).catch((error: unknown) => {
    if (!(error instanceof CheckFault) || error.reason === 'browser_crashed') throw error;
    return error.reason;
  });
  if (typeof form === 'string') {
    const figures = { of, status: null, canary: null };
    if (form === 'page_not_reached') return outcome(reading, 'fail', figures, 'mend_button_link', evidence);
    const reason = form === 'address_refused' ? form : 'form_not_reached';
    return {
      ...unknownCheck('feedback_button', link.href, reason, [excerptOf(reading, evidence)]),
      figures,
    };
  }
  try {
    const { status } = form;
    if (of !== 'this_site' || button.id === null) {
      return outcome(reading, 'pass', { of, status, canary: null }, null, evidence);
    }
    const canary = await sendTrial(form.page, button.id, tools.signTrial);
    const figures = { of, status, canary: canary === 'taken' };
    if (canary === 'taken') return outcome(reading, 'pass', figures, null, evidence);
    return {
      ...unknownCheck('feedback_button', reading.url, canary, [excerptOf(reading, evidence)]),
      figures,
    };
  } finally {
    await form.close();
  }
}

function outcome(
  reading: PageReading,
  result: 'pass' | 'fail',
  figures: CheckFigures['feedback_button'],
  advice: 'add_button' | 'mend_button_link' | null,
  evidence: string,
): CheckOutcome<'feedback_button'> {
  return {
    kind: 'feedback_button',
    result,
    figures,
    evidence: {
      url: reading.url,
      reason: null,
      advice: advice === null ? [] : [advice],
      excerpts: [excerptOf(reading, evidence)],
    },
  };
}

/** Names of the form's own fields, as `FORM_FIELDS` of the intake has them: a test compares. */
export const TRIAL_FIELDS = { token: 'f', trial: 'essai' } as const;
const SENDING_LIMIT_MS = 15_000;
const NO_CONTENT = 204;

type Field = { checked: boolean; name: string; type: string; value: string };
type Form = {
  requestSubmit(submitter?: unknown): void;
  append(field: unknown): void;
  querySelector(selector: string): unknown;
};
type Document = {
  querySelector(selector: string): (Form & Field) | null;
  querySelectorAll(selector: string): Iterable<Field>;
  createElement(name: string): Field;
};

/** Answers the first question of a form as a person would, signed as a trial. */
async function sendTrial(
  page: Page,
  buttonId: string,
  signTrial: ButtonTools['signTrial'],
): Promise<'taken' | 'button_not_known' | 'canary_refused'> {
  const token = await page.evaluate((name) => {
    const { document } = globalThis as unknown as { document: Document };
    return document.querySelector(`input[name="${name}"]`)?.value ?? null;
  }, TRIAL_FIELDS.token);
  if (token === null) return 'canary_refused';
  const signature = await signTrial(buttonId, token);
  if (signature === null) return 'button_not_known';
  const sent = page.waitForResponse((answer: Response) => answer.request().method() === 'POST', {
    timeout: SENDING_LIMIT_MS,
  });
  const answered = sent.then(
    (answer) => answer.status() === NO_CONTENT,
    () => false,
  );
  await page.evaluate(
    ([name, value]) => {
      const { document } = globalThis as unknown as { document: Document };
      const names = new Set<string>();
      for (const field of document.querySelectorAll('input[type="radio"]')) {
        if (!names.has(field.name)) field.checked = true;
        names.add(field.name);
      }
      const form = document.querySelector('form[method="post" i]');
      form?.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
      // The answer may be the button itself: a face that is pressed.
      form?.requestSubmit(form.querySelector('button[type="submit"][name]') ?? undefined);
    },
    [TRIAL_FIELDS.trial, signature] as const,
  );
  return (await answered) ? 'taken' : 'canary_refused';
}
