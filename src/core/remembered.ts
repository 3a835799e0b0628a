/** Values made from public data and kept until those change. */

/** Names the state of public data; undefined while changes cannot be heard, when nothing may be kept. */
export type Generation = () => string | number | undefined;

/**
 * A reader that makes its value once a generation, however many ask at the same time; a failure is not kept.
 * The generation is asked before the value is made, so that a change meanwhile makes another one.
 */
export function remember<Value>(generation: Generation, make: () => Promise<Value>): () => Promise<Value> {
  let kept: { of: string | number; value: Promise<Value> } | undefined;
  return () => {
    const present = generation();
    if (present === undefined) return make();
    if (kept?.of === present) return kept.value;
    const value = make();
    const own = { of: present, value };
    kept = own;
    value.catch(() => {
      if (kept === own) kept = undefined;
    });
    return value;
  };
}
