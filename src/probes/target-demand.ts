/** A demand as people write it, on the command line or in a file. Pure. */
import { normaliseAddress } from '../catalogue/index.ts';
import { parseStatuses } from './expected-status.ts';
import { type Demand, METHODS, USUAL_DEMAND } from './target.ts';

/** What is said of a demand, in words; what is not said, or blank, is as usual. */
export type DemandWords = {
  readonly url: string;
  readonly method?: string | undefined;
  readonly expectedStatus?: string | undefined;
  readonly mustContain?: string | undefined;
  readonly mustNotContain?: string | undefined;
  readonly interval?: string | undefined;
  readonly timeout?: string | undefined;
  readonly slow?: string | undefined;
};

export type DemandField = keyof DemandWords;
type Refuse = (field: DemandField, message: string) => null;

const LONGEST_ADDRESS = 2_000;
const LONGEST_TEXT = 500;
const UNIT_MS = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 } as const;

/**
 * The demand that these words say.
 *
 * @param refuse told of each field at fault, with the remedy
 * @returns null when a field is at fault
 */
export function parseDemand(
  words: DemandWords,
  refuse: (field: DemandField, message: string) => void,
): Demand | null {
  let isRight = true;
  const fault: Refuse = (field, message) => {
    isRight = false;
    refuse(field, message);
    return null;
  };
  const said = { ...readAddress(words, fault), ...readAnswer(words, fault), ...readPace(words, fault) };
  const { url, method, expectedStatus, mustContain, mustNotContain } = said;
  if (!isRight || url === null || method === null || expectedStatus === null) return null;
  const { intervalMs, timeoutMs, slowMs } = said;
  if (intervalMs === null || timeoutMs === null || slowMs === null) return null;
  return {
    ...{ url, method, expectedStatus, mustContain, mustNotContain },
    ...{ intervalMs, timeoutMs, slowMs },
  };
}

/**
 * The address as it is asked for: `https://` is added where a name has no scheme, and what follows `#` is never sent.
 */
function readAddress({ url, method }: DemandWords, fault: Refuse) {
  const address = parseAddress(url.trim(), fault);
  const asked = (method?.trim() ?? '').toUpperCase() || USUAL_DEMAND.method;
  const known = METHODS.find((one) => one === asked) ?? fault('method', `"${method}" is not GET or HEAD`);
  return { url: address, method: known };
}

function parseAddress(text: string, fault: Refuse): string | null {
  if (text === '') return fault('url', 'is blank; write the address, https://…');
  if (text.length > LONGEST_ADDRESS)
    return fault('url', `has ${text.length} characters; write at most ${LONGEST_ADDRESS}`);
  const candidate = /^https?:/i.test(text) ? text : (normaliseAddress(text) ?? text);
  const isWeb = /^https?:\/\/[^/]/i.test(candidate) && !/[\s\p{Cc}]/u.test(candidate);
  if (!isWeb || !URL.canParse(candidate))
    return fault('url', `"${text}" is not the address of a page; write http:// or https://, then a name`);
  const url = new URL(candidate);
  if (url.username !== '' || url.password !== '')
    return fault('url', 'holds a user name or a password; remove them: addresses are public');
  url.hash = '';
  return url.href;
}

function readAnswer(words: DemandWords, fault: Refuse) {
  const text = (field: 'mustContain' | 'mustNotContain'): string | null => {
    const said = words[field]?.trim() ?? '';
    if (said === '') return null;
    if (said.length > LONGEST_TEXT)
      return fault(field, `has ${said.length} characters; write at most ${LONGEST_TEXT}`);
    if (/\p{Cc}/u.test(said))
      return fault(field, 'holds a line break or a control character; write a text of one line');
    if ((words.method?.trim() ?? '').toUpperCase() === 'HEAD')
      return fault(field, 'cannot be looked for: an answer to HEAD has no text; use GET');
    return said;
  };
  const mustContain = text('mustContain');
  const mustNotContain = text('mustNotContain');
  if (mustContain !== null && mustNotContain !== null && mustContain.includes(mustNotContain))
    fault('mustNotContain', 'is within the text that must be there: no page could have both');
  return { mustContain, mustNotContain, expectedStatus: readStatuses(words.expectedStatus, fault) };
}

/** One way of writing each list of statuses, so that the same demand is recognised. */
function readStatuses(said: string | undefined, fault: Refuse): string | null {
  const text = said?.trim() || USUAL_DEMAND.expectedStatus;
  const ranges = parseStatuses(text);
  if (ranges === null)
    return fault('expectedStatus', `"${text}" is not a list of statuses; write 200-299, or 200,401`);
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

function readPace(words: DemandWords, fault: Refuse) {
  const bounded = (
    field: 'interval' | 'timeout' | 'slow',
    usual: number,
    [least, most]: [number, number],
  ) => {
    const text = words[field]?.trim() ?? '';
    if (text === '') return usual;
    const ms = parseDuration(text);
    if (ms === null) return fault(field, `"${text}" is not a duration; write 500ms, 30s, 5min or 1h`);
    if (ms >= least && ms <= most) return ms;
    return fault(field, `is ${text}; write ${writeDuration(least)} to ${writeDuration(most)}`);
  };
  const intervalMs = bounded('interval', USUAL_DEMAND.intervalMs, [10_000, 3_600_000]);
  const most = Math.min(30_000, intervalMs ?? 30_000);
  const timeoutMs = bounded('timeout', USUAL_DEMAND.timeoutMs, [1_000, most]);
  const usualSlow = Math.min(USUAL_DEMAND.slowMs, timeoutMs ?? USUAL_DEMAND.slowMs);
  return { intervalMs, timeoutMs, slowMs: bounded('slow', usualSlow, [1, timeoutMs ?? most]) };
}

/** A duration such as `500ms`, `30s`, `5min` or `1h`, in ms; null for what is none. */
export function parseDuration(text: string): number | null {
  const [, digits, unit] = /^(\d{1,7}) ?(ms|s|min|h)$/.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  return Number(digits) * UNIT_MS[unit as keyof typeof UNIT_MS];
}

/** A duration in the largest unit that writes it whole. */
export function writeDuration(ms: number): string {
  const unit = (['h', 'min', 's'] as const).find((one) => ms % UNIT_MS[one] === 0 && ms > 0) ?? 'ms';
  return `${ms / UNIT_MS[unit]}${unit}`;
}
