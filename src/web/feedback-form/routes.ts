/**
 * The forms that citizens answer. Nothing here asks the store: what is shown comes from the registry, what is sent goes
 * to the intake. Opening a form leads to its first question under an address that holds what the server signed, so that
 * to go back, or to reload, is to be in the same review.
 */
import { randomBytes } from 'node:crypto';
import type { App, HttpContext } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { type Lane, laneHandler } from '../../core/http/lane.ts';
import { FORM_LANGUAGES } from '../../feedback/index.ts';
import { LOCALES } from '../i18n/index.ts';
import { LOCALE_PREFIXES } from '../urls.ts';
import { formLane } from './form-lane.ts';
import { openForm, type PageRequest, showQuestion } from './form-pages.ts';
import type { FormReply } from './form-reply.ts';
import type { FeedbackFormOptions, FormSite } from './form-site.ts';

export type FeedbackForm = {
  /** Takes answers before the application does (core/http/lane.ts). */
  readonly lane: Lane;
  /** The pages, and the same taking of answers within the application. */
  routes(app: App): void;
};

const REVIEW_BYTES = 10;

export function feedbackForm(options: FeedbackFormOptions): FeedbackForm {
  const site: FormSite = {
    random: () => randomBytes(REVIEW_BYTES),
    languages: FORM_LANGUAGES,
    ...options,
  };
  const lane = formLane(site);
  return {
    lane,
    routes(app) {
      for (const locale of LOCALES) {
        const opening = `${LOCALE_PREFIXES[locale]}/avis/:button{[a-z0-9]{10}}` as const;
        const question = `${opening}/:question{[a-z][a-z0-9_]{0,39}}` as const;
        app.get(opening, guard('citizen'), async (c) =>
          answer(await openForm(site, { button: c.req.param('button'), locale, ...asked(c) })),
        );
        app.get(question, guard('citizen'), async (c) =>
          answer(
            await showQuestion(site, {
              button: c.req.param('button'),
              question: c.req.param('question'),
              locale,
              ...asked(c),
            }),
          ),
        );
        app.post(question, guard('citizen'), laneHandler(lane));
      }
    },
  };
}

function asked(c: HttpContext): Pick<PageRequest, 'parameters' | 'method' | 'userAgent'> {
  return {
    parameters: new URL(c.req.url).searchParams,
    method: c.req.method,
    userAgent: c.req.header('user-agent'),
  };
}

function answer({ status, body, headers }: FormReply): Response {
  return new Response(body === '' ? null : body, {
    status,
    headers: { ...headers, 'cache-control': 'no-store' },
  });
}
