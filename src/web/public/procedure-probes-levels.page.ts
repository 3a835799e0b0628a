/** The same measures under each methodology. */
import { MINIMUM_COVERAGE } from '../../probes/index.ts';
import { figure, type Html, html } from '../design/index.ts';
import { reasonText, toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';

export function levelsSection({ l, urls }: PageContext, { judged }: ProcedureProbes): Html {
  const words = l.messages.procedureProbes.levels;
  return html`<section aria-labelledby="levels"><h2 id="levels">${words.title}</h2>
<p>${words.note} ${words.minimum(l.percentText(100 * MINIMUM_COVERAGE))}</p>
<div class="judged-methods">${judged.map(
    ({ methodology, results }) => html`<div><h3>${methodology.label[l.locale]}</h3>
${results.map(({ definition, result }) => {
  const reason = reasonText(l, result.reason);
  return html`<p class="label">${definition.label[l.locale]}</p>
${figure(l, toFigure(l, definition, result))}${reason === null ? '' : html`<p class="note">${reason}</p>`}`;
})}
<p><a href="${urls.methodology(methodology.id)}">${words.see}<span class="visually-hidden"> ${methodology.label[l.locale]}</span></a></p></div>`,
  )}</div></section>`;
}
