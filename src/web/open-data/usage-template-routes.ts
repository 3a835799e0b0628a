/** The file of usage to fill in, for those who have no command line. */
import { z } from 'zod';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { makeUsageTemplate, TEMPLATE_INDICATORS } from '../../observations/index.ts';
import { choiceParameter, parseQuery, textParameter } from '../query.ts';
import { sendCsv } from './csv-answer.ts';

const parameters = z.object({ forme: choiceParameter(['longue', 'large']), indicateurs: textParameter });

/** `/donnees/modele-usages.csv`: `forme` longue or large, `indicateurs` their ids separated by commas, `excel=1`. */
export function usageTemplate(app: App, prefix: string): void {
  app.get(`${prefix}/donnees/modele-usages.csv`, guard('public'), (c) => {
    const { forme, indicateurs } = parseQuery(parameters, c.req.query());
    const indicators = indicateurs?.split(',').map((name) => name.trim()) ?? TEMPLATE_INDICATORS;
    const { columns, rows } = makeUsageTemplate({ indicators, wide: forme === 'large' });
    return sendCsv(c, columns, rows);
  });
}
