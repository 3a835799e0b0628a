import { listOthers, recordOthers } from '../catalogue/index.ts';
import type { Clock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { listObservations, type Recording, recordObservations } from './observation.sql.ts';
import type { Survey } from './survey.ts';
import { observationsOf, waveOf } from './survey-file.ts';
import { type SurveyFile, type Wave, waveSchema } from './survey-schema.ts';

/** What became of the file of a survey. */
export type SurveyRecording = {
  readonly survey: string;
  readonly waves: readonly { readonly code: string; readonly outcome: 'created' | 'changed' | 'unchanged' }[];
  readonly figures: Recording;
};

/**
 * Keeps a survey: its subject, its waves, and the figures that its file carries. A wave that says what is known changes
 * nothing; one that says otherwise stands in place of the earlier one of its code, which stays in the store.
 *
 * @param author who imports it; @param clock tells the instant of recording
 * @throws VigieError Conflict when another recording changed the same figure meanwhile
 */
export async function recordSurvey(
  tx: Queryable,
  file: SurveyFile,
  { author, clock }: { author: string; clock: Clock },
): Promise<SurveyRecording> {
  const validFrom = file.waves.map(({ from }) => from).sort()[0] ?? '';
  const [subjectId] = await recordOthers(tx, [
    { kind: 'survey', slug: file.survey, name: file.name, validFrom },
  ]);
  if (subjectId === undefined)
    throw new RangeError(`the catalogue gave no subject for survey ${file.survey}`);
  await tx.query(`select pg_advisory_xact_lock(hashtext('vigie.waves'))`);
  const known = new Map((await readWaves(tx, subjectId)).map(({ wave }) => [wave.code, wave]));
  const waves = file.waves
    .map(waveOf)
    .map((wave) => ({ wave, outcome: compare(known.get(wave.code), wave) }));
  const news = waves.filter(({ outcome }) => outcome !== 'unchanged').map(({ wave }) => wave);
  if (news.length > 0) await tx.query(INSERT, [subjectId, JSON.stringify(news), author, clock.now()]);
  const figures = await recordObservations(
    tx,
    file.waves.flatMap((wave) => observationsOf(wave, subjectId)),
    { author, clock },
  );
  return {
    survey: file.survey,
    waves: waves.map(({ wave: { code }, outcome }) => ({ code, outcome })),
    figures,
  };
}

/** The keys of both stand in the order of the schema, which read them. */
function compare(known: Wave | undefined, wave: Wave): 'created' | 'changed' | 'unchanged' {
  if (known === undefined) return 'created';
  return JSON.stringify(known) === JSON.stringify(wave) ? 'unchanged' : 'changed';
}

const INSERT = `
insert into observations.wave (subject_id, code, document, author, recorded_at)
select $1, document->>'code', document, $3, $4 from jsonb_array_elements($2::jsonb) as document`;

/** The last row of each code of one survey, or of all. */
async function readWaves(db: Queryable, subjectId: number | null) {
  const rows = await db.query<{ subjectId: number; document: unknown }>(
    `select subject_id as "subjectId", document
     from (select distinct on (subject_id, code) * from observations.wave
           where $1::bigint is null or subject_id = $1 order by subject_id, code, id desc) as head`,
    [subjectId],
  );
  return rows.map((row) => ({ subjectId: row.subjectId, wave: waveSchema.parse(row.document) }));
}

/** The slugs of the surveys of which a wave is known. */
export async function listSurveySlugs(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: number }>('select distinct subject_id as id from observations.wave');
  const known = new Set(rows.map(({ id }) => id));
  return (await listOthers(db)).filter(({ subjectId }) => known.has(subjectId)).map(({ slug }) => slug);
}

/**
 * Every survey of which a wave is known, by name, with its waves, the earliest first, and its figures as known at an
 * instant.
 */
export async function listSurveys(db: Queryable, knownAt: Date): Promise<Survey[]> {
  const waves = Map.groupBy(await readWaves(db, null), ({ subjectId }) => subjectId);
  const surveys = (await listOthers(db)).filter(({ subjectId }) => waves.has(subjectId));
  return Promise.all(
    surveys.map(async ({ subjectId, slug, name }) => ({
      subjectId,
      slug,
      name,
      waves: (waves.get(subjectId) ?? [])
        .map(({ wave }) => wave)
        .sort((one, other) => (one.to < other.to || (one.to === other.to && one.from < other.from) ? -1 : 1)),
      observations: await listObservations(db, subjectId, knownAt),
    })),
  );
}
