/** Questionnaires that an installation adds to those of the product. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { SHIPPED_QUESTIONNAIRES } from './languages/index.ts';
import { type Questionnaire, questionnaireSchema } from './questionnaire.ts';

/** Every version of those that were added, by id, then by version. */
export async function listQuestionnaires(db: Queryable): Promise<Questionnaire[]> {
  const rows = await db.query<{ document: unknown }>(
    'select document from feedback.questionnaire order by id, version',
  );
  return rows.map(({ document }) => questionnaireSchema.parse(document));
}

/** Every version of every questionnaire, those of the product first. */
export async function listAllQuestionnaires(db: Queryable): Promise<Questionnaire[]> {
  return [...SHIPPED_QUESTIONNAIRES, ...(await listQuestionnaires(db))];
}

/**
 * Keeps a version of a questionnaire, for ever. The same one again changes nothing.
 * @returns false when it was there
 * @throws VigieError Conflict when another text bears this id and version, when the product ships this id, or when open
 *   buttons, named, would ask it in a language that it lacks
 */
export async function recordQuestionnaire(
  db: Queryable,
  questionnaire: Questionnaire,
  { author, now }: { author: string; now: Date },
): Promise<boolean> {
  const { id, version } = questionnaire;
  if (SHIPPED_QUESTIONNAIRES.some((one) => one.id === id)) {
    throw new VigieError('Conflict', `"${id}" is a questionnaire of the product; choose another id.`);
  }
  await refuseLostLanguages(db, questionnaire);
  const document = JSON.stringify(questionnaire);
  const written = await db.query(
    `insert into feedback.questionnaire (id, version, document, author, recorded_at)
     values ($1, $2, $3, $4, $5) on conflict (id, version) do nothing returning id`,
    [id, version, document, author, now],
  );
  if (written.length > 0) return true;
  const [same] = await db.query<{ same: boolean }>(
    'select document = $3::jsonb as same from feedback.questionnaire where id = $1 and version = $2',
    [id, version, document],
  );
  if (same?.same === true) return false;
  throw new VigieError(
    'Conflict',
    `Version ${version} of "${id}" exists with other words; a version is never changed: raise its number.`,
  );
}

/** Buttons ask the latest version: one without the words of an open button would leave it with nothing to show. */
async function refuseLostLanguages(db: Queryable, { id, version, wording }: Questionnaire): Promise<void> {
  const languages = Object.keys(wording);
  const left = await db.query<{ buttonId: string; language: string }>(
    `select id as "buttonId", language from feedback.button
     where questionnaire = $1 and closed_at is null and language <> all($2)
       and not exists (select from feedback.questionnaire where id = $1 and version > $3)
     order by created_at, id`,
    [id, languages, version],
  );
  if (left.length === 0) return;
  throw new VigieError(
    'Conflict',
    `Version ${version} of "${id}" lacks a language that open buttons ask it in: add its words, or close them.`,
    left.map(({ buttonId, language }) => ({
      path: `button ${buttonId}`,
      message: `asks it in "${language}"`,
    })),
  );
}
