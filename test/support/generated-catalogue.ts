/** Catalogues made at random by the rules themselves, for the tests of this folder. */
import fc from 'fast-check';
import type { DeclaredOnlineStatus } from '../../src/catalogue/catalogue-plan.ts';
import { findCycles } from '../../src/catalogue/organisation-tree.ts';
import { claimForeignId, copySnapshot, emptySnapshot, type Snapshot } from '../../src/catalogue/snapshot.ts';
import { stateOrganisation, stateOther, stateProcedure, stateSite } from '../../src/catalogue/statement.ts';
import {
  AUDIENCES,
  CHANNELS,
  codesOf,
  LIFE_EVENTS,
  ONLINE_STATUSES,
  ORGANISATION_LEVELS,
  PROCEDURE_KINDS,
} from '../../src/catalogue/vocabulary.ts';
import { addDays } from '../../src/core/clock.ts';
import { VigieError } from '../../src/core/errors.ts';

const day = fc.integer({ min: 0, max: 6 }).map((count) => addDays('2024-12-29', count));
const rough = fc.oneof(
  fc.constantFrom(
    '=1+1',
    'a;b',
    'dit "Lui"',
    'deux\nlignes',
    'à,b',
    ' bords ',
    '007',
    'CR\rici',
    '2025-01-02',
    '0,5',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);
const text = fc.option(rough);
const slug = fc.constantFrom('a', 'b', 'c', 'd', 'e-1', 'f');
const choice = fc.nat(30);
/** Without the negative zero, which a file does not tell from zero. */
const degrees = (bound: number) =>
  fc.option(fc.double({ min: -bound, max: bound, noNaN: true }).map((value) => value + 0));

const named = { validFrom: day, slug, name: rough, pick: choice };

type Step = (draft: Snapshot) => number;

/** An organisation of the draft, or none. */
function organisationOf(draft: Snapshot, pick: number): number | null {
  const ids = [...draft.histories.organisation.keys()];
  return ids[pick % (ids.length + 1)] ?? null;
}

/** Some procedures of the draft, in an order of their own. */
function othersOf(draft: Snapshot, publicId: string, pick: number): string[] {
  const others = [...draft.publicIds.keys()].filter((id) => id !== publicId);
  return pick % 2 === 0 ? others.slice(pick % 3).reverse() : others.slice(0, pick % 3);
}

/** Half of the time the subject is named by its id, so that the slug becomes a new one. */
function existing(draft: Snapshot, kind: string, pick: number): { subjectId?: number } {
  const ids = [...draft.kinds].filter(([, one]) => one === kind).map(([id]) => id);
  const subjectId = ids[pick % (2 * ids.length + 1)];
  return subjectId === undefined ? {} : { subjectId };
}

const organisationStep = fc
  .record({ ...named, acronym: text, level: fc.constantFrom(...codesOf(ORGANISATION_LEVELS)) })
  .map(({ pick, ...said }): Step => {
    return (draft) =>
      stateOrganisation(draft, {
        ...said,
        ...existing(draft, 'organisation', pick),
        parentId: organisationOf(draft, pick * 7),
      });
  });

const procedureStep = fc
  .record({
    validFrom: day,
    name: rough,
    publicId: fc.constantFrom('1', '2', '20', 'xwiki3'),
    kind: fc.constantFrom(...codesOf(PROCEDURE_KINDS)),
    publishedUrl: fc.oneof(text, fc.webUrl()),
    audiences: fc.subarray(codesOf(AUDIENCES)),
    lifeEvents: fc.subarray(codesOf(LIFE_EVENTS), { maxLength: 3 }),
    onlineOnlySince: fc.option(day),
    plannedOpeningOn: fc.option(day),
    contactUrl: fc.constantFrom('https://exemple.fr/aide?a=1;b', 'http://exemple.fr', null),
    contactPhone: fc.constantFrom('+33 1 23 45 67 89', '=3646', null),
    contactEmail: fc.constantFrom('aide@exemple.fr', null),
    otherChannels: fc.subarray(codesOf(CHANNELS)),
    foreignIds: fc.subarray(['1', '2', 'x:y z'].map((value) => ({ scheme: 'jdma', value }))),
    pick: choice,
  })
  .map(({ pick, ...said }): Step => {
    return (draft) =>
      stateProcedure(draft, {
        ...said,
        organisationId: organisationOf(draft, pick),
        ministryId: organisationOf(draft, pick * 5),
        nextSteps: othersOf(draft, said.publicId, pick),
        related: othersOf(draft, said.publicId, pick * 3),
      });
  });

const siteStep = fc
  .record({
    ...named,
    network: text,
    street: text,
    postcode: fc.constantFrom('01000', null),
    municipality: text,
    latitude: degrees(90),
    longitude: degrees(180),
    openingHours: text,
    premisesAccessibility: text,
  })
  .map(({ pick, ...said }): Step => {
    return (draft) =>
      stateSite(draft, {
        ...said,
        ...existing(draft, 'site', pick),
        organisationId: organisationOf(draft, pick),
      });
  });

const otherStep = fc
  .record({ ...named, kind: fc.constantFrom('portal' as const, 'survey' as const, 'country' as const) })
  .map(({ pick, ...said }): Step => {
    return (draft) => {
      const id = stateOther(draft, { ...said, ...existing(draft, said.kind, pick) });
      if (pick % 4 === 0) claimForeignId(draft, { scheme: 'grist', value: String(pick) }, id);
      return id;
    };
  });

/** What the rules refuse is not said: the steps that pass make the catalogue. */
function follow(steps: readonly Step[]): Snapshot {
  let draft = emptySnapshot();
  for (const step of steps) {
    const next = copySnapshot(draft);
    try {
      step(next);
    } catch (error) {
      if (!(error instanceof VigieError)) throw error;
      continue;
    }
    if (findCycles(next.histories.organisation).length === 0) draft = next;
  }
  return draft;
}

export const arbitraryCatalogue = fc
  .record({
    steps: fc.array(fc.oneof(organisationStep, organisationStep, procedureStep, siteStep, otherStep), {
      maxLength: 25,
    }),
    declared: fc.array(
      fc.record({ pick: choice, validFrom: day, onlineStatus: fc.constantFrom(...codesOf(ONLINE_STATUSES)) }),
      { maxLength: 4 },
    ),
  })
  .map(({ steps, declared }) => {
    const draft = follow(steps);
    const procedures = [...draft.histories.procedure.keys()];
    const statuses = declared.flatMap(({ pick, ...status }): DeclaredOnlineStatus[] => {
      const subjectId = procedures[pick % (procedures.length || 1)];
      return subjectId === undefined ? [] : [{ ...status, subjectId }];
    });
    return { draft, statuses };
  });
