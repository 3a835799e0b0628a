/** The address of the list of procedures: which of them, in what order. Parsed at the door, written back in links. */
import { z } from 'zod';
import { AUDIENCES, type Audience, codesOf, LIFE_EVENTS, type LifeEvent } from '../catalogue/index.ts';
import { STATUSES, type Status } from '../core/figure.ts';
import { CRITERIA, type CriterionId, LEVELS, type Level } from '../criteria/index.ts';
import { choiceParameter, parseQuery, sortParameter, textParameter } from './query.ts';
import { withQuery } from './urls.ts';

/** Names of the parameters, as readers see them in the address. */
export const PROCEDURE_PARAMETERS = {
  search: 'q',
  ministry: 'ministere',
  organisation: 'administration',
  audience: 'usagers',
  lifeEvent: 'evenement',
  criterion: 'critere',
  level: 'niveau',
  status: 'statut',
  sort: 'tri',
  page: 'page',
} as const;

/** Of whom or of what; `null` asks for nothing in particular. */
export type ProcedureFilters = {
  readonly search: string | null;
  /** Slug of a ministry. */
  readonly ministry: string | null;
  /** Slug of an organisation, which takes those below it. */
  readonly organisation: string | null;
  readonly audience: Audience | null;
  readonly lifeEvent: LifeEvent | null;
  readonly criterion: CriterionId | null;
  /** Of the criterion, or of any where none is named. */
  readonly level: Level | null;
  /** As the level; both hold of one criterion. */
  readonly status: Status | null;
};

export type ProcedureSort = {
  readonly by: 'name' | 'organisation' | 'volume' | CriterionId;
  readonly descending: boolean;
};

export type ProcedureView = ProcedureFilters & {
  /** Null is by relevance when words are searched, else by name. */
  readonly sort: ProcedureSort | null;
  /** From 1. */
  readonly page: number;
};

/** The whole list. */
export const WHOLE_LIST: ProcedureView = {
  search: null,
  ministry: null,
  organisation: null,
  audience: null,
  lifeEvent: null,
  criterion: null,
  level: null,
  status: null,
  sort: null,
  page: 1,
};

const SORTS = { nom: 'name', administration: 'organisation', volume: 'volume' } as const;
const SORT_NAMES = Object.fromEntries(Object.entries(SORTS).map(([name, by]) => [by, name]));

const query = z.object({
  q: textParameter,
  ministere: textParameter,
  administration: textParameter,
  usagers: choiceParameter(codesOf(AUDIENCES)),
  evenement: choiceParameter(codesOf(LIFE_EVENTS)),
  critere: choiceParameter(CRITERIA),
  niveau: choiceParameter(LEVELS),
  statut: choiceParameter(STATUSES),
  tri: sortParameter([...Object.keys(SORTS), ...CRITERIA]),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/**
 * The view that an address asks for; parameters that are not ours are left alone.
 * @throws VigieError InvalidInput naming each parameter that has no such value
 */
export function parseProcedureQuery(parameters: Readonly<Record<string, string>>): ProcedureView {
  const asked = parseQuery(query, parameters);
  return {
    search: asked.q,
    ministry: asked.ministere,
    organisation: asked.administration,
    audience: asked.usagers,
    lifeEvent: asked.evenement,
    criterion: asked.critere,
    level: asked.niveau,
    status: asked.statut,
    sort: parseSort(asked.tri),
    page: asked.page,
  };
}

function parseSort(name: string | null): ProcedureSort | null {
  if (name === null) return null;
  const bare = name.replace(/^-/, '');
  const by = SORTS[bare as keyof typeof SORTS] ?? CRITERIA.find((criterion) => criterion === bare) ?? 'name';
  return { by, descending: name.startsWith('-') };
}

/** The parameters of a view, as an address carries them; what it does not ask for is absent. */
export function procedureParameters(view: ProcedureView): Record<string, string> {
  const { sort, page } = view;
  const given = {
    q: view.search,
    ministere: view.ministry,
    administration: view.organisation,
    usagers: view.audience,
    evenement: view.lifeEvent,
    critere: view.criterion,
    niveau: view.level,
    statut: view.status,
    tri: sort && `${sort.descending ? '-' : ''}${SORT_NAMES[sort.by] ?? sort.by}`,
    page: page === 1 ? null : String(page),
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** The address of a view of the list at `address`; what is not said of it is as in the whole list. */
export function procedureListAddress(address: string, view: Partial<ProcedureView>): string {
  return withQuery(address, procedureParameters({ ...WHOLE_LIST, ...view }));
}
