import { getMethodology } from '../../criteria/index.ts';
import type { PublishedEdition } from '../../editions/index.ts';
import { factLine, type Html, html, inFrench, linkLine } from '../design/index.ts';
import { glossaryLink } from '../glossary.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

/** Another edition as links name it. */
export type EditionName = { readonly slug: string; readonly label: string };

/** The few facts that head every page of an edition. */
export function editionFacts(
  { l, urls }: PageContext,
  { edition, procedures, totals }: PublishedEdition,
): Html {
  const words = l.messages.edition;
  const methodology = getMethodology(edition.methodology);
  return factLine([
    ...(totals === null ? [l.messages.units.procedures(procedures.length)] : [l.messages.totals.notice]),
    words.cutoffOn(l.day(edition.cutoff_on)),
    ...(edition.reconstructed
      ? [glossaryLink({ urls }, 'reconstructed', words.reconstructed)]
      : [words.publishedOn(l.day(edition.published_at.slice(0, 10)))]),
    ...(edition.revised_at === null
      ? []
      : [l.messages.revisions.correctedOn(l.day(edition.revised_at.slice(0, 10)))]),
    glossaryLink({ urls }, 'revision', words.revision(edition.revision)),
    html`${words.methodology}${l.messages.shell.colon} <a href="${urls.methodology(methodology.id)}">${methodology.label[l.locale]}</a>`,
  ]);
}

/** "Édition T2 2025", with the label marked as French. */
export function editionTitle(l: Localisation, label: string): Html {
  return html`${inFrench(l, l.messages.edition.title(label), label)}`;
}

/** How the procedures were chosen, with the numbers of the choice. */
export function selectionText(l: Localisation, { edition }: PublishedEdition): string {
  const { selection } = edition;
  const words = l.messages.editionPages;
  if (selection.rule === 'list') return words.chosenByList(selection.source.name);
  if (selection.rule !== 'top') return `${l.messages.edition.selections[selection.rule]}.`;
  const { count, candidates, without_volume } = selection;
  const chosen = words.chosenByTop(l.number(count), l.number(candidates));
  return without_volume === 0 ? chosen : `${chosen} ${words.withoutVolume(without_volume)}`;
}

/** The other pages of an edition, which speak of its last revision only; those of one known by its totals are fewer. */
export function editionLinks(
  { l, urls }: PageContext,
  { edition, totals }: PublishedEdition,
  previous: EditionName | null,
): Html {
  const words = l.messages.editionPages;
  return linkLine(words.label, [
    ...(totals === null ? [{ href: urls.editionSummary(edition.slug), label: words.summary }] : []),
    { href: urls.editionArticle(edition.slug), label: words.article },
    ...(previous === null
      ? []
      : [
          {
            href: urls.editionComparison(edition.slug, previous.slug),
            label: inFrench(l, words.compareTo(previous.label), previous.label),
          },
        ]),
    { href: `${urls.editions()}#compare`, label: l.messages.comparing.title },
  ]);
}
