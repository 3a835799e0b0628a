/** The pages of surveys. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { getSurvey, readSurveys } from '../survey-report.ts';
import type { SitePart } from './site-part.ts';
import { surveyPage } from './survey.page.ts';
import { surveysPage } from './surveys.page.ts';

export function surveyRoutes(app: App, { site, context, prefix, show }: SitePart): void {
  app.get(`${prefix}/barometres`, guard('public'), async (c) =>
    show(c, surveysPage(context, await readSurveys(site))),
  );
  app.get(`${prefix}/barometres/:survey{[a-z0-9-]+}`, guard('public'), async (c) => {
    const slug = c.req.param('survey');
    const report = await getSurvey(site, slug);
    if (report.survey.slug !== slug) return c.redirect(context.urls.survey(report.survey.slug), 301);
    return show(c, surveyPage(context, report));
  });
}
