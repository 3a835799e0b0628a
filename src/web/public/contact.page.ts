import { html, type PageContent, pageHead } from '../design/index.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import type { Operator } from '../shell.ts';
import { urlsIn } from '../urls.ts';
import { contactLink, textBlocks } from './text-section.page.ts';

/** Whom to write to: those who run the site, or the administration that answers for a procedure. */
export function contactPage(context: PageContext, { contact }: Operator): PageContent {
  const words = context.l.messages.texts.contact;
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').contact(), en: urlsIn('en').contact() },
    main: html`${pageHead({ title: words.title, lead: words.lead })}
<div class="text"><section aria-labelledby="site"><h2 id="site">${words.aboutSite}</h2>
${
  contact === null
    ? html`<p>${linkedText(context, words.notStated)}</p>`
    : html`<p>${words.writeTo} ${contactLink(contact, words.form)}</p>
<p>${words.whatToSay}</p>`
}</section>
<section aria-labelledby="procedure"><h2 id="procedure">${words.aboutProcedure}</h2>
${textBlocks(context, words.procedure)}</section></div>`,
  };
}
