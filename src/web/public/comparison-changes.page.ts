import {
  type CriterionDefinition,
  type CriterionId,
  findCriterion,
  getMethodology,
} from '../../criteria/index.ts';
import { CHANGE_KINDS, type Change, type ChangeKind, type Comparison } from '../../editions/index.ts';
import { COMPARISON_PARAMETERS, type ComparisonView, changesAddress } from '../comparison-query.ts';
import {
  definitionList,
  emptyState,
  filters,
  type Html,
  html,
  inlineFigure,
  pagination,
  table,
} from '../design/index.ts';
import { toFigure } from '../figures.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

/** Changes shown of each criterion before the reader asks for more. */
const MOST_SHOWN = 6;
const PAGE_SIZE = 40;

/** The values that rose or fell, or the list of values that the address asks for. */
export function changesSection(
  context: PageContext,
  comparison: Comparison,
  address: string,
  view: ComparisonView,
): Html {
  const { l } = context;
  const words = l.messages.comparison;
  const { changes, tests } = comparison;
  const rate = l.percentText(tests.false_discovery_rate * 100);
  return html`<section aria-labelledby="changes"><h2 id="changes">${words.changes}</h2>
<p>${tests.made === 0 ? words.noTest : words.discoveries(tests.made, rate)} ${words.declaredNote}</p>
${countTable(context, comparison, address)}
${view === null ? html`${establishedChanges(context, comparison, address)}${untested(l, changes)}` : ''}
<h3 id="values">${words.listTitle}</h3>
${valueFilters(l, comparison, address, view)}
${view === null ? html`<p class="note">${words.pick}</p>` : valueList(context, comparison, address, view)}</section>`;
}

/** The definition of a criterion in the later methodology, or else in the earlier one. */
function definitionOf({ before, after }: Comparison, criterion: CriterionId): CriterionDefinition | null {
  return (
    findCriterion(getMethodology(after.methodology), criterion) ??
    findCriterion(getMethodology(before.methodology), criterion)
  );
}

/** True of a value that is compared without a test, because it is declared. */
export const isDeclared = ({ kind, test }: Change) => kind !== 'not_testable' && test === null;
const isUnchanged = (change: Change) => change.kind === 'no_significant_change' && isDeclared(change);
const isEstablished = ({ kind }: Change) => kind === 'rise' || kind === 'fall';

/** Of each criterion, how many values took each way: k of N. */
function countTable({ l }: PageContext, comparison: Comparison, address: string): Html {
  const words = l.messages.comparison;
  const labelOf = (criterion: CriterionId) =>
    definitionOf(comparison, criterion)?.label[l.locale] ?? criterion;
  const byCriterion = [...Map.groupBy(comparison.changes, ({ criterion }) => criterion)];
  const isSilent = (changes: readonly Change[]) => changes.every(({ reason }) => reason === 'absent_both');
  const kinds = CHANGE_KINDS.filter((kind) => comparison.changes.some((change) => change.kind === kind));
  const silent = byCriterion
    .filter(([, changes]) => isSilent(changes))
    .map(([criterion]) => labelOf(criterion));
  return html`${table(l, {
    caption: words.changes,
    captionHidden: true,
    cards: true,
    columns: [
      { label: l.messages.methodology.criterion },
      ...kinds.map((kind) => ({ label: words.kinds[kind] })),
      { label: words.values, numeric: true },
    ],
    rows: byCriterion
      .filter(([, changes]) => !isSilent(changes))
      .map(([criterion, changes]) => [
        labelOf(criterion),
        ...kinds.map((kind) => countCell(l, address, changes, { criterion, kind, page: 1 })),
        l.number(changes.length),
      ]),
  })}${silent.length === 0 ? '' : html`<p class="note">${words.silent(l.list(silent))}</p>`}`;
}

function countCell(
  l: Localisation,
  address: string,
  changes: readonly Change[],
  view: NonNullable<ComparisonView>,
): Html | string {
  const found = changes.filter(({ kind }) => kind === view.kind);
  if (found.length === 0) return l.number(0);
  const way = found.every(isUnchanged)
    ? l.messages.comparison.unchangedDeclared
    : wayText(l, found[0]?.better ?? null);
  return html`<a href="${changesAddress(address, view)}">${l.number(found.length)}</a>${way === '' ? '' : html` <small>${way}</small>`}`;
}

function wayText(l: Localisation, better: boolean | null): string {
  if (better === null) return '';
  return better ? l.messages.comparison.better : l.messages.comparison.worse;
}

/** The established changes, the most certain first, a few of each criterion. */
function establishedChanges(context: PageContext, comparison: Comparison, address: string): Html[] {
  const { l } = context;
  const byCriterion = Map.groupBy(comparison.changes.filter(isEstablished), ({ criterion }) => criterion);
  return [...byCriterion].map(([criterion, found]) => {
    const definition = definitionOf(comparison, criterion);
    const shown = found.toSorted((a, b) => (a.test?.p ?? 0) - (b.test?.p ?? 0)).slice(0, MOST_SHOWN);
    const view = { criterion, kind: null, page: 1 };
    return html`<h3>${definition?.label[l.locale] ?? criterion}</h3>
${changeTable(context, comparison, definition?.label[l.locale] ?? criterion, shown)}
${found.length > shown.length ? html`<p>${l.messages.comparison.ofAll(l.number(shown.length), l.number(found.length))} · <a href="${changesAddress(address, view)}">${l.messages.comparison.seeAll(found.length)}</a></p>` : ''}`;
  });
}

