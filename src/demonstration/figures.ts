/** Every figure of a procedure of the demonstration at the cut-off of an edition. Pure: the same on every machine. */
import type { Fact } from '../core/figure.ts';
import type { DemonstrationEdition } from './calendar.ts';
import { applyLessons } from './lessons.ts';
import { pageFacts, volumeFacts } from './measures.ts';
import { getProfile } from './profiles.ts';
import { reviewFacts } from './reviews.ts';

/**
 * The figures by indicator, its online status apart, which the catalogue declares.
 * @throws RangeError for a procedure that is not of the demonstration
 */
export function demonstrationFacts(
  { publicId, audiences }: { readonly publicId: string; readonly audiences: readonly string[] },
  edition: DemonstrationEdition,
): Readonly<Record<string, Fact>> {
  const profile = getProfile(publicId);
  const isOpen = profile.mark !== null && profile.opensAt <= edition.lastQuarter;
  const facts = {
    ...volumeFacts(publicId, profile, edition),
    ...(isOpen ? reviewFacts(publicId, profile, edition) : {}),
    ...(isOpen ? pageFacts(publicId, audiences, edition) : {}),
  };
  return applyLessons(publicId, facts, edition);
}
