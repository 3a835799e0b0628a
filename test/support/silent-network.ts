/** A network between us and the store, that can fall silent: nothing arrives any more, and nothing says so. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import type { TestDatabase } from './database.ts';
import { HOST } from './http.ts';

/**
 * A way to a store, open until the end of the test; `fallSilent` swallows all that goes through it from then on, until
 * `speakAgain`, which breaks what was open.
 */
export async function networkTo(t: Pick<TestContext, 'after'>, target: TestDatabase['target']) {
  const sockets: Socket[] = [];
  let isSilent = false;
  const proxy = createServer((near) => {
    const far = connect(`${target.host}/.s.PGSQL.${target.port}`);
    for (const socket of [near, far]) sockets.push(socket.on('error', () => {}));
    if (!isSilent) near.pipe(far).pipe(near);
  });
  await once(proxy.listen(0, HOST), 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  const { port } = proxy.address() as AddressInfo;
  return {
    target: { ...target, host: HOST, port },
    fallSilent() {
      isSilent = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    speakAgain() {
      isSilent = false;
      for (const socket of sockets.splice(0)) socket.destroy();
    },
  };
}
