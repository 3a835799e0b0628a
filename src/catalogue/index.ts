/**
 * The catalogue: which subjects exist (procedures, organisations, reception sites and the others), and what each
 * was called, where it was and who answered for it, day by day. It owns the schema `catalogue`.
 *
 * Writes take a transaction, hold the catalogue's lock until it ends, and work on many subjects at once:
 *   recordOrganisations(tx, inputs: OrganisationInput[]): Promise<number[]>   subject ids, in the order of the inputs
 *   recordProcedures(tx, inputs: ProcedureInput[]): Promise<number[]>
 *   recordSites(tx, inputs: SiteInput[]): Promise<number[]>
 *   recordOthers(tx, inputs: OtherInput[]): Promise<number[]>
 *   recordForeignId(tx, id: ForeignId, subjectId): Promise<void>
 *   importCatalogue(tx, bytes, { today, skipBad? }): Promise<CatalogueImport>
 * Reads (`onDay` absent: the latest known):
 *   listProcedures(db, { onDay? }): Promise<Procedure[]>
 *   findProcedure(db, publicId): Promise<ProcedureHistory | null>     { current, versions (newest first), foreignIds }
 *   listOrganisations(db, { onDay? }): Promise<OrganisationNode[]>     the roots, each with `children`
 *   findOrganisationBySlug(db, slug): Promise<OrganisationHistory | null>  { current, moved, versions, ancestors, children }
 *   listSites(db, { onDay? }): Promise<Site[]>
 *   findSiteBySlug(db, slug): Promise<SiteHistory | null>              { current, moved, versions }
 *   listOthers(db, { onDay? }): Promise<OtherSubject[]>
 *   subjectIdsByPublicId(db): Promise<Map<string, number>>
 *   findSubjectByForeignId(db, id: ForeignId): Promise<number | null>
 *   subjectIdsByForeignId(db, scheme): Promise<Map<string, number>>
 *   exportCatalogue(db, statuses: DeclaredOnlineStatus[]): Promise<Uint8Array>
 */
export * from './address.ts';
export * from './catalogue-file.sql.ts';
export type { LineFault } from './catalogue-line.ts';
export type { DeclaredOnlineStatus } from './catalogue-plan.ts';
export { bestKnownOn, type History, type Version, versionOn } from './history.ts';
export * from './listing.sql.ts';
export type { OrganisationNode } from './organisation-tree.ts';
export * from './record.sql.ts';
export * from './slug.ts';
export * from './subject.ts';
export * from './vocabulary.ts';
