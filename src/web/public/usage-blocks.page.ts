/** What the page of a procedure says of usage, with the way to all of it. */
import type { Procedure } from '../../catalogue/index.ts';
import { getIndicator } from '../../observations/index.ts';
import { type Html, html, type Statistic, statistics } from '../design/index.ts';
import { wordFigure } from '../figure-words.ts';
import type { PageContext } from '../page-context.ts';
import { shareText } from '../shares.ts';
import { lastValue, type ProcedureUsage } from '../usage-of-procedure.ts';
import { periodName } from '../usage-words.ts';

const DECLARED = ['volume_online', 'digital_share', 'online_share'];

/** Of a procedure: volumes, take-up, visits, completion; nothing where nothing is known nor counted. */
export function procedureUsageBlock(
  context: PageContext,
  procedure: Procedure,
  usage: ProcedureUsage,
): Html | '' {
  const { l, urls } = context;
  const words = l.messages.usages.block;
  if (usage.counted === null && usage.declared.length === 0) return '';
  const entries = [...declaredEntries(context, usage), ...countedEntries(context, usage)];
  return html`<section aria-labelledby="usage"><h2 id="usage">${words.title}</h2>
${entries.length === 0 ? '' : statistics(l, entries)}
<p><a href="${urls.procedureUsage(procedure)}">${words.all}</a></p></section>`;
}

function declaredEntries({ l }: PageContext, { declared }: ProcedureUsage): Statistic[] {
  const words = l.messages.usages;
  return DECLARED.flatMap((id): Statistic[] => {
    const last = lastValue(declared, id);
    if (last === undefined) return [];
    const { words: text, exact } = wordFigure(last, l.locale);
    const detail = words.block.declaredOf(periodName(l, last));
    const isRatio = last.numerator !== null && last.denominator !== null;
    return [
      {
        label: getIndicator(id).label[l.locale],
        value: isRatio && typeof last.value === 'number' ? shareText(l, last.value) : text,
        detail: isRatio
          ? `${words.counted.ratio(l.number(last.numerator ?? 0), l.number(last.denominator ?? 0))}, ${detail}`
          : exact === null || exact === text
            ? detail
            : `${exact}, ${detail}`,
      },
    ];
  });
}

function countedEntries({ l }: PageContext, { counted }: ProcedureUsage): Statistic[] {
  if (counted === null || counted.visits.days === 0) return [];
  const { procedure: words, block } = l.messages.usages;
  const { visits, completion } = counted.visits;
  const share = completion && completion.numerator / completion.denominator;
  return [
    { label: words.visits, value: l.number(visits), detail: block.measured },
    ...(completion === null || share === null || share > 1
      ? []
      : [
          {
            label: words.completion,
            value: shareText(l, share),
            detail: words.completionOf(
              l.number(completion.denominator),
              l.number(completion.numerator),
              shareText(l, share) ?? '',
            ),
          },
        ]),
  ];
}
