/**
 * Citizens who answer a form by its pages, whatever becomes of the server: each tries again what was not acknowledged, as
 * one does who still has the page before the eyes, and remembers what was.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** Of one question, what was last acknowledged, and what was sent since without an acknowledgement. */
type Said = { acknowledged: string | null; sent: string | null };
/** What citizens remember, by review, then by question. */
export type Memory = Map<string, Map<string, Said>>;

export type Crowd = {
  readonly memory: Memory;
  acknowledged(): number;
  /** Lets them answer for so long, in ms. @throws Error when one of them is answered what nobody should be */
  during(ms: number): Promise<void>;
  /** Lets them answer until so many answers are acknowledged. */
  untilAcknowledged(many: number): Promise<void>;
  /** Lets nobody begin another form, and waits until all have ended theirs. */
  end(): Promise<void>;
  /** Sends them all away, whatever they were at; nothing after `end`. */
  disperse(): void;
};

const SATISFACTION = { bad: '0', medium: '5', good: '10' } as const;
const CLARITY = { 1: '0', 2: '2.5', 3: '5', 4: '7.5', 5: '10' } as const;
type Chance = () => number;

/**
 * @param origin where the server is, whenever it is there
 * @param seed the same answers at each run, as far as the server allows
 */
export function gatherCrowd(origin: string, buttonId: string, people: number, seed: string): Crowd {
  const memory: Memory = new Map();
  let acknowledged = 0;
  let isOver = false;
  const gone = new AbortController();

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    for (;;) {
      gone.signal.throwIfAborted();
      try {
        const answer = await fetch(`${origin}${path}`, {
          redirect: init.method === 'POST' ? 'manual' : 'follow',
          ...init,
        });
        if (answer.status < 500) return answer;
        await answer.body?.cancel();
      } catch {
        // The server is away: the page is still there.
      }
      await pause(20);
    }
  }

  async function send(token: string, question: string, value: string, grade: string, network: string) {
    const [, reviewId = ''] = token.split('~');
    const review = memory.get(reviewId) ?? new Map<string, Said>();
    memory.set(reviewId, review);
    review.set(question, { acknowledged: review.get(question)?.acknowledged ?? null, sent: grade });
    const answer = await ask(`/avis/${buttonId}/${question}`, {
      method: 'POST',
      body: new URLSearchParams({ f: token, [question]: value }),
      headers: { 'x-forwarded-for': network },
    });
    if (answer.status !== 303)
      throw new Error(`${question} was answered ${answer.status}: ${await answer.text()}`);
    review.set(question, { acknowledged: grade, sent: null });
    acknowledged += 1;
    const next = new URL(answer.headers.get('location') ?? '', origin);
    return next.searchParams.get('f') ?? '';
  }

  async function answerOnce(chance: Chance): Promise<void> {
    const page = await (await ask(`/avis/${buttonId}`)).text();
    const token = / name="f" value="([^"]+)"/.exec(page)?.[1];
    if (token === undefined) throw new Error(`the form has no token: ${page.slice(0, 300)}`);
    const network = [10, chance() * 250, chance() * 250, 1].map(Math.floor).join('.');
    const pick = <Value extends string>(values: readonly Value[]) =>
      values[Math.floor(chance() * values.length)] ?? (values[0] as Value);
    const satisfy = async (from: string) => {
      const choice = pick(Object.keys(SATISFACTION) as (keyof typeof SATISFACTION)[]);
      return send(from, 'satisfaction', choice, SATISFACTION[choice], network);
    };
    const kept = await satisfy(token);
    // Going back and choosing another face, with the token of the first page.
    if (chance() < 0.2) await satisfy(token);
    if (chance() < 0.5) {
      const step = pick(['1', '2', '3', '4', '5'] as const);
      await send(kept, 'clarity', step, CLARITY[step], network);
    }
  }

  const all = Array.from({ length: people }, async (_, person) => {
    const chance = chanceOf(`${seed} ${person}`);
    while (!isOver) await answerOnce(chance);
  });
  const ended = Promise.all(all);
  // Told by `during` or by `end`.
  ended.catch(() => {});
  return {
    memory,
    acknowledged: () => acknowledged,
    async during(ms) {
      await Promise.race([pause(ms), ended]);
    },
    async untilAcknowledged(many) {
      const deadline = AbortSignal.timeout(180_000);
      while (acknowledged < many) {
        deadline.throwIfAborted();
        await Promise.race([pause(20), ended]);
      }
    },
    async end() {
      isOver = true;
      await ended;
    },
    disperse: () => gone.abort(),
  };
}

/** Numbers from 0 to 1, the same for the same seed. */
export function chanceOf(seed: string): Chance {
  let drawn = 0;
  return () => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
}
