/** The server and the commands as processes, as `npm start` and `npm run vigie` run them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PLAIN_ENVIRONMENT } from './environment.ts';
import { HOST } from './http.ts';
import { temporaryPath } from './server.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/**
 * Runs the server as `npm start` does, in a directory of its own unless VIGIE_DATA names one, which the caller then
 * removes.
 */
export function start(t: TestContext, settings: Record<string, string>) {
  const directory = settings.VIGIE_DATA ?? temporaryPath();
  const { HOME = '' } = process.env;
  const env = { ...PLAIN_ENVIRONMENT, HOME, VIGIE_LOG_LEVEL: 'warn', ...settings, VIGIE_DATA: directory };
  const child = spawn(process.execPath, [MAIN], { env });
  const said = { out: '', err: '' };
  const { promise: spoke, resolve } = Promise.withResolvers<void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
    resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  ended.then(() => resolve());
  t.after(async () => {
    const isOwn = settings.VIGIE_DATA === undefined;
    child.kill(isOwn ? 'SIGTERM' : 'SIGKILL');
    await ended;
    if (isOwn) await rm(directory, { recursive: true, force: true });
  });
  return { child, said, spoke, ended, directory };
}

/** Runs a command on the store of a directory, or of the settings, in `cwd`; what it answered, and its exit code. */
export async function runCommand(
  directory: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  cwd?: string,
) {
  const env = { ...PLAIN_ENVIRONMENT, VIGIE_DATA: directory, ...settings };
  const child = spawn(process.execPath, [CLI, ...words], { env, cwd });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const [code] = await once(child, 'close');
  return { ...said, code: code as number | null };
}

/** A TCP server on any free port, that holds it until `close`. */
export async function takePort() {
  const holder = createServer();
  await once(holder.listen(0, HOST), 'listening');
  const { port } = holder.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => holder.close(resolve)) };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { port, close } = await takePort();
  await close();
  return port;
}
