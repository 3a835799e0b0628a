import type { z } from 'zod';
import { VigieError } from '../core/errors.ts';

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
