import type { Command } from 'commander';
import { type CountDifference, recountDaily } from '../feedback/index.ts';
import { answer, sayProgress, withStore } from './command.ts';

/** `vigie reviews recount`: counts made anew from the answers, and how they differed. */
export function reviewsRecountCommand(parent: Command): void {
  parent
    .command('recount')
    .description('count all answers again, and put right the counts that differ: there should be none')
    .option('--dry-run', 'only compare')
    .option('--json', 'answer in JSON')
    .action(async ({ dryRun, json }: { dryRun?: true; json?: true }) => {
      const result = await withStore((db) =>
        recountDaily(db, {
          dryRun: dryRun === true,
          onProgress: (done, of) => sayProgress(`${done} of ${of} procedures and sites recounted`),
        }),
      );
      sayProgress('');
      const { subjects, reviews, differing, differences } = result;
      const more = differing - differences.length;
      const counts = differing === 1 ? '1 count' : `${differing} counts`;
      const differ = differing === 1 ? 'differs' : 'differ';
      const outcome = `${counts} ${dryRun || differing === 0 ? differ : 'differed, and are right now'}`;
      answer(json === true, { dry_run: dryRun === true, subjects, reviews, differing, differences }, [
        `${reviews} reviews of ${subjects} procedures and sites: ${outcome}`,
        ...differences.map(differenceLine),
        ...(more > 0 ? [`  and ${more} more`] : []),
      ]);
    });
}

function differenceLine(one: CountDifference): string {
  const { table, subjectId, question, version, on, buttonId, channel, ending, grade, held, counted } = one;
  const where = `subject ${subjectId}, ${question} ${version}, ${on}, button ${buttonId}, ${channel}, ${ending}`;
  return `  ${table}: ${where}, grade ${grade}: ${held}, counted ${counted}`;
}
