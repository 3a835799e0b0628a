/** The languages of the forms. A further one is one file and its line here. */
import type { Questionnaire } from '../questionnaire.ts';
import { AVIS, SIGNALEMENT } from '../shipped.ts';
import { en } from './en.ts';
import type { FormLanguage } from './form-language.ts';
import { fr } from './fr.ts';

/** French first: the words of who asks for a language that we do not have. */
export const FORM_LANGUAGES: readonly FormLanguage[] = [fr, en];

/** A language by its code; French where there is none. */
export function formLanguage(code: string): FormLanguage {
  return FORM_LANGUAGES.find((language) => language.code === code) ?? fr;
}

/** The questionnaires of the product in every language. */
export const SHIPPED_QUESTIONNAIRES: readonly Questionnaire[] = [AVIS, SIGNALEMENT].map((one) => ({
  ...one,
  questions: [...one.questions],
  wording: Object.fromEntries(
    FORM_LANGUAGES.map(({ code, questionnaires }) => [code, questionnaires[one.id]]),
  ),
}));
