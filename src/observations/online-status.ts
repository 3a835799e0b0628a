import { type DeclaredOnlineStatus, findCode, ONLINE_STATUSES } from '../catalogue/index.ts';
import { NO_FIGURE } from '../core/figure.ts';
import { type Observation, observe, type RecordedObservation } from './observation.ts';

/** The one status that says there is no answer yet: an observation without a value. */
const TO_COME = 'À venir';
const TO_COME_REASON = 'planned';

/** The online status that a catalogue file declares of a procedure on a day, as an observation. */
export function toObservation(declared: DeclaredOnlineStatus, source: string): Observation {
  const toCome = declared.onlineStatus === TO_COME;
  return observe(declared.subjectId, 'online', {
    ...NO_FIGURE,
    status: toCome ? 'not_reported' : 'declared',
    value: toCome ? null : declared.onlineStatus,
    periodStart: declared.validFrom,
    periodEnd: declared.validFrom,
    source,
    origin: 'declared',
    reason: toCome ? TO_COME_REASON : null,
  });
}

/** The same, back from an observation; null when it says nothing that the catalogue file can say. */
export function toDeclaredStatus(observation: RecordedObservation): DeclaredOnlineStatus | null {
  const { value, reason, subjectId, periodEnd } = observation;
  const word = reason === TO_COME_REASON ? TO_COME : typeof value === 'string' ? value : '';
  const onlineStatus = findCode(ONLINE_STATUSES, word);
  return onlineStatus === undefined ? null : { subjectId, validFrom: periodEnd, onlineStatus };
}
