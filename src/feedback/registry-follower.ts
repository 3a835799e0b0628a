/**
 * The registry as it is now: read again when public data change, kept in memory and in a file, so that the store may be
 * away, even at start.
 */
import type { Clock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { KeptFile } from '../core/kept-file.ts';
import type { Log } from '../core/log.ts';
import { readRegistry } from './registry.sql.ts';
import { type Registry, registryFromJson, registryToJson } from './registry.ts';

export type RegistryFollower = {
  /**
   * The registry; at most as old as the last change that was heard, unless the store does not answer.
   * @throws VigieError Unavailable when it was never read: the store is away, and no file was kept
   */
  current(): Registry | Promise<Registry>;
  /** Follows no more. */
  stop(): void;
};

export type FollowerOptions = {
  readonly db: Queryable;
  readonly clock: Clock;
  /** Names the state of public data; undefined while changes cannot be heard. */
  readonly generation: () => number | undefined;
  readonly file: KeptFile;
  readonly log: Pick<Log, 'warn'>;
};

/** A request waits so long for a registry that has changed; then it goes with the one that is known. In ms. */
const PATIENCE_MS = 1_000;
/** While changes cannot be heard, the store is asked again after so long, in ms. */
const BLIND_REFRESH_MS = 2_000;
/** What changes is read, and kept on disk, within so long even if nobody asks for it, in ms. */
const UNASKED_MS = 1_000;

/** Follows the registry from what the file holds. */
export async function followRegistry(options: FollowerOptions): Promise<RegistryFollower> {
  const { db, clock, generation, file, log } = options;
  let known = await readFile();
  let written = known === undefined ? '' : registryToJson(known);
  let readAt: { generation: number | undefined; ms: number } | undefined;
  let reading: Promise<Registry> | undefined;
  /** Somebody has waited in vain for what is being read: nobody else does. */
  let isSlow = false;
  /** Why the last reading brought nothing; it is told once, not at each reading. */
  let failure: string | undefined;

  async function readFile(): Promise<Registry | undefined> {
    try {
      const text = await file.read();
      return text === null ? undefined : registryFromJson(text);
    } catch (error) {
      log.warn({ err: error }, 'the file of forms cannot be read: it will be written anew');
      return undefined;
    }
  }

  async function read(): Promise<Registry> {
    // Asked before: what changes while it is read makes another generation.
    const asked = { generation: generation(), ms: clock.now().getTime() };
    readAt = asked;
    try {
      known = await readRegistry(db, clock.now());
      failure = undefined;
    } catch (error) {
      readAt = { generation: undefined, ms: asked.ms };
      const isAway = error instanceof VigieError && error.code === 'Unavailable';
      const isTold = failure === String(error);
      failure = String(error);
      if (!isAway && !isTold)
        log.warn({ err: error }, 'the forms cannot be read: buttons stay as they were known');
      throw error;
    }
    await keep(registryToJson(known));
    return known;
  }

  /** A disk that is full takes nothing from those who answer now. */
  async function keep(text: string): Promise<void> {
    if (text === written) return;
    try {
      await file.write(text);
      written = text;
    } catch (error) {
      log.warn({ err: error }, 'the forms could not be kept on disk');
    }
  }

  function isFresh(): boolean {
    if (readAt === undefined) return false;
    const now = generation();
    if (now !== undefined && readAt.generation !== undefined) return now === readAt.generation;
    return clock.now().getTime() - readAt.ms < BLIND_REFRESH_MS;
  }

  function readOnce(): Promise<Registry> {
    reading ??= read().finally(() => {
      reading = undefined;
      isSlow = false;
    });
    return reading;
  }

  // A button that nobody met before the store went away is one all the same.
  const readUnasked = () => {
    if (reading === undefined && !isFresh()) readOnce().catch(() => {});
  };
  readUnasked();
  const timer = setInterval(readUnasked, UNASKED_MS).unref();

  return {
    current() {
      if (known !== undefined && reading === undefined && isFresh())
        return generation() === undefined || failure !== undefined ? { ...known, isStale: true } : known;
      const asked = readOnce();
      if (known === undefined) return asked;
      const before = { ...known, isStale: true };
      return isSlow ? before : inTime(asked, before);
    },
    stop: () => clearInterval(timer),
  };

  /** What is being read, if it comes in time; else what was known. */
  async function inTime(work: Promise<Registry>, before: Registry): Promise<Registry> {
    const { promise, resolve } = Promise.withResolvers<Registry>();
    const timer = setTimeout(() => {
      isSlow = true;
      resolve(before);
    }, PATIENCE_MS);
    try {
      return await Promise.race([work.catch(() => before), promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
