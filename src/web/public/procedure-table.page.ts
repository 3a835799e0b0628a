import { type CriterionDefinition, getMethodology } from '../../criteria/index.ts';
import type { EntryInEdition, ResultInEdition } from '../../editions/index.ts';
import { disclosure, type Html, html, resultsTable } from '../design/index.ts';
import { toCell } from '../figures.ts';
import type { PageContext } from '../page-context.ts';

/** More editions than this make a table that stands in the way of what follows: it is folded. */
const MOST_UNFOLDED = 3;

/** Every figure of the procedure: a row an edition, a column a criterion; a table a methodology, for they differ. */
export function editionTables(
  context: PageContext,
  entries: readonly EntryInEdition[],
  results: readonly ResultInEdition[],
): Html {
  const { l } = context;
  const words = l.messages.procedure;
  const criteria = new Set(results.filter(isTold).map(({ criterion }) => criterion));
  if (criteria.size === 0) return html`<p>${words.noFigure}</p>`;
  const byMethodology = [...Map.groupBy(entries, ({ methodology }) => methodology)];
  const byEdition = Map.groupBy(results, ({ edition }) => edition);
  const tables = html`${byMethodology.length < 2 ? '' : html`<p class="note">${words.breakBetween}</p>`}
${byMethodology.map(([id, those]) => methodologyTable(context, id, those, byEdition))}`;
  const title = words.table(entries.length, criteria.size);
  return disclosure(title, html`<div class="by-edition">${tables}</div>`, entries.length <= MOST_UNFOLDED);
}

function methodologyTable(
  { l, urls }: PageContext,
  id: string,
  entries: readonly EntryInEdition[],
  byEdition: ReadonlyMap<string, readonly ResultInEdition[]>,
): Html {
  const words = l.messages.procedure;
  const methodology = getMethodology(id);
  const resultOf = (entry: EntryInEdition, definition: CriterionDefinition) =>
    byEdition.get(entry.edition)?.find(({ criterion }) => criterion === definition.id);
  const told = methodology.criteria.filter((definition) =>
    entries.some((entry) => {
      const found = resultOf(entry, definition);
      return found !== undefined && isTold(found);
    }),
  );
  const never = methodology.criteria.filter((definition) => !told.includes(definition));
  return html`<h3>${words.tableOf(methodology.label[l.locale])}</h3>
${
  told.length === 0
    ? ''
    : resultsTable(l, {
        caption: words.tableOf(methodology.label[l.locale]),
        rowColumn: { label: words.edition },
        columns: told.map(({ shortLabel, label }) => ({
          label: shortLabel[l.locale],
          title: label[l.locale],
        })),
        rows: entries.map((entry) => ({
          name: entry.label,
          href: urls.edition(entry.edition),
          detail: entry.reconstructed ? words.reconstructedShort : null,
          cells: told.map((definition) => toCell(l, definition, resultOf(entry, definition)?.result)),
        })),
      })
}
${never.length === 0 ? '' : html`<p class="note">${words.neverReported(l.list(never.map(({ label }) => label[l.locale])))}</p>`}`;
}

/** True when an edition says something of the criterion: a value, a level, or that answers are too few. */
function isTold({ result }: ResultInEdition): boolean {
  return result.value !== null || result.level !== 'none' || result.status === 'insufficient';
}
