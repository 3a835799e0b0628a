import { Decimal } from 'decimal.js';
import {
  type CriterionDefinition,
  type CriterionId,
  findCriterion,
  getMethodology,
} from '../../criteria/index.ts';
import type { Difference, DifferenceSide, PublishedEdition, RevisionSummary } from '../../editions/index.ts';
import { authorText } from '../authors.ts';
import { alert, beforeAfter, disclosure, type Html, html, levelBadge, table } from '../design/index.ts';
import { figureText, wholeText } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

/** More differences than this are folded. */
const MOST_SHOWN = 20;

/** True of the last revision of an edition. `revisions` are the last first. */
export function isLast(
  { edition }: Pick<PublishedEdition, 'edition'>,
  [last]: readonly RevisionSummary[],
): boolean {
  return last === undefined || last.number <= edition.revision;
}

/** Says that a revision has been replaced; nothing of the last one. `revisions` are the last first. */
export function supersededNotice(
  { l, urls }: PageContext,
  { edition }: PublishedEdition,
  revisions: readonly RevisionSummary[],
): Html | '' {
  const [last] = revisions;
  if (last === undefined || isLast({ edition }, revisions)) return '';
  const words = l.messages.revisions;
  return alert(
    l,
    'warning',
    html`<p>${words.supersededBy(last.number, dayOf(l, last.publishedAt))} <a href="${urls.edition(edition.slug)}">${words.seeLast}</a></p>`,
    words.superseded,
  );
}

/** Every revision of an edition, and what the one shown corrected of the one before. */
export function revisionsSection(
  context: PageContext,
  published: PublishedEdition,
  revisions: readonly RevisionSummary[],
): Html | '' {
  if (revisions.length === 0) return '';
  const { l, urls } = context;
  const words = l.messages.revisions;
  const { edition } = published;
  return html`<section aria-labelledby="revisions"><h2 id="revisions">${words.title}</h2>
<p>${words.note}</p>
${table(l, {
  caption: words.title,
  captionHidden: true,
  cards: true,
  columns: [words.number, words.day, words.author, words.reason].map((label) => ({ label })),
  rows: revisions.map((one) => [
    html`<a href="${urls.editionRevision(edition.slug, one.number)}">${l.messages.edition.revision(one.number)}</a>`,
    dayOf(l, one.publishedAt),
    html`<span lang="fr">${authorText(l, one.author)}</span>`,
    one.reason === null ? firstText(l, edition.reconstructed) : html`<span lang="fr">${one.reason}</span>`,
  ]),
})}
${correctionBlock(context, published)}</section>`;
}

/** A reconstructed edition was never published. */
function firstText({ messages }: Localisation, isReconstructed: boolean): string {
  return isReconstructed ? messages.edition.reconstructed : messages.revisions.first;
}

function dayOf(l: Localisation, instant: Date): string {
  return l.day(instant.toISOString().slice(0, 10));
}

function correctionBlock(context: PageContext, { edition }: PublishedEdition): Html | '' {
  if (edition.correction === null) return '';
  const { l } = context;
  const words = l.messages.revisions;
  const { differences } = edition.correction;
  const title = words.corrected(edition.revision);
  const drawn = () => differenceTable(context, title, edition.methodology, differences);
  return html`<h3 id="differences">${title}</h3>
${
  differences.length === 0
    ? html`<p>${words.noDifference}</p>`
    : differences.length > MOST_SHOWN
      ? disclosure(words.differences(differences.length), drawn())
      : html`<p>${words.differences(differences.length)}</p>${drawn()}`
}`;
}

function differenceTable(
  { l, urls }: PageContext,
  caption: string,
  methodologyId: string,
  differences: readonly Difference[],
): Html {
  const words = l.messages.revisions;
  const methodology = getMethodology(methodologyId);
  return table(l, {
    caption,
    captionHidden: true,
    cards: true,
    columns: [
      { label: l.messages.edition.procedure },
      { label: words.field },
      { label: `${words.before} → ${words.after}` },
    ],
    rows: differences.map((one) => {
      const definition = findCriterion(methodology, one.field);
      const field =
        definition?.label[l.locale] ?? words.fields[one.field as Exclude<typeof one.field, CriterionId>];
      return [
        html`<a href="${urls.procedure({ publicId: one.procedure, slug: '' })}" lang="fr">${one.name}</a>`,
        field,
        changeOf(l, one, definition),
      ];
    }),
  });
}

function changeOf(
  l: Localisation,
  { field, before, after }: Difference,
  definition: CriterionDefinition | null,
): Html | string {
  const words = l.messages.revisions;
  if (field === 'procedure') return before === null ? words.added : words.removed;
  const [from, to] = [before, after].map((side) => sideTexts(l, side, definition));
  // Displayed decimals may hide what was corrected: then the values are shown whole.
  const whole = from?.shown === to?.shown;
  // The same value of another day: a declaration that was renewed.
  const dated = whole && from?.whole === to?.whole;
  return beforeAfter(
    l,
    sideCell(l, before, from, { whole, dated }),
    sideCell(l, after, to, { whole, dated }),
  );
}

type SideTexts = { shown: string; whole: string };

function sideTexts(
  l: Localisation,
  side: DifferenceSide | null,
  definition: CriterionDefinition | null,
): SideTexts {
  if (side !== null && 'status' in side && definition !== null) {
    const told = { ...side, source_precision: stepOf(side.value) };
    return { shown: figureText(l, definition, told), whole: wholeText(l, definition, side) };
  }
  const value = side?.value ?? '';
  const text = typeof value === 'number' ? l.number(value) : value || '–';
  return { shown: text, whole: text };
}

/** The step that the digits of a value show: no decimal is added to them. */
function stepOf(value: DifferenceSide['value']): number | null {
  return typeof value === 'number' ? 10 ** -new Decimal(value).decimalPlaces() : null;
}

function sideCell(
  l: Localisation,
  side: DifferenceSide | null,
  texts: SideTexts | undefined,
  { whole, dated }: { whole: boolean; dated: boolean },
): Html {
  const text = (whole ? texts?.whole : texts?.shown) ?? '–';
  if (side === null || !('status' in side)) return html`<span lang="fr">${text}</span>`;
  const { level, n, as_of } = side;
  const day = dated ? html` <small>${l.day(as_of)}</small>` : '';
  return html`${text}${day} ${level === 'none' ? '' : levelBadge(l, level)} ${n === null ? '' : html`<small>${l.messages.figures.sampleSize} = ${l.number(n)}</small>`}`;
}
