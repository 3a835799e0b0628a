/** What a correction works with, and what it gives. */
import type { Clock } from '../core/clock.ts';
import type { FactReader } from './gather-facts.ts';
import type { EntrySubjects } from './publish.sql.ts';
import type { PublishedEdition } from './published-edition.ts';

export type Means = {
  readonly previous: PublishedEdition | null;
  /** Every revision so far, the latest first. */
  readonly revisions: readonly PublishedEdition[];
  readonly readers: readonly FactReader[];
  readonly clock: Clock;
};

/** An edition with its corrected procedures, and the subject of each. */
export type Corrected = PublishedEdition & { readonly subjects: ReadonlyMap<string, EntrySubjects> };
