import type { EntryInEdition } from '../../editions/index.ts';
import { detailed, type Html, html, inFrench, type LinePoint, lineChart, table } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { spreadOverQuarters } from '../quarters.ts';
import { shareText } from '../shares.ts';

/** Counts from here on are told in millions on an axis. */
const MILLION = 1_000_000;

/** How many times a year the procedure is carried out, by all channels and online, edition by edition. */
export function volumesSection(context: PageContext, entries: readonly EntryInEdition[]): Html | '' {
  const { l, urls } = context;
  const known = entries.filter(
    ({ volumeTotal, volumeOnline }) => volumeTotal !== null || volumeOnline !== null,
  );
  if (known.length === 0) return '';
  const words = l.messages.procedure;
  const count = (volume: number | null) => detailed(l, volume === null ? null : l.number(volume));
  return html`<section aria-labelledby="volumes"><h2 id="volumes">${words.volumes}</h2>
<p>${words.volumesMeaning}</p>
${table(l, {
  caption: words.volumes,
  captionHidden: true,
  cards: true,
  columns: [
    { label: words.edition },
    ...[words.volumeTotal, words.volumeOnline, words.volumeShare].map((label) => ({ label, numeric: true })),
  ],
  rows: known.map((entry) => [
    html`<a href="${urls.edition(entry.edition)}">${inFrench(l, entry.label, entry.label)}</a>`,
    count(entry.volumeTotal),
    count(entry.volumeOnline),
    detailed(l, shareText(l, onlineShare(entry))),
  ]),
})}
${volumeChart(context, known)}</section>`;
}

/** 0 to 1; null where it is unknown, or where the source contradicts itself. */
function onlineShare({ volumeTotal, volumeOnline }: EntryInEdition): number | null {
  if (volumeTotal === null || volumeOnline === null || volumeTotal === 0) return null;
  return volumeOnline > volumeTotal ? null : volumeOnline / volumeTotal;
}

/** All channels together; nothing when fewer than two editions have the volume. */
function volumeChart({ l }: PageContext, known: readonly EntryInEdition[]): Html | '' {
  const valued = known.filter(({ volumeTotal }) => volumeTotal !== null).toReversed();
  if (valued.length < 2) return '';
  const words = l.messages.procedure;
  const points = spreadOverQuarters(valued, ({ cutoffOn }) => cutoffOn).map(
    ({ year, quarter, item }): LinePoint => {
      const value = item?.volumeTotal ?? null;
      return {
        label: item?.label ?? l.messages.figures.quarter(quarter, year),
        value,
        text: value === null ? '' : l.number(value),
        interval: null,
        intervalText: '',
        n: null,
        counted: (item && shareText(l, onlineShare(item))) ?? '–',
      };
    },
  );
  return lineChart(l, {
    title: words.volumeChart,
    points,
    domain: [0, 0],
    tickText: (value) => (value < MILLION ? l.number(value) : l.compactNumber(value)),
    countedOver: words.volumeShare,
  });
}
