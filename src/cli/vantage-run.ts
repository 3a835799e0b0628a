/** `vigie vantage --server URL --token TOKEN`: a point of measure, for as long as it runs. */
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { type Config, readConfig } from '../core/config.ts';
import { claimDataDirectory } from '../core/data-directory.ts';
import { VigieError } from '../core/errors.ts';
import { openJournal } from '../core/journal.ts';
import { keptFile } from '../core/kept-file.ts';
import { type Log, openLog } from '../core/log.ts';
import {
  createClockOffset,
  createRemoteVantage,
  type Known,
  openProber,
  openServerLink,
  type RemoteVantage,
} from '../probes/index.ts';
import { ownRobotName } from '../web/probe-robot.ts';

type Options = { server: string; token?: string; tokenFile?: string };

const TICK_MS = 1_000;
/** A day of a thousand targets a minute, ten of a hundred. */
const JOURNAL_LIMIT_BYTES = 256 * 1024 * 1024;

/** Makes the command itself run a point of measure; its subcommands manage them. */
export function vantageRunCommand(command: Command): void {
  command
    .option(
      '--server <url>',
      'where the site is; its targets are fetched there, and what is seen is sent there',
    )
    .option('--token <token>', 'the token that "vigie vantage create" printed')
    .option('--token-file <path>', 'a file that holds it, which other users of the machine cannot see')
    .action(async ({ server, ...rest }: Partial<Options>) => {
      if (server === undefined)
        throw new VigieError(
          'InvalidInput',
          '--server: say where the site is, or see "vigie vantage --help".',
        );
      const link = { server: parseServer(server), token: await readToken({ server, ...rest }) };
      const config = readConfig();
      const claim = await claimDataDirectory(config.dataDirectory);
      try {
        await run(config, link);
      } finally {
        await claim.release();
      }
    });
}

function parseServer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new VigieError('InvalidInput', `--server: "${text}" is not http(s):// and a host, without path.`);
}

async function readToken({ token, tokenFile }: Options): Promise<string> {
  if ((token === undefined) === (tokenFile === undefined))
    throw new VigieError('InvalidInput', 'Give one of --token and --token-file.');
  if (tokenFile === undefined) return token ?? '';
  return readFile(tokenFile, 'utf8').then(
    (text) => text.trim(),
    (error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      throw new VigieError('InvalidInput', `--token-file: ${tokenFile} cannot be read (${code}).`);
    },
  );
}

async function run(config: Config, { server, token }: { server: string; token: string }): Promise<void> {
  const { dataDirectory, probeAllow, probeReferences } = config;
  const log = openLog(config.logLevel);
  for (const warning of config.warnings) log.warn(warning);
  const folder = join(dataDirectory, 'vantage');
  const journal = await openJournal(join(folder, 'samples.journal'), log);
  const file = keptFile(join(folder, 'known.json'));
  const known = readKnown(await file.read());
  const offset = createClockOffset(known?.aheadMs ?? null);
  const clock = systemClock;
  const userAgent = ownRobotName(server);
  const holder = `${hostname()}:${resolve(dataDirectory)}`;
  const vantage = createRemoteVantage({
    ...{ journal, offset, clock, log, known },
    link: openServerLink({ server, token, holder, userAgent, clock, offset }),
    journalLimit: JOURNAL_LIMIT_BYTES,
    remember: (now) => file.write(JSON.stringify(now)),
    openRunner: (slug, receive) =>
      openProber({
        ...{ vantage: slug, userAgent, allow: probeAllow, references: probeReferences, clock, log, receive },
      }),
  });
  await untilStopped(vantage, log);
  await journal.close();
}

/** Targets as they were kept, with their instants. */
function readKnown(text: string | null): Known | null {
  if (text === null) return null;
  return JSON.parse(text, (key, value: unknown) =>
    typeof value === 'string' && (key === 'startsAt' || key === 'endsAt') ? new Date(value) : value,
  ) as Known;
}

/** Runs until a signal, or until the server wants nothing of us. */
async function untilStopped(vantage: RemoteVantage, log: Log): Promise<void> {
  const { promise: stopped, resolve, reject } = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  const tick = () => {
    void vantage.save();
    vantage.speak().catch(reject);
  };
  const timer = setInterval(tick, TICK_MS);
  tick();
  process.stdout.write('vigie: probing\n');
  try {
    await stopped;
  } finally {
    clearInterval(timer);
    await vantage.stop().catch((error: unknown) => log.warn({ err: error }, 'the last samples wait on disk'));
  }
}
