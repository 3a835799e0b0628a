import type { Command } from 'commander';
import { addDays, dayOf, systemClock } from '../core/clock.ts';
import { instantOf } from '../core/paris-time.ts';
import { incidentJson, listToldIncidents, OUTCOME_WORDS, type ToldIncident } from '../probes/index.ts';
import { findButtonSubject } from './button-subject.ts';
import { answer, parseDay, withStore } from './command.ts';
import { writeInstant } from './paris-instant.ts';
import { namesOfProcedures, type ProcedureNames } from './target-options.ts';

type Options = { procedure?: string; since?: string; open?: true; json?: true };

const USUAL_DAYS = 30;

/** `vigie incident list`: those that last, and those of the last days. */
export function incidentListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list incidents, the last begun first: those that last, and those that ended lately')
    .option('--procedure <id>', 'of a procedure')
    .option('--since <day>', `those that lasted on this day or later (default: ${USUAL_DAYS} days ago)`)
    .option('--open', 'those that last only')
    .option('--json', 'answer in JSON')
    .action(async ({ procedure, since, open, json }: Options) => {
      const day =
        since === undefined ? addDays(dayOf(systemClock.now()), -USUAL_DAYS) : parseDay('--since', since);
      const { incidents, names } = await withStore(async (db) => {
        const subject = await findButtonSubject(db, procedure === undefined ? {} : { procedure });
        const of = subject === null ? {} : { subjectId: subject.subjectId };
        return {
          incidents: await listToldIncidents(db, { since: instantOf({ day, clockMs: 0 }), ...of }),
          names: await namesOfProcedures(db),
        };
      });
      const shown = incidents.filter(({ endedAt }) => open !== true || endedAt === null);
      answer(json === true, { incidents: shown.map((one) => toJson(one, names)) }, [
        ...shown.flatMap((one) => toLines(one, names)),
        shown.length === 1 ? '1 incident' : `${shown.length} incidents`,
      ]);
    });
}

function toJson(incident: ToldIncident, names: ProcedureNames) {
  return {
    ...incidentJson(incident),
    state: stateOf(incident),
    procedures: incident.subjectIds.map((subjectId) => names.get(subjectId) ?? { id: null }),
  };
}

function stateOf({ endedAt, withdrawnAt }: ToldIncident): 'open' | 'ended' | 'withdrawn' {
  if (withdrawnAt !== null) return 'withdrawn';
  return endedAt === null ? 'open' : 'ended';
}

function toLines(incident: ToldIncident, names: ProcedureNames): string[] {
  const { id, targetId, url, startedAt, endedAt, withdrawnAt, cause, vantages, notes, subjectIds } = incident;
  const until = endedAt === null ? 'it lasts' : `to ${writeInstant(endedAt)}`;
  const procedures = subjectIds.map((subjectId) => names.get(subjectId)?.name ?? 'a procedure that left');
  return [
    `${id}  from ${writeInstant(startedAt)} ${until}, in Paris  target ${targetId} ${url}  ${OUTCOME_WORDS[cause]}  ` +
      `seen from ${vantages.join(', ')}  ${procedures.join('; ')}`,
    ...(withdrawnAt === null ? [] : [`  withdrawn ${writeInstant(withdrawnAt)}: later samples refuted it`]),
    ...notes.map(({ writtenAt, author, text }) => `  ${writeInstant(writtenAt)}, ${author}: ${text}`),
  ];
}
