/** Surveys as JSON: their waves as documents, each figure with its interval, each change with its test. */
import { indicatorOf, type Wave } from '../../observations/index.ts';
import type { AnswerChange, JudgedFigure, SurveyReport } from '../survey-report.ts';

/** Every survey by its latest wave. */
export function surveyListJson(reports: readonly SurveyReport[]) {
  return {
    surveys: reports.map(({ survey, latest, coverage }) => ({
      slug: survey.slug,
      name: survey.name,
      title: latest.title,
      kind: latest.kind,
      producer: latest.producer,
      about: latest.about,
      waves: survey.waves.map(({ code }) => code),
      latest_wave: latest.code,
      from: latest.from,
      to: latest.to,
      population: latest.population,
      people: latest.people,
      coverage: coverageJson(coverage),
    })),
  };
}

/** One survey, whole. */
export function surveyJson({ survey, latest, questions, coverage }: SurveyReport) {
  const rounds = questions.flatMap((question) => question.rounds);
  return {
    survey: { slug: survey.slug, name: survey.name, title: latest.title },
    coverage: coverageJson(coverage),
    waves: survey.waves.map((wave) => ({
      ...documentJson(wave),
      figures: rounds
        .filter((round) => round.wave.code === wave.code)
        .flatMap(({ figures }) => figures)
        .map(figureJson),
    })),
    breaks: rounds.flatMap(({ wave, question, breaks }) =>
      breaks === null ? [] : [{ question: question.code, wave: wave.code, kind: breaks }],
    ),
    changes: questions.flatMap(({ changes }) => changes).map(changeJson),
  };
}

function coverageJson({ figures, known, shares, withPeople }: SurveyReport['coverage']) {
  return { figures, known, shares, with_people: withPeople };
}

/** What the wave asked: its document, but the keys that tie answers to observations. */
function documentJson({ questions, ...wave }: Wave) {
  return {
    ...wave,
    questions: questions.map(({ answers, ...question }) => ({
      ...question,
      answers: answers.map(({ key, ...answer }) => answer),
    })),
  };
}

function figureJson(figure: JudgedFigure) {
  const { question, answer, group, observation } = figure;
  return {
    question: question.code,
    answer: answer.code,
    group: group === null ? null : { kind: group.kind, code: group.code },
    indicator: indicatorOf(question),
    status: figure.status,
    value: figure.value,
    qualifier: figure.qualifier,
    n: figure.n,
    interval: figure.interval,
    reason: figure.intervalReason,
    source_precision: figure.sourcePrecision,
    source: observation?.source ?? null,
    origin: observation?.origin ?? null,
    note: observation === null ? null : { fr: observation.noteFr, en: observation.noteEn },
  };
}

function changeJson(change: AnswerChange) {
  const { answer, group, before, after, kind, reason, test, peopleNeeded } = change;
  return {
    question: after.figure.question.code,
    answer: answer.code,
    group: group === null ? null : { kind: group.kind, code: group.code },
    before: before.wave.code,
    after: after.wave.code,
    kind,
    reason,
    test: test === null ? null : { statistic: test.statistic, p: test.p },
    people_needed: peopleNeeded,
  };
}
