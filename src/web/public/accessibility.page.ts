import { html, type PageContent, pageHead } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';

/** The accessibility statement: it claims only what an audit showed (design §8). */
export function accessibilityPage({ l }: PageContext): PageContent {
  const words = l.messages.accessibilityStatement;
  return {
    title: words.title,
    description: words.state,
    paths: { fr: urlsIn('fr').accessibility(), en: urlsIn('en').accessibility() },
    main: html`${pageHead({ title: words.title, lead: words.state })}
<section aria-labelledby="state"><h2 id="state">${words.automaticTitle}</h2><p>${words.automatic}</p></section>
<section aria-labelledby="known"><h2 id="known">${words.unknownTitle}</h2><p>${words.unknown}</p></section>
<section aria-labelledby="report"><h2 id="report">${words.reportTitle}</h2><p>${words.report}</p></section>`,
  };
}
