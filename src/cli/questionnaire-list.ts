import type { Command } from 'commander';
import { listAllQuestionnaires, SHIPPED_QUESTIONNAIRES } from '../feedback/index.ts';
import { answer, withStore } from './command.ts';

/** `vigie questionnaire list`: those of the product, then those added, each version. */
export function questionnaireListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list the questionnaires, each version: those of the product, then those added')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: true }) => {
      const questionnaires = (await withStore(listAllQuestionnaires)).map((one) => ({
        id: one.id,
        version: one.version,
        of_the_product: SHIPPED_QUESTIONNAIRES.includes(one),
        titles: Object.fromEntries(Object.entries(one.wording).map(([code, { title }]) => [code, title])),
        questions: one.questions.map(({ id }) => id),
      }));
      answer(
        json === true,
        { questionnaires },
        questionnaires.map(({ id, version, titles, questions }) => {
          const words = Object.entries(titles).map(([code, title]) => `${code}: ${title}`);
          return `${id}  version ${version}  ${words.join('; ')}  (${questions.join(', ')})`;
        }),
      );
    });
}
