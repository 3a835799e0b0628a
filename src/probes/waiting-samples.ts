/** Samples that wait to be kept, in memory: the oldest give way when there are too many. */
import type { Details } from './latest.sql.ts';
import type { Look } from './runner.ts';
import type { ProbeDetail, Sample } from './sample.ts';

export type WaitingSamples = {
  add(look: Look): void;
  /** The oldest that wait, at most so many, with what is told beside the last of each target. */
  take(most: number): { readonly samples: Sample[]; readonly details: Details };
  /** Puts back what could not be kept. */
  giveBack(samples: readonly Sample[]): void;
  size(): number;
  /** How many gave way. */
  dropped(): number;
};

/** @param limit most samples that wait */
export function createWaitingSamples(limit: number): WaitingSamples {
  let waiting: Sample[] = [];
  let dropped = 0;
  const details = new Map<number, { at: Date; detail: ProbeDetail }>();

  function shorten(): void {
    const excess = waiting.length - limit;
    if (excess <= 0) return;
    waiting.splice(0, excess);
    dropped += excess;
  }

  return {
    add({ sample, detail }) {
      waiting.push(sample);
      if (detail === null) details.delete(sample.targetId);
      else details.set(sample.targetId, { at: sample.at, detail });
      // Not at each sample: to take one off the front of a long list moves them all.
      if (waiting.length > limit * 1.01) shorten();
    },
    take(most) {
      return { samples: waiting.splice(0, most), details };
    },
    giveBack(samples) {
      waiting = [...samples, ...waiting];
      shorten();
    },
    size: () => waiting.length,
    dropped: () => dropped,
  };
}
