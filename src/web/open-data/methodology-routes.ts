/** Methodologies as files. */
import type { CsvValue } from '../../core/csv.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  type CriterionDefinition,
  getMethodology,
  METHODOLOGIES,
  type Methodology,
} from '../../criteria/index.ts';
import { localisation } from '../i18n/index.ts';
import { sendCsv } from './csv-answer.ts';
import { snakeKeys } from './snake-keys.ts';

/** Columns of `/methodologie.csv` and `/methodologie/{version}.csv`: one line a criterion. Words are French. */
export const METHODOLOGY_COLUMNS = [
  'methode',
  'critere',
  'libelle',
  'mesure',
  'unite',
  'sens',
  'fenetre_mois',
  'minimum_reponses',
  'objectif',
  'seuils',
  'formule',
] as const;

export function methodologyData(app: App, prefix: string): void {
  app.get(`${prefix}/methodologie.json`, guard('public'), (c) =>
    c.json({ methodologies: METHODOLOGIES.map(({ id, label, period }) => ({ id, label, period })) }),
  );
  app.get(`${prefix}/methodologie.csv`, guard('public'), (c) =>
    sendCsv(c, METHODOLOGY_COLUMNS, METHODOLOGIES.flatMap(methodologyRows)),
  );
  app.get(`${prefix}/methodologie/:file{[a-z0-9-]+\\.json}`, guard('public'), (c) =>
    c.json(snakeKeys(getMethodology(c.req.param('file').replace(/\.json$/, ''))) as object),
  );
  app.get(`${prefix}/methodologie/:file{[a-z0-9-]+\\.csv}`, guard('public'), (c) =>
    sendCsv(
      c,
      METHODOLOGY_COLUMNS,
      methodologyRows(getMethodology(c.req.param('file').replace(/\.csv$/, ''))),
    ),
  );
}

function methodologyRows(methodology: Methodology) {
  return methodology.criteria.map((definition) => criterionRow(methodology, definition));
}

function criterionRow(
  { id }: Methodology,
  definition: CriterionDefinition,
): Record<(typeof METHODOLOGY_COLUMNS)[number], CsvValue> {
  const { messages } = localisation('fr');
  return {
    methode: id,
    critere: definition.id,
    libelle: definition.label.fr,
    mesure: definition.measures.fr,
    unite: definition.unit,
    sens: definition.direction,
    fenetre_mois: definition.windowMonths,
    minimum_reponses: definition.minimumN,
    objectif: definition.objective?.fr ?? null,
    seuils: definition.legend
      .map(({ level, words }) => `${messages.levels[level]}${messages.shell.colon} ${words.fr}`)
      .join('; '),
    formule: definition.formula.fr,
  };
}
