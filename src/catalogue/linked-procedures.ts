/** How procedures lead to one another: the steps before and after one, and those that go with it. Pure. */
import type { Procedure } from './subject.ts';

/** A procedure as others name it. */
export type LinkedProcedure = Pick<Procedure, 'publicId' | 'slug' | 'name' | 'kind'>;

/** What the catalogue says of the links of one procedure, by public ids that may be unknown. */
export type StatedLinks = LinkedProcedure & Pick<Procedure, 'nextSteps' | 'related'>;

/** A step of the same course, so many steps away: 1 is next to it. */
export type Step = LinkedProcedure & { readonly distance: number };

/** Farthest first before, nearest first after: the order in which a user meets them. */
export type ProcedureLinks = {
  readonly previousSteps: readonly Step[];
  readonly nextSteps: readonly Step[];
  /** By name of either as going with the other. */
  readonly related: readonly LinkedProcedure[];
};

/** More than these each way tell a reader nothing of the course of one procedure. */
const MOST_STEPS = 6;

/**
 * What the procedure of this public id is tied to. Each step stands once, at its shortest distance, after rather than
 * before where a cycle makes it both; ids that name no procedure are passed over.
 *
 * @param all every procedure, in the order in which those of one distance are listed when their own links do not tell
 */
export function linkProcedure(all: readonly StatedLinks[], publicId: string): ProcedureLinks {
  const known = new Map(all.map((one) => [one.publicId, one]));
  const present = known.get(publicId);
  if (present === undefined) return { previousSteps: [], nextSteps: [], related: [] };
  const after = walk(present, [], ({ nextSteps }) => nextSteps.flatMap((id) => known.get(id) ?? []));
  const before = walk(present, after, (step) =>
    all.filter(({ nextSteps }) => nextSteps.includes(step.publicId)),
  );
  const named = new Set(present.related);
  const related = all.filter(
    (one) => one !== present && (named.has(one.publicId) || one.related.includes(publicId)),
  );
  return {
    previousSteps: before.map(toStep).sort((one, other) => other.distance - one.distance),
    nextSteps: after.map(toStep),
    related: related.map(toNamed),
  };
}

type Reached = { readonly at: StatedLinks; readonly distance: number };

/** All that is reached from `start`, the nearest first, but what was `met` on another way. */
function walk(
  start: StatedLinks,
  met: readonly Reached[],
  stepsFrom: (step: StatedLinks) => readonly StatedLinks[],
): Reached[] {
  const seen = new Set([start, ...met.map(({ at }) => at)]);
  const reached: Reached[] = [{ at: start, distance: 0 }];
  // The list grows as it is read: a walk by widening circles.
  for (const { at, distance } of reached) {
    for (const step of stepsFrom(at)) {
      if (reached.length > MOST_STEPS) return reached.slice(1);
      if (!seen.has(step)) reached.push({ at: step, distance: distance + 1 });
      seen.add(step);
    }
  }
  return reached.slice(1);
}

function toStep({ at, distance }: Reached): Step {
  return { ...toNamed(at), distance };
}

function toNamed({ publicId, slug, name, kind }: LinkedProcedure): LinkedProcedure {
  return { publicId, slug, name, kind };
}
