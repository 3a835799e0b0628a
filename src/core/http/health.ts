/** `/healthz` (the process answers), `/readyz` (the store does too), `/metrics`. */
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { App } from './context.ts';
import { guard } from './guard.ts';

const UNAVAILABLE = 503;
const NO_STORE = { 'cache-control': 'no-store' };

export type HealthOptions = {
  metrics: Metrics;
  log: Log;
  /** Resolves when the process can serve, rejects with the reason otherwise. */
  checkReadiness: () => Promise<void>;
};

export function healthRoutes(app: App, { metrics, log, checkReadiness }: HealthOptions): void {
  app.get('/healthz', guard('operations'), (c) => c.text('ok\n', 200, NO_STORE));
  app.get('/readyz', guard('operations'), async (c) => {
    try {
      await checkReadiness();
      return c.text('ready\n', 200, NO_STORE);
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      return c.text('not ready\n', UNAVAILABLE, NO_STORE);
    }
  });
  app.get('/metrics', guard('operations'), async (c) => {
    return c.body(await metrics.text(), 200, { ...NO_STORE, 'content-type': metrics.contentType });
  });
}
