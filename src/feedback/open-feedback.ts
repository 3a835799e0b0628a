/** The intake of this process, with what it keeps on disk: journal, what the store refused, and the forms themselves. */
import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import type { Transactional } from '../core/database.ts';
import { openJournal } from '../core/journal.ts';
import { keptFile } from '../core/kept-file.ts';
import type { Log } from '../core/log.ts';
import type { Metrics } from '../core/metrics.ts';
import { createIntake, DROP_REASONS, type Intake } from './intake.ts';
import { createLimits } from './limits.ts';
import { countOpenings, type OpeningCounter } from './opening-counter.ts';
import { packEachHour } from './pack-hourly.ts';
import type { Registry } from './registry.ts';
import { followRegistry } from './registry-follower.ts';
import { createReviewWriter } from './review-writer.ts';
import { createSimilarTexts } from './similar-texts.ts';

export type Feedback = {
  readonly intake: Intake;
  readonly openings: OpeningCounter;
  /** The forms that can be served. @throws VigieError Unavailable when none was ever read */
  registry(): Registry | Promise<Registry>;
  /** Ends what is under way; the journal keeps the rest. */
  stop(): Promise<void>;
};

export type FeedbackOptions = {
  readonly db: Transactional;
  /** The pool that answers are written through. */
  readonly intakeDb: Transactional;
  /** VIGIE_DATA. */
  readonly dataDirectory: string;
  readonly clock: Clock;
  readonly generation: () => number | undefined;
  readonly log: Log;
  readonly metrics: Metrics;
};

/** Where the forms are kept, within VIGIE_DATA. */
export function formsFile(dataDirectory: string): string {
  return join(dataDirectory, 'feedback', 'forms.json');
}

export async function openFeedback(options: FeedbackOptions): Promise<Feedback> {
  const { db, intakeDb, dataDirectory, clock, generation, log, metrics } = options;
  const journal = await openJournal(join(dataDirectory, 'feedback', 'answers.journal'), log);
  const refused = await openJournal(join(dataDirectory, 'feedback', 'refused.journal'), log);
  const file = keptFile(formsFile(dataDirectory));
  const registry = await followRegistry({ db, clock, generation, file, log });
  const openings = countOpenings({ db, clock });
  const stopPacking = packEachHour({ db, log });
  const writer = createReviewWriter({ db: intakeDb, journal, refused, log });
  const onDrop = metrics.counter(
    'vigie_feedback_dropped',
    'Answers that are not kept, by reason',
    'reason',
    DROP_REASONS,
  );
  metrics.gauge('vigie_feedback_journal_bytes', 'Bytes of answers that wait for the store', () =>
    journal.size(),
  );
  metrics.gauge('vigie_feedback_refused_bytes', 'Bytes of answers that the store refused', () =>
    refused.size(),
  );
  const intake = createIntake({
    registry: () => registry.current(),
    writer,
    limits: createLimits((bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
    similarTexts: createSimilarTexts(),
    clock,
    onDrop,
  });
  return {
    intake,
    openings,
    registry: () => registry.current(),
    async stop() {
      registry.stop();
      await writer.close();
      await stopPacking();
      await openings.stop();
      await journal.close();
      await refused.close();
    },
  };
}
