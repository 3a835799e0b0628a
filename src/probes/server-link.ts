/** How a point of measure speaks with its server. */
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import type { ClockOffset } from './clock-offset.ts';
import { PROBE_API, receiptSchema, type SentTargets, targetsSchema } from './vantage-wire.ts';

export type ServerLink = {
  fetchTargets(): Promise<SentTargets>;
  /** @throws RefusedSamples when the server finds faults in it: nothing of it was kept */
  send(batch: object): Promise<z.infer<typeof receiptSchema>>;
};

export type ServerLinkOptions = {
  /** Origin of the server. */
  readonly server: string;
  readonly token: string;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly offset: ClockOffset;
  readonly fetch?: typeof globalThis.fetch;
};

/** A batch that the server will never take as it is: the places of the samples at fault, where it names them. */
export class RefusedSamples extends Error {
  readonly indices: readonly number[];

  constructor(message: string, indices: readonly number[]) {
    super(message);
    this.indices = indices;
  }
}

const ANSWER_WITHIN_MS = 15_000;

const refusalSchema = z.object({
  error: z.object({
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
});

/**
 * Requests throw VigieError: Forbidden when the token opens nothing there, Unavailable when the server does not answer as
 * it should.
 */
export function openServerLink(options: ServerLinkOptions): ServerLink {
  const { server, token, userAgent, clock, offset, fetch = globalThis.fetch } = options;

  async function request<Schema extends z.ZodType<{ server_time: Date }>>(
    path: string,
    init: RequestInit,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const sentMs = clock.now().getTime();
    const headers = { ...init.headers, authorization: `Bearer ${token}`, 'user-agent': userAgent };
    // A redirect would carry the token elsewhere.
    const asked = {
      ...init,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    } as const;
    const answer = await fetch(`${server}${PROBE_API}/${path}`, asked).catch((error: unknown) => {
      throw unavailable(server, 'does not answer', error);
    });
    const receivedMs = clock.now().getTime();
    const body: unknown = await answer.json().catch((error: unknown) => {
      throw unavailable(server, `answered ${answer.status}, and no JSON`, error);
    });
    if (!answer.ok) throw refusalOf(server, answer.status, body);
    const read = schema.safeParse(body);
    if (!read.success)
      throw unavailable(server, 'answered what is not understood: is it a Vigie of this version?');
    offset.learn(sentMs, receivedMs, read.data.server_time);
    return read.data;
  }

  return {
    fetchTargets: () => request('targets', {}, targetsSchema),
    send(batch) {
      const headers = { 'content-type': 'application/json' };
      return request('samples', { method: 'POST', headers, body: JSON.stringify(batch) }, receiptSchema);
    },
  };
}

function unavailable(server: string, what: string, cause?: unknown): VigieError {
  return new VigieError('Unavailable', `${server} ${what}.`, [], cause);
}

function refusalOf(server: string, status: number, body: unknown): Error {
  const read = refusalSchema.safeParse(body);
  const message = read.success ? read.data.error.message : `it answered ${status}`;
  if (status === 401 || status === 403) return new VigieError('Forbidden', `${server} refuses: ${message}`);
  if (status !== 400 && status !== 413) return unavailable(server, `cannot take samples now: ${message}`);
  const fields = read.success ? read.data.error.fields : [];
  const indices = fields.flatMap(({ path }) => {
    const [, index] = /^(?:samples)\.(\d+)/.exec(path) ?? [];
    return index === undefined ? [] : [Number(index)];
  });
  return new RefusedSamples(message, [...new Set(indices)]);
}
