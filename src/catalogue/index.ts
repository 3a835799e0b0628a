/**
 * The catalogue: which subjects exist (procedures, organisations, reception sites and the others), and what each
 * was called, where it was and who answered for it, day by day. It owns the schema `catalogue`.
 *
 * Writes (`record…`, `importCatalogue`) take a transaction, hold the catalogue's lock until it ends, and work on many
 * subjects at once in a few statements. Reads take anything that can be queried.
 */
export * from './address.ts';
export * from './catalogue-file.sql.ts';
export type { LineFault } from './catalogue-line.ts';
export type { DeclaredOnlineStatus } from './catalogue-plan.ts';
export { bestKnownOn, type History, type Version, versionOn } from './history.ts';
export * from './linked-procedures.sql.ts';
export type { LinkedProcedure, ProcedureLinks, Step } from './linked-procedures.ts';
export * from './listing.sql.ts';
export type { OrganisationNode } from './organisation-tree.ts';
export { createProcedureSearch, type ProcedureSearch, type SearchReach } from './procedure-search.ts';
export * from './record.sql.ts';
export * from './slug.ts';
export * from './subject.ts';
export { listSubjectsOf, type NamedSubject } from './subjects-of.sql.ts';
export * from './vocabulary.ts';
