/**
 * A real browser for journeys, from the packages alone: `playwright-core` drives the Chromium packed inside
 * `@sparticuz/chromium`. It is unpacked once a user and a version in a private directory with the libraries and
 * fonts it needs, so that it also runs on a bare Debian, as root or as anybody, and looks the same everywhere.
 */
import { lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Page } from 'playwright-core';

export type PageOptions = {
  /** Of the viewport, in CSS pixels. */
  width: number;
  height?: number;
  /** What the browser asks for in `Accept-Language`; `fr-FR` unless told. */
  locale?: string;
  /** False for a browser without scripts. */
  javaScript?: boolean;
  dark?: boolean;
  reducedMotion?: boolean;
  forcedColors?: boolean;
};

export type TestBrowser = {
  /** A page of its own context: no cookie, cache or history is shared with another. */
  page(options: PageOptions): Promise<Page>;
  close(): Promise<void>;
};

/** Without the system's sandbox, which a container or root does not give: only ever shown our own pages. */
const FLAGS = [
  '--no-sandbox',
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

/** Beyond what a machine busy with other tests needs; who waits for what comes never sees it. */
const PATIENCE_MS = 180_000;

/** The numeric id: it needs no entry in the list of users, which a container may lack. */
const USER_ID = process.geteuid?.() ?? 0;

/** Opens a browser; close it at the end of the file's tests. */
export async function openBrowser(): Promise<TestBrowser> {
  const directory = await unpackedBrowser();
  const browser = await chromium.launch({
    executablePath: join(directory, 'chromium'),
    headless: true,
    timeout: PATIENCE_MS,
    args: FLAGS,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: join(directory, 'home'),
      FONTCONFIG_PATH: join(directory, 'fonts'),
      LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
    },
  });
  return {
    async page(options) {
      const context = await browser.newContext({
        viewport: { width: options.width, height: options.height ?? 900 },
        locale: options.locale ?? 'fr-FR',
        timezoneId: 'Europe/Paris',
        javaScriptEnabled: options.javaScript ?? true,
        colorScheme: options.dark ? 'dark' : 'light',
        reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
        forcedColors: options.forcedColors ? 'active' : 'none',
      });
      context.setDefaultTimeout(PATIENCE_MS);
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

/** The directory that holds `chromium`, `fonts` and `al2023/lib`; unpacked by the first test that asks. */
async function unpackedBrowser(): Promise<string> {
  const packageDirectory = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8')) as {
    version: string;
  };
  const directory = join(tmpdir(), `vigie-browser-${USER_ID}-${version}`);
  if (await isPrivateDirectory(directory)) return directory;

  const fresh = await mkdtemp(`${directory}.`);
  try {
    await inflateInto(
      fresh,
      ['chromium', 'fonts.tar', 'al2023.tar'].map((name) => join(packageDirectory, 'bin', `${name}.br`)),
    );
    await mkdir(join(fresh, 'home'));
    await writeFile(join(fresh, 'fonts', 'fonts.conf'), fontsConfiguration(directory));
    await rename(fresh, directory);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another test file may have been first: its directory is as good once checked.
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

/** `inflate` writes under the temporary directory of the moment of its call, and reads it synchronously. */
async function inflateInto(directory: string, archives: readonly string[]): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = directory;
  const inflations = archives.map((archive) => inflate(archive));
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await Promise.all(inflations);
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

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const AXE_OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/** What axe finds against WCAG 2.2 A and AA, one line a faulty element; the page must allow scripts. */
export async function axeViolations(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run(options),
    AXE_OPTIONS as unknown as Record<string, never>,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')} — ${node.html.slice(0, 160)}`),
  );
}
