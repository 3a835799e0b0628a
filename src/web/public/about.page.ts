import { html, type PageContent, pageHead } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { partLinks, textSection } from './text-section.page.ts';

/** What Vigie is, and how an edition comes to be. */
export function aboutPage(context: PageContext): PageContent {
  const { texts } = context.l.messages;
  const { title, lead, sections } = texts.about;
  return {
    title,
    description: lead,
    paths: { fr: urlsIn('fr').about(), en: urlsIn('en').about() },
    main: html`${pageHead({ title, lead })}
${partLinks(texts.contents, sections)}
<div class="text">${sections.map((section) => textSection(context, section))}</div>`,
  };
}
