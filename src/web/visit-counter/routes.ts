/**
 * What pages of services send when they are shown: an image, or a few words of a script. Nothing here waits for the store, reads
 * a session or sets a cookie.
 */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { type Lane, laneHandler } from '../../core/http/lane.ts';
import type { Assets } from '../assets.ts';
import { VISIT_SCRIPT, VISITS } from '../urls.ts';
import { imageLane, scriptLane, type VisitCounterOptions } from './visit-lanes.ts';

export type VisitCounter = {
  /** Take events before the application does (core/http/lane.ts). */
  readonly lanes: readonly Lane[];
  /** The script, and the same taking of events within the application. */
  routes(app: App): void;
};

const SCRIPT_HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'cross-origin-resource-policy': 'cross-origin',
  // Its address never changes: a day is how long a correction takes to reach pages of others.
  'cache-control': 'public, max-age=86400',
};

export function visitCounter(options: VisitCounterOptions & { readonly assets: Assets }): VisitCounter {
  const image = imageLane(options);
  const script = scriptLane(options);
  const source = options.assets.files.find(({ name }) => name === 'mesure.js')?.bytes;
  if (source === undefined) throw new Error('there is no asset named mesure.js');
  return {
    lanes: [image, script],
    routes(app) {
      app.get(VISIT_SCRIPT, guard('asset'), (c) => c.body(source, 200, SCRIPT_HEADERS));
      app.get(
        `${VISITS}/:counter{[a-z0-9]{10}}/:image{[a-z0-9_-]+\\.gif}`,
        guard('citizen'),
        laneHandler(image),
      );
      app.post(`${VISITS}/:counter{[a-z0-9]{10}}`, guard('citizen'), laneHandler(script));
    },
  };
}
