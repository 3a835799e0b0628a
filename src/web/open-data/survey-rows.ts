/** A survey as a table: a line a figure, with how it changed since the wave before. */
import type { CsvValue } from '../../core/csv.ts';
import { indicatorOf } from '../../observations/index.ts';
import type { AnswerChange, JudgedFigure, Round, SurveyReport } from '../survey-report.ts';

/** Columns of `/barometres/{slug}.csv`. */
export const SURVEY_COLUMNS = [
  'slug',
  'enquete',
  'vague',
  'periode_debut',
  'periode_fin',
  'question',
  'version',
  'intitule',
  'texte_question',
  'rupture',
  'reponse',
  'intitule_reponse',
  'dont',
  'groupe',
  'membre',
  'nom_groupe',
  'indicateur',
  'parmi',
  'statut',
  'valeur',
  'qualification',
  'n',
  'intervalle_bas',
  'intervalle_haut',
  'motif',
  'precision_source',
  'source',
  'origine',
  'evolution',
  'motif_evolution',
  'statistique',
  'p',
  'personnes_necessaires',
] as const;

type Row = Record<(typeof SURVEY_COLUMNS)[number], CsvValue>;

export function surveyRows({ survey, latest, questions }: SurveyReport): Row[] {
  return questions.flatMap(({ rounds, changes }) =>
    rounds.flatMap((round) =>
      round.figures.map((figure) => ({
        slug: survey.slug,
        enquete: latest.title.fr,
        ...roundCells(round),
        ...figureCells(figure),
        ...changeCells(changes.find(({ after }) => after.figure === figure)),
      })),
    ),
  );
}

function roundCells({ wave, question, breaks }: Round) {
  return {
    vague: wave.code,
    periode_debut: wave.from,
    periode_fin: wave.to,
    question: question.code,
    version: question.version,
    intitule: question.label.fr,
    texte_question: question.wording?.fr ?? question.wording?.en ?? null,
    rupture: breaks !== null,
    parmi: question.among,
  };
}

function figureCells(figure: JudgedFigure) {
  const { question, answer, group, observation, interval } = figure;
  return {
    reponse: answer.code,
    intitule_reponse: answer.label.fr,
    dont: answer.within,
    groupe: group?.kind ?? null,
    membre: group?.code ?? null,
    nom_groupe: group?.label.fr ?? null,
    indicateur: indicatorOf(question),
    statut: figure.status,
    valeur: figure.value,
    qualification: figure.qualifier,
    n: figure.n,
    intervalle_bas: interval?.[0] ?? null,
    intervalle_haut: interval?.[1] ?? null,
    motif: figure.intervalReason,
    precision_source: figure.sourcePrecision,
    source: observation?.source ?? null,
    origine: observation?.origin ?? null,
  };
}

function changeCells(change: AnswerChange | undefined) {
  return {
    evolution: change?.kind ?? null,
    motif_evolution: change?.reason ?? null,
    statistique: change?.test?.statistic ?? null,
    p: change?.test?.p ?? null,
    personnes_necessaires: change?.peopleNeeded ?? null,
  };
}
