/**
 * The embedded PostgreSQL: a real server that Vigie creates, starts, shares between its processes and stops.
 *
 * It outlives a process that is killed, and the next one on the same VIGIE_DATA adopts it. Processes share it, and
 * the last to leave stops it. It listens on a socket in a directory closed to other users, on no network.
 */
import type { ChildProcess } from 'node:child_process';
import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { inTransition, openDataDirectory } from './data-directory.ts';
import type { ConnectionTarget } from './database.ts';
import { type Binaries, packagedBinaries, runnable } from './embedded/binaries.ts';
import {
  disownDeadPostmaster,
  ensureCluster,
  isServing,
  readLastWords,
  readPostmaster,
  spawnPostmaster,
  stopPostmaster,
} from './embedded/postmaster.ts';
import { addressIn, ensureDatabase, enter, isAlone } from './embedded/presence.sql.ts';
import { copiesDirectory, openState, type State, socketDirectory } from './embedded/state.ts';
import { VigieError } from './errors.ts';

/** Longest wait for the server to start or to stop, in ms: recovery after a crash can take long. */
const LIMIT_MS = 60_000;
const REVIVAL_PAUSE_MS = 5_000;

export type StoreLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
};

export type EmbeddedServer = {
  target: Exclude<ConnectionTarget, string>;
  /** Where its data, socket and logs are. */
  stateDirectory: string;
  /** Leaves the server, and stops it when no other process uses it. */
  close(): Promise<void>;
};

export type EmbeddedServerOptions = {
  dataDirectory: string;
  log?: StoreLog;
  /** A directory with `initdb` and `postgres` to use instead of the npm package's. */
  binaries?: string;
};

type Server = { state: State; binaries: Binaries };
type Presence = { client: pg.Client; socketDirectory: string };

/**
 * Starts the server of this data directory, or adopts the one that runs, and makes its database `vigie`.
 * While it is open, a server that dies is started again.
 *
 * @throws VigieError Unavailable when it cannot run, InvalidInput when the directory cannot be used
 */
export async function openEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataDirectory = await openDataDirectory(options.dataDirectory);
  const log = options.log ?? { info: () => {}, warn: () => {} };
  const [server, first] = await inTransition(dataDirectory, async () => {
    const prepared = await prepare(dataDirectory, options.binaries);
    const arrived = await arrive(prepared, log);
    try {
      await ensureDatabase(arrived.client, 'vigie');
    } catch (error) {
      await leave(prepared, arrived, log);
      throw error;
    }
    return [prepared, arrived] as const;
  });
  let presence = first;
  let open = true;

  function watch(): void {
    presence.client.once('end', () => void revive());
  }
  async function revive(): Promise<void> {
    while (open) {
      try {
        log.warn({ state: server.state.directory }, 'the embedded server went away: starting it again');
        await inTransition(dataDirectory, async () => {
          if (open) presence = await arrive(server, log);
        });
        return watch();
      } catch (error) {
        log.warn({ reason: (error as Error).message }, 'the embedded server does not start');
        await pause(REVIVAL_PAUSE_MS, undefined, { ref: false });
      }
    }
  }
  watch();

  return {
    target: addressIn(presence.socketDirectory, 'vigie'),
    stateDirectory: server.state.directory,
    async close() {
      if (!open) return;
      open = false;
      await inTransition(dataDirectory, () => leave(server, presence, log));
    },
  };
}

async function prepare(dataDirectory: string, binaries: string | undefined): Promise<Server> {
  const state = await openState(dataDirectory);
  return {
    state,
    binaries: binaries
      ? runnable(binaries, state.user)
      : await packagedBinaries(state.user, copiesDirectory(dataDirectory)),
  };
}

/** Joins the server that runs, or waits for one that is starting or stopping, or starts one. */
async function arrive(server: Server, log: StoreLog): Promise<Presence> {
  const { state } = server;
  const deadline = AbortSignal.timeout(LIMIT_MS);
  await ensureCluster(state, server.binaries);
  for (;;) {
    const known = await readPostmaster(state);
    const client = known && (await enter(known.socketDirectory));
    if (client) {
      log.info({ pid: known.pid }, 'the embedded server already runs');
      return { client, socketDirectory: known.socketDirectory };
    }
    if (known && isServing(known.pid, state)) {
      if (deadline.aborted) throw tooLong(`process ${known.pid} does not answer`, state);
      await pause(20);
      continue;
    }
    if (known) await disownDeadPostmaster(state, known);
    const presence = await start(server, deadline);
    if (presence) {
      log.info({ state: state.directory }, 'the embedded server has started');
      return presence;
    }
    await pause(50);
  }
}

/** Starts the server; null when processes of a killed one still hold its memory: they are about to end. */
async function start({ state, binaries }: Server, deadline: AbortSignal): Promise<Presence | null> {
  const sockets = await socketDirectory(state);
  const child = spawnPostmaster(state, binaries, sockets);
  for (;;) {
    const client = await enter(sockets);
    if (client) return { client, socketDirectory: sockets };
    if (hasEnded(child)) break;
    if (deadline.aborted) throw tooLong(`process ${child.pid} does not answer`, state);
    await pause(10);
  }
  const said = await readLastWords(state);
  if (/shared memory block .* still in use/.test(said) && !deadline.aborted) return null;
  throw new VigieError(
    'Unavailable',
    `The embedded PostgreSQL does not start: ${said || 'it said nothing'} (its log: ${join(state.directory, 'log')})`,
  );
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function tooLong(what: string, state: State): VigieError {
  const log = join(state.directory, 'log');
  return new VigieError(
    'Unavailable',
    `The embedded PostgreSQL took over ${LIMIT_MS / 1000} s: ${what}; see ${log}.`,
  );
}

async function leave({ state }: Server, presence: Presence, log: StoreLog): Promise<void> {
  const alone = await isAlone(presence.client).catch(() => false);
  const known = alone ? await readPostmaster(state) : null;
  if (known && isServing(known.pid, state)) {
    await stopPostmaster(known.pid, state, AbortSignal.timeout(LIMIT_MS));
    await rmdir(presence.socketDirectory).catch(() => {});
    log.info({ pid: known.pid }, 'the embedded server has stopped');
  }
  await presence.client.end();
}
