/**
 * A real browser, from the packages alone: `playwright-core` drives the Chromium packed inside `@sparticuz/chromium`, or one
 * that the operator names. The packed one is unpacked once a user and a version in a private directory with the libraries
 * and fonts it needs, so that it also runs on a bare Debian, as root or as anybody, and looks the same everywhere.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { isRoot } from './data-directory.ts';
import { VigieError } from './errors.ts';

/** A browser that can be started: where it is, and what its process must find in its environment. */
export type Chromium = {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
};

export type LaunchOptions = {
  /** Address of the proxy through which everything goes, loopback addresses too; none where null. */
  readonly proxy: string | null;
  /** Port of the loopback by which other tools drive the same browser; none where null. */
  readonly debuggingPort: number | null;
  /** False where only our own pages are shown: a container or root gives no sandbox. */
  readonly isSandboxed: boolean;
};

/** It calls nobody on its own behalf. */
const FLAGS = [
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

/** Nothing goes beside the proxy: neither loopback, names, peer-to-peer connections, nor what is fetched in advance. */
function proxyFlags(proxy: string): string[] {
  return [
    `--proxy-server=${proxy}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--dns-prefetch-disable',
  ];
}

/** Beyond what a busy machine needs to start it. */
const START_LIMIT_MS = 180_000;

/** The numeric id: it needs no entry in the list of users, which a container may lack. */
const USER_ID = process.geteuid?.() ?? 0;

/**
 * The browser of a path, or where none is given the one of the packages, unpacked by the first who asks.
 * @throws VigieError Unavailable when there is none that this user can run
 */
export async function findChromium(path: string | null): Promise<Chromium> {
  if (path !== null) {
    await access(path, constants.X_OK).catch((error: NodeJS.ErrnoException) => {
      throw missing(`VIGIE_CHROMIUM (${path}) cannot be run (${error.code})`, error);
    });
    return { executablePath: path, env: { HOME: homedir(), PATH: '/usr/local/bin:/usr/bin:/bin' } };
  }
  const directory = await unpackedChromium().catch((error: Error) => {
    throw missing(`the browser of the packages cannot be unpacked: ${error.message}`, error);
  });
  return {
    executablePath: join(directory, 'chromium'),
    env: {
      HOME: join(directory, 'home'),
      FONTCONFIG_PATH: join(directory, 'fonts'),
      LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
    },
  };
}

function missing(why: string, cause: unknown): VigieError {
  return new VigieError('Unavailable', `No browser can be started: ${why}.`, [], cause);
}

/**
 * Starts it; the caller closes it.
 * @throws VigieError Unavailable when it does not start
 */
export async function launchChromium(
  { executablePath, env }: Chromium,
  { proxy, debuggingPort, isSandboxed }: LaunchOptions,
): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const args = [
    ...FLAGS,
    ...(proxy === null ? [] : proxyFlags(proxy)),
    ...(debuggingPort === null ? [] : [`--remote-debugging-port=${debuggingPort}`]),
  ];
  const start = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath,
      env: { ...env },
      args,
      chromiumSandbox,
      headless: true,
      timeout: START_LIMIT_MS,
    });
  try {
    if (!isSandboxed || isRoot()) return await start(false);
    // A kernel that lets no user make a sandbox stops the browser at once.
    return await start(true).catch(() => start(false));
  } catch (error) {
    const [first = ''] = (error as Error).message.split('\n');
    throw missing(`${executablePath} does not start (${first})`, error);
  }
}

/** A port of the loopback that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The directory that holds `chromium`, `fonts` and `al2023/lib`. */
async function unpackedChromium(): Promise<string> {
  const packageDirectory = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8')) as {
    version: string;
  };
  const directory = join(tmpdir(), `vigie-browser-${USER_ID}-${version}`);
  if (await isPrivateDirectory(directory)) return directory;

  const fresh = await mkdtemp(`${directory}.`);
  try {
    await inflateInto(fresh, join(packageDirectory, 'bin'));
    await mkdir(join(fresh, 'home'));
    await writeFile(join(fresh, 'fonts', 'fonts.conf'), fontsConfiguration(directory));
    await rename(fresh, directory);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process may have been first: its directory is as good once checked.
    if (!(await isPrivateDirectory(directory))) throw error;
  }
  return directory;
}

/** The packed font, then the machine's own; the packed configuration names directories that anybody may fill. */
function fontsConfiguration(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${directory}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${directory}/home/font-cache</cachedir>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}

const ARCHIVES = ['chromium', 'fonts.tar', 'al2023.tar'];
const INFLATE = `
  import { inflate } from '@sparticuz/chromium';
  await Promise.all(process.argv.slice(1).map((archive) => inflate(archive)));`;

/** `inflate` writes in the directory of temporary files, whatever it is: a process of its own has its own. */
async function inflateInto(directory: string, archives: string): Promise<void> {
  const paths = ARCHIVES.map((name) => join(archives, `${name}.br`));
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', INFLATE, '--', ...paths], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { TMPDIR: directory },
  });
}

/**
 * False when there is no such directory.
 * @throws when it is there and another user made it or could write in it: what it holds would be run.
 */
async function isPrivateDirectory(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return false;
  if (!found.isDirectory() || found.uid !== USER_ID || (found.mode & 0o077) !== 0) {
    throw new Error(
      `${directory} is not a private directory of this user: remove it, or set TMPDIR elsewhere`,
    );
  }
  return true;
}
