/** Organisations that files know by name only. Pure. */
import { isSameName, slugify } from './slug.ts';
import { type Snapshot, slugKey } from './snapshot.ts';
import type { OrganisationLevel } from './vocabulary.ts';

/** A perimeter and its ministry may bear one name; below them, files do not tell levels apart. */
function rankOf(level: OrganisationLevel): string {
  return level === 'perimeter' || level === 'ministry' ? level : 'organisation';
}

/** The organisation that bears or bore this name or acronym, case and accents apart; the oldest of several. */
export function findOrganisationByName(
  draft: Snapshot,
  name: string,
  level: OrganisationLevel,
): number | undefined {
  const bears = (text: string | null) => text !== null && isSameName(text, name);
  for (const [id, history] of draft.histories.organisation) {
    const matches = history.some(
      ({ attributes }) =>
        rankOf(attributes.level) === rankOf(level) && (bears(attributes.name) || bears(attributes.acronym)),
    );
    if (matches) return id;
  }
  return undefined;
}

const LEVEL_IN_SLUG: Readonly<Record<OrganisationLevel, string>> = {
  perimeter: 'perimetre',
  ministry: 'ministere',
  direction: 'direction',
  agency: 'operateur',
  body: 'organisme',
};

/** A slug that no organisation has or had: the name's, else with the level before it, else numbered. */
export function freeSlug(draft: Snapshot, name: string, level: OrganisationLevel): string {
  const isFree = (slug: string) => !draft.slugs.has(slugKey('organisation', slug));
  let slug = slugify(name);
  for (let number = 1; !isFree(slug); number += 1) {
    slug = slugify([LEVEL_IN_SLUG[level], ...(number > 1 ? [number] : []), name].join(' '));
  }
  return slug;
}
