import type { Procedure } from '../../catalogue/index.ts';

/** What the catalogue says of a procedure, under the keys of public files. */
export function procedureJson(procedure: Procedure) {
  return {
    id: procedure.publicId,
    slug: procedure.slug,
    name: procedure.name,
    kind: procedure.kind,
    organisation: procedure.organisation?.acronym ?? procedure.organisation?.name ?? null,
    ministry: procedure.ministry?.name ?? null,
    perimeter: procedure.perimeter?.name ?? null,
    audiences: procedure.audiences,
    life_events: procedure.lifeEvents,
    url: procedure.publishedUrl,
    url_normalised: procedure.url,
    online_only_since: procedure.onlineOnlySince,
    planned_opening_on: procedure.plannedOpeningOn,
  };
}
