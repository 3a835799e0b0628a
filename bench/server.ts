/** A server of its own, in a process of its own, as `npm start` runs it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** Where the npm scripts keep what Node compiles. */
const COMPILED = fileURLToPath(new URL('../node_modules/.cache/vigie', import.meta.url));

export type BenchServer = { url: string; pid: number; stop(): Promise<void> };

/** Starts a server on `dataDirectory` and waits for the line that says it is ready; of another program where it is named. */
export async function startServer(
  dataDirectory: string,
  settings: Readonly<Record<string, string>> = {},
  program = MAIN,
): Promise<BenchServer> {
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILED,
      VIGIE_DATA: dataDirectory,
      PORT: String(await freePort()),
      VIGIE_LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    const url = /^vigie: listening on (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    const stop = async () => {
      child.kill('SIGTERM');
      await exited;
    };
    return { url, pid: child.pid ?? 0, stop };
  }
  throw new Error('the server did not start');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A new directory for `work`, removed after it with the store that is made in it. */
export async function withDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'vigie-bench-'));
  // Root runs the embedded server as another user: were it closed to that one, the store would be made elsewhere.
  await chmod(directory, 0o711);
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
