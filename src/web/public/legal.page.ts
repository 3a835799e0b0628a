import { definitionList, html, type PageContent, pageHead } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { Operator } from '../shell.ts';
import { urlsIn } from '../urls.ts';
import { contactLink, textSection } from './text-section.page.ts';

/** The legal notice: who publishes and hosts, as far as the settings say, and under which licences. */
export function legalPage(context: PageContext, operator: Operator): PageContent {
  const { legal: words, contact } = context.l.messages.texts;
  const stated = (term: string, value: string | null) => ({
    term,
    description: value === null ? html`<span class="absent">${words.notStated}</span>` : html`${value}`,
  });
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').legal(), en: urlsIn('en').legal() },
    main: html`${pageHead({ title: words.title, lead: words.lead })}
<div class="text"><section aria-labelledby="who"><h2 id="who">${words.who}</h2>
${definitionList([
  stated(words.publisher, operator.publisher),
  stated(words.director, operator.publicationDirector),
  stated(words.hosting, operator.hosting),
  operator.contact === null
    ? stated(words.contact, null)
    : { term: words.contact, description: contactLink(operator.contact, contact.form) },
])}</section>
${words.sections.map((section) => textSection(context, section))}</div>`,
  };
}
