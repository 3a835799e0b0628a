/** A person who goes through the form about a procedure, in French. */
import type { Page } from 'playwright-core';
import { formLanguage } from '../../src/feedback/index.ts';
import { BUTTONS } from './feedback-form.ts';
import { type FormVisit, visitForms, wordsOf } from './journey-form.ts';

export const words = wordsOf(formLanguage('fr'));

/** Waits for the page of a heading. */
export async function reach(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

export const face = (page: Page, code: string) =>
  page.getByRole('button', { name: words.option('satisfaction', code), exact: true });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** At the first question. */
export async function openFirst(options: Parameters<typeof visitForms>[0] = {}): Promise<FormVisit> {
  const visit = await visitForms(options);
  await visit.page.goto(`${visit.origin}/avis/${BUTTONS.procedure}`);
  await reach(visit.page, words.label('satisfaction'));
  return visit;
}

/** At the comment, after one tap. */
export async function openComment(options: Parameters<typeof visitForms>[0] = {}): Promise<FormVisit> {
  const visit = await openFirst(options);
  const { page } = visit;
  await face(page, 'good').click();
  await reach(page, words.label('clarity'));
  await page.getByRole('link', { name: words.skip }).click();
  await reach(page, words.label('help'));
  await page.getByRole('link', { name: words.skip }).click();
  await reach(page, words.label('comment'));
  return visit;
}

export const grades = ({ forms }: Pick<FormVisit, 'forms'>) => [...forms.reviews().values()];
