/** What the page of a procedure says of probes, with the way to all of it. */
import type { Procedure } from '../../catalogue/index.ts';
import { AVAILABILITY } from '../availability-judged.ts';
import { figure, type Html, html, stateBadge } from '../design/index.ts';
import { reasonText, toFigure } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import type { ProbeSummary } from '../procedure-probes-summary.ts';
import { shareText } from '../shares.ts';

/** The state of the moment and three months of availability; nothing where no address is followed. */
export function probesBlock(
  { l, urls }: PageContext,
  procedure: Procedure,
  probes: ProbeSummary | null,
): Html | '' {
  if (probes === null) return '';
  const { probes: told, procedureProbes } = l.messages;
  const words = procedureProbes.block;
  const { state, availability, result } = probes;
  const reason = reasonText(l, result.reason);
  const { coverage, numerator, denominator } = availability;
  const since = state.since === null ? '' : ` ${procedureProbes.now.since(l.instant(state.since))}`;
  return html`<section aria-labelledby="probes"><h2 id="probes">${words.title}</h2>
<p>${words.state}${l.messages.shell.colon} ${stateBadge(l, state.verdict ?? 'unseen')}${since}</p>
<p class="label">${words.figure}</p>
${
  denominator === 0
    ? html`<p class="absent">${told.neverSeen}</p>`
    : html`${figure(l, toFigure(l, AVAILABILITY, result))}
<p class="note">${told.upOf(l.number(numerator), l.number(denominator))}, <abbr title="${told.coverageMeaning}">${words.coverage(shareText(l, coverage.share) ?? '–')}</abbr>${reason === null ? '' : `. ${reason}`}</p>`
}
<p><a href="${urls.procedureAvailability(procedure)}">${words.all}</a></p></section>`;
}
