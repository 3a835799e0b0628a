import {
  definitionList,
  figure,
  html,
  levelLegend,
  type PageContent,
  pageHead,
  type ShownFigure,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { linkedText } from '../linked-text.ts';
import type { PageContext } from '../page-context.ts';
import { urlsIn } from '../urls.ts';
import { partLinks, textSection } from './text-section.page.ts';

/** How to find a procedure, read a figure, and what to do when a procedure fails. */
export function helpPage(context: PageContext): PageContent {
  const { l } = context;
  const { texts } = l.messages;
  const words = texts.help;
  const parts = [words.find, { id: 'read', title: words.read }, ...words.afterExamples];
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').help(), en: urlsIn('en').help() },
    main: html`${pageHead({ title: words.title, lead: words.lead })}
${partLinks(texts.contents, parts)}
<div class="text">${textSection(context, words.find)}
${readingSection(context)}
${words.afterExamples.map((section) => textSection(context, section, section.id === 'missing' ? absences(l) : ''))}</div>`,
  };
}

function readingSection(context: PageContext) {
  const { l } = context;
  const words = l.messages.texts.help;
  const mark = (value: string, low: string, high: string): ShownFigure => ({
    status: 'measured',
    value: l.number(value),
    unit: l.messages.units.outOfTen,
    level: 'good',
    interval: [l.number(low), l.number(high)],
    n: 1204,
  });
  return html`<section aria-labelledby="read"><h2 id="read">${words.read}</h2>
<p>${words.readIntro}</p>
<div class="example">${figure(l, mark('8.2', '8.0', '8.4'))}</div>
${definitionList(
  words.reading.map(({ term, meaning }) => ({ term, description: linkedText(context, meaning) })),
)}
<p>${words.borderlineIntro}</p>
<div class="example">${figure(l, { ...mark('7.98', '7.90', '8.06'), level: 'medium', borderline: true })}</div>
<p>${linkedText(context, words.borderline)}</p>
<p>${words.levels}</p>
${levelLegend(l)}
<p>${words.levelsNote}</p></section>`;
}

/** The statuses that say why there is no value, or no level. */
function absences({ messages: { statuses } }: Localisation) {
  return definitionList(
    (['insufficient', 'not_reported', 'not_applicable', 'suspect'] as const).map((status) => ({
      term: statuses[status].label,
      description: statuses[status].meaning,
    })),
  );
}
