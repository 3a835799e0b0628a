/** What changed since the edition before, in a few lines. */
import { findCriterion, getMethodology } from '../../criteria/index.ts';
import { type Change, type Comparison, findNotableChanges } from '../../editions/index.ts';
import { beforeAfter, type Html, html } from '../design/index.ts';
import { figureText } from '../figures.ts';
import type { PageContext } from '../page-context.ts';

const MOST_SHOWN = 5;
/** Reasons told when nothing can be tested. */
const MOST_REASONS = 3;

/** @param comparison with the edition before of which procedures are known; null when there is none */
export function changesSection(context: PageContext, comparison: Comparison | null): Html {
  const { l, urls } = context;
  const words = l.messages.home;
  const heading = html`<h2 id="changed">${comparison === null ? words.changed : words.changedSince(comparison.before.label)}</h2>`;
  if (comparison === null) {
    return html`<section aria-labelledby="changed">${heading}<p>${words.nothingBefore}</p></section>`;
  }
  const address = urls.editionComparison(comparison.after.slug, comparison.before.slug);
  const { better, worse, procedures } = findNotableChanges(comparison, MOST_SHOWN);
  return html`<section aria-labelledby="changed">${heading}
${
  better.length + worse.length === 0
    ? html`<p>${untoldText(context, comparison)}</p>`
    : html`<div class="moves">${moves(context, comparison, words.better, procedures.better, better)}
${moves(context, comparison, words.worse, procedures.worse, worse)}</div>`
}
${newlyOnline(context, comparison, address)}
<p>${comparison.entered.length + comparison.left.length === 0 ? words.sameProcedures : words.entered(comparison.entered.length, comparison.left.length)} <a href="${address}">${words.seeComparison}</a></p></section>`;
}

function moves(
  { l, urls }: PageContext,
  { before, after }: Comparison,
  title: (count: number) => string,
  count: number,
  changes: readonly Change[],
): Html {
  if (changes.length === 0) return html`<div><h3>${title(count)}</h3></div>`;
  const rest = count - new Set(changes.map(({ procedure }) => procedure.id)).size;
  const cell = (change: Change, side: 'before' | 'after') => {
    const { methodology } = side === 'before' ? before : after;
    const definition = findCriterion(getMethodology(methodology), change.criterion);
    const result = change[side];
    return definition === null || result === null ? '–' : figureText(l, definition, result);
  };
  return html`<div><h3>${title(count)}</h3><ul class="names">${changes.map((change) => {
    const { id, slug, name } = change.procedure;
    const definition = findCriterion(getMethodology(after.methodology), change.criterion);
    return html`<li><a href="${urls.procedure({ publicId: id, slug })}" lang="fr">${name}</a> <small>${definition?.shortLabel[l.locale] ?? change.criterion}${l.messages.shell.colon} ${beforeAfter(l, cell(change, 'before'), cell(change, 'after'))}</small></li>`;
  })}${rest > 0 ? html`<li><a href="${urls.editionComparison(after.slug, before.slug)}#values">${l.messages.home.seeOthers(rest)}</a></li>` : ''}</ul></div>`;
}

/** Why no procedure is named: nothing could be tested, for these reasons; or nothing changed beyond chance. */
function untoldText({ l }: PageContext, { changes, tests }: Comparison): string {
  const words = l.messages.home;
  if (tests.made > 0) return words.noneEstablished(tests.made);
  const untested = changes.filter(({ reason }) => reason !== null && !reason.startsWith('absent'));
  if (untested.length === 0) return words.noneComparable;
  const reasons = [...Map.groupBy(untested, ({ reason }) => reason)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_REASONS)
    .flatMap(([reason, found]) =>
      reason === null ? [] : [words.reason(l.messages.comparison.untestable[reason], found.length)],
    );
  return words.noneTestable(l.list(reasons));
}

function newlyOnline({ l, urls }: PageContext, { newly_online }: Comparison, address: string): Html {
  const words = l.messages.home;
  if (newly_online.length === 0) return html`<p>${words.noneNewlyOnline}</p>`;
  const rest = newly_online.length - MOST_SHOWN;
  return html`<h3>${words.newlyOnline(newly_online.length)}</h3><ul class="names">${newly_online
    .slice(0, MOST_SHOWN)
    .map(
      ({ procedure: { id, slug, name } }) =>
        html`<li><a href="${urls.procedure({ publicId: id, slug })}" lang="fr">${name}</a></li>`,
    )}${rest > 0 ? html`<li><a href="${address}#newly-online">${words.seeOthers(rest)}</a></li>` : ''}</ul>`;
}
