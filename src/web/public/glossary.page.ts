import { html, type PageContent, pageHead } from '../design/index.ts';
import { listGlossary } from '../glossary.ts';
import { linkedText, plainText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { partLinks } from './text-section.page.ts';

/** Every word that the site uses in a precise sense. */
export function glossaryPage(context: PageContext, origin: string): PageContent {
  const { l, urls } = context;
  const { contents, glossary: words } = l.messages.texts;
  const entries = listGlossary(l.locale);
  const address = `${origin}${urls.glossary()}`;
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').glossary(), en: urlsIn('en').glossary() },
    structured: {
      '@type': 'DefinedTermSet',
      '@id': address,
      url: address,
      name: `${l.messages.shell.siteName}, ${words.title}`,
      inLanguage: l.locale,
      hasDefinedTerm: entries.map(({ id, name, meaning }) => ({
        '@type': 'DefinedTerm',
        '@id': `${address}#${id}`,
        name,
        description: plainText(meaning),
      })),
    },
    main: html`${pageHead({ title: words.title, lead: words.lead })}
${partLinks(
  contents,
  entries.map(({ id, name }) => ({ id, title: name })),
)}
<dl class="glossary">${entries.map(
      ({ id, name, meaning }) =>
        html`<div><dt id="${id}">${name}</dt><dd>${linkedText(context, meaning)}</dd></div>`,
    )}</dl>`,
  };
}
