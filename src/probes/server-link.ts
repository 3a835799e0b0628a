/** How a point of measure speaks with its server. */
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { VigieError } from '../core/errors.ts';
import type { ClockOffset } from './clock-offset.ts';
import { HOLDER_HEADER, PROBE_API, receiptSchema, type SentTargets, targetsSchema } from './vantage-wire.ts';

export type ServerLink = {
  fetchTargets(): Promise<SentTargets>;
  /** @throws RefusedSamples when the server finds faults in it, or takes none so large: nothing of it was kept */
  send(batch: object): Promise<z.infer<typeof receiptSchema>>;
};

export type ServerLinkOptions = {
  /** Origin of the server. */
  readonly server: string;
  readonly token: string;
  /** Names this process, the same after a restart. */
  readonly holder: string;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly offset: ClockOffset;
  readonly fetch?: typeof globalThis.fetch;
};

/** A batch that the server will never take as it is, with what it names of it. */
export class RefusedSamples extends Error {
  /** Places of the samples at fault. */
  readonly indices: ReadonlySet<number>;
  readonly isStartAtFault: boolean;

  /** @param paths the fields at fault */
  constructor(message: string, paths: readonly string[]) {
    super(message);
    this.indices = new Set(paths.flatMap((path) => /^samples\.(\d+)/.exec(path)?.[1] ?? []).map(Number));
    this.isStartAtFault = paths.includes('started_at');
  }
}

const ANSWER_WITHIN_MS = 15_000;
const TOO_LARGE = 413;

const refusalSchema = z.object({
  error: z.object({
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
});

/**
 * Requests throw VigieError: Forbidden when the token opens nothing there or another process has its point of measure,
 * Unavailable when the server does not answer as it should.
 */
export function openServerLink(options: ServerLinkOptions): ServerLink {
  const { server, token, holder, userAgent, clock, offset, fetch = globalThis.fetch } = options;

  async function request<Schema extends z.ZodType<{ server_time: Date }>>(
    path: string,
    init: RequestInit,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const sentMs = clock.now().getTime();
    const headers = {
      ...{ ...init.headers, authorization: `Bearer ${token}`, 'user-agent': userAgent },
      [HOLDER_HEADER]: encodeURIComponent(holder),
    };
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
      // Said by what stands before the server, perhaps, and in a page.
      if (answer.status === TOO_LARGE) return null;
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
  if ([401, 403, 409].includes(status)) return new VigieError('Forbidden', `${server} refuses: ${message}`);
  if (status !== 400 && status !== TOO_LARGE)
    return unavailable(server, `cannot take samples now: ${message}`);
  const fields = read.success ? read.data.error.fields : [];
  return new RefusedSamples(
    message,
    fields.map(({ path }) => path),
  );
}
