/** The words and formats of the public face: French first, English under `/en`. */
import { en } from './en.ts';
import { type Formats, formats, type Locale } from './formats.ts';
import { fr, type Messages } from './fr.ts';

export { type Formats, LOCALES, type Locale, type PluralForms } from './formats.ts';
export type { Messages } from './fr.ts';

/** All that a page needs to speak one language. */
export type Localisation = Formats & { readonly locale: Locale; readonly messages: Messages };

const localisations: Record<Locale, Localisation> = {
  fr: { locale: 'fr', messages: fr, ...formats('fr') },
  en: { locale: 'en', messages: en, ...formats('en') },
};

export function localisation(locale: Locale): Localisation {
  return localisations[locale];
}
