import type { CriterionDefinition } from '../../criteria/index.ts';
import {
  findBestPractice,
  findLaggards,
  type PublishedEdition,
  type RankedProcedure,
} from '../../editions/index.ts';
import { disclosure, type Html, html, inlineFigure, table } from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';

const MOST_BEST = 10;
/** More lines than this are folded. */
const MOST_SHOWN = 15;

/** The procedures that do best; nothing for a criterion whose values do not rank. */
export function bestSection(
  context: PageContext,
  definition: CriterionDefinition,
  { procedures }: PublishedEdition,
): Html | '' {
  const words = context.l.messages.criterionPages;
  const found = findBestPractice(definition, procedures, MOST_BEST);
  if (found === null) return '';
  if (found.best.length === 0) return html`<p>${words.noBest}</p>`;
  return html`<p class="note">${words.bestNote}${found.best.some(({ result }) => result.interval !== null) ? ` ${words.bestInterval}` : ''}${found.best.some(({ result }) => toFigure(context.l, definition, result).n != null) ? ` ${words.sampleNote}` : ''}</p>
${rankedTable(context, definition, words.best, found.best)}
${found.tied === 0 ? '' : html`<p class="note">${words.bestTied(found.tied)}</p>`}`;
}

/** The procedures of the worst level, by the users concerned; nothing for a criterion without levels. */
export function laggardsSection(
  context: PageContext,
  definition: CriterionDefinition,
  { procedures }: PublishedEdition,
): Html | '' {
  const { l } = context;
  const words = l.messages.criterionPages;
  if (definition.legend.every(({ level }) => level !== 'poor')) return '';
  const { used, ofUnknownUse, uses } = findLaggards(definition, procedures);
  const count = used.length + ofUnknownUse.length;
  if (count === 0) return html`<p>${words.noLaggard}</p>`;
  const unknown = () => folded(context, definition, words.unknownVolume, ofUnknownUse);
  if (used.length === 0) return html`<p>${words.laggardsUnknown(count)}</p>${unknown()}`;
  return html`<p>${words.laggardsUses(count, l.number(uses), used.length)}</p>
${folded(context, definition, words.laggards, used)}
${ofUnknownUse.length === 0 ? '' : html`<h3>${words.unknownVolume}</h3>${unknown()}`}`;
}

/** The first lines, and the rest to unfold. */
function folded(
  context: PageContext,
  definition: CriterionDefinition,
  caption: string,
  ranked: readonly RankedProcedure[],
): Html {
  const first = rankedTable(context, definition, caption, ranked.slice(0, MOST_SHOWN));
  const rest = ranked.slice(MOST_SHOWN);
  if (rest.length === 0) return first;
  const { criterionPages: words } = context.l.messages;
  return html`${first}${disclosure(words.seeOthers(rest.length), rankedTable(context, definition, words.rest(caption), rest))}`;
}

function rankedTable(
  { l, urls }: PageContext,
  definition: CriterionDefinition,
  caption: string,
  ranked: readonly RankedProcedure[],
): Html {
  const hasVolume = ranked.some(({ procedure }) => procedure.volume_total !== null);
  return html`<div class="ranking">${table(l, {
    caption,
    captionHidden: true,
    cards: true,
    columns: [
      { label: l.messages.edition.procedure },
      { label: l.messages.edition.organisation },
      { label: definition.shortLabel[l.locale] },
      ...(hasVolume ? [{ label: l.messages.criterionPages.yearly, numeric: true }] : []),
    ],
    rows: ranked.map(({ procedure, result }) => [
      html`<a href="${urls.procedure({ publicId: procedure.id, slug: procedure.slug })}" lang="fr">${procedure.name}</a>`,
      html`<span lang="fr">${procedure.organisation ?? procedure.ministry ?? '–'}</span>`,
      inlineFigure(l, toFigure(l, definition, result)),
      ...(hasVolume
        ? [
            procedure.volume_total === null
              ? html`<span class="absent">${l.messages.figures.unknown}</span>`
              : l.number(procedure.volume_total),
          ]
        : []),
    ]),
  })}</div>`;
}
