/** Figures on the process for who runs it, in the text format of Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from './database.ts';

export type RequestLabels = { method: string; route: string; status: number };

export type Metrics = {
  observeRequest(labels: RequestLabels, durationS: number): void;
  /** Adds a figure that is read each time the metrics are. */
  gauge(name: string, help: string, read: () => number): void;
  /** Adds a count by the values of one label, which are known; gives what adds one to it. */
  counter<Value extends string>(
    name: string,
    help: string,
    label: string,
    values: readonly Value[],
  ): (value: Value) => void;
  /** Adds a distribution by upper bounds; gives what adds a value to it. */
  histogram(name: string, help: string, bounds: readonly number[]): (value: number) => void;
  readonly contentType: string;
  text(): Promise<string>;
};

/** Upper bounds in seconds: a kept page takes well under 1 ms, the time limit of a handler is 15 s. */
const DURATION_BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'vigie_http_request_duration_seconds',
    help: 'Time to answer a request, by route pattern',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  return {
    observeRequest: (labels, durationS) => duration.observe(labels, durationS),
    gauge(name, help, read) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect: (): void => gauge.set(read()),
      });
    },
    counter(name, help, label, values) {
      const counter = new Counter({ name, help, labelNames: [label], registers: [registry] });
      for (const value of values) counter.inc({ [label]: value }, 0);
      return (value) => counter.inc({ [label]: value });
    },
    histogram(name, help, bounds) {
      const histogram = new Histogram({ name, help, buckets: [...bounds], registers: [registry] });
      return (value) => histogram.observe(value);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** Adds the state of the pool of connections to the store. */
export function measurePool(metrics: Metrics, db: Pick<Database, 'connections'>): void {
  metrics.gauge('vigie_store_connections_open', 'Connections to the store', () => db.connections().open);
  metrics.gauge(
    'vigie_store_connections_idle',
    'Connections to the store without work',
    () => db.connections().idle,
  );
  metrics.gauge(
    'vigie_store_waiting',
    'Statements that wait for a connection',
    () => db.connections().waiting,
  );
}
