import { html, type PageContent, pageHead } from '../design/index.ts';
import { componentSamples } from '../design/samples.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';

/** Every component on its own, for who works on the look; served in development only. */
export function componentsPage({ l }: PageContext): PageContent {
  const title = l.messages.shell.samplesTitle;
  return {
    title,
    description: title,
    paths: { fr: urlsIn('fr').components(), en: urlsIn('en').components() },
    indexed: false,
    wide: true,
    main: html`${pageHead({ title })}
${componentSamples(l).map(
  ({ name, description, sample }) =>
    html`<section class="sample"><h2>${name}</h2><p class="note">${description}</p>${sample}</section>`,
)}`,
  };
}
