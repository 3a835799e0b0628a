/**
 * Hears from the store that public data changed, whichever process changed them. A connection of its own listens;
 * while it is down, or does not hear its own heartbeat (a pooler in between that drops notifications, a network
 * that swallows them), there is no generation, and nothing may be served from memory.
 */
import type pg from 'pg';
import type { ConnectionTarget } from './database.ts';
import type { Log } from './log.ts';
import { openListener, PUBLIC_CHANGE_CHANNEL, sendHeartbeat } from './public-changes.sql.ts';

export type PublicChanges = {
  /** A number that grows with each change; undefined while changes cannot be heard. */
  generation(): number | undefined;
  stop(): Promise<void>;
};

export type FollowOptions = {
  /** Where the store is; undefined while that is not known yet. */
  target: () => ConnectionTarget | undefined;
  log: Log;
  /** Time between two heartbeats, in ms: what is served from memory is at most twice as stale. */
  heartbeatMs?: number;
  /** First pause before a new connection, in ms; doubled up to 30 s. */
  retryMs?: number;
};

const LONGEST_RETRY_MS = 30_000;

/** Starts to follow; returns at once, without generation until the connection listens and hears itself. */
export function followPublicChanges(options: FollowOptions): PublicChanges {
  const { target, log, heartbeatMs = 5_000, retryMs = 200 } = options;
  let count = 0;
  let hears = false;
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let connecting: Promise<void> = Promise.resolve();

  function lose(error?: unknown): void {
    if (hears) log.warn({ err: error }, 'changes of public data are not heard; pages are rendered anew');
    hears = false;
    count += 1;
    clearTimeout(timer);
    const lost = client;
    client = undefined;
    lost?.removeAllListeners().on('error', () => {});
    lost?.end().catch(() => {});
    if (stopped) return;
    const pause = Math.min(retryMs * 2 ** failures, LONGEST_RETRY_MS);
    failures += 1;
    timer = setTimeout(start, pause);
    timer.unref();
  }

  function start(): void {
    connecting = connect().catch(lose);
  }

  async function connect(): Promise<void> {
    let opened: pg.Client | undefined;
    const onEnd = (error?: Error) => {
      if (opened !== undefined && client === opened) lose(error);
    };
    const where = target();
    if (where === undefined) throw new Error('the store is not open yet');
    opened = await openListener(where, onEnd, heartbeatMs);
    if (stopped) return opened.end();
    client = opened;
    opened.on('notification', ({ channel }) => {
      if (channel === PUBLIC_CHANGE_CHANNEL) count += 1;
      else hear();
    });
    await beat();
  }

  function hear(): void {
    if (!hears) count += 1;
    hears = true;
    failures = 0;
    clearTimeout(timer);
    timer = setTimeout(() => beat().catch(lose), heartbeatMs);
    timer.unref();
  }

  async function beat(): Promise<void> {
    clearTimeout(timer);
    timer = setTimeout(() => lose(new Error('no heartbeat was heard')), heartbeatMs);
    timer.unref();
    if (client) await sendHeartbeat(client);
  }

  start();
  return {
    generation: () => (hears ? count : undefined),
    async stop() {
      stopped = true;
      hears = false;
      clearTimeout(timer);
      await connecting;
      clearTimeout(timer);
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}
