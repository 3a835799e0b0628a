/** How far the clock of a point of measure is from the server's, from the answers that it has. */

export type ClockOffset = {
  /** Takes in an answer: when the question left and the answer came, by our clock, and what time the server said it was. */
  learn(sentMs: number, receivedMs: number, serverTime: Date): void;
  /** How far our clock is ahead of the server's, in ms; null before the first answer. */
  aheadMs(): number | null;
};

/** The quickest answer of so many is believed: what it waited on the way is the error. */
const REMEMBERED = 10;

/**
 * @param aheadMs what was known before, until the first answer
 */
export function createClockOffset(aheadMs: number | null): ClockOffset {
  let answers: { readonly tripMs: number; readonly aheadMs: number }[] = [];
  return {
    learn(sentMs, receivedMs, serverTime) {
      const tripMs = receivedMs - sentMs;
      // Our clock was set meanwhile.
      if (tripMs < 0) return;
      const ahead = Math.round((sentMs + receivedMs) / 2 - serverTime.getTime());
      const [last] = answers.slice(-1);
      // A clock that jumps makes what was learnt before worthless.
      if (last !== undefined && Math.abs(ahead - last.aheadMs) > tripMs + last.tripMs + 1_000) answers = [];
      answers = [...answers, { tripMs, aheadMs: ahead }].slice(-REMEMBERED);
    },
    aheadMs() {
      const best = answers.toSorted((one, other) => one.tripMs - other.tripMs)[0];
      return best?.aheadMs ?? aheadMs;
    },
  };
}
