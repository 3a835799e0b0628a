/** What a browser checked of the pages of a procedure: each result with its figures, its evidence, advice and replies. */
import { dayOf } from '../../core/clock.ts';
import { findCriterion } from '../../criteria/index.ts';
import type { CheckDivergence } from '../../editions/index.ts';
import { CHECK_KINDS, type Check, type CheckReply, type LatestCheck } from '../../probes/index.ts';
import { adviceTexts, checkFigures } from '../check-figures.ts';
import { disclosure, externalLink, type Html, html, inFrench, table } from '../design/index.ts';
import { figureText } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import type { CheckedPage } from '../procedure-probes-checks.ts';
import { REVIEW_METHODOLOGY } from '../review-report.ts';

export function checksSection(context: PageContext, { checks: pages }: ProcedureProbes): Html {
  const words = context.l.messages.checks;
  const all = pages.flatMap(({ checks }) => checks);
  const count = (result: Check['result']) => all.filter((one) => one.result === result).length;
  return html`<section aria-labelledby="checks"><h2 id="checks">${words.title}</h2>
<p>${words.note}</p>
${
  all.length === 0
    ? html`<p>${words.none}</p>`
    : html`<p>${words.summary(count('pass'), count('fail'), count('unknown'))} ${words.rightOfReply}</p>
${pages.map((page) => checkedPage(context, page))}`
}</section>`;
}

function checkedPage(context: PageContext, { address, checks, replies }: CheckedPage): Html {
  const { l } = context;
  const inOrder = checks.toSorted(
    (one, other) => CHECK_KINDS.indexOf(one.kind) - CHECK_KINDS.indexOf(other.kind),
  );
  return html`<h3>${l.messages.probes.roles[address.role]} <small class="address">${address.url}</small></h3>
${inOrder.map((check) =>
  checkArticle(
    context,
    check,
    replies.filter(({ kind }) => kind === check.kind),
  ),
)}`;
}

function checkArticle(context: PageContext, check: LatestCheck, replies: readonly CheckReply[]): Html {
  const { l } = context;
  const words = l.messages.checks;
  const { kind, result, checkedAt, evidence, lastKnown } = check;
  const advice = adviceTexts(l, check);
  return html`<article class="check"><h4>${words.kinds[kind].label} <span class="check-result ${result}">${words.results[result]}</span></h4>
<p class="note">${words.kinds[kind].meaning} ${words.checkedAt(l.day(dayOf(checkedAt)))}</p>
${evidence.reason === null ? '' : html`<p>${words.because(words.reasons[evidence.reason])}</p>`}
${figureLines(context, check)}
${
  result !== 'unknown'
    ? ''
    : lastKnown === null
      ? html`<p>${words.neverKnown}</p>`
      : html`<p>${words.lastKnown(words.results[lastKnown.result], l.day(dayOf(lastKnown.checkedAt)), lastKnown.ageDays)}</p>${figureLines(context, lastKnown)}`
}
${advice.length === 0 ? '' : html`<p><strong>${words.advice}</strong></p><ul>${advice.map((text) => html`<li>${text}</li>`)}</ul>`}
${disclosure(words.evidence, evidenceOf(context, check))}
${replies.map(
  ({ author, writtenAt, text }) =>
    html`<p><strong>${words.replies}</strong><br>${inFrench(l, words.reply(author, l.day(dayOf(writtenAt))), author)}</p><blockquote lang="fr">${text}</blockquote>`,
)}</article>`;
}

function figureLines({ l }: PageContext, check: Check): Html | '' {
  const lines = checkFigures(l, check);
  return lines.length === 0 ? '' : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function evidenceOf({ l }: PageContext, { evidence }: Check): Html {
  const words = l.messages.checks;
  const { colon } = l.messages.shell;
  return html`<p class="address">${words.page}${colon} ${externalLink(evidence.url, evidence.url)}</p>
${evidence.excerpts.map(
  ({ url, text, sha256 }) =>
    html`<blockquote lang="fr">${text === '' ? words.blank : text}</blockquote><p class="address"><small>${externalLink(url, url)}<br>${words.hash}${colon} <code>${sha256}</code></small></p>`,
)}`;
}

/** Where the checks contradict what is declared. */
export function divergencesSection({ l }: PageContext, { checks, divergences }: ProcedureProbes): Html | '' {
  const words = l.messages.checks;
  if (checks.length === 0) return '';
  const definitionOf = ({ criterion }: CheckDivergence) => findCriterion(REVIEW_METHODOLOGY, criterion);
  const textOf = (one: CheckDivergence, value: number | string | null) => {
    const definition = definitionOf(one);
    if (value === null) return words.nothingSeen;
    if (typeof value === 'string' && Object.hasOwn(words.states, value))
      return words.states[value as keyof typeof words.states];
    return definition === null
      ? String(value)
      : figureText(l, definition, { status: 'declared', value, level: 'none' });
  };
  return html`<section aria-labelledby="divergences"><h2 id="divergences">${words.divergenceTitle}</h2>
<p>${divergences.length === 0 ? words.noDivergence : words.divergenceNote}</p>
${
  divergences.length === 0
    ? ''
    : table(l, {
        caption: words.divergenceTitle,
        captionHidden: true,
        cards: true,
        columns: [words.criterion, words.declaredValue, words.seenValue, words.why].map((label) => ({
          label,
        })),
        rows: divergences.map((one) => [
          definitionOf(one)?.label[l.locale] ?? one.criterion,
          html`${textOf(one, one.declared.value)} <small lang="fr">${one.declared.source}</small>`,
          html`${textOf(one, one.seen)} <small class="address">${one.check.evidence.url}</small>`,
          words.divergences[one.code],
        ]),
      })
}</section>`;
}
