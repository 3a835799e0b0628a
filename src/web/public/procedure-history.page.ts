import type { CriterionId } from '../../criteria/index.ts';
import type { EntryInEdition, ResultInEdition } from '../../editions/index.ts';
import { type CriterionHistory, historiesOf } from '../criterion-history.ts';
import { disclosure, type Html, html } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { criterionChart } from './procedure-chart.page.ts';
import { statesTable } from './procedure-states.page.ts';
import { editionTables } from './procedure-table.page.ts';

/** Criteria whose history is unfolded, those that most answer "does it work?" first. */
const FOREMOST: readonly CriterionId[] = ['satisfaction', 'availability'];

/**
 * The figures of a procedure from edition to edition: charts of the foremost criteria, those of the others folded, then
 * every figure in a table.
 */
export function historySection(
  context: PageContext,
  entries: readonly EntryInEdition[],
  results: readonly ResultInEdition[],
): Html | '' {
  if (entries.length === 0) return '';
  const { l } = context;
  const words = l.messages.procedure;
  const drawn = historiesOf(results).flatMap((history) => {
    const drawing = drawHistory(context, history);
    return drawing === '' ? [] : [{ id: history.definition.id, drawing }];
  });
  const isForemost = ({ id }: { id: CriterionId }) => FOREMOST.includes(id);
  const [foremost, others] = [drawn.filter(isForemost), drawn.filter((one) => !isForemost(one))];
  const rebuilt = entries.filter(({ reconstructed }) => reconstructed).map(({ label }) => label);
  return html`<section aria-labelledby="history"><h2 id="history">${words.history}</h2>
<p>${words.historyIntro(entries.length)}${rebuilt.length === 0 ? '' : html` <span class="note">${words.reconstructed(l.list(rebuilt), rebuilt.length)}</span>`}</p>
${charts(foremost)}
${others.length === 0 ? '' : disclosure(words.moreCriteria(others.length), charts(others))}
${editionTables(context, entries, results)}</section>`;
}

function charts(drawn: readonly { drawing: Html | '' }[]): Html | '' {
  return drawn.length === 0 ? '' : html`<div class="charts">${drawn.map(({ drawing }) => drawing)}</div>`;
}

function drawHistory(context: PageContext, history: CriterionHistory): Html | '' {
  return history.definition.unit === 'category'
    ? statesTable(context, history)
    : criterionChart(context, history);
}
