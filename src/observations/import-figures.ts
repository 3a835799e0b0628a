/** Figures that articles and reports told come into the store, with the services that they speak of. */
import {
  findSubjectByForeignId,
  isSameName,
  listOthers,
  listProcedures,
  type Procedure,
  recordOthers,
  recordProcedures,
  slugify,
  subjectIdsByPublicId,
} from '../catalogue/index.ts';
import { type Clock, dayOf } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { assessPlausibility } from './assess-plausibility.ts';
import { type FigureLine, type NamedSubject, readFigures } from './figure-file.ts';
import { type Recording, recordObservations } from './observation.sql.ts';

/** What an import of figures did; `made` are the services that the catalogue did not know. */
export type FiguresImport = Recording & {
  readonly figures: number;
  readonly made: readonly string[];
  readonly suspect: number;
};

/** The scheme of foreign ids under which a procedure keeps the name that figures give it. */
const SCHEME = 'figures';
/** Procedures that only figures name take the ids `usage1`, `usage2`… */
const MADE_ID = /^usage(\d+)$/;
/** Procedures of the demonstration: real figures never speak of them. */
const INVENTED_ID = /^demo\d+$/;

/**
 * Reads a file of figures and keeps them. Read twice, it changes nothing the second time.
 *
 * @param author who imports them; @param clock tells the instant of recording
 * @throws VigieError InvalidInput with every fault at once; when several procedures bear a name
 */
export async function importFigures(
  tx: Queryable,
  bytes: Uint8Array,
  { author, clock }: { author: string; clock: Clock },
): Promise<FiguresImport> {
  const lines = readFigures(bytes, dayOf(clock.now()));
  const { subjects, made } = await findOrMake(tx, lines);
  const observations = lines.map(({ subject, observation }) => {
    return { ...observation, subjectId: subjects.get(keyOf(subject)) ?? 0 };
  });
  const assessed = await assessPlausibility(tx, observations);
  const recording = await recordObservations(tx, assessed, { author, clock });
  const suspect = assessed.filter(({ status }) => status === 'suspect').length;
  return { figures: lines.length, ...recording, made, suspect };
}

function keyOf({ kind, name }: NamedSubject): string {
  return `${kind} ${slugify(name)}`;
}

function namedIn(lines: readonly FigureLine[]): NamedSubject[] {
  return [...new Map(lines.map(({ subject }) => [keyOf(subject), subject])).values()];
}

function firstDay(lines: readonly FigureLine[], subject: NamedSubject): string {
  const days = lines
    .filter((line) => keyOf(line.subject) === keyOf(subject))
    .map(({ observation }) => observation.periodStart);
  return days.sort()[0] ?? '';
}

type Subjects = { readonly subjects: Map<string, number>; readonly made: string[] };

/** The subjects that figures name, by key, those that the catalogue does not know being made. */
async function findOrMake(tx: Queryable, lines: readonly FigureLine[]): Promise<Subjects> {
  const named = namedIn(lines);
  const others = await listOthers(tx);
  const procedures = await listProcedures(tx);
  const subjects = new Map<string, number>();
  for (const one of named) {
    const found =
      one.kind === 'procedure'
        ? await findNamedProcedure(tx, procedures, one.name)
        : others.find(({ kind, name }) => kind === one.kind && isSameName(name, one.name))?.subjectId;
    if (found !== undefined) subjects.set(keyOf(one), found);
  }
  const unknown = named.filter((one) => !subjects.has(keyOf(one)));
  for (const [key, subjectId] of await makeSubjects(tx, lines, unknown)) subjects.set(key, subjectId);
  return { subjects, made: unknown.map(({ name }) => name) };
}

async function findNamedProcedure(
  tx: Queryable,
  procedures: readonly Procedure[],
  name: string,
): Promise<number | undefined> {
  const tied = await findSubjectByForeignId(tx, { scheme: SCHEME, value: slugify(name) });
  if (tied !== null) return tied;
  const named = procedures.filter((one) => isSameName(one.name, name) && !INVENTED_ID.test(one.publicId));
  if (named.length < 2) return named[0]?.subjectId;
  const ids = named.map(({ publicId }) => publicId).join(', ');
  const remedy = `give the right one the external id ${SCHEME}:${slugify(name)} in the catalogue`;
  throw new VigieError('InvalidInput', `Several procedures are named "${name}" (${ids}): ${remedy}.`);
}

/** All at once: the catalogue is read whole for each call. */
async function makeSubjects(
  tx: Queryable,
  lines: readonly FigureLine[],
  unknown: readonly NamedSubject[],
): Promise<[string, number][]> {
  const others = unknown.flatMap(({ kind, name }) => (kind === 'procedure' ? [] : [{ kind, name }]));
  const procedures = unknown.filter(({ kind }) => kind === 'procedure');
  const otherIds = await recordOthers(
    tx,
    others.map((one) => ({ ...one, slug: slugify(one.name), validFrom: firstDay(lines, one) })),
  );
  const free = procedures.length === 0 ? 0 : await firstFreeNumber(tx);
  const procedureIds = await recordProcedures(
    tx,
    procedures.map((one, at) => ({
      publicId: `usage${free + at}`,
      name: one.name,
      validFrom: firstDay(lines, one),
      foreignIds: [{ scheme: SCHEME, value: slugify(one.name) }],
    })),
  );
  const ids = [...otherIds, ...procedureIds];
  return [...others, ...procedures].map((one, at) => [keyOf(one), ids[at] ?? 0]);
}

async function firstFreeNumber(tx: Queryable): Promise<number> {
  const taken = [...(await subjectIdsByPublicId(tx)).keys()].map((id) => Number(MADE_ID.exec(id)?.[1] ?? 0));
  return Math.max(0, ...taken) + 1;
}
