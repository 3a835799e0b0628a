import { dayOf } from '../../core/clock.ts';
import { findCriterion, getMethodology } from '../../criteria/index.ts';
import { isDivergent, type NoteInEdition, type ResultInEdition } from '../../editions/index.ts';
import { authorText } from '../authors.ts';
import { type Html, html, levelBadge, markdown, table } from '../design/index.ts';
import { figureText } from '../figures.ts';
import type { PageContext } from '../page-context.ts';

/** Where the source of a figure states another level than the methodology gives, edition by edition. */
export function divergenceSection(context: PageContext, results: readonly ResultInEdition[]): Html | '' {
  const { l, urls } = context;
  const words = l.messages.procedure;
  const divergent = results.filter(({ result }) => isDivergent(result));
  if (divergent.length === 0) return '';
  return html`<section aria-labelledby="divergences"><h2 id="divergences">${words.divergences}</h2>
<p>${words.divergencesMeaning}</p>
${table(l, {
  caption: words.divergences,
  captionHidden: true,
  cards: true,
  columns: [
    words.edition,
    l.messages.methodology.criterion,
    l.messages.figures.value,
    l.messages.edition.ourLevel,
    l.messages.edition.sourceLevel,
  ].map((label) => ({ label })),
  rows: divergent.map(({ edition, label, methodology, criterion, result }) => {
    const definition = findCriterion(getMethodology(methodology), criterion);
    return [
      html`<a href="${urls.edition(edition)}">${label}</a>`,
      definition?.label[l.locale] ?? criterion,
      definition === null ? '' : figureText(l, definition, result),
      levelBadge(l, result.level),
      result.stated_level === null ? '' : levelBadge(l, result.stated_level),
    ];
  }),
})}</section>`;
}

/** What editors wrote of the procedure in each edition, in the reader's language or else in the one there is. */
export function notesSection({ l, urls }: PageContext, notes: readonly NoteInEdition[]): Html | '' {
  if (notes.length === 0) return '';
  const words = l.messages.procedure;
  const byEdition = Map.groupBy(notes, ({ edition }) => edition);
  return html`<section aria-labelledby="notes"><h2 id="notes">${words.notes}</h2>
${[...byEdition.values()].map((those) => {
  const note = those.find(({ lang }) => lang === l.locale) ?? those[0];
  if (note === undefined) return '';
  const day = l.day(dayOf(note.writtenAt));
  return html`<figure class="article-note"><blockquote${note.lang === l.locale ? '' : html` lang="${note.lang}"`}>${markdown(note.body, { headingLevel: 3 })}</blockquote>
<figcaption>${words.noteSignature(authorText(l, note.author), day)}, <a href="${urls.edition(note.edition)}">${l.messages.edition.title(note.label)}</a></figcaption></figure>`;
})}</section>`;
}
