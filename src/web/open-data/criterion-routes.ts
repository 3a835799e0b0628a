/** Criteria as files: what an edition says of all, and of one. */
import { VigieError } from '../../core/errors.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { CRITERIA, type CriterionId, getMethodology } from '../../criteria/index.ts';
import {
  CRITERIA_COLUMNS,
  CRITERION_COLUMNS,
  type CriterionView,
  criteriaCsvRows,
  criterionCsvRows,
  findAggregates,
  findCriterionView,
  findLatestEdition,
  type PublishedEdition,
  type SeriesPoint,
} from '../../editions/index.ts';
import type { SiteContext } from '../server.ts';
import { sendCsv } from './csv-answer.ts';
import { snakeKeys } from './snake-keys.ts';

export function criterionData(app: App, { db, editions }: SiteContext, prefix: string): void {
  app.get(`${prefix}/criteres.json`, guard('public'), async (c) =>
    c.json(toListJson(await findLatestEdition(db, editions))),
  );
  app.get(`${prefix}/criteres.csv`, guard('public'), async (c) => {
    const latest = await findLatestEdition(db, editions);
    return sendCsv(c, CRITERIA_COLUMNS, latest === null ? [] : criteriaCsvRows(latest));
  });
  app.get(`${prefix}/criteres/:file{[a-z_]+\\.json}`, guard('public'), async (c) =>
    c.json(toJson(await findCriterionView(db, editions, getCriterion(c.req.param('file'))))),
  );
  app.get(`${prefix}/criteres/:file{[a-z_]+\\.csv}`, guard('public'), async (c) => {
    const criterion = getCriterion(c.req.param('file'));
    const { published } = await findCriterionView(db, editions, criterion);
    return sendCsv(c, CRITERION_COLUMNS, published === null ? [] : criterionCsvRows(published, criterion));
  });
}

function getCriterion(file: string): CriterionId {
  const asked = file.replace(/\.[a-z]+$/, '');
  const criterion = CRITERIA.find((id) => id === asked);
  if (criterion === undefined) throw new VigieError('NotFound', 'There is no such criterion.');
  return criterion;
}

function toListJson(latest: PublishedEdition | null) {
  if (latest === null) return { edition: null, criteria: [] };
  const whole = findAggregates(latest)?.whole;
  return {
    edition: latest.edition,
    criteria: getMethodology(latest.edition.methodology).criteria.map(({ id, label, measures, unit }) => ({
      id,
      label,
      measures,
      unit,
      procedures: whole?.procedures ?? null,
      ...whole?.criteria[id],
    })),
  };
}

function toJson({ definition, methodology, published, series }: CriterionView) {
  const whole = published && findAggregates(published)?.whole;
  return {
    edition: published?.edition ?? null,
    methodology: methodology.id,
    criterion: snakeKeys(definition),
    aggregate: whole ? { procedures: whole.procedures, ...whole.criteria[definition.id] } : null,
    series: series.flatMap((point) => toPointJson(point, definition.id)),
    procedures: (published?.procedures ?? []).flatMap(({ results, ...who }) => {
      const result = results[definition.id];
      return result === undefined ? [] : [{ ...who, result }];
    }),
  };
}

function toPointJson(point: SeriesPoint, criterion: CriterionId) {
  const { slug, label, cutoffOn, methodology, reconstructed, revision, aggregate } = point;
  const told = aggregate.criteria[criterion];
  if (told === undefined) return [];
  return [
    {
      edition: slug,
      label,
      cutoff_on: cutoffOn,
      methodology,
      revision,
      reconstructed,
      procedures: aggregate.procedures,
      ...told,
    },
  ];
}
