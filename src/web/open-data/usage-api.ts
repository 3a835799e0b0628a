/** Figures of usage sent by programs, and read back by them (docs/usage-api.md). */
import { z } from 'zod';
import { listSubjectsOf } from '../../catalogue/index.ts';
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import {
  type Dataset,
  type Entry,
  listEntries,
  nameSubjects,
  type SubjectNames,
  sendFigures,
  writePeriod,
} from '../../observations/index.ts';
import { parseQuery, textParameter } from '../query.ts';
import type { SiteContext } from '../server.ts';
import { USAGE_API, usageAddress } from '../urls.ts';
import { oneAtATime, readJson } from './program-api.ts';
import { admitSender } from './usage-api-sender.ts';

const PAGE = 1_000;
const parameters = z.object({ after: textParameter });

/** `POST` sends figures to a dataset, `GET` reads those that it holds: both with a token of the dataset. */
export function usageApi(app: App, site: SiteContext): void {
  const address = `${USAGE_API}/:dataset`;
  const inTurn = oneAtATime();
  app.post(address, guard('program'), async (c) => {
    const { slug } = await admitSender(c, site, c.req.param('dataset'));
    const lines = await readJson(c);
    const done = await inTurn(() => sendFigures(site.db, slug, lines, { clock: site.clock }));
    c.header('cache-control', 'no-store');
    return c.json(done);
  });
  app.get(address, guard('program'), async (c) => {
    const dataset = await admitSender(c, site, c.req.param('dataset'));
    const { after } = parseQuery(parameters, c.req.query());
    c.header('cache-control', 'no-store');
    return c.json(await readHeld(site, dataset, after ?? ''));
  });
}

async function readHeld({ db }: SiteContext, dataset: Dataset, after: string) {
  const subjects = await listSubjectsOf(db, dataset.subjectId);
  const own = subjects.find(({ subjectId }) => subjectId === dataset.subjectId);
  const names = nameSubjects(subjects);
  const entries = await listEntries(db, dataset.slug, { after, limit: PAGE + 1 });
  const shown = entries.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    dataset: dataset.slug,
    label: dataset.label,
    subject: own && { kind: own.kind, id: own.identifier, name: own.name },
    figures: shown.map((entry) => toFigure(entry, names)),
    next: entries.length > PAGE && last !== undefined ? usageAddress(dataset.slug, last.clientId) : null,
  };
}

function toFigure({ clientId, held }: Entry, names: SubjectNames) {
  return {
    id: clientId,
    subject: names.nameOf(held.subjectId),
    indicator: held.indicator,
    period: writePeriod(held),
    dimensions: held.dimensions,
    status: held.status,
    value: held.value,
    qualifier: held.qualifier,
    numerator: held.numerator,
    denominator: held.denominator,
    n: held.n,
    population: held.populationFr,
    population_en: held.populationEn,
    note: held.noteFr,
    note_en: held.noteEn,
    reason: held.reason,
    accepted_because: held.acceptedBecause,
    recorded_at: held.recordedAt.toISOString(),
  };
}
