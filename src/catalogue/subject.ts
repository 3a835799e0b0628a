/** What the catalogue knows of each kind of subject, and how a caller states it. Days are `YYYY-MM-DD`. */
import type {
  Audience,
  Channel,
  LifeEvent,
  OrganisationLevel,
  ProcedureKind,
  SubjectKind,
} from './vocabulary.ts';

/** The kinds of which the catalogue knows only a name and who answers for it. */
export type OtherKind = Exclude<SubjectKind, 'organisation' | 'procedure' | 'site'>;

/** What holds of a subject from a day on. Missing is `null`. */
export type OrganisationAttributes = {
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly level: OrganisationLevel;
  readonly parentId: number | null;
};

export type ProcedureAttributes = {
  readonly slug: string;
  readonly name: string;
  readonly kind: ProcedureKind;
  /** The address as the administration published it, untouched. */
  readonly publishedUrl: string | null;
  /** The same, as a link that can be followed; null when the published one is none. */
  readonly url: string | null;
  readonly organisationId: number | null;
  readonly ministryId: number | null;
  readonly audiences: readonly Audience[];
  readonly lifeEvents: readonly LifeEvent[];
  /** Since when it can be done online only. */
  readonly onlineOnlySince: string | null;
  readonly plannedOpeningOn: string | null;
  /** Public ids of the steps that follow: from a simulator to the request, from the request to its payment. */
  readonly nextSteps: readonly string[];
  /** Public ids of procedures that go with this one. */
  readonly related: readonly string[];
  /** Where users ask for help; http or https. */
  readonly contactUrl: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
  /** How it can be done without the web. */
  readonly otherChannels: readonly Channel[];
};

export type SiteAttributes = {
  readonly slug: string;
  readonly name: string;
  readonly network: string | null;
  readonly organisationId: number | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly municipality: string | null;
  /** WGS 84, decimal degrees. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly openingHours: string | null;
  readonly premisesAccessibility: string | null;
};

export type OtherAttributes = {
  readonly slug: string;
  readonly name: string;
  readonly organisationId: number | null;
};

/** One version of a subject: its attributes, and the day from which they hold. */
type Known<Attributes> = Attributes & { readonly subjectId: number; readonly validFrom: string };

export type Organisation = Known<OrganisationAttributes>;
export type OtherSubject = Known<OtherAttributes> & { readonly kind: OtherKind };

/** A procedure with those who answer for it, by their names of the day asked for. */
export type Procedure = Known<ProcedureAttributes> & {
  readonly publicId: string;
  readonly organisation: Organisation | null;
  /** The ministry stated, else the one above the organisation. */
  readonly ministry: Organisation | null;
  /** The perimeter above the ministry, else above the organisation. */
  readonly perimeter: Organisation | null;
};

export type Site = Known<SiteAttributes> & { readonly organisation: Organisation | null };

/** An id that others gave to a subject: `{ scheme: 'jdma', value: '1775' }`. */
export type ForeignId = { readonly scheme: string; readonly value: string };

/** What a caller says of the attributes: undefined is "not said" (what was known stays), null is "there is none". */
export type Said<Attributes> = { readonly [Name in keyof Attributes]?: Attributes[Name] | undefined };

/**
 * States an organisation. It is found by the first of these keys that is given; a key only finds, it does not
 * restate:
 * - `subjectId`, and then `slug`, `name` and `level` are new attributes;
 * - `slug`, present or former; `name` and `level` are new attributes;
 * - `name` and `level`: an organisation that bears or bore this name or acronym, perimeters and ministries apart.
 * It is created when absent (by slug or name), and then needs its name and level.
 */
export type OrganisationInput = Said<OrganisationAttributes> & {
  readonly subjectId?: number | undefined;
  readonly validFrom: string;
};

/**
 * States a procedure, found by its public id, else by one of the foreign ids, else created (its name is then
 * needed). The foreign ids are recorded. Without `slug`, the slug follows the name; `url` follows `publishedUrl`.
 */
export type ProcedureInput = Said<Omit<ProcedureAttributes, 'url'>> & {
  readonly publicId: string;
  readonly foreignIds?: readonly ForeignId[] | undefined;
  readonly validFrom: string;
};

/** States a site, found by `subjectId` (then `slug` is a new one) or by its slug, present or former, else created. */
export type SiteInput = Said<SiteAttributes> & {
  readonly subjectId?: number | undefined;
  readonly validFrom: string;
};

/** States a subject of another kind; found as sites are. */
export type OtherInput = Said<OtherAttributes> & {
  readonly kind: OtherKind;
  readonly subjectId?: number | undefined;
  readonly validFrom: string;
};
