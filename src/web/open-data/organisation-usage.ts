/** The usage of the procedures of an organisation, as its files tell it. */
import type { Organisation } from '../../catalogue/index.ts';
import type { CsvValue } from '../../core/csv.ts';
import type { OrganisationUsage } from '../organisation-usage.ts';
import type { UsageRecord } from '../usage-record.ts';
import { countedJson, sumJson } from './usage-json.ts';
import { countedRows, sumRow, type UsageRow } from './usage-rows.ts';

/** The columns of `/administrations/{slug}.csv` that its lines of usage fill, after those of the lines of criteria. */
export const ORGANISATION_USAGE_COLUMNS = [
  'type_sujet',
  'sujet',
  'id',
  'indicateur',
  'intitule_indicateur',
  'dimensions',
  'statut',
  'valeur',
  'qualification',
  'numerateur',
  'denominateur',
  'periode_debut',
  'periode_fin',
  'connus',
  'attendus',
  'motif',
  'source',
  'origine',
] as const;

export function organisationUsageJson(
  { sums, procedures, late, counted }: OrganisationUsage,
  record: UsageRecord,
) {
  const { byDevice, journey, doubtful } = counted;
  const idOf = (subjectId: number) => record.subjects.get(subjectId)?.procedure?.publicId ?? null;
  return {
    procedures,
    late,
    declared: sums.map(sumJson),
    counted: {
      ...countedJson(counted, record),
      by_device: byDevice,
      journey,
      doubtful: doubtful.map(({ subjectId }) => idOf(subjectId)),
    },
  };
}

/** Totals of what is declared and counted, then each procedure that counts; lines of totals name the organisation. */
export function organisationUsageRows(
  { slug, name }: Organisation,
  { sums, counted }: OrganisationUsage,
  record: UsageRecord,
): Readonly<Record<string, CsvValue>>[] {
  const { totals, byDevice, journey, procedures } = counted;
  const all = countedRows(counted, record);
  const visits = all.find(({ indicateur }) => indicateur === 'visits');
  const part = (dimensions: string, valeur: number, connus: number): UsageRow => ({
    ...visits,
    ...{ dimensions, valeur, connus, attendus: procedures },
  });
  const marks =
    journey === null
      ? []
      : (['starts', 'submitted', 'refused', 'errors', 'endings', 'dropped'] as const).map((mark) =>
          part(`mark=${mark}`, journey[mark], journey.k),
        );
  const rows = [
    ...sums.map(sumRow),
    ...all,
    ...byDevice.map(({ value, visits: count }) => part(`device=${value}`, count, totals.length)),
    ...marks,
  ];
  return rows.map((row) => ({ groupe: 'administration', slug, administration: name, ...row }));
}
