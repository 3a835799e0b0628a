import type { FactReader } from '../editions/index.ts';
import { listFacts as listReviewFacts } from '../feedback/index.ts';
import { listFacts } from '../observations/index.ts';
import { listFacts as listProbeFacts } from '../probes/index.ts';
import { listFacts as listVisitFacts } from '../visits/index.ts';

/**
 * The features that keep facts, the first believed first: what users and machines were seen to do before what is declared.
 * Probes tell only what they saw: a declaration that they did not find, or a sign-in, is left to those who declare.
 */
export const FACT_READERS: readonly FactReader[] = [
  listReviewFacts,
  listProbeFacts,
  listFacts,
  listVisitFacts,
];
