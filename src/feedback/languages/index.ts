/** The languages of the forms: each is a file of this directory, named by its code. A further one is one file more. */
import { readdirSync } from 'node:fs';
import type { Questionnaire } from '../questionnaire.ts';
import { AVIS, SIGNALEMENT } from '../shipped.ts';
import type { FormLanguage } from './form-language.ts';
import { language as french } from './fr.ts';

const LANGUAGE_FILE = /^[a-z]{2}\.ts$/;
const files = readdirSync(import.meta.dirname).filter((name) => LANGUAGE_FILE.test(name));
const languages = await Promise.all(files.sort().map(readLanguage));

/** @throws Error naming a file that exports no language, or that of another code */
async function readLanguage(file: string): Promise<FormLanguage> {
  const { language }: { language?: FormLanguage } = await import(`./${file}`);
  if (language !== undefined && `${language.code}.ts` === file) return language;
  throw new Error(`languages/${file} must export "language", of the code that names it`);
}

/** French first: the words of who asks for a language that we do not have. */
export const FORM_LANGUAGES: readonly FormLanguage[] = [
  french,
  ...languages.filter((language) => language !== french),
];

/** A language by its code; French where there is none. */
export function formLanguage(code: string): FormLanguage {
  return FORM_LANGUAGES.find((language) => language.code === code) ?? french;
}

/** The questionnaires of the product in every language. */
export const SHIPPED_QUESTIONNAIRES: readonly Questionnaire[] = [AVIS, SIGNALEMENT].map((one) => ({
  ...one,
  questions: [...one.questions],
  wording: Object.fromEntries(
    FORM_LANGUAGES.map(({ code, questionnaires }) => [code, questionnaires[one.id]]),
  ),
}));
