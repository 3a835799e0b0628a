import type { Queryable } from '../core/database.ts';
import { type Button, listAllQuestionnaires, listButtons } from '../feedback/index.ts';

/** The buttons that ask for satisfaction, of one subject or of all, the oldest first; others serve to report a problem. */
export async function listReviewButtons(db: Queryable, subjectId?: number): Promise<Button[]> {
  const [buttons, questionnaires] = await Promise.all([
    listButtons(db, subjectId),
    listAllQuestionnaires(db),
  ]);
  const asking = new Set(
    questionnaires
      .filter(({ questions }) => questions.some(({ id }) => id === 'satisfaction'))
      .map(({ id }) => id),
  );
  return buttons.filter(({ questionnaire }) => asking.has(questionnaire));
}
