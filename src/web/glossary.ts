/** The words of the site that a reader may not know, each with a place to link to on the page of the glossary. */
import { type Html, html } from './design/index.ts';
import { EDITION_TERMS } from './glossary-editions.ts';
import { FIGURE_TERMS } from './glossary-figures.ts';
import { PROBE_TERMS } from './glossary-probes.ts';
import { PROVENANCE_TERMS } from './glossary-provenance.ts';
import { REVIEW_TERMS } from './glossary-reviews.ts';
import { SERVICE_TERMS } from './glossary-services.ts';
import { SURVEY_TERMS } from './glossary-surveys.ts';
import { USAGE_TERMS } from './glossary-usage.ts';
import type { Locale } from './i18n/index.ts';
import type { PageContext } from './page-context.ts';

const TERMS = [
  ...SERVICE_TERMS,
  ...EDITION_TERMS,
  ...FIGURE_TERMS,
  ...PROBE_TERMS,
  ...PROVENANCE_TERMS,
  ...REVIEW_TERMS,
  ...SURVEY_TERMS,
  ...USAGE_TERMS,
];

export type GlossaryTermId = (typeof TERMS)[number]['id'];

/** A word of one language and what it means, in the notation of `linked-text.ts`. */
export type GlossaryEntry = { readonly id: GlossaryTermId; readonly name: string; readonly meaning: string };

/** The words in the order of a dictionary of the language. */
export function listGlossary(locale: Locale): GlossaryEntry[] {
  const compare = new Intl.Collator(locale).compare;
  return TERMS.map(({ id, [locale]: { name, meaning } }) => ({ id, name, meaning })).sort((one, other) =>
    compare(one.name, other.name),
  );
}

/** A link to what a word means. */
export function glossaryLink({ urls }: Pick<PageContext, 'urls'>, id: GlossaryTermId, text: string): Html {
  return html`<a href="${urls.glossary()}#${id}">${text}</a>`;
}
