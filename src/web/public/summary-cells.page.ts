import type { CriterionDefinition } from '../../criteria/index.ts';
import type { CountedShare, CriterionAggregate } from '../../editions/index.ts';
import { detailed, type Html, html } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { pooledDetail, pooledText, ratioText, shareText } from '../shares.ts';

/** The share that reaches the objective, by number then by volume. */
export function reachingCells(
  l: Localisation,
  { reaching }: CriterionAggregate,
  procedures: number,
): [Html | string, Html | string] {
  if (reaching === null) return ['–', '–'];
  return [numberCell(l, reaching.by_number), volumeCell(l, reaching.by_volume, procedures)];
}

/** Under so many procedures a percentage says more than is known: the numbers stand alone. */
export const FEWEST_FOR_PERCENT = 5;

/** A share of procedures: "92,9 % 144 sur 155"; of very few, "0 sur 1". */
export function numberCell(l: Localisation, share: CountedShare): Html {
  if (isOfFew(share)) return detailed(l, ratioText(l, share));
  return detailed(l, shareText(l, share.value), share.denominator === 0 ? undefined : ratioText(l, share));
}

/** A share of uses, with how many volumes it rests on. */
export function volumeCell(l: Localisation, share: CountedShare, procedures: number): Html {
  const known = l.messages.summary.volumesKnown(share.procedures, procedures);
  if (share.denominator === 0 || isOfFew(share))
    return detailed(l, share.denominator === 0 ? null : ratioText(l, share), known);
  return html`${detailed(l, shareText(l, share.value), ratioText(l, share))} <small>${known}</small>`;
}

function isOfFew({ procedures, denominator }: CountedShare): boolean {
  return denominator > 0 && procedures < FEWEST_FOR_PERCENT;
}

/** The value over all answers together. */
export function pooledCell(
  l: Localisation,
  definition: CriterionDefinition,
  pooled: CountedShare | null,
): Html | string {
  const words = l.messages.summary;
  if (pooled === null)
    return definition.sampling === 'none'
      ? html`<span class="absent">${words.nothingToPool}</span>`
      : detailed(l, null, words.noPooled);
  return detailed(l, pooledText(l, definition, pooled), pooledDetail(l, definition, pooled));
}
