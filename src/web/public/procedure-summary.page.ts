import { ONLINE_STATUSES, type OnlineStatus } from '../../catalogue/index.ts';
import { type CriterionId, findCriterion, getMethodology } from '../../criteria/index.ts';
import type { ResultInEdition } from '../../editions/index.ts';
import { figureText } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';

/**
 * Whether a procedure is online, satisfies and works, one sentence each, of what is known and not doubtful; empty when
 * none of it is.
 *
 * @param results those of one edition
 */
export function summaryOf(l: Localisation, results: readonly ResultInEdition[]): string[] {
  const words = l.messages.procedure;
  const sentences: Partial<Record<CriterionId, (value: string, found: ResultInEdition) => string>> = {
    online: (value, { result }) =>
      isOnlineStatus(result.value) ? words.onlineSentences[result.value] : `${value}.`,
    satisfaction: (value, { result }) => words.satisfactionSentence(value, result.n),
    availability: (value) => words.availabilitySentence(value),
  };
  return Object.entries(sentences).flatMap(([criterion, tell]) => {
    const found = results.find((one) => one.criterion === criterion);
    if (found === undefined || found.result.value === null || found.result.status === 'suspect') return [];
    const definition = findCriterion(getMethodology(found.methodology), criterion);
    return definition === null ? [] : [tell(figureText(l, definition, found.result), found)];
  });
}

function isOnlineStatus(value: unknown): value is OnlineStatus {
  return typeof value === 'string' && Object.hasOwn(ONLINE_STATUSES, value);
}
