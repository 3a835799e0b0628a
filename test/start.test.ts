import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send } from './support/http.ts';
import { freePort, start, takePort } from './support/start.ts';

test('the server says one line when it is ready, serves, and ends well when told to stop', async (t) => {
  const port = await freePort();
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
