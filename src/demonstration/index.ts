/**
 * demonstration/ owns an invented republic: its administration, its figures and its four editions, which an empty store
 * is filled with so that whoever starts Vigie sees all of it at once. Nothing of it is real. How it leaves the store is
 * in `core/demonstration.sql.ts`.
 */
export { DEMONSTRATION_EDITIONS } from './calendar.ts';
export { type DemonstrationFiles, loadDemonstration } from './load-demonstration.ts';
export { loadOpinions } from './load-opinions.ts';
export { loadProbes } from './load-probes.ts';
export { loadVisits } from './load-visits.ts';
export { EQUIPPED_PROCEDURES, EQUIPPED_SITES } from './opinions.ts';
