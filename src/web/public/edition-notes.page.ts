import { findCriterion, getMethodology } from '../../criteria/index.ts';
import { listDivergences, type PublishedEdition, type ReadingNote } from '../../editions/index.ts';
import { disclosure, type Html, html, table } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';

/**
 * What explains an edition: why each procedure was chosen, and what the source holds otherwise than the edition: its
 * other verdicts, its rows left out, its unreadable cells.
 */
export function editionNotes(context: PageContext, published: PublishedEdition): Html {
  return html`${reasonSection(context, published)}${divergenceSection(context, published)}${sourceSection(context, published)}`;
}

function reasonSection({ l, urls }: PageContext, { procedures }: PublishedEdition): Html | '' {
  const chosen = procedures.filter(({ selection_reason }) => selection_reason !== null);
  if (chosen.length === 0) return '';
  const words = l.messages.editionPages;
  return html`<section aria-labelledby="selection"><h2 id="selection">${words.selectionReasons}</h2>
${disclosure(
  l.messages.units.procedures(chosen.length),
  table(l, {
    caption: words.selectionReasons,
    captionHidden: true,
    columns: [{ label: l.messages.edition.procedure }, { label: words.selectionReason }],
    rows: chosen.map((one) => [
      html`<a href="${urls.procedure({ publicId: one.id, slug: one.slug })}" lang="fr">${one.name}</a>`,
      html`<span lang="fr">${one.selection_reason}</span>`,
    ]),
  }),
)}</section>`;
}

function divergenceSection({ l, urls }: PageContext, published: PublishedEdition): Html | '' {
  const divergences = listDivergences(published);
  if (divergences.length === 0) return '';
  const words = l.messages.edition;
  const methodology = getMethodology(published.edition.methodology);
  const { levels } = l.messages;
  return html`<section aria-labelledby="divergences"><h2 id="divergences">${words.divergences}</h2>
<p>${words.divergencesNote}</p>
${table(l, {
  caption: words.divergences,
  captionHidden: true,
  columns: [words.procedure, l.messages.methodology.criterion, words.ourLevel, words.sourceLevel].map(
    (label) => ({ label }),
  ),
  rows: divergences.map(({ procedure, criterion, result }) => [
    html`<a href="${urls.procedure({ publicId: procedure.id, slug: procedure.slug })}" lang="fr">${procedure.name}</a>`,
    findCriterion(methodology, criterion)?.label[l.locale] ?? criterion,
    levels[result.level],
    result.stated_level === null ? '' : levels[result.stated_level],
  ]),
})}</section>`;
}

function sourceSection({ l }: PageContext, { edition, procedures }: PublishedEdition): Html | '' {
  const words = l.messages.edition;
  if (edition.source === null) return '';
  return html`<section aria-labelledby="source"><h2 id="source">${words.source}</h2>
<p>${words.sourceFile(edition.source.name)} <span class="hash">SHA-256 <code>${edition.source.sha256}</code></span></p>
<p>${words.rowsRead(procedures.length, edition.notes.filter(({ code }) => code === 'left_out').length)}</p>
${edition.notes.length === 0 ? html`<p>${words.noNote}</p>` : disclosure(words.notesTitle(edition.notes.length), noteTable(l, edition.notes))}
</section>`;
}

function noteTable(l: PageContext['l'], notes: readonly ReadingNote[]): Html {
  const words = l.messages.edition;
  return table(l, {
    caption: words.notesTitle(notes.length),
    captionHidden: true,
    columns: [
      { label: words.line, numeric: true },
      { label: words.noteMeaning },
      { label: words.column },
      { label: words.cell },
    ],
    rows: notes.map((note) => [
      l.number(note.line),
      note.reason === null ? words.noteCodes[note.code] : words.leftOutReasons[note.reason],
      note.column,
      html`<span lang="fr">${note.value === '' ? '–' : note.value}</span>`,
    ]),
  });
}
