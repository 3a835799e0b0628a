import type { Queryable } from '../core/database.ts';
import {
  type Button,
  type ButtonDays,
  listAllQuestionnaires,
  listButtonDays,
  listButtons,
} from '../feedback/index.ts';

/** The buttons of one subject, the oldest first: those that ask for satisfaction, and others, as to report a problem. */
export type SubjectButtons = { readonly asking: readonly Button[]; readonly others: readonly Button[] };

export async function readButtons(db: Queryable, subjectId?: number): Promise<SubjectButtons> {
  const [buttons, asked] = await Promise.all([listButtons(db, subjectId), listAsking(db)]);
  const { asking = [], others = [] } = Object.groupBy(buttons, ({ questionnaire }) =>
    asked.has(questionnaire) ? 'asking' : 'others',
  );
  return { asking, others };
}

/** Those that ask for satisfaction, of one subject or of all, the oldest first. */
export async function listReviewButtons(db: Queryable, subjectId?: number): Promise<readonly Button[]> {
  return (await readButtons(db, subjectId)).asking;
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
