import { type CriterionDefinition, getMethodology } from '../../criteria/index.ts';
import type { EntryInEdition, ResultInEdition } from '../../editions/index.ts';
import { definitionList, figure, type Html, html } from '../design/index.ts';
import { marksOf, periodText, reasonText, toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { whyThisFigure } from './procedure-why.page.ts';

/** A criterion with its result in the edition shown. */
type Judged = { readonly definition: CriterionDefinition; readonly found: ResultInEdition };

/**
 * Every criterion of one edition: a card where there is something to judge or to explain, and one line a status for
 * those of which nothing is known.
 *
 * @param results those of the edition
 * @param notice what to know before reading
 */
export function latestResults(
  context: PageContext,
  latest: EntryInEdition,
  results: readonly ResultInEdition[],
  notice: Html | '',
): Html {
  const { l, urls } = context;
  const words = l.messages.procedure;
  const judged = getMethodology(latest.methodology).criteria.flatMap((definition): Judged[] => {
    const found = results.find(({ criterion }) => criterion === definition.id);
    return found === undefined ? [] : [{ definition, found }];
  });
  const told = judged.filter((one) => !isSilent(one));
  return html`<section aria-labelledby="latest"><h2 id="latest">${words.latestResults(latest.label)}</h2>
<p>${words.fromEdition(l.day(latest.cutoffOn))} <a href="${urls.edition(latest.edition)}">${l.messages.edition.title(latest.label)}</a>${
    latest.reconstructed ? html`, ${words.reconstructedShort}` : ''
  }.</p>
${notice}
${told.length === 0 ? '' : html`<div class="criteria">${told.map((one) => criterionCard(context, one))}</div>`}
${silentCriteria(context, judged.filter(isSilent))}</section>`;
}

/** True when nothing is known and nothing is to be explained: no value, no level, no answers, no particular reason. */
function isSilent({ found: { result } }: Judged): boolean {
  const isAbsent = result.status === 'not_reported' || result.status === 'not_applicable';
  return isAbsent && result.value === null && result.level === 'none' && result.origin !== 'overridden';
}

function silentCriteria({ l, urls }: PageContext, silent: readonly Judged[]): Html | '' {
  if (silent.length === 0) return '';
  const kinds = Map.groupBy(silent, ({ found: { result } }) =>
    [l.messages.statuses[result.status].meaning, reasonText(l, result.reason)]
      .filter((text) => text !== null)
      .join(' '),
  );
  return html`<h3>${l.messages.procedure.withoutResult}</h3>
${definitionList(
  [...kinds].map(([meaning, those]) => ({
    term: l.messages.statuses[those[0]?.found.result.status ?? 'not_reported'].label,
    description: html`${those.map(
      ({ definition, found }, at) =>
        html`${at === 0 ? '' : ', '}<a id="${definition.id}" href="${urls.methodology(found.methodology)}#${definition.id}">${definition.label[l.locale]}</a>`,
    )}. <span class="note">${meaning}</span>`,
  })),
)}`;
}

function criterionCard(context: PageContext, { definition, found }: Judged): Html {
  const { l } = context;
  const { result } = found;
  const { levels, origins, shell } = l.messages;
  const label = definition.label[l.locale];
  return html`<article class="criterion" id="${definition.id}" aria-labelledby="${definition.id}-title">
<h3 id="${definition.id}-title">${label}</h3>
<p class="measures">${definition.measures[l.locale]}</p>
${figure(l, toFigure(l, definition, result))}
${marksOf(l, result).map(({ short, meaning }) => html`<p class="why-absent"><strong class="mark">${short}</strong>${shell.colon} ${meaning}</p>`)}
${result.borderline ? html`<p class="why-absent"><strong class="mark">${levels.borderline}</strong>${shell.colon} ${levels.borderlineMeaning}</p>` : ''}
${result.reason === null || result.reason === 'n_unknown' ? '' : html`<p class="why-absent">${reasonText(l, result.reason)}</p>`}
<p class="why-absent">${origins[result.origin].label}, ${periodText(l, result)}.</p>
${whyThisFigure(context, definition, found)}
</article>`;
}
