/**
 * A point of measure away from the server: what it sees is on its disk before it is sent, and stays there through a cut.
 * What is sent twice is kept once (`insertSamples`), so that nothing need be known of what a lost answer said.
 */
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import type { Journal } from '../core/journal.ts';
import type { Log } from '../core/log.ts';
import type { ClockOffset } from './clock-offset.ts';
import type { Look, Runner } from './runner.ts';
import type { ProbeDetail, Sample } from './sample.ts';
import { RefusedSamples, type ServerLink } from './server-link.ts';
import type { ProbedTarget } from './target.sql.ts';
import {
  MOST_DETAIL_BYTES,
  MOST_DETAILS,
  MOST_SAMPLES,
  writeAhead,
  writeDetail,
  writeSample,
} from './vantage-wire.ts';

export type RemoteVantageOptions = {
  readonly link: ServerLink;
  readonly journal: Journal;
  readonly offset: ClockOffset;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Opens the runner, once it is known who we are. */
  readonly openRunner: (vantage: string, receive: (look: Look) => void) => Runner;
  /** Keeps what a start during a cut needs. */
  readonly remember: (known: Known) => Promise<void>;
  /** What was kept before. */
  readonly known: Known | null;
  /** Bytes that the journal may take; what comes beyond is lost. */
  readonly journalLimit: number;
};

/** What a point of measure knows of itself and of its targets. */
export type Known = {
  readonly vantage: string;
  readonly targets: readonly ProbedTarget[];
  readonly aheadMs: number | null;
};

export type RemoteVantage = {
  /** Puts on disk what was just seen: each second, which is what a crash loses. Never throws. */
  save(): Promise<void>;
  /**
   * Fetches targets and sends what is on disk, when it is time to. One call at a time does so; others wait for its end.
   * @throws VigieError Forbidden when the server wants nothing of us: there is nothing to wait for
   */
  speak(): Promise<void>;
  /** Stops to probe; what was seen is on disk, and sent if the server takes it. */
  stop(): Promise<void>;
};

const SEND_MS = 5_000;
const TARGETS_MS = 60_000;
/** After a failure nothing is sent for so long, doubled each time up to the longest. */
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60_000;
const PAUSE_MS = 60_000;

/** Samples as the journal has them, of one time at work. */
const recordSchema = z.object({
  started_at: z.string(),
  samples: z.array(z.looseObject({ target: z.number(), at: z.string() })),
});
type Samples = z.infer<typeof recordSchema>['samples'];

