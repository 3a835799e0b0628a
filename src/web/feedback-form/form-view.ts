/** What a page of a form is drawn with: in which language, of which service, at which question. Pure. */
import {
  CONTACT_MEANS,
  type ContactMeans,
  type FormFields,
  type FormLanguage,
  type PlacedButton,
  type Question,
  type Questionnaire,
  questionAfter,
  type Wording,
} from '../../feedback/index.ts';
import type { Assets } from '../assets.ts';
import type { Locale } from '../i18n/index.ts';
import { type AddressLanguage, addressLanguage, type FormAddresses, formAddresses } from './form-address.ts';

/** What every page of forms is framed with. */
export type FormFrame = {
  readonly language: FormLanguage;
  readonly assets: Assets;
};

/** A form in a language. */
export type FormView = FormFrame & {
  readonly origin: string;
  readonly placed: PlacedButton;
  readonly questionnaire: Questionnaire;
  readonly wording: Wording;
  /** That of the questions: another one than that of the page when the questionnaire is not in that. */
  readonly wordingLanguage: string;
  readonly addresses: FormAddresses;
  /** The other languages that it can be read in. */
  readonly others: readonly { readonly language: FormLanguage; readonly addresses: FormAddresses }[];
};

export type ViewRequest = {
  readonly placed: PlacedButton;
  readonly questionnaire: Questionnaire;
  readonly languages: readonly FormLanguage[];
  readonly assets: Assets;
  readonly origin: string;
};

/** A form in the language that its address asks for, else in that of the button, else in one that it has. */
export function viewForm(
  { placed, questionnaire, languages, assets, origin }: ViewRequest,
  asked: AddressLanguage,
): FormView {
  const { button } = placed;
  const offered = languages.filter(({ code }) => code in questionnaire.wording);
  const wanted = asked.asked ?? (asked.locale === 'en' ? 'en' : button.language);
  const find = (list: readonly FormLanguage[], code: string) => list.find((one) => one.code === code);
  const [spare] = languages;
  const language =
    find(offered, wanted) ?? find(offered, button.language) ?? offered[0] ?? find(languages, wanted) ?? spare;
  const written = Object.entries(questionnaire.wording);
  const [wordingLanguage, wording] = written.find(([code]) => code === language?.code) ?? written[0] ?? [];
  if (language === undefined || wordingLanguage === undefined || wording === undefined) {
    throw new Error(`the questionnaire ${questionnaire.id} is in no language`);
  }
  const addressesIn = (code: string) => formAddresses(button.id, addressLanguage(button, code));
  return {
    language,
    assets,
    origin,
    placed,
    questionnaire,
    wording,
    wordingLanguage,
    addresses: addressesIn(language.code),
    others: offered
      .filter((one) => one !== language)
      .map((one) => ({ language: one, addresses: addressesIn(one.code) })),
  };
}

/** The first question of a questionnaire, which must be answered. */
export function firstQuestion({ id, questions: [first] }: Questionnaire): Question {
  if (first === undefined) throw new Error(`the questionnaire ${id} asks nothing`);
  return first;
}

/** The means of contact that an address or a form carries. */
export function readMeans(text: string | null): ContactMeans[] {
  const said = text?.split('.') ?? [];
  return CONTACT_MEANS.filter((means) => said.includes(means));
}

/** Where a question stands among those that are asked of a person who tried these means. */
export function progressOf(
  questionnaire: Questionnaire,
  question: Question,
  means: readonly ContactMeans[],
): { readonly at: number; readonly total: number; readonly next: Question | null } {
  const asked = questionnaire.questions.filter(({ kind }) => kind !== 'help_outcome' || means.length > 0);
  const at = asked.findIndex(({ id }) => id === question.id) + 1;
  return { at, total: asked.length, next: questionAfter(questionnaire, question, means) };
}

/** The words of a question. */
export function wordsOf(
  { questionnaire, wording }: FormView,
  { id }: Question,
): Wording['questions'][string] {
  const words = wording.questions[id];
  if (words === undefined) throw new Error(`the question ${id} of ${questionnaire.id} has no words`);
  return words;
}

/** The words of an answer; its code where it has none. */
export function optionWords(words: Wording['questions'][string], code: string): string {
  return words.options?.[code] ?? code;
}

/** The language of the pages of the site that a form in some language leads to. */
export function siteLocale({ language }: FormFrame): Locale {
  return language.code === 'en' ? 'en' : 'fr';
}

/** Names in the catalogue are French. */
export const PLACE_LANGUAGE = 'fr';

/** What was typed, when nothing was. */
export const NOTHING_TYPED: FormFields = new URLSearchParams();
