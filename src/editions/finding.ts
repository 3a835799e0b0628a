/** What verification says: a thing of an edition that cannot be found again. Pure. */

/** Something that an edition says and that cannot be found again. */
export type Finding = {
  /** "procedure 1764, satisfaction, level", or the key of the document. */
  readonly where: string;
  readonly published: string;
  readonly recomputed: string;
};

/** Two computations of one number may differ by this much, relatively: the libraries' last digits. */
const PRECISION = 1e-9;

/** What an edition says at a place, and what was found again. */
export function finding(where: string, published: unknown, recomputed: unknown): Finding {
  return {
    where,
    published: JSON.stringify(published) ?? 'absent',
    recomputed: JSON.stringify(recomputed) ?? 'absent',
  };
}

/** True when two values are the same, numbers to the last digits of their computation. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return one === other || Math.abs(one - other) <= PRECISION * Math.max(Math.abs(one), Math.abs(other));
  }
  if (!isCompound(one) || !isCompound(other)) return one === other;
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keysOf(one, other).every((key) => same(own(one, key), own(other, key)))
  );
}

export type Compound = Readonly<Record<string, unknown>>;

/** True for a list or an object. */
export function isCompound(value: unknown): value is Compound {
  return typeof value === 'object' && value !== null;
}

/** The keys that one or the other has. */
export function keysOf(one: Compound, other: Compound): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

/** The value of a key of its own: a document may name a key `constructor` or `__proto__`. */
export function own(value: Compound, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
