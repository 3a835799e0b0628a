/** The surveys that the project ships: what was asked of whom, for the shares that its figures tell. */
import type { Clock } from '../core/clock.ts';
import type { Queryable } from '../core/database.ts';
import { readShippedFolder } from '../core/shipped-data.ts';
import { recordSurvey, type SurveyRecording } from './survey.sql.ts';
import { readSurvey } from './survey-file.ts';

/** Who signs them. */
const AUTHOR = 'vigie';

/** Puts the surveys that the project ships into a store; those that it holds already change nothing. */
export async function loadShippedSurveys(tx: Queryable, clock: Clock): Promise<SurveyRecording[]> {
  const recordings: SurveyRecording[] = [];
  for (const bytes of await readShippedFolder('surveys')) {
    recordings.push(await recordSurvey(tx, readSurvey(bytes), { author: AUTHOR, clock }));
  }
  return recordings;
}
