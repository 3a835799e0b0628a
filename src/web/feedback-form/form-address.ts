/** The addresses of a form in one language. English is under `/en`; another language than that of the button is said. */
import type { Button, ContactMeans } from '../../feedback/index.ts';
import type { Locale } from '../i18n/index.ts';
import { urlsIn, withQuery } from '../urls.ts';

/** How an address says the language of its page. */
export type AddressLanguage = { readonly locale: Locale; readonly asked: string | undefined };

/** How the addresses of a button say `language`. */
export function addressLanguage(
  { language: usual }: Pick<Button, 'language'>,
  language: string,
): AddressLanguage {
  if (language === 'en') return { locale: 'en', asked: undefined };
  return { locale: 'fr', asked: language === usual ? undefined : language };
}

/** What an address of a later question carries. */
export type Carried = { readonly token: string; readonly means?: readonly ContactMeans[] };

export function formAddresses(button: string, { locale, asked: langue }: AddressLanguage) {
  const urls = urlsIn(locale);
  const carrying = (address: string, { token, means = [] }: Carried) =>
    withQuery(address, { langue, f: token, moyens: means.join('.') });
  return {
    opening: () => withQuery(urls.form(button), { langue }),
    question: (id: string, carried: Carried) => carrying(urls.formQuestion(button, id), carried),
    thanks: (carried: Carried) => carrying(urls.formThanks(button), carried),
    /** Where the answer to a question is sent. */
    sending: (id: string) => withQuery(urls.formQuestion(button, id), { langue }),
  };
}

export type FormAddresses = ReturnType<typeof formAddresses>;
