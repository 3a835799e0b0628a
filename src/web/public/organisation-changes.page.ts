import { findCriterion, getMethodology } from '../../criteria/index.ts';
import type { Change, ComparedProcedure, OrganisationChanges } from '../../editions/index.ts';
import { disclosure, type Html, html, inFrench, inlineFigure, table } from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';

/** More lines than this are folded. */
const MOST_SHOWN = 10;

/** What rose and fell since the edition before, as the comparison of the two says. */
export function organisationChangesSection(context: PageContext, changes: OrganisationChanges | null): Html {
  const { l, urls } = context;
  const words = l.messages.organisations.one;
  const head = html`<h2 id="changes">${words.changes}</h2>`;
  if (changes === null)
    return html`<section aria-labelledby="changes">${head}<p>${words.noPrevious}</p></section>`;
  const { before, after, improved, worsened, neutral, newly_online, entered, left, values } = changes;
  const changed = improved.length + worsened.length + neutral.length;
  return html`<section aria-labelledby="changes">${head}
<p>${inFrench(l, words.changesBetween(before.label, after.label), before.label, after.label)} ${words.changesCounted(changed, values.testable, values.compared)} <a href="${urls.editionComparison(after.slug, before.slug)}">${words.seeComparison}</a></p>
${changeBlock(context, words.improved, improved, changes)}
${changeBlock(context, words.worsened, worsened, changes)}
${changeBlock(context, words.neutral, neutral, changes)}
${procedureBlock(
  context,
  words.newlyOnline,
  newly_online.map(({ procedure }) => procedure),
)}
${procedureBlock(context, words.entered, entered)}
${procedureBlock(context, words.left, left)}</section>`;
}

function changeBlock(
  context: PageContext,
  title: string,
  list: readonly Change[],
  { before, after }: OrganisationChanges,
): Html | '' {
  if (list.length === 0) return '';
  const { l } = context;
  const words = l.messages.comparison;
  const methods = [getMethodology(after.methodology), getMethodology(before.methodology)];
  const drawn = table(l, {
    caption: title,
    captionHidden: true,
    cards: true,
    columns: [
      l.messages.edition.procedure,
      l.messages.methodology.criterion,
      words.change,
      words.before,
      words.after,
    ].map((label) => ({ label })),
    rows: list.map((change) => {
      const definition = methods
        .map((one) => findCriterion(one, change.criterion))
        .find((one) => one !== null);
      const side = (result: Change['before']) =>
        result === null || !definition ? '–' : inlineFigure(l, toFigure(l, definition, result));
      return [
        procedureLink(context, change.procedure),
        definition?.shortLabel[l.locale] ?? change.criterion,
        html`<span class="change ${change.kind}">${words.kinds[change.kind]}</span>`,
        side(change.before),
        side(change.after),
      ];
    }),
  });
  return html`<h3>${words.withCount(title, list.length)}</h3>${list.length > MOST_SHOWN ? disclosure(words.seeAll(list.length), drawn) : drawn}`;
}

function procedureBlock(context: PageContext, title: string, list: readonly ComparedProcedure[]): Html | '' {
  if (list.length === 0) return '';
  const words = context.l.messages.comparison;
  const names = html`<ul class="names">${list.map((one) => html`<li>${procedureLink(context, one)}</li>`)}</ul>`;
  return html`<h3>${words.withCount(title, list.length)}</h3>${list.length > MOST_SHOWN ? disclosure(words.see(list.length), names) : names}`;
}

function procedureLink({ urls }: PageContext, { id, slug, name }: ComparedProcedure): Html {
  return html`<a href="${urls.procedure({ publicId: id, slug })}" lang="fr">${name}</a>`;
}
