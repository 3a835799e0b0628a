import type { Queryable } from '../core/database.ts';
import {
  type Button,
  type ButtonDays,
  listAllQuestionnaires,
  listButtonDays,
  listButtons,
} from '../feedback/index.ts';

/** The buttons that ask for satisfaction, of one subject or of all, the oldest first; others serve to report a problem. */
export async function listReviewButtons(db: Queryable, subjectId?: number): Promise<Button[]> {
  const [buttons, asking] = await Promise.all([listButtons(db, subjectId), listAsking(db)]);
  return buttons.filter(({ questionnaire }) => asking.has(questionnaire));
}

/** When each of those of all subjects is open. */
export async function listReviewButtonDays(db: Queryable): Promise<ButtonDays[]> {
  return listButtonDays(db, [...(await listAsking(db))]);
}

/** The questionnaires that ask for satisfaction. */
async function listAsking(db: Queryable): Promise<Set<string>> {
  const questionnaires = await listAllQuestionnaires(db);
  const asking = questionnaires.filter(({ questions }) => questions.some(({ id }) => id === 'satisfaction'));
  return new Set(asking.map(({ id }) => id));
}
