import type { Organisation } from '../catalogue/index.ts';
import type { CsvValue } from '../core/csv.ts';
import { getMethodology } from '../criteria/index.ts';
import type { OrganisationFigures } from './organisation-figures.ts';
import { AGGREGATE_COLUMNS, criterionCells, GROUP_COLUMNS, groupCells } from './summary-csv.ts';

/** The columns of the files of organisations: one line an organisation and criterion (docs/open-data.md). */
export const ORGANISATION_COLUMNS = [
  'edition',
  'revision',
  'methode',
  'arrete_au',
  'groupe',
  'slug',
  'administration',
  'sigle',
  'echelon',
  'rattachement',
  'demarches_suivies',
  ...GROUP_COLUMNS,
  'critere',
  'unite',
  'renseignees',
  'sans_objet',
  'dernier_chiffre_au',
  'derniere_edition',
  ...AGGREGATE_COLUMNS,
] as const;
type OrganisationRow = Partial<Record<(typeof ORGANISATION_COLUMNS)[number], CsvValue>>;

/** An organisation to write, or all procedures together when it is null. */
export type WrittenOrganisation = {
  readonly organisation: Organisation | null;
  /** Slug of the organisation above it. */
  readonly parent: string | null;
  /** Procedures of the catalogue. */
  readonly followed: number;
  readonly figures: OrganisationFigures;
};

/** The lines of organisations, in the order given; one without a procedure in any edition has its lines, without edition. */
export function organisationCsvRows(list: readonly WrittenOrganisation[]): OrganisationRow[] {
  return list.flatMap(({ organisation, parent, followed, figures: { told, freshness } }) => {
    const head: OrganisationRow = {
      edition: told?.edition.slug ?? null,
      revision: told?.edition.revision ?? null,
      methode: told?.edition.methodology ?? null,
      arrete_au: told?.edition.cutoff_on ?? null,
      groupe: organisation === null ? 'ensemble' : 'administration',
      slug: organisation?.slug ?? null,
      administration: organisation?.name ?? null,
      sigle: organisation?.acronym ?? null,
      echelon: organisation?.level ?? null,
      rattachement: parent,
      demarches_suivies: followed,
      ...(told === null ? { demarches: 0 } : groupCells(told.aggregate)),
    };
    return freshness.map((one) => {
      const criterion = told?.aggregate.criteria[one.criterion];
      return {
        ...head,
        critere: one.criterion,
        unite: told === null ? null : unitOf(told.edition.methodology, one.criterion),
        renseignees: one.known,
        sans_objet: one.not_applicable,
        dernier_chiffre_au: one.latest_on,
        derniere_edition: one.last_edition?.slug ?? null,
        ...(criterion === undefined ? {} : criterionCells(criterion)),
      };
    });
  });
}

function unitOf(methodology: string, criterion: string): CsvValue {
  return getMethodology(methodology).criteria.find(({ id }) => id === criterion)?.unit ?? null;
}
