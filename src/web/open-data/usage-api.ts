/** Figures of usage sent by programs, and read back by them (docs/usage-api.md). */
import { z } from 'zod';
import { listSubjectsOf } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import type { App, HttpContext } from '../../core/http/context.ts';
import { RefusedRequest, UNSUPPORTED_MEDIA_TYPE } from '../../core/http/errors.ts';
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

/** However many sends come at once, they hold one connection to the store, and pages have the others. */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

/** @throws VigieError InvalidInput, 415 for another kind of body than JSON */
async function readJson(c: HttpContext): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    const message = 'The body is not announced as JSON; send the header "Content-Type: application/json".';
    throw new RefusedRequest('InvalidInput', UNSUPPORTED_MEDIA_TYPE, message);
  }
  const bytes = await c.req.arrayBuffer();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new VigieError('InvalidInput', 'The body is not JSON in UTF-8.');
  }
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
