import type { CriterionDefinition, Methodology } from '../../criteria/index.ts';
import { countLevels, type PublishedEdition } from '../../editions/index.ts';
import { type Html, html, progressBar } from '../design/index.ts';
import { viewAddress } from '../edition-query.ts';
import type { PageContext } from '../page-context.ts';

/**
 * Of each criterion with levels: how many procedures reach the objective, of those that have a level.
 *
 * @param address the page whose table lists them: that of the edition, or of the revision shown
 */
export function editionOverview(
  { l }: PageContext,
  { procedures }: Pick<PublishedEdition, 'procedures'>,
  methodology: Methodology,
  address: string,
): Html {
  const words = l.messages.edition;
  const judged = methodology.criteria.filter(hasObjective).map((definition) => {
    const counts = countLevels(procedures, definition.id);
    return { definition, counts, levelled: counts.good + counts.medium + counts.poor };
  });
  const unknown = judged.filter(({ levelled }) => levelled === 0);
  return html`<section aria-labelledby="overview"><h2 id="overview">${words.overview}</h2>
<p>${words.overviewNote(l.number(procedures.length))}</p>
<ul class="overview">${judged.map(({ definition, counts, levelled }) => {
    if (levelled === 0) return '';
    const href = viewAddress(address, {
      search: null,
      ministry: null,
      audience: null,
      criterion: definition.id,
      level: 'good',
      sort: { by: 'file', descending: false },
    });
    return html`<li>${progressBar(l, { label: definition.label[l.locale], done: counts.good, total: levelled })}
<p class="overview-note">${counts.good === 0 ? '' : html`<a href="${href}">${words.seeReaching(counts.good)}</a> `}<span>${words.withoutLevel(procedures.length - levelled, procedures.length)}</span></p></li>`;
  })}</ul>
${unknown.length === 0 ? '' : html`<p class="note">${words.notMeasured(l.list(unknown.map(({ definition }) => definition.label[l.locale])))}</p>`}</section>`;
}

function hasObjective(definition: CriterionDefinition): boolean {
  return definition.objective !== null;
}
