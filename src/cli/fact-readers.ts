import type { FactReader } from '../editions/index.ts';
import { listFacts as listReviewFacts } from '../feedback/index.ts';
import { listFacts } from '../observations/index.ts';
import { listFacts as listVisitFacts } from '../visits/index.ts';

/** The features that keep facts, the first believed first. */
export const FACT_READERS: readonly FactReader[] = [listReviewFacts, listFacts, listVisitFacts];
