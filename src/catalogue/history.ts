/**
 * A subject through time: versions, each holding from its day until the next one's. Pure; attributes are compared
 * by value, lists item by item.
 */
import type { Said } from './subject.ts';

export type Version<Attributes> = { readonly validFrom: string; readonly attributes: Attributes };

/** The versions of one subject, oldest first: one a day at most, no two neighbours with equal attributes. */
export type History<Attributes> = readonly Version<Attributes>[];

/** The version in force on `day`; undefined before the first. */
export function versionOn<Attributes>(
  history: History<Attributes>,
  day: string,
): Version<Attributes> | undefined {
  return history.findLast(({ validFrom }) => validFrom <= day);
}

/** What is best known of `day`: the version in force, else (before the first) the first. */
export function bestKnownOn<Attributes>(
  history: History<Attributes>,
  day: string,
): Version<Attributes> | undefined {
  return versionOn(history, day) ?? history[0];
}

/**
 * The history once it is said that from `day` on, until the next version, the attributes are `said`.
 *
 * What is not said is as in `bestKnownOn(day)`, or as in `blank` for a subject without history. A version of the
 * same day is corrected; versions of other days keep their attributes, but one that no longer differs from the
 * version before it is dropped. Said again, it changes nothing. A statement that only confirms what is in force
 * leaves no trace: one told later of a day before it also holds on the day of the confirmation.
 */
export function stateVersion<Attributes extends object>(
  history: History<Attributes>,
  day: string,
  said: Said<Attributes>,
  blank: Attributes,
): History<Attributes> {
  const known = bestKnownOn(history, day)?.attributes ?? blank;
  const spoken = Object.entries(said).filter(([, value]) => value !== undefined);
  const stated = { validFrom: day, attributes: { ...known, ...Object.fromEntries(spoken) } };
  return [
    ...history.filter(({ validFrom }) => validFrom < day),
    stated,
    ...history.filter(({ validFrom }) => validFrom > day),
  ].reduce<Version<Attributes>[]>((kept, version) => {
    const before = kept.at(-1);
    if (before === undefined || !sameAttributes(before.attributes, version.attributes)) kept.push(version);
    return kept;
  }, []);
}

/** True when both hold the same values, name by name. */
export function sameAttributes<Attributes extends object>(one: Attributes, other: Attributes): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof Attributes)[];
  return names.every((name) => sameValue(one[name], other[name]));
}

function sameValue(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** What to write so that `before` becomes `after`: the versions to put (new or corrected), the days to drop. */
export function changesBetween<Attributes extends object>(
  before: History<Attributes>,
  after: History<Attributes>,
): { put: Version<Attributes>[]; drop: string[] } {
  const old = new Map(before.map((version) => [version.validFrom, version.attributes]));
  const days = new Set(after.map(({ validFrom }) => validFrom));
  const put = after.filter(({ validFrom, attributes }) => {
    const known = old.get(validFrom);
    return known === undefined || !sameAttributes(known, attributes);
  });
  return { put, drop: before.map(({ validFrom }) => validFrom).filter((day) => !days.has(day)) };
}
