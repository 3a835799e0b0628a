import { z } from 'zod';
import { VigieError } from '../core/errors.ts';

/** Words that a reader typed or chose; null when there are none. The longest published name has 415 characters. */
export const textParameter = z
  .string()
  .trim()
  .max(500)
  .transform((value) => value || null)
  .default(null);

/** One of a list; null when it is absent or blank. */
export function choiceParameter<Value extends string>(values: readonly Value[]) {
  return z.union([z.literal('').transform(() => null), z.enum(values as [Value, ...Value[]])]).default(null);
}

/** A column to sort by, `-` before it for the other way. */
export function sortParameter(columns: readonly string[]) {
  return choiceParameter(columns.flatMap((name) => [name, `-${name}`]));
}

/**
 * The parameters of an address, as a page understands them; those that are not its own are left alone.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseQuery<View>(
  schema: z.ZodType<View>,
  parameters: Readonly<Record<string, string>>,
): View {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return parsed.data;
  throw new VigieError(
    'InvalidInput',
    'The address asks for something this page does not know.',
    parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: 'no such value; choose one in the form',
    })),
  );
}
