import type { Verdict } from '../../probes/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { disclosure } from './blocks.ts';
import { bandsOf, HEIGHT, SHAPES, swatch } from './day-strip.ts';
import { type Html, html } from './html.ts';
import { table } from './table.ts';

const MINUTE_MS = 60_000;

/** Minutes in a row that were the same; null where nothing looked. */
type MinuteRun = { readonly verdict: Verdict | null; readonly from: number; readonly length: number };

/**
 * Minutes one after another as one drawing; in words how many were what; and which ones, in a table that unfolds.
 *
 * @param minutes null where nothing looked
 * @param startsAt when the first one began
 * @param caption of the table: of what these minutes are
 */
export function minuteStrip(
  l: Localisation,
  {
    minutes,
    startsAt,
    caption,
  }: {
    readonly minutes: readonly (Verdict | null)[];
    readonly startsAt: Date;
    readonly caption: Html | string;
  },
): Html {
  const words = l.messages.procedureProbes.minutes;
  const cells = minutes.map((verdict) => ({ state: SHAPES[verdict ?? 'unseen'] }));
  const runs = runsOf(minutes);
  const at = (minute: number) => l.instant(new Date(startsAt.getTime() + minute * MINUTE_MS));
  const counts = (Object.keys(SHAPES) as (keyof typeof SHAPES)[])
    .map((state) => ({
      state,
      n: minutes.filter((verdict) => (verdict ?? 'unseen') === state).length,
    }))
    .filter(({ n }) => n > 0);
  return html`<div class="minute-strip"><svg viewBox="0 0 ${cells.length} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${counts.map(
    ({ state }) => html`<path class="day-${SHAPES[state]}" d="${bandsOf(cells, SHAPES[state])}"/>`,
  )}</svg>
<p class="ends"><span>${at(0)}</span> <span>${words.now}</span></p>
<ul class="counts">${counts.map(
    ({ state, n }) =>
      html`<li>${swatch(SHAPES[state])} ${words.counted(n, l.messages.probes.verdicts[state].label)}</li>`,
  )}</ul>
${disclosure(
  words.each,
  table(l, {
    caption: typeof caption === 'string' ? caption : words.each,
    captionHidden: true,
    columns: [
      { label: words.from },
      { label: words.to },
      { label: words.state },
      { label: words.length, numeric: true },
    ],
    rows: runs
      .toReversed()
      .map(({ verdict, from, length }) => [
        at(from),
        from + length >= minutes.length ? words.now : at(from + length),
        l.messages.probes.verdicts[verdict ?? 'unseen'].label,
        l.messages.probes.duration(length * MINUTE_MS),
      ]),
  }),
)}</div>`;
}

function runsOf(minutes: readonly (Verdict | null)[]): MinuteRun[] {
  const runs: MinuteRun[] = [];
  let from = 0;
  for (let at = 1; at <= minutes.length; at += 1) {
    if (at < minutes.length && minutes[at] === minutes[from]) continue;
    runs.push({ verdict: minutes[from] ?? null, from, length: at - from });
    from = at;
  }
  return runs;
}
