/** Figures that programs send: all are read, then all are kept, or none. */
import { listSubjectsOf } from '../catalogue/index.ts';
import { type Clock, dayOf } from '../core/clock.ts';
import type { Queryable, Transactional } from '../core/database.ts';
import { type FieldError, VigieError } from '../core/errors.ts';
import { assessPlausibility } from './assess-plausibility.ts';
import { lockDataset } from './dataset.sql.ts';
import { type Dataset, nameSubjects, type SubjectNames } from './dataset.ts';
import { writeDimensions } from './dimension.ts';
import { findEntries, findPlaces, type Place, saveEntries } from './entry.sql.ts';
import { recordObservations } from './observation.sql.ts';
import type { Observation } from './observation.ts';
import { keyOf, toRow } from './observation-row.ts';
import { writePeriod } from './period.ts';
import { readFigure } from './read-figure.ts';
import { readLine, sentPath } from './send-line.ts';

/** What became of the figures of one sending; each is created, updated or unchanged. */
export type Sending = {
  readonly received: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Those that are kept as doubtful: where in the array, their id, and the code of the reason. */
  readonly suspect: readonly {
    readonly index: number;
    readonly id: string;
    readonly reason: string | null;
  }[];
};

/** How many figures one sending may hold. */
export const MOST_SENT = 1_000;
const MOST_FAULTS = 5_000;

/** A figure that is read, and the id that it is sent under. */
type Sent = { readonly index: number; readonly clientId: string; readonly figure: Observation };

/**
 * Keeps figures in a dataset, by the ids that their sender gives. An id stands for one place, its subject, indicator,
 * period and dimensions: sent again the same it changes nothing, sent otherwise it supersedes.
 *
 * @param lines an array of figures as JSON has them; @param clock tells the day and the instant of recording
 * @throws VigieError InvalidInput with every fault at once, by index and field; Conflict with every id that stands for
 *   something else, or when another recording changed the same value meanwhile; NotFound without such a dataset
 */
export async function sendFigures(
  db: Transactional,
  slug: string,
  lines: unknown,
  { clock }: { readonly clock: Clock },
): Promise<Sending> {
  if (!Array.isArray(lines)) throw new VigieError('InvalidInput', 'The body is not an array of figures.');
  if (lines.length > MOST_SENT) {
    const message = `The array holds ${lines.length} figures; send at most ${MOST_SENT} at a time.`;
    throw new VigieError('InvalidInput', message);
  }
  return db.transaction(async (tx) => {
    const dataset = await lockDataset(tx, slug);
    const names = nameSubjects(await listSubjectsOf(tx, dataset.subjectId));
    const read = readAll(lines, { dataset, names, today: dayOf(clock.now()) });
    const places = await findPlaces(
      tx,
      slug,
      read.sent.map(({ figure }) => figure),
    );
    const conflicts = await findConflicts(tx, { slug, names, sent: read.sent, places });
    refuse(read.faults, conflicts);
    return keep(tx, dataset, read.sent, places, clock);
  });
}

type Context = { readonly dataset: Dataset; readonly names: SubjectNames; readonly today: string };

function readAll(lines: readonly unknown[], context: Context) {
  const faults: FieldError[] = [];
  const byId = new Map<string, number>();
  const byKey = new Map<string, number>();
  const sent = lines.flatMap((given, index): Sent[] => {
    const told = new Set<string>();
    // Of a field whose form is at fault nothing more is said.
    const tell = (path: string, message: string) => {
      if (told.has(path)) return;
      told.add(path);
      faults.push({ path: path === '' ? String(index) : `${index}.${path}`, message });
    };
    const once = (seen: Map<string, number>, key: string, path: string, what: string) => {
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, index);
      else tell(path, `${what} figure ${earlier} already; keep one`);
    };
    const line = readLine(given, tell);
    if (line === null) return [];
    once(byId, line.id, 'id', 'is the id of');
    const subjectId = findSubject(line.subject, context, tell);
    const about = { source: context.dataset.label, origin: 'declared' as const, today: context.today };
    const figure = readFigure(subjectId ?? 0, line.input, about, (path, message) =>
      tell(sentPath(path), message),
    );
    if (figure === null || subjectId === null || told.size > 0) return [];
    once(byKey, keyOf(toRow(figure)), '', 'is of the same subject, indicator, period and dimensions as');
    return [{ index, clientId: line.id, figure }];
  });
  return { sent, faults };
}

