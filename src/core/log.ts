/**
 * The log: JSON lines on stderr (stdout is for answers). No personal data: a request is told by its id, method,
 * route pattern, status and duration, never by address, user agent, path or query; an error of the store is told
 * without the row that PostgreSQL quotes in its detail, nor the value that it quotes in its message.
 */
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

const STDERR = 2;

/**
 * Opens the log. Lines are written at once, so that none is lost when the process dies.
 * @param to where lines go instead of stderr
 */
export function openLog(
  level: LogLevel,
  to: DestinationStream = destination({ dest: STDERR, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    to,
  );
}

/** Fields of an error that identify its cause without quoting data: SQLSTATE or system code, and what it names. */
const TELLING = ['code', 'syscall', 'schema', 'table', 'column', 'constraint', 'routine'] as const;
const DEEPEST_CAUSE = 5;
const SQLSTATE = /^[0-9A-Z]{5}$/;
/** As in `malformed array literal: "…"`: the value is whatever was sent, and holds anything. */
const QUOTED_VALUE = /: ".*$/s;

function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields = error as Error & Partial<Record<(typeof TELLING)[number], unknown>>;
  const told = TELLING.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]);
  const cause =
    error.cause === undefined || depth >= DEEPEST_CAUSE
      ? {}
      : { cause: describeError(error.cause, depth + 1) };
  const { message } = error;
  const shown = SQLSTATE.test(String(fields.code)) ? message.replace(QUOTED_VALUE, '') : message;
  return {
    type: error.name,
    message: shown,
    ...Object.fromEntries(told),
    stack: error.stack?.replace(message, () => shown),
    ...cause,
  };
}
