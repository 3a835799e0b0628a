/** The form of the list of procedures: what can be asked of it, and what is asked now. */
import {
  AUDIENCES,
  type Audience,
  codesOf,
  LIFE_EVENTS,
  type LifeEvent,
  type Organisation,
} from '../../catalogue/index.ts';
import { STATUSES } from '../../core/figure.ts';
import { type CriterionDefinition, LEVELS } from '../../criteria/index.ts';
import { type ActiveFilter, type FilterField, filters, type Html } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import { byName } from '../names.ts';
import type { PageContext } from '../page-context.ts';
import type { DirectoryEntry, ProcedureDirectory } from '../procedure-directory.ts';
import {
  PROCEDURE_PARAMETERS,
  type ProcedureFilters,
  type ProcedureView,
  procedureListAddress,
  procedureParameters,
} from '../procedure-query.ts';
import type { ProcedureSelection } from '../procedure-selection.ts';

/** What a page of the list is drawn from. */
export type ListedProcedures = {
  readonly directory: ProcedureDirectory;
  readonly view: ProcedureView;
  readonly selection: ProcedureSelection;
  /** The criteria of the edition; none before the first. */
  readonly criteria: readonly CriterionDefinition[];
};

export function procedureFilters({ l, urls }: PageContext, listed: ListedProcedures): Html {
  const { view } = listed;
  const address = urls.procedures();
  const { tri } = procedureParameters(view);
  const active = activeFilters(l, listed);
  return filters(l, {
    action: address,
    kept: tri === undefined ? {} : { tri },
    fields: [
      {
        kind: 'search',
        name: PROCEDURE_PARAMETERS.search,
        label: l.messages.catalogue.searchLabel,
        value: view.search ?? '',
      },
    ],
    more: {
      label: l.messages.catalogue.moreFilters,
      open: active.some(({ key }) => key !== 'search'),
      fields: [...ownerFields(l, listed), ...userFields(l, listed), ...resultFields(l, listed)],
      ...(listed.criteria.length === 0 ? {} : { note: l.messages.catalogue.filterNote }),
    },
    active: active.map(
      ({ key, ...filter }): ActiveFilter => ({ ...filter, removeHref: withoutFilter(address, view, key) }),
    ),
    clearHref: address,
  });
}

/** The address of a view without one of its filters; it starts at the first page. */
export function withoutFilter(address: string, view: ProcedureView, key: keyof ProcedureFilters): string {
  return procedureListAddress(address, { ...view, [key]: null, page: 1 });
}

/** The filters of a view in words. */
export function activeFilters(
  l: Localisation,
  { directory: { organisations }, view, criteria }: ListedProcedures,
): { key: keyof ProcedureFilters; label: string; value: string; lang?: string }[] {
  const labels = labelsOf(l);
  const data = { lang: 'fr' };
  const named = (slug: string | null) => slug && (organisations.get(slug)?.name ?? slug);
  const criterion = criteria.find(({ id }) => id === view.criterion)?.label[l.locale] ?? null;
  const values = {
    search: view.search,
    ministry: named(view.ministry),
    organisation: named(view.organisation),
    audience: view.audience && AUDIENCES[view.audience][l.locale],
    lifeEvent: view.lifeEvent && LIFE_EVENTS[view.lifeEvent][l.locale],
    criterion,
    level: view.level && l.messages.levels[view.level],
    status: view.status && l.messages.statuses[view.status].label,
  };
  return (Object.keys(values) as (keyof ProcedureFilters)[]).flatMap((key) => {
    const value = values[key];
    if (value === null) return [];
    const isData = key === 'ministry' || key === 'organisation';
    return [{ key, label: labels[key], value, ...(isData ? data : {}) }];
  });
}

function labelsOf({ messages }: Localisation): Readonly<Record<keyof ProcedureFilters, string>> {
  const { edition, catalogue, methodology } = messages;
  return {
    search: catalogue.search,
    ministry: edition.ministry,
    organisation: edition.organisation,
    audience: edition.audience,
    lifeEvent: catalogue.lifeEvent,
    criterion: methodology.criterion,
    level: edition.levelFilter,
    status: catalogue.status,
  };
}

type Option = { value: string; label: string; lang?: string };

function select(
  l: Localisation,
  view: ProcedureView,
  key: Exclude<keyof ProcedureFilters, 'search'>,
  options: readonly Option[],
): FilterField {
  return {
    kind: 'select',
    name: PROCEDURE_PARAMETERS[key],
    label: labelsOf(l)[key],
    value: view[key] ?? '',
    options,
  };
}

function ownerFields(l: Localisation, { directory, view, selection }: ListedProcedures): FilterField[] {
  const { organisations } = directory;
  const all = [...organisations.values()].sort(byName);
  const optionsOf = (asked: string | null, counts: ReadonlyMap<number, number>): Option[] =>
    all.flatMap((one) => {
      const count = counts.get(one.subjectId) ?? 0;
      if (count === 0 && one.slug !== asked) return [];
      return [{ value: one.slug, label: `${shortName(one)} (${l.number(count)})`, lang: 'fr' }];
    });
  const ministries = countBy(
    selection.without('ministry'),
    ({ procedure }) => procedure.ministry?.subjectId ?? [],
  );
  const owners = countBy(selection.without('organisation'), (entry) => [...entry.owners]);
  return [
    select(l, view, 'ministry', optionsOf(view.ministry, ministries)),
    select(l, view, 'organisation', optionsOf(view.organisation, owners)),
  ];
}

function shortName({ name, acronym }: Organisation): string {
  return acronym === null || acronym === name ? name : `${name}, ${acronym}`;
}

function countBy<Key>(
  entries: readonly DirectoryEntry[],
  keysOf: (entry: DirectoryEntry) => Key | readonly Key[],
): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of entries.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function userFields(l: Localisation, { directory, view, selection }: ListedProcedures): FilterField[] {
  const audiences = countBy(
    selection.without('audience'),
    ({ procedure }): readonly Audience[] => procedure.audiences,
  );
  const lifeEvents = countBy(
    selection.without('lifeEvent'),
    ({ procedure }): readonly LifeEvent[] => procedure.lifeEvents,
  );
  const counted = <Code extends string>(
    words: Readonly<Record<Code, { fr: string; en: string }>>,
    counts: ReadonlyMap<Code, number>,
    asked: Code | null,
  ): Option[] =>
    codesOf(words).flatMap((code) => {
      const count = counts.get(code) ?? 0;
      if (count === 0 && code !== asked) return [];
      return [{ value: code, label: `${words[code][l.locale]} (${l.number(count)})` }];
    });
  const events = counted(LIFE_EVENTS, lifeEvents, view.lifeEvent);
  return [
    select(l, view, 'audience', counted(AUDIENCES, audiences, view.audience)),
    // Whatever is kept now, so that the form has the same fields at every address.
    ...(directory.entries.some(({ procedure }) => procedure.lifeEvents.length > 0)
      ? [select(l, view, 'lifeEvent', events)]
      : []),
  ];
}

function resultFields(l: Localisation, { view, criteria }: ListedProcedures): FilterField[] {
  if (criteria.length === 0) return [];
  const { levels, statuses } = l.messages;
  return [
    select(
      l,
      view,
      'criterion',
      criteria.map(({ id, label }) => ({ value: id, label: label[l.locale] })),
    ),
    select(
      l,
      view,
      'level',
      LEVELS.map((level) => ({ value: level, label: levels[level] })),
    ),
    select(
      l,
      view,
      'status',
      STATUSES.map((status) => ({ value: status, label: statuses[status].label })),
    ),
  ];
}
