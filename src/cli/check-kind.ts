import { VigieError } from '../core/errors.ts';
import { CHECK_KINDS, type CheckKind } from '../probes/index.ts';

/** A kind of check on the command line; VigieError InvalidInput that names those that exist. */
export function parseCheckKind(option: string, text: string): CheckKind {
  const kind = CHECK_KINDS.find((one) => one === text);
  if (kind !== undefined) return kind;
  throw new VigieError(
    'InvalidInput',
    `${option}: "${text}" is no check; write one of ${CHECK_KINDS.join(', ')}.`,
  );
}

/** The number of a target on the command line; VigieError InvalidInput when it cannot be one. */
export function parseTargetId(option: string, text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new VigieError(
    'InvalidInput',
    `${option}: "${text}" is not the number of a target; see "vigie target list".`,
  );
}
