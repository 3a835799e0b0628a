/**
 * What points of measure and the server tell each other (docs/vantages.md): the same schemas write and read it on both sides.
 */
import { z } from 'zod';
import { cleanDetail } from './clean-detail.ts';
import { OUTCOMES, type Outcome, verdictOf } from './outcome.ts';
import type { ProbeDetail, Sample } from './sample.ts';
import type { ProbedTarget } from './target.sql.ts';
import { METHODS, REPETITIONS } from './target.ts';

export const PROBE_API = '/api/v1/probes';
/** Names the process that speaks for a point of measure. */
export const HOLDER_HEADER = 'vigie-holder';
/** Most samples of a batch, and most details beside them. */
export const MOST_SAMPLES = 2_000;
export const MOST_DETAILS = 300;
/** Most bytes of these details: with as many samples, a batch stays under what the server takes. */
export const MOST_DETAIL_BYTES = 512 * 1024;
/** Longest time of a request that the store can hold, in ms. */
const LONGEST_MS = 32_767;
/** As far as a clock can be told to be from another, in ms: 24 days. */
const FARTHEST_MS = 2_147_483_647;

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const id = z.int().positive();
const ms = z.int().min(0).max(LONGEST_MS).nullable();

const sampleSchema = z
  .strictObject({
    target: id,
    at: instant,
    outcome: z.enum(OUTCOMES as readonly [Outcome, ...Outcome[]]),
    name_ms: ms,
    connect_ms: ms,
    tls_ms: ms,
    first_byte_ms: ms,
    whole_ms: ms,
  })
  .refine(
    ({ outcome, first_byte_ms }) =>
      first_byte_ms !== null || !['up', 'degraded'].includes(verdictOf(outcome)),
    { path: ['first_byte_ms'], message: 'a right answer has one' },
  )
  .transform((sent): Sample => {
    const { target, at, outcome, name_ms, connect_ms, tls_ms, first_byte_ms, whole_ms } = sent;
    const phases = { nameMs: name_ms, connectMs: connect_ms, tlsMs: tls_ms };
    return { targetId: target, at, outcome, ...phases, firstByteMs: first_byte_ms, wholeMs: whole_ms };
  });

const certificateSchema = z
  .object({
    ...{ subject: z.string(), issuer: z.string(), chain: z.array(z.string()) },
    ...{ valid_from: instant, valid_to: instant },
  })
  .transform(({ valid_from, valid_to, ...rest }) => ({ ...rest, validFrom: valid_from, validTo: valid_to }));

const detailSchema = z
  .object({
    target: id,
    at: instant,
    url: z.string().nullable(),
    status: z.int().nullable(),
    http_version: z.enum(['1.0', '1.1', '2']).nullable(),
    redirects: z.array(z.object({ url: z.string(), status: z.int() })),
    address: z.string().nullable(),
    addresses: z.array(z.string()),
    bytes: z.int().min(0).nullable(),
    certificate: certificateSchema.nullable(),
    retry_after_ms: z.number().min(0).nullable(),
    error: z.string().nullable(),
  })
  .transform(({ target, at, http_version, retry_after_ms, ...rest }) => {
    const detail: ProbeDetail = { ...rest, httpVersion: http_version, retryAfterMs: retry_after_ms };
    return { targetId: target, at, detail: cleanDetail(detail) };
  });

/** A batch of samples, with what is told of the last of them, and of the one who took them. */
export const batchSchema = z.strictObject({
  /** Since when it was at work without a pause, when it took these. */
  started_at: instant,
  /** How far its clock is ahead of the server's, in ms; null while it does not know. */
  clock_ahead_ms: z.int().min(-FARTHEST_MS).max(FARTHEST_MS).nullable(),
  samples: z.array(sampleSchema).max(MOST_SAMPLES),
  details: z.array(detailSchema).max(MOST_DETAILS),
});
export type SentBatch = z.infer<typeof batchSchema>;

