/** The questionnaires that the product ships, without their words, which are in languages/. */
import { FIVE_GRADES, type Question } from './questionnaire.ts';

const [WORST, , MIDDLE, , BEST] = FIVE_GRADES;

/** "Je donne mon avis": satisfaction, clarity, help, comment (method.md §1). */
export const AVIS = {
  id: 'avis',
  version: 1,
  questions: [
    {
      kind: 'choice',
      id: 'satisfaction',
      version: 'v1',
      options: [
        { code: 'bad', grade: WORST },
        { code: 'medium', grade: MIDDLE },
        { code: 'good', grade: BEST },
      ],
    },
    { kind: 'scale', id: 'clarity', version: 'v1' },
    { kind: 'help', id: 'help', version: 'v1' },
    { kind: 'help_outcome', id: 'help_outcome', version: 'v1' },
    { kind: 'comment', id: 'comment', version: 'v1' },
  ],
} as const satisfies { id: string; version: number; questions: readonly Question[] };

/** "Je signale un problème ou je fais une suggestion". */
export const SIGNALEMENT = {
  id: 'signalement',
  version: 1,
  questions: [
    {
      kind: 'choice',
      id: 'report',
      version: 'v1',
      options: [
        { code: 'problem', grade: 'problem' },
        { code: 'suggestion', grade: 'suggestion' },
      ],
    },
    {
      kind: 'choice',
      id: 'topic',
      version: 'v1',
      options: [
        { code: 'understanding', grade: 'understanding' },
        { code: 'display', grade: 'display' },
        { code: 'sign_in', grade: 'sign_in' },
        { code: 'attachment', grade: 'attachment' },
        { code: 'failure', grade: 'failure' },
        { code: 'other', grade: 'other' },
      ],
    },
    { kind: 'comment', id: 'comment', version: 'v1' },
  ],
} as const satisfies { id: string; version: number; questions: readonly Question[] };