export function createRemoteVantage(options: RemoteVantageOptions): RemoteVantage {
  const { link, journal, offset, clock, log, openRunner, remember, journalLimit } = options;
  let known = options.known;
  let runner: Runner | undefined;
  let fresh: Sample[] = [];
  const details = new Map<number, { at: Date; detail: ProbeDetail }>();
  /** Since when we are at work without a pause; said in the same words for all that is seen meanwhile. */
  let started: string | null = null;
  let lost = 0;
  /** By the clock of the server. */
  const corrected = (at: Date) => new Date(at.getTime() - (offset.aheadMs() ?? 0));
  const times = {
    save: corrected(clock.now()).getTime(),
    speak: Number.NEGATIVE_INFINITY,
    targets: Number.NEGATIVE_INFINITY,
  };
  let speaking: Promise<void> | undefined;
  let failures = 0;
  /** Whether so long went by since an instant; also when the clock was set back so far. */
  const isOver = (ms: number, sinceMs: number) => Math.abs(clock.now().getTime() - sinceMs) >= ms;

  function receive({ sample, detail }: Look): void {
    const at = corrected(sample.at);
    fresh.push({ ...sample, at });
    if (detail !== null) details.set(sample.targetId, { at, detail });
  }

  function follow(): void {
    if (known === null) return;
    runner ??= openRunner(known.vantage, receive);
    runner.follow(known.targets.map(byOurClock));
  }

  /** The runner reads maintenances by our clock. */
  function byOurClock(target: ProbedTarget): ProbedTarget {
    const ours = (at: Date) => new Date(at.getTime() + (offset.aheadMs() ?? 0));
    const maintenances = target.maintenances.map(({ startsAt, endsAt, ...rest }) => ({
      ...rest,
      startsAt: ours(startsAt),
      endsAt: ours(endsAt),
    }));
    return { ...target, maintenances };
  }

  async function save(): Promise<void> {
    const nowMs = corrected(clock.now()).getTime();
    // It slept, or what it held for the time was wrong.
    if (Math.abs(nowMs - times.save) > PAUSE_MS) started = null;
    times.save = nowMs;
    const samples = fresh;
    fresh = [];
    const [first] = samples;
    if (first === undefined) return;
    started ??= first.at.toISOString();
    const record = { started_at: started, samples: samples.map(writeSample) };
    const isFull = journal.size() >= journalLimit;
    const isKept =
      !isFull &&
      (await journal.append([JSON.stringify(record)]).then(
        () => true,
        () => false,
      ));
    if (isKept) return;
    if (lost === 0)
      log.error(`samples are lost: ${isFull ? 'the journal is full' : 'the disk cannot be written'}`);
    lost += samples.length;
  }

  async function fetchTargets(): Promise<void> {
    if (!isOver(TARGETS_MS, times.targets)) return;
    const { vantage, targets } = await link.fetchTargets();
    times.targets = clock.now().getTime();
    if (known === null) log.info({ vantage, targets: targets.length }, 'the server told what to probe');
    known = { vantage, targets, aheadMs: offset.aheadMs() };
    follow();
    await remember(known);
  }

  async function send(): Promise<void> {
    await journal.drain(async (records) => {
      const read = records.flatMap((record) => recordSchema.safeParse(JSON.parse(record)).data ?? []);
      for (const [started_at, ofRun] of Map.groupBy(read, (record) => record.started_at)) {
        const samples = ofRun.flatMap((record) => record.samples);
        for (let from = 0; from < samples.length; from += MOST_SAMPLES)
          await sendBatch(started_at, samples.slice(from, from + MOST_SAMPLES));
      }
    });
  }

  async function sendBatch(started_at: string, samples: Samples, told = detailsOf(samples)): Promise<void> {
    if (samples.length === 0) return;
    try {
      const receipt = await link.send({
        ...{ started_at, clock_ahead_ms: writeAhead(offset.aheadMs()), samples },
        details: told.map(([target, { at, detail }]) => writeDetail(target, at, detail)),
      });
      if (receipt.unknown_targets > 0)
        log.warn(
          { samples: receipt.unknown_targets },
          'the server does not know the targets of some samples',
        );
    } catch (error) {
      if (!(error instanceof RefusedSamples)) throw error;
      await sendOtherwise(error, started_at, samples, told.length > 0);
    }
    for (const [target, sent] of told) if (details.get(target) === sent) details.delete(target);
  }

  /**
   * Of a batch that was refused, sends what may be taken: all but what is named as wrong; where nothing is, without details,
   * then in halves. A sample that is refused alone is lost.
   */
  async function sendOtherwise(
    { message: reason, indices, isStartAtFault }: RefusedSamples,
    started_at: string,
    samples: Samples,
    hasDetails: boolean,
  ): Promise<void> {
    const lose = (count: number) => log.error({ reason, samples: count }, 'samples are refused, and lost');
    const right = samples.filter((_, index) => !indices.has(index));
    const wrong = samples.length - right.length;
    const [first] = right.map(({ at }) => at).sort();
    const start = isStartAtFault && first !== undefined ? first : started_at;
    if (wrong > 0) lose(wrong);
    if (wrong > 0 || start !== started_at) return sendBatch(start, right);
    if (hasDetails) return sendBatch(start, samples, []);
    if (samples.length === 1) return lose(1);
    const half = Math.ceil(samples.length / 2);
    await sendBatch(start, samples.slice(0, half), []);
    await sendBatch(start, samples.slice(half), []);
  }

  /** What is told of these samples, as far as a batch may hold it; the others' turn comes with their next sample. */
  function detailsOf(samples: Samples) {
    const targets = new Set(samples.map(({ target }) => target));
    const wanted = [...details].filter(([target]) => targets.has(target)).slice(0, MOST_DETAILS);
    let left = MOST_DETAIL_BYTES;
    return wanted.filter(([target, { at, detail }]) => {
      left -= Buffer.byteLength(JSON.stringify(writeDetail(target, at, detail)));
      return left >= 0;
    });
  }

  async function speakNow(): Promise<void> {
    try {
      await fetchTargets();
      await send();
      if (failures > 0) log.info('the server answers again');
      failures = 0;
    } catch (error) {
      if (error instanceof VigieError && error.code === 'Forbidden') throw error;
      failures += 1;
      if (failures === 1) log.warn({ err: error }, 'the server is not reached: samples wait on disk');
    }
  }

  async function speak(): Promise<void> {
    const pause = failures === 0 ? SEND_MS : Math.min(RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
    if (speaking === undefined && !isOver(pause, times.speak)) return;
    times.speak = clock.now().getTime();
    speaking ??= speakNow().finally(() => {
      speaking = undefined;
    });
    return speaking;
  }

  follow();
  return {
    save,
    speak,
    async stop() {
      await runner?.stop();
      await save();
      await speaking;
      if (failures === 0) await speakNow();
    },
  };
}