function changeTable(
  context: PageContext,
  comparison: Comparison,
  caption: string,
  changes: readonly Change[],
  withCriterion = false,
): Html {
  const { l, urls } = context;
  const words = l.messages.comparison;
  return table(l, {
    caption,
    captionHidden: true,
    cards: true,
    columns: [
      { label: l.messages.edition.procedure },
      ...(withCriterion ? [{ label: l.messages.methodology.criterion }] : []),
      ...[words.change, words.before, words.after].map((label) => ({ label })),
    ],
    rows: changes.map((change) => {
      const { id, slug, name } = change.procedure;
      const definition = definitionOf(comparison, change.criterion);
      return [
        html`<a href="${urls.procedure({ publicId: id, slug })}" lang="fr">${name}</a>`,
        ...(withCriterion ? [definition?.shortLabel[l.locale] ?? change.criterion] : []),
        verdictCell(l, change),
        sideOf(l, definition, change.before),
        sideOf(l, definition, change.after),
      ];
    }),
  });
}

function sideOf(
  l: Localisation,
  definition: CriterionDefinition | null,
  result: Change['before'],
): Html | string {
  return result === null || definition === null ? '–' : inlineFigure(l, toFigure(l, definition, result));
}

/** "Hausse mieux", or why nothing can be said. */
function verdictCell(l: Localisation, change: Change): Html {
  const { kind, better, reason, stale } = change;
  const words = l.messages.comparison;
  const notes = [
    wayText(l, better),
    reason === null ? '' : words.untestable[reason],
    stale ? words.stale : '',
  ].filter((note) => note !== '');
  return html`<span class="change ${kind}">${isUnchanged(change) ? words.unchanged : words.kinds[kind]}</span>${notes.length === 0 ? '' : html` <small>${notes.join(', ')}</small>`}`;
}

/** How many values did not change, and how many cannot be tested for each reason. */
function untested(l: Localisation, changes: readonly Change[]): Html {
  const words = l.messages.comparison;
  const count = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  const unchanged = changes.filter(isUnchanged).length;
  const byReason = Map.groupBy(
    changes.filter(({ kind }) => kind === 'not_testable'),
    ({ reason }) => reason,
  );
  const reasons = [...byReason].flatMap(([reason, found]) =>
    reason === null ? [] : [{ reason, count: found.length }],
  );
  const text = (number: number) => words.untestedCount(number, changes.length);
  const lines = [
    { term: words.unchanged, count: unchanged },
    { term: words.kinds.no_significant_change, count: count('no_significant_change') - unchanged },
    { term: words.kinds.not_testable, count: count('not_testable') },
  ].filter((line) => line.count > 0);
  if (lines.length === 0) return html``;
  return html`<h3>${words.untestedTitle}</h3>
${definitionList(lines.map((line) => ({ term: line.term, description: text(line.count) })))}
${
  reasons.length === 0
    ? ''
    : html`<p>${words.untestedBecause}${l.messages.shell.colon}</p>${definitionList(
        reasons
          .toSorted((a, b) => b.count - a.count)
          .map((one) => ({ term: words.untestable[one.reason], description: text(one.count) })),
      )}`
}`;
}

function valueFilters(l: Localisation, comparison: Comparison, address: string, view: ComparisonView): Html {
  const words = l.messages.comparison;
  const criteria = comparison.criteria.map(({ criterion }) => ({
    value: criterion,
    label: definitionOf(comparison, criterion)?.label[l.locale] ?? criterion,
  }));
  return filters(l, {
    action: changesAddress(address, null),
    fields: [
      {
        kind: 'select',
        name: COMPARISON_PARAMETERS.criterion,
        label: words.filterCriterion,
        value: view?.criterion ?? '',
        options: criteria,
      },
      {
        kind: 'select',
        name: COMPARISON_PARAMETERS.kind,
        label: words.filterKind,
        all: words.allKinds,
        value: view?.kind ?? '',
        options: CHANGE_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] })),
      },
    ],
    active: activeFilters(l, address, view, criteria),
    clearHref: changesAddress(address, null),
  });
}

function activeFilters(
  l: Localisation,
  address: string,
  view: ComparisonView,
  criteria: readonly { value: string; label: string }[],
) {
  if (view === null) return [];
  const words = l.messages.comparison;
  const criterion = criteria.find(({ value }) => value === view.criterion);
  return [
    ...(criterion === undefined
      ? []
      : [
          {
            label: words.filterCriterion,
            value: criterion.label,
            removeHref: changesAddress(address, { ...view, criterion: null, page: 1 }),
          },
        ]),
    ...(view.kind === null
      ? []
      : [
          {
            label: words.filterKind,
            value: words.kinds[view.kind],
            removeHref: changesAddress(address, { ...view, kind: null, page: 1 }),
          },
        ]),
  ];
}

function valueList(
  context: PageContext,
  comparison: Comparison,
  address: string,
  view: NonNullable<ComparisonView>,
): Html {
  const { l } = context;
  const words = l.messages.comparison;
  const found = comparison.changes.filter(
    ({ criterion, kind }) =>
      (view.criterion === null || criterion === view.criterion) && (view.kind === null || kind === view.kind),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(view.page, pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return html`<p class="result-count" role="status">${words.matching(found.length, comparison.changes.length)}</p>
${shown.length === 0 ? emptyState(words.empty) : changeTable(context, comparison, words.listTitle, shown, true)}
${pagination(l, { page, pages, hrefOf: (other) => changesAddress(address, { ...view, page: other }) })}`;
}
