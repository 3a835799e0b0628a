import { html, type PageContent, pageHead } from '../design/index.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import type { Place } from '../shell.ts';
import { urlsIn } from '../urls.ts';
import { contactLink, textBlocks, textSection } from './text-section.page.ts';

/** Day on which the statement was last read over against what is checked (docs/accessibility.md). */
const ESTABLISHED_ON = '2026-11-22';

/** The accessibility statement, in the form of the RGAA's model: it claims only what an audit showed (design §8). */
export function accessibilityPage(
  context: PageContext,
  { origin, operator }: Pick<Place, 'origin' | 'operator'>,
): PageContent {
  const { l } = context;
  const { accessibility: words, contact } = l.messages.texts;
  return {
    title: words.title,
    description: words.state,
    paths: { fr: urlsIn('fr').accessibility(), en: urlsIn('en').accessibility() },
    main: html`${pageHead({ title: words.title, lead: words.state })}
<div class="text"><p>${words.scope(origin)}</p>
${words.sections.map((section) =>
  textSection(
    context,
    section,
    section.id === 'making' ? html`<p>${words.establishedOn(l.day(ESTABLISHED_ON))}</p>` : '',
  ),
)}
<section aria-labelledby="report"><h2 id="report">${words.reportTitle}</h2>
${
  operator.contact === null
    ? html`<p>${linkedText(context, words.notStated)}</p>`
    : html`<p>${words.report} ${contactLink(operator.contact, contact.form)}</p>`
}</section>
<section aria-labelledby="remedies"><h2 id="remedies">${words.remediesTitle}</h2>
${textBlocks(context, [words.remedies, words.remedyList])}</section></div>`,
  };
}
