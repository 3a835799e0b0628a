import type { CriterionDefinition } from '../../criteria/index.ts';
import type { CountedShare, CriterionAggregate } from '../../editions/index.ts';
import { detailed, type Html } from '../design/index.ts';
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

/** A share of procedures: "92,9 % 144 sur 155". */
export function numberCell(l: Localisation, share: CountedShare): Html {
  return detailed(l, shareText(l, share.value), share.denominator === 0 ? undefined : ratioText(l, share));
}

/** A share of uses, with how many volumes it rests on. */
export function volumeCell(l: Localisation, share: CountedShare, procedures: number): Html {
  return detailed(
    l,
    shareText(l, share.value),
    l.messages.summary.volumesKnown(share.procedures, procedures),
  );
}

/** The value over all answers together. */
export function pooledCell(
  l: Localisation,
  definition: CriterionDefinition,
  pooled: CountedShare | null,
): Html | string {
  if (pooled === null)
    return definition.sampling === 'none' ? '–' : detailed(l, null, l.messages.summary.noPooled);
  return detailed(l, pooledText(l, definition, pooled), pooledDetail(l, definition, pooled));
}
