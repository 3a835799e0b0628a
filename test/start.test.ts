import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HOST, send } from './support/http.ts';
import { temporaryPath } from './support/server.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Runs the server as `npm start` does, in a directory of its own. */
function start(t: TestContext, settings: Record<string, string>) {
  const directory = temporaryPath();
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, VIGIE_DATA: directory, VIGIE_LOG_LEVEL: 'warn', ...settings };
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
    child.kill('SIGTERM');
    await ended;
    await rm(directory, { recursive: true, force: true });
  });
  return { child, said, spoke, ended };
}

/** A TCP server on any free port, that holds it until `close`. */
async function takePort() {
  const holder = createServer();
  await once(holder.listen(0, HOST), 'listening');
  const { port } = holder.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => holder.close(resolve)) };
}

test('the server says one line when it is ready, serves, and ends well when told to stop', async (t) => {
  const { port, close } = await takePort();
  await close();
  const { child, said, spoke, ended } = start(t, { PORT: String(port) });
  await spoke;
  assert.equal(said.out, `vigie: listening on http://localhost:${port}\n`, said.err);
  assert.equal((await send(port, '/readyz')).status, 200);
  assert.equal((await send(port, '/')).status, 200);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
  assert.equal(said.out.split('\n').length, 2);
  assert.equal(said.err, '');
});

test('a taken port ends the start with one line that names PORT', async (t) => {
  const { port, close } = await takePort();
  t.after(close);
  const { said, ended } = start(t, { PORT: String(port) });
  assert.equal(await ended, 1);
  assert.match(said.err, /^vigie: Port \d+ is taken;.* PORT .*\n$/);
  assert.equal(said.out, '');
});

test('faulty settings end the start with one line that names them all', async (t) => {
  const { said, ended } = start(t, { PORT: 'x', VIGIE_MODE: 'y' });
  assert.equal(await ended, 1);
  assert.match(said.err, /^vigie: .*PORT.*VIGIE_MODE.*\n$/);
});
