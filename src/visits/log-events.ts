/** What a log tells of pages: its lines read and judged, and several logs brought into one order. */

import { type LineFault, parseLogLine } from './log-line.ts';
import { type LogFile, type RawLine, readLines } from './log-lines.ts';
import type { LeftOut, LogPage } from './log-page.ts';
import { createLogTimes, type LogTime } from './log-time.ts';

/** A page that was shown. */
export type LogEvent = LogTime & LogPage & Pick<Parsed, 'address' | 'referrer' | 'userAgent'>;
type Parsed = Exclude<ReturnType<typeof parseLogLine>, LineFault>;

export type EventTools = {
  readonly readPage: (request: string, status: number) => LogPage | LeftOut;
  readonly onLine: () => void;
  readonly onLeftOut: (why: LeftOut) => void;
  readonly onFault: (fault: {
    readonly file: string;
    readonly line: number;
    readonly why: LineFault;
  }) => void;
  readonly onRead: (bytes: number) => void;
};

/** The pages of a log, some at once, in the order of its lines. Blank lines are none. */
export async function* readEvents(file: LogFile, tools: EventTools): AsyncGenerator<LogEvent[]> {
  const timeOf = createLogTimes();
  let line = 0;
  const read = (raw: RawLine): LogEvent | LeftOut | LineFault => {
    const parsed = raw === null ? 'length' : parseLogLine(raw);
    if (typeof parsed === 'string') return parsed;
    const time = timeOf(parsed.time);
    if (time === null) return 'time';
    const page = tools.readPage(parsed.request, parsed.status);
    if (typeof page === 'string') return page;
    const { address, referrer, userAgent } = parsed;
    return { ...time, ...page, address, referrer, userAgent };
  };
  for await (const lines of readLines(file, tools.onRead)) {
    const events: LogEvent[] = [];
    for (const raw of lines) {
      line += 1;
      if (raw !== null && raw.trim() === '') continue;
      tools.onLine();
      const event = read(raw);
      if (typeof event === 'object') events.push(event);
      else if (isLeftOut(event)) tools.onLeftOut(event);
      else tools.onFault({ file: file.name, line, why: event });
    }
    yield events;
  }
}

const isLeftOut = (why: LeftOut | LineFault): why is LeftOut =>
  why === 'method' || why === 'status' || why === 'asset' || why === 'path' || why === 'day';

type Source = { readonly rest: AsyncIterator<readonly LogEvent[]>; events: readonly LogEvent[]; at: number };

/**
 * Gives the events of several logs in one order of time: a visitor may be answered by several machines, and files of a
 * rotation may be named in any order. Within a log its own order stands.
 */
export async function mergeByTime(
  logs: readonly AsyncIterable<readonly LogEvent[]>[],
  take: (event: LogEvent) => void,
): Promise<void> {
  const begun = logs.map((log): Source => ({ rest: log[Symbol.asyncIterator](), events: [], at: 0 }));
  let sources: Source[] = [];
  for (const source of begun) if (await refill(source)) sources.push(source);
  while (sources.length > 0) {
    const [first, limit] = earliest(sources);
    if (first === undefined) return;
    while (first.at < first.events.length && timeOf(first) <= limit) {
      const event = first.events[first.at];
      if (event !== undefined) take(event);
      first.at += 1;
    }
    if (first.at === first.events.length && !(await refill(first))) {
      sources = sources.filter((source) => source !== first);
    }
  }
}

async function refill(source: Source): Promise<boolean> {
  source.at = 0;
  for (;;) {
    const next = await source.rest.next();
    source.events = next.done === true ? [] : next.value;
    if (next.done === true) return false;
    if (source.events.length > 0) return true;
  }
}

const timeOf = ({ events, at }: Source): number => events[at]?.atMs ?? Number.POSITIVE_INFINITY;

/** The log whose next event is the earliest, and the time of the next event of all others. */
function earliest(sources: readonly Source[]): [Source | undefined, number] {
  let first: Source | undefined;
  let [time, limit] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const source of sources) {
    const own = timeOf(source);
    if (first === undefined || own < time) [first, time, limit] = [source, own, time];
    else if (own < limit) limit = own;
  }
  return [first, limit];
}
