import { html, type PageContent, pageHead } from '../design/index.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import type { Operator } from '../shell.ts';
import { urlsIn } from '../urls.ts';
import { contactLink, textSection } from './text-section.page.ts';

/** What the site keeps of who reads it: what `core/log.ts` and `core/http/measurement.ts` write, and nothing else. */
export function privacyPage(context: PageContext, { contact }: Operator): PageContent {
  const { privacy: words, contact: contactWords } = context.l.messages.texts;
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').privacy(), en: urlsIn('en').privacy() },
    main: html`${pageHead({ title: words.title, lead: words.lead })}
<div class="text">${words.sections.map((section) => textSection(context, section))}
<section aria-labelledby="rights"><h2 id="rights">${words.rightsTitle}</h2>
<p>${words.rights}</p>
<p>${
      contact === null
        ? linkedText(context, words.notStated)
        : html`${words.writeTo} ${contactLink(contact, contactWords.form)}`
    }</p>
<p>${linkedText(context, words.complaint)}</p></section></div>`,
  };
}
