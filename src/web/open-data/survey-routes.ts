/** Surveys as files. */
import type { CsvValue } from '../../core/csv.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import type { SiteContext } from '../server.ts';
import { getSurvey, readSurveys, type SurveyReport } from '../survey-report.ts';
import { sendCsv } from './csv-answer.ts';
import { surveyJson, surveyListJson } from './survey-json.ts';
import { SURVEY_COLUMNS, surveyRows } from './survey-rows.ts';

/** Columns of `/barometres.csv`: one line a survey, of its latest wave. */
export const SURVEY_LIST_COLUMNS = [
  'slug',
  'enquete',
  'realisation',
  'vagues',
  'vague',
  'periode_debut',
  'periode_fin',
  'population',
  'personnes',
  'chiffres',
  'chiffres_connus',
  'parts',
  'parts_avec_n',
] as const;

export function surveyData(app: App, site: SiteContext, prefix: string): void {
  app.get(`${prefix}/barometres.json`, guard('public'), async (c) =>
    c.json(surveyListJson(await readSurveys(site))),
  );
  app.get(`${prefix}/barometres.csv`, guard('public'), async (c) =>
    sendCsv(c, SURVEY_LIST_COLUMNS, (await readSurveys(site)).map(listRow)),
  );
  for (const format of ['json', 'csv'] as const) {
    app.get(`${prefix}/barometres/:file{[a-z0-9-]+\\.${format}}`, guard('public'), async (c) => {
      const slug = c.req.param('file').slice(0, -format.length - 1);
      const report = await getSurvey(site, slug);
      const present = report.survey.slug;
      if (present !== slug) return c.redirect(`${prefix}/barometres/${present}.${format}`, 301);
      return format === 'json' ? c.json(surveyJson(report)) : sendCsv(c, SURVEY_COLUMNS, surveyRows(report));
    });
  }
}

function listRow({
  survey,
  latest,
  coverage,
}: SurveyReport): Record<(typeof SURVEY_LIST_COLUMNS)[number], CsvValue> {
  return {
    slug: survey.slug,
    enquete: latest.title.fr,
    realisation: latest.producer,
    vagues: survey.waves.length,
    vague: latest.code,
    periode_debut: latest.from,
    periode_fin: latest.to,
    population: latest.population.fr,
    personnes: latest.people,
    chiffres: coverage.figures,
    chiffres_connus: coverage.known,
    parts: coverage.shares,
    parts_avec_n: coverage.withPeople,
  };
}
