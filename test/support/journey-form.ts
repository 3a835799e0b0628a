/** A browser at the forms of citizens. */
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import type { FormLanguage } from '../../src/feedback/index.ts';
import { axeViolations, openBrowser, type PageOptions, type TestBrowser } from './browser.ts';
import { openForms, type TestForms } from './feedback-form.ts';
import { layoutFaults, overlapFaults, structureFaults, targetFaults } from './journey-checks.ts';

let browser: Promise<TestBrowser> | undefined;
const stops: (() => Promise<unknown>)[] = [];

after(async () => {
  for (const stop of stops) await stop();
  await (await browser)?.close();
});

export type FormVisit = {
  readonly forms: TestForms;
  readonly origin: string;
  readonly page: Page;
  /** What the console complains of, scripts that fail, and requests to another origin. */
  readonly faults: string[];
  /** Starts the server again, as another process would: nothing is remembered but what is on disk. */
  restart(): Promise<TestForms>;
};

/** Opens a browser of its own at forms of their own. */
export async function visitForms(
  options: Partial<PageOptions> = {},
  settings: Parameters<typeof openForms>[0] = {},
): Promise<FormVisit> {
  browser ??= openBrowser();
  const forms = openForms(settings);
  let server = await forms.listen();
  stops.push(() => server.stop(0));
  const page = await (await browser).page({ width: 360, height: 740, ...options });
  const { origin, port } = server;
  return {
    forms,
    origin,
    page,
    faults: watch(page, origin),
    async restart() {
      await server.stop(0);
      const others = openForms(settings);
      server = await others.listen(port);
      return others;
    },
  };
}

function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // An answer that is not kept, and a connection that is cut, are journeys too.
    const isJourney = /^Failed to load resource/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isJourney) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`request to ${request.url()}`);
  });
  return faults;
}

/** What is wrong with a page as it stands. */
export async function pageFaults(page: Page, withAxe: boolean): Promise<string[]> {
  const checks = [
    layoutFaults,
    overlapFaults,
    structureFaults,
    targetFaults,
    ...(withAxe ? [axeViolations] : []),
  ];
  const found: string[] = [];
  for (const check of checks) {
    for (const fault of await check(page)) found.push(`${await page.title()}: ${fault}`);
  }
  return found;
}

/** What a person reads of the product's first questionnaire, by question and by answer. */
export function wordsOf({ questionnaires, words }: FormLanguage) {
  const { questions } = questionnaires.avis;
  return {
    ...words,
    label: (question: string) => questions[question]?.label ?? question,
    option: (question: string, code: string) => questions[question]?.options?.[code] ?? code,
  };
}
