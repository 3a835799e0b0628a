/** Which procedures of the catalogue lack a target for their home page. Pure. */
import type { HeldTarget } from './target.sql.ts';
import type { Demand } from './target.ts';
import { type DemandWords, parseDemand } from './target-demand.ts';

type Addressed = { readonly subjectId: number; readonly publicId: string; readonly url: string | null };

export type HomePlan<Procedure> = {
  /** What is to be asked for each procedure that has no home page probed. */
  readonly wanted: readonly { readonly procedure: Procedure; readonly demand: Demand }[];
  /** How many different demands these are: a shared address is probed once. */
  readonly demands: number;
  /** Those whose home page is probed, at the address that the catalogue has now. */
  readonly held: readonly Procedure[];
  /** Those whose home page is probed at another address: the catalogue changed, or somebody chose so. */
  readonly elsewhere: readonly { readonly procedure: Procedure; readonly url: string }[];
  /** Those without an address, or with one that cannot be asked. */
  readonly withoutAddress: readonly Procedure[];
};

/**
 * Plans a home target for each procedure with an address that has none yet.
 * @param words what is asked beside the address, whose faults were looked for
 */
export function planHomeTargets<Procedure extends Addressed>(
  procedures: readonly Procedure[],
  targets: readonly HeldTarget[],
  words: Omit<DemandWords, 'url'>,
): HomePlan<Procedure> {
  const homes = new Map<number, string[]>();
  for (const { url, uses } of targets) {
    for (const { subjectId } of uses.filter(({ role }) => role === 'home')) {
      homes.set(subjectId, [...(homes.get(subjectId) ?? []), url]);
    }
  }
  const plan = {
    wanted: [] as { procedure: Procedure; demand: Demand }[],
    held: [] as Procedure[],
    elsewhere: [] as { procedure: Procedure; url: string }[],
    withoutAddress: [] as Procedure[],
  };
  for (const procedure of procedures) {
    const demand = parseDemand({ ...words, url: procedure.url ?? '' }, () => {});
    const [home] = homes.get(procedure.subjectId) ?? [];
    if (demand === null) plan.withoutAddress.push(procedure);
    else if (home === undefined) plan.wanted.push({ procedure, demand });
    else if (homes.get(procedure.subjectId)?.includes(demand.url)) plan.held.push(procedure);
    else plan.elsewhere.push({ procedure, url: home });
  }
  return { ...plan, demands: new Set(plan.wanted.map(({ demand }) => demand.url)).size };
}
