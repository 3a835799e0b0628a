/**
 * The closed list of errors that a person or a machine can meet (docs/errors.md), each with its HTTP status.
 * Anything else that is thrown is a defect: it is logged whole and shown as an internal error without detail.
 */

export const ERROR_CODES = {
  InvalidInput: 400,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  TooMany: 429,
  Unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One faulty field: `path` names it as the sender wrote it, `message` says what is wrong and the remedy. */
export type FieldError = { path: string; message: string };

/** An error of the closed list, safe to show: its message names the cause and the remedy. */
export class VigieError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];

  constructor(code: ErrorCode, message: string, fields: readonly FieldError[] = [], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = code;
    this.code = code;
    this.fields = fields;
  }
}
