import { findCriterion, getMethodology } from '../../criteria/index.ts';
import type { ResultInEdition } from '../../editions/index.ts';
import type { CriterionHistory } from '../criterion-history.ts';
import { type Html, levelBadge, table } from '../design/index.ts';
import { figureText } from '../figures.ts';
import type { PageContext } from '../page-context.ts';
import { runsOf } from '../runs.ts';

/**
 * The words that a criterion took, each with the editions in a row that say it, the latest first. Nothing under two
 * editions with a word.
 */
export function statesTable({ l }: PageContext, { definition, results }: CriterionHistory): Html | '' {
  if (results.filter(hasState).length < 2) return '';
  const words = l.messages.procedure;
  return table(l, {
    caption: words.states(definition.label[l.locale]),
    columns: [words.editions, words.state, words.level].map((label) => ({ label })),
    rows: runsOf(results, stateOf).flatMap((run) => {
      const [last] = run;
      const first = run.at(-1);
      if (last === undefined || first === undefined || !hasState(last)) return [];
      const told = findCriterion(getMethodology(last.methodology), last.criterion) ?? definition;
      return [
        [
          first === last ? last.label : words.fromTo(first.label, last.label),
          figureText(l, told, last.result),
          levelBadge(l, last.result.level),
        ],
      ];
    }),
  });
}

function hasState({ result }: ResultInEdition): boolean {
  return typeof result.value === 'string';
}

/** A change of methodology is a change, whatever the word. */
function stateOf({ methodology, result }: ResultInEdition): string {
  return JSON.stringify([methodology, result.value, result.level]);
}
