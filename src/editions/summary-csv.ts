import type { CsvValue } from '../core/csv.ts';
import { getMethodology } from '../criteria/index.ts';
import type { Aggregate, Aggregates, CriterionAggregate } from './aggregate.ts';
import { findAggregates } from './find-aggregates.ts';
import type { PublishedEdition } from './published-edition.ts';

/** The columns of what many procedures give together, criteria apart. */
export const GROUP_COLUMNS = [
  'demarches',
  'volume_connu',
  'volume_total',
  'en_ligne',
  'en_ligne_numerateur',
  'en_ligne_denominateur',
  'en_ligne_volume',
  'en_ligne_volume_numerateur',
  'en_ligne_volume_denominateur',
  'en_ligne_volume_demarches',
] as const;

/** The columns of what they give for one criterion. */
export const AGGREGATE_COLUMNS = [
  'bon',
  'moyen',
  'mauvais',
  'info',
  'sans_niveau',
  'atteint',
  'atteint_numerateur',
  'atteint_denominateur',
  'atteint_volume',
  'atteint_volume_numerateur',
  'atteint_volume_denominateur',
  'atteint_volume_demarches',
  'reuni',
  'reuni_numerateur',
  'reuni_denominateur',
  'reuni_demarches',
] as const;

/** The columns of `/editions/{slug}/synthese.csv`: one line a group and criterion (docs/open-data.md). */
export const SUMMARY_COLUMNS = [
  'edition',
  'revision',
  'methode',
  'arrete_au',
  'groupe',
  'nom_groupe',
  ...GROUP_COLUMNS,
  'critere',
  'unite',
  ...AGGREGATE_COLUMNS,
] as const;
type SummaryColumn = (typeof SUMMARY_COLUMNS)[number];
type SummaryRow = Record<SummaryColumn, CsvValue>;

/** The aggregates as lines: the whole, then ministries, organisations and audiences; none for an edition without them. */
export function summaryCsvRows(published: PublishedEdition): SummaryRow[] {
  const aggregates = findAggregates(published);
  if (aggregates === null) return [];
  const { edition } = published;
  const head = {
    edition: edition.slug,
    revision: edition.revision,
    methode: edition.methodology,
    arrete_au: edition.cutoff_on,
  };
  return listGroups(aggregates).flatMap(({ groupe, nom_groupe, aggregate }) =>
    getMethodology(edition.methodology).criteria.flatMap(({ id, unit }) => {
      const criterion = aggregate.criteria[id];
      if (criterion === undefined) return [];
      return [
        {
          ...head,
          groupe,
          nom_groupe,
          ...groupCells(aggregate),
          critere: id,
          unite: unit,
          ...criterionCells(criterion),
        },
      ];
    }),
  );
}

/** The cells of one criterion of a group. */
export function criterionCells({ levels, reaching, pooled }: CriterionAggregate) {
  return {
    bon: levels.good,
    moyen: levels.medium,
    mauvais: levels.poor,
    info: levels.info,
    sans_niveau: levels.none,
    atteint: reaching?.by_number.value ?? null,
    atteint_numerateur: reaching?.by_number.numerator ?? null,
    atteint_denominateur: reaching?.by_number.denominator ?? null,
    atteint_volume: reaching?.by_volume.value ?? null,
    atteint_volume_numerateur: reaching?.by_volume.numerator ?? null,
    atteint_volume_denominateur: reaching?.by_volume.denominator ?? null,
    atteint_volume_demarches: reaching?.by_volume.procedures ?? null,
    reuni: pooled?.value ?? null,
    reuni_numerateur: pooled?.numerator ?? null,
    reuni_denominateur: pooled?.denominator ?? null,
    reuni_demarches: pooled?.procedures ?? null,
  };
}

type Group = { groupe: string; nom_groupe: string | null; aggregate: Aggregate };

function listGroups({ whole, ministries, organisations, audiences }: Aggregates): Group[] {
  const named = (groupe: string, list: Aggregates['ministries']): Group[] =>
    list.map((aggregate) => ({ groupe, nom_groupe: aggregate.name, aggregate }));
  return [
    { groupe: 'ensemble', nom_groupe: null, aggregate: whole },
    ...named('ministere', ministries),
    ...named('administration', organisations),
    ...named('usagers', audiences),
  ];
}

/** The cells of a group that are the same for each criterion. */
export function groupCells({ procedures, volume, online }: Aggregate) {
  return {
    demarches: procedures,
    volume_connu: volume.procedures,
    volume_total: volume.procedures === 0 ? null : volume.total,
    en_ligne: online.by_number.value,
    en_ligne_numerateur: online.by_number.numerator,
    en_ligne_denominateur: online.by_number.denominator,
    en_ligne_volume: online.by_volume.value,
    en_ligne_volume_numerateur: online.by_volume.numerator,
    en_ligne_volume_denominateur: online.by_volume.denominator,
    en_ligne_volume_demarches: online.by_volume.procedures,
  };
}
