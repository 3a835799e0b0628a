/** Reviews as lines of CSV. */
import type { CsvValue } from '../../core/csv.ts';
import { type PublishedResult, RESULT_COLUMNS, resultCells } from '../../editions/index.ts';
import type { Period } from '../../feedback/index.ts';
import type { NationalReviews, ReviewGroup } from '../national-reviews.ts';
import {
  judgeReview,
  judgeReviews,
  REVIEW_CRITERIA,
  REVIEW_METHODOLOGY,
  type ReviewReport,
  type ReviewResults,
} from '../review-report.ts';

/** The columns of `/demarches/{id}-{slug}/avis.csv`: one line a group of reviews and criterion (docs/open-data.md). */
export const PROCEDURE_REVIEW_COLUMNS = [
  'id',
  'groupe',
  'membre',
  'methode',
  'critere',
  ...RESULT_COLUMNS,
  'rupture',
  'evolution',
  'progres',
  'motif_evolution',
  'test',
  'statistique',
  'degres_liberte',
  'p',
] as const;
type ReviewRow = Partial<Record<(typeof PROCEDURE_REVIEW_COLUMNS)[number], CsvValue>>;

/** All the reviews shown, those of the period before, then by button, channel and ending, then point by point. */
export function reviewRows(id: string, report: ReviewReport): ReviewRow[] {
  const { statistics, results, before, view } = report;
  const { byButton, byChannel, byEnding } = statistics;
  const head = { id, methode: REVIEW_METHODOLOGY.id };
  const lines = (groupe: string, membre: string | null, of: ReviewResults): ReviewRow[] =>
    REVIEW_CRITERIA.map((critere) => ({ ...head, groupe, membre, critere, ...resultCells(of[critere]) }));
  const groups = [
    ...[...byButton].map(([member, counts]) => ({ groupe: 'bouton', member, counts })),
    ...[...byChannel].map(([member, counts]) => ({ groupe: 'moyen', member, counts })),
    ...[...byEnding].map(([member, counts]) => ({ groupe: 'fin', member, counts })),
  ];
  return [
    ...lines('ensemble', null, results).map((line, at) => ({ ...line, ...changeCells(report, at) })),
    ...lines('periode_precedente', null, before),
    ...groups.flatMap(({ groupe, member, counts }) =>
      lines(groupe, member, judgeReviews(counts, view.period)),
    ),
    ...report.evolutions.flatMap(({ criterion, points, step, breaks }) =>
      points.map((point) => ({
        ...head,
        groupe: STEP_GROUPS[step],
        membre: point.from,
        critere: criterion,
        ...resultCells(judgeReview(criterion, point.counts, point)),
        rupture: breaks.some(({ on }) => on === point.from),
      })),
    ),
  ];
}

const STEP_GROUPS = { day: 'jour', week: 'semaine', month: 'mois' } as const;

function changeCells({ changes }: ReviewReport, at: number): ReviewRow {
  const criterion = REVIEW_CRITERIA[at];
  if (criterion === undefined) return {};
  const { kind, better, reason, test } = changes[criterion];
  return {
    evolution: kind,
    progres: better,
    motif_evolution: reason,
    test: test?.name ?? null,
    statistique: test?.statistic ?? null,
    degres_liberte: test?.df ?? null,
    p: test?.p ?? null,
  };
}

/** The columns of `/avis.csv`: one line for all, a ministry, a procedure or a month (docs/open-data.md). */
export const NATIONAL_REVIEW_COLUMNS = [
  'groupe',
  'membre',
  'nom_groupe',
  'id',
  'methode',
  'du',
  'au',
  'demarches',
  'equipees',
  'avec_avis',
  'avis',
  'tres_bien',
  'tres_bien_min',
  'tres_bien_max',
  'sans_note',
  'critere',
  ...RESULT_COLUMNS,
] as const;
type NationalRow = Partial<Record<(typeof NATIONAL_REVIEW_COLUMNS)[number], CsvValue>>;

/** The whole over the period and the one before, then ministries, procedures equipped or reviewed, and months. */
export function nationalReviewRows(reviews: NationalReviews): NationalRow[] {
  const { view, whole, before, ministries, procedures, months } = reviews;
  const spanOf = ({ from, to }: Period) => ({ methode: REVIEW_METHODOLOGY.id, du: from, au: to });
  const span = spanOf(view.period);
  return [
    { groupe: 'ensemble', ...span, ...groupCells(whole) },
    { groupe: 'periode_precedente', ...spanOf(before.period), ...groupCells(before.whole) },
    ...ministries.map(({ ministry, group }) => ({
      groupe: 'ministere',
      membre: ministry?.slug ?? null,
      nom_groupe: ministry?.name ?? null,
      ...span,
      ...groupCells(group),
    })),
    ...procedures.map(({ procedure, isEquipped, reviews: n, satisfaction }) => ({
      groupe: 'demarche',
      membre: procedure.slug,
      nom_groupe: procedure.name,
      id: procedure.publicId,
      ...span,
      demarches: 1,
      equipees: Number(isEquipped),
      avec_avis: Number(n > 0),
      avis: n,
      ...satisfactionCells(satisfaction()),
    })),
    ...months.map(({ month, to, reviews: n, told, equipped }) => ({
      groupe: 'mois',
      membre: month.slice(0, 7),
      du: month,
      au: to,
      demarches: whole.procedures,
      equipees: equipped,
      avec_avis: told,
      avis: n,
    })),
  ];
}

function groupCells(group: ReviewGroup): NationalRow {
  return {
    demarches: group.procedures,
    equipees: group.equipped,
    avec_avis: group.told,
    avis: group.reviews,
    ...(group.veryGood.value === null
      ? {}
      : {
          tres_bien: group.veryGood.numerator,
          tres_bien_min: group.veryGoodRange[0],
          tres_bien_max: group.veryGoodRange[1],
        }),
    sans_note: group.unrated,
    ...satisfactionCells(group.satisfaction),
  };
}

function satisfactionCells(result: PublishedResult): NationalRow {
  return { critere: 'satisfaction', ...resultCells(result) };
}