function findSubject(
  name: string | null,
  { dataset, names }: Context,
  tell: (path: string, message: string) => void,
): number | null {
  if (name === null) return dataset.subjectId;
  const found = names.find(name);
  if (found === null) tell('subject', `"${name}" is the slug of several; write its kind too, portal:${name}`);
  else if (found === undefined)
    tell('subject', `"${name}" is not a subject of this dataset; write the id of a procedure, or a slug`);
  return found ?? null;
}

/** The ids that would leave what they stand for, and the figures that are told under another id. */
async function findConflicts(
  tx: Queryable,
  {
    slug,
    names,
    sent,
    places,
  }: { slug: string; names: SubjectNames; sent: readonly Sent[]; places: readonly Place[] },
): Promise<FieldError[]> {
  const clientIds = sent.map(({ clientId }) => clientId);
  const entries = await findEntries(tx, slug, clientIds);
  return sent.flatMap(({ index, clientId, figure }, at): FieldError[] => {
    const path = `${index}.id`;
    const known = entries.get(clientId);
    if (known !== undefined && keyOf(toRow(known)) !== keyOf(toRow(figure))) {
      const what = describe(known, names);
      return [
        {
          path,
          message: `"${clientId}" stands for ${what}; send this figure under another id, and "${clientId}" with value null and status not_reported if it was a mistake`,
        },
      ];
    }
    const holder = places[at]?.clientId ?? clientId;
    if (holder === clientId) return [];
    return [{ path, message: `this figure is held under the id "${holder}"; send it under that one` }];
  });
}

function describe(one: Observation, names: SubjectNames): string {
  const dimensions = writeDimensions(one.dimensions);
  const words = [one.indicator, writePeriod(one), dimensions === '' ? null : `(${dimensions})`];
  const name = names.nameOf(one.subjectId);
  return [...words, name === null ? 'of a subject that left the dataset' : `of ${name}`]
    .filter((word) => word !== null)
    .join(' ');
}

function refuse(faults: readonly FieldError[], conflicts: readonly FieldError[]): void {
  const all = [...faults, ...conflicts];
  if (all.length === 0) return;
  const code = faults.length > 0 ? 'InvalidInput' : 'Conflict';
  const told = all.length > MOST_FAULTS ? `, of which the first ${MOST_FAULTS} are told` : '';
  const message = `Nothing is kept: ${all.length} ${all.length > 1 ? 'faults' : 'fault'}${told}.`;
  throw new VigieError(code, message, all.slice(0, MOST_FAULTS));
}

async function keep(
  tx: Queryable,
  { slug, author }: Dataset,
  sent: readonly Sent[],
  before: readonly Place[],
  clock: Clock,
): Promise<Sending> {
  const assessed = await assessPlausibility(
    tx,
    sent.map(({ figure }) => figure),
  );
  // In one order for all: two datasets that send of the same subjects never wait for each other in a circle.
  const ordered = assessed.toSorted((one, other) => (keyOf(toRow(one)) < keyOf(toRow(other)) ? -1 : 1));
  await recordObservations(tx, ordered, { author, clock });
  const after = await findPlaces(tx, slug, assessed);
  const entries = sent.map(({ clientId }, at) => ({ clientId, observationId: after[at]?.head ?? 0 }));
  await saveEntries(tx, slug, entries);
  const outcomes = before.map(({ head, clientId }, at) =>
    clientId === null ? 'created' : head === after[at]?.head ? 'unchanged' : 'updated',
  );
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  return {
    received: sent.length,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    suspect: sent.flatMap(({ index, clientId }, at) => {
      const { status, reason = null } = assessed[at] ?? {};
      return status === 'suspect' ? [{ index, id: clientId, reason }] : [];
    }),
  };
}
