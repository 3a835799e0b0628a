/** A line of an access log in the Combined format of Apache and Nginx. Pure. */

/** What is read of a line; the identity and the user name that it may tell are not. */
export type LogLine = {
  readonly address: string;
  /** `10/Oct/2026:13:55:36 +0200`. */
  readonly time: string;
  /** `GET /depot HTTP/1.1`, as it was sent. */
  readonly request: string;
  readonly status: number;
  /** Blank where the browser told none. */
  readonly referrer: string;
  readonly userAgent: string;
};

/** Why a line cannot be read. */
export const LINE_FAULTS = {
  time: 'has no time such as [10/Oct/2026:13:55:36 +0200]',
  request: 'has no request between quotes after its time',
  status: 'has no status of three digits after its request',
  agent: 'has no referrer and user agent between quotes at its end: it is not in the Combined format',
  length: 'is longer than 64 kB',
} as const;
export type LineFault = keyof typeof LINE_FAULTS;

const TIME_LENGTH = 26;

/**
 * Reads `address identity user [time] "request" status bytes "referrer" "user agent"`; fields after these are left alone. What
 * visitors choose, their user name too, may hold anything: quotes in it are written `\"` or `\x22`.
 */
export function parseLogLine(line: string): LogLine | LineFault {
  const timeAt = findTime(line);
  if (timeAt === -1) return 'time';
  const requestAt = timeAt + TIME_LENGTH + 3;
  const requestEnd = line.startsWith('] "', timeAt + TIME_LENGTH) ? endOfQuoted(line, requestAt) : -1;
  if (requestEnd === -1) return 'request';
  const status = Number(line.slice(requestEnd + 2, requestEnd + 5));
  if (!(status >= 100 && line.charCodeAt(requestEnd + 5) === SPACE)) return 'status';
  const referrerAt = line.indexOf(' "', requestEnd + 5) + 2;
  const referrerEnd = referrerAt === 1 ? -1 : endOfQuoted(line, referrerAt);
  if (referrerEnd === -1 || !line.startsWith('" "', referrerEnd)) return 'agent';
  const agentEnd = endOfQuoted(line, referrerEnd + 3);
  if (agentEnd === -1) return 'agent';
  return {
    address: line.slice(0, line.indexOf(' ')),
    time: line.slice(timeAt, timeAt + TIME_LENGTH),
    request: line.slice(requestAt, requestEnd),
    status,
    referrer: told(line.slice(referrerAt, referrerEnd)),
    userAgent: told(line.slice(referrerEnd + 3, agentEnd)),
  };
}

const SPACE = 32;
const BACKSLASH = 92;

function findTime(line: string): number {
  for (let at = line.indexOf(' ['); at !== -1; at = line.indexOf(' [', at + 1)) {
    const time = at + 2;
    if (line[time + 2] === '/' && line[time + 6] === '/' && line[time + TIME_LENGTH] === ']') return time;
  }
  return -1;
}

/** Where the quoted text that begins at `from` ends: a quote after an odd number of backslashes is part of it. */
function endOfQuoted(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at !== -1; at = line.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && line.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return -1;
}

const told = (text: string) => (text === '-' ? '' : text);