export function writeAhead(aheadMs: number | null): number | null {
  return aheadMs && Math.min(FARTHEST_MS, Math.max(-FARTHEST_MS, aheadMs));
}

export function writeSample(sample: Sample): z.input<typeof sampleSchema> {
  const { targetId, at, outcome, nameMs, connectMs, tlsMs, firstByteMs, wholeMs } = sample;
  const whole = (time: number | null) =>
    time === null ? null : Math.min(LONGEST_MS, Math.max(0, Math.round(time)));
  return {
    ...{ target: targetId, at: at.toISOString(), outcome },
    ...{ name_ms: whole(nameMs), connect_ms: whole(connectMs), tls_ms: whole(tlsMs) },
    ...{ first_byte_ms: whole(firstByteMs), whole_ms: whole(wholeMs) },
  };
}

export function writeDetail(target: number, at: Date, detail: ProbeDetail): z.input<typeof detailSchema> {
  const { httpVersion, retryAfterMs, certificate, redirects, addresses, ...rest } = detail;
  const sent = certificate && {
    ...{ subject: certificate.subject, issuer: certificate.issuer, chain: [...certificate.chain] },
    valid_from: certificate.validFrom.toISOString(),
    valid_to: certificate.validTo.toISOString(),
  };
  return {
    ...{ target, at: at.toISOString(), ...rest, http_version: httpVersion, retry_after_ms: retryAfterMs },
    ...{ certificate: sent, redirects: [...redirects], addresses: [...addresses] },
  };
}

const targetSchema = z
  .object({
    id,
    url: z.string(),
    method: z.enum(METHODS),
    expected_status: z.string(),
    must_contain: z.string().nullable(),
    must_not_contain: z.string().nullable(),
    interval_ms: z.int().positive(),
    timeout_ms: z.int().positive(),
    slow_ms: z.int().positive(),
    maintenances: z.array(
      z
        .object({
          starts_at: instant,
          ends_at: instant,
          repeats: z.enum(REPETITIONS),
          repeats_until: z.string().nullable(),
        })
        .transform(({ starts_at, ends_at, repeats, repeats_until }) => ({
          ...{ startsAt: starts_at, endsAt: ends_at, repeats, repeatsUntil: repeats_until },
        })),
    ),
  })
  .transform((sent): ProbedTarget => {
    const { expected_status, must_contain, must_not_contain, interval_ms, timeout_ms, slow_ms, ...rest } =
      sent;
    return {
      ...{ ...rest, expectedStatus: expected_status, mustContain: must_contain },
      ...{
        mustNotContain: must_not_contain,
        intervalMs: interval_ms,
        timeoutMs: timeout_ms,
        slowMs: slow_ms,
      },
    };
  });

/** What a point of measure is to probe. Keys that a later server adds are not read. */
export const targetsSchema = z.object({
  vantage: z.string(),
  server_time: instant,
  targets: z.array(targetSchema),
});
export type SentTargets = z.infer<typeof targetsSchema>;

export function writeTarget(target: ProbedTarget): z.input<typeof targetSchema> {
  const { id: targetId, url, method, expectedStatus, mustContain, mustNotContain } = target;
  return {
    ...{ id: targetId, url, method, expected_status: expectedStatus },
    ...{ must_contain: mustContain, must_not_contain: mustNotContain },
    ...{ interval_ms: target.intervalMs, timeout_ms: target.timeoutMs, slow_ms: target.slowMs },
    maintenances: target.maintenances.map(({ startsAt, endsAt, repeats, repeatsUntil }) => ({
      ...{ starts_at: startsAt.toISOString(), ends_at: endsAt.toISOString(), repeats },
      repeats_until: repeatsUntil,
    })),
  };
}

/** What the server answers to a batch. */
export const receiptSchema = z.object({
  received: z.int(),
  created: z.int(),
  known: z.int(),
  unknown_targets: z.int(),
  server_time: instant,
});
