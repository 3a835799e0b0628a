/**
 * Visits from access logs, by the rules of the counters: half an hour away begins another visit, a visitor is a hash of the
 * day. The key of these hashes is drawn for the run and kept nowhere: of a line, what leaves memory is what counts hold.
 */
import { randomBytes } from 'node:crypto';
import type { FindCountry } from './country.ts';
import type { ImportedDay } from './import-days.sql.ts';
import { type LogEvent, mergeByTime, readEvents } from './log-events.ts';
import { LINE_FAULTS, type LineFault } from './log-line.ts';
import type { LogFile } from './log-lines.ts';
import { createPageReader, type LeftOut, type LogPages } from './log-page.ts';
import { type Referrer, referrerOf } from './referrer.ts';
import { type Batch, createTally, type Tally } from './tally.ts';
import { createAgentReader } from './user-agent.ts';
import { hashVisitor, truncateAddress } from './visitor-key.ts';
import { createSketch, estimateVisitors, mergeSketch } from './visitor-sketch.ts';

export type LogReading = {
  readonly days: readonly ImportedDay[];
  readonly lines: number;
  /** Views that are counted, and those of robots, counted apart. */
  readonly views: number;
  readonly robots: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  readonly unreadable: {
    readonly lines: number;
    /** The first ones, without their content. */
    readonly told: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  };
  /** The first and the last instant of the pages that are counted; null of none. */
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
};

export type LogOptions = LogPages & {
  readonly subjectId: number;
  /** First and last day to count, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly findCountry: FindCountry;
  readonly onProgress?: (progress: { readonly lines: number; readonly readBytes: number }) => void;
};

const MOST_TOLD = 20;
/** As much as counters read of what a browser says of itself. */
const AGENT_LENGTH = 300;

/**
 * Counts the pages of logs, all of one procedure, in memory that grows with days and visitors at once, not with lines.
 * @throws VigieError InvalidInput for a file that cannot be read; lines that cannot are told
 */
export async function readLogs(files: readonly LogFile[], options: LogOptions): Promise<LogReading> {
  const { from, to, onProgress } = options;
  const counter = createLogCounter(options);
  const leftOut: Record<LeftOut, number> = { method: 0, status: 0, asset: 0, path: 0, day: 0 };
  const told: LogReading['unreadable']['told'][number][] = [];
  let [lines, readBytes, unreadable] = [0, 0, 0];
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const tools = {
    readPage: createPageReader(options),
    onLine: () => {
      lines += 1;
    },
    onLeftOut: (why: LeftOut) => {
      leftOut[why] += 1;
    },
    onFault: ({ file, line, why }: { file: string; line: number; why: LineFault }) => {
      unreadable += 1;
      if (told.length < MOST_TOLD) told.push({ file, line, message: LINE_FAULTS[why] });
    },
    onRead: (bytes: number) => {
      readBytes += bytes;
      onProgress?.({ lines, readBytes });
    },
  };
  await mergeByTime(
    files.map((file) => readEvents(file, tools)),
    (event) => {
      if (event.day < from || event.day > to) {
        leftOut.day += 1;
        return;
      }
      firstMs = Math.min(firstMs, event.atMs);
      lastMs = Math.max(lastMs, event.atMs);
      counter.count(event);
    },
  );
  const days = counter.end();
  const views = (dimension: string) =>
    days
      .flatMap(({ counts }) => counts)
      .reduce((sum, one) => sum + (one.dimension === dimension ? one.views : 0), 0);
  return {
    ...{ days, lines, leftOut, views: views('whole'), robots: views('robot') },
    unreadable: { lines: unreadable, told },
    firstAt: days.length === 0 ? null : new Date(firstMs),
    lastAt: days.length === 0 ? null : new Date(lastMs),
  };
}

/** Days that are counted at once: lines of yesterday may come a little after midnight. */
const OPEN_DAYS = 2;

function createLogCounter({ subjectId, origins, findCountry }: LogOptions) {
  const agents = createAgentReader();
  const salt = randomBytes(32).toString('base64');
  const open = new Map<string, Tally>();
  const taken = new Map<string, Batch[]>();

  function take(day: string, tally: Tally): void {
    taken.set(day, [...(taken.get(day) ?? []), tally.take()]);
    open.delete(day);
  }

  function tallyOf(day: string): Tally {
    const found = open.get(day);
    if (found !== undefined) return found;
    const [oldest] = [...open].sort(([one], [other]) => (one < other ? -1 : 1));
    if (oldest !== undefined && open.size >= OPEN_DAYS) take(...oldest);
    const tally = createTally();
    open.set(day, tally);
    return tally;
  }

  return {
    count({ atMs, day, step, page, address, referrer, userAgent: words }: LogEvent): void {
      const tally = tallyOf(day);
      const userAgent = words.slice(0, AGENT_LENGTH);
      const { isRobot, device } = agents.read(userAgent);
      if (isRobot) {
        tally.leaveOut({ subjectId, day }, 'robot');
        return;
      }
      const network = truncateAddress(address);
      const visitor = hashVisitor(`${salt} ${day}`, subjectId, network, userAgent);
      tally.count({ subjectId, day, atMs, visitor, step, page }, () => ({
        ...{ device, country: findCountry(network), referrer: kindOfReferrer(referrer, origins) },
      }));
    },
    end(): ImportedDay[] {
      for (const [day, tally] of [...open]) take(day, tally);
      return [...taken]
        .map(([day, batches]) => dayOfBatches({ subjectId, day }, batches))
        .sort((one, other) => (one.day < other.day ? -1 : 1));
    },
  };
}

/** A log does not tell which site it is of: its own pages are known by the origins that are given. */
function kindOfReferrer(referrer: string, origins: readonly string[]): Referrer {
  if (!URL.canParse(referrer)) return 'none';
  const { origin, host } = new URL(referrer);
  return referrerOf(referrer, origins.includes(origin) ? host : '');
}

function dayOfBatches(where: { subjectId: number; day: string }, batches: readonly Batch[]): ImportedDay {
  const union = createSketch();
  for (const { sketches } of batches) for (const { sketch } of sketches) mergeSketch(union, sketch);
  return {
    ...where,
    counts: batches.flatMap(({ counts }) => counts),
    durations: batches.flatMap(({ durations }) => durations),
    visitors: estimateVisitors(union),
  };
}
