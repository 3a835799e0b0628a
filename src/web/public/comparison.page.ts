import { getMethodology, type Methodology } from '../../criteria/index.ts';
import type { Change, Comparison, EditionPair } from '../../editions/index.ts';
import type { ComparisonView } from '../comparison-query.ts';
import {
  alert,
  factLine,
  type Html,
  html,
  inFrench,
  linkLine,
  type PageContent,
  pageHead,
  table,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { type Urls, urlsIn } from '../urls.ts';
import { changesSection, isDeclared } from './comparison-changes.page.ts';
import { moveSections } from './comparison-moves.page.ts';
import { ministriesSection, totalsSection } from './comparison-totals.page.ts';
import { editionTitle } from './edition-facts.page.ts';

/** What changed from the earlier of two editions to the later one, whichever the address names first. */
export function comparisonPage(context: PageContext, pair: EditionPair, view: ComparisonView): PageContent {
  const { l, urls } = context;
  const { before, after } = pair.comparison;
  const words = l.messages.comparison;
  const addressIn = (any: Urls) => any.editionComparison(after.slug, before.slug);
  const address = addressIn(urls);
  const title = words.title(before.label, after.label);
  const heading = html`${inFrench(l, title, before.label, after.label)}`;
  return {
    title,
    here: heading,
    description: words.description(before.label, after.label),
    paths: { fr: addressIn(urlsIn('fr')), en: addressIn(urlsIn('en')) },
    breadcrumb: [
      { href: urls.editions(), label: l.messages.shell.editions },
      { href: urls.edition(after.slug), label: editionTitle(l, after.label) },
    ],
    data: {
      formats: ['json', 'csv'],
      whole: true,
      cite: { title, edition: after },
    },
    main: html`${pageHead({ title: heading, over: words.over })}
${comparedFacts(context, pair.comparison)}
${otherMethodNotice(l, pair)}
${isKnownByTotals(pair) ? totalsSection(context, pair) : wholeComparison(context, pair, address, view)}`,
  };
}

function isKnownByTotals({ before, after }: EditionPair): boolean {
  return before.totals !== null || after.totals !== null;
}

function comparedFacts({ l, urls }: PageContext, { before, after }: Comparison): Html {
  return factLine([
    l.messages.comparison.cutoffs(l.day(before.cutoff_on), l.day(after.cutoff_on)),
    ...[before, after].map(
      ({ slug, label }) => html`<a href="${urls.edition(slug)}">${editionTitle(l, label)}</a>`,
    ),
  ]);
}

function wholeComparison(
  context: PageContext,
  { comparison }: EditionPair,
  address: string,
  view: ComparisonView,
): Html {
  const { l } = context;
  const { before, after } = comparison;
  return html`${summarySentences(l, comparison)}
${contents(l, comparison)}
${moveSections(context, comparison)}
${changesSection(context, comparison, address, view)}
${ministriesSection(context, comparison, view?.criterion ?? null)}
${criteriaSection(l, comparison, getMethodology(after.methodology), getMethodology(before.methodology))}`;
}

/** Says that the two editions follow two methodologies; nothing when they share one. */
function otherMethodNotice(l: Localisation, pair: EditionPair): Html | '' {
  const { before, after } = pair.comparison;
  if (before.methodology === after.methodology) return '';
  const words = l.messages.comparison;
  const [earlier, later] = [getMethodology(before.methodology), getMethodology(after.methodology)];
  const meaning = words.otherMethodMeaning(earlier.label[l.locale], later.label[l.locale]);
  const rest = isKnownByTotals(pair) ? '' : ` ${words.eachCriterion}`;
  return alert(l, 'warning', html`<p>${meaning}${rest}</p>`, words.otherMethod);
}

/** What a reader in a hurry takes away. */
function summarySentences(l: Localisation, { procedures, changes }: Comparison): Html {
  const words = l.messages.comparison;
  const established = changes.filter(isEstablished);
  const [better, worse] = [true, false].map((way) => established.filter((one) => one.better === way).length);
  const sentences = [
    words.inBoth(procedures.in_both, procedures.before, procedures.after),
    testedSentence(l, changes),
    declaredSentence(l, changes),
    ...(established.length === 0 ? [] : [words.betterWorse(better ?? 0, worse ?? 0)]),
  ];
  return html`<p class="lead">${sentences.filter((sentence) => sentence !== '').join(' ')}</p>`;
}

const isEstablished = ({ kind }: Change) => kind === 'rise' || kind === 'fall';

/** How many of the values that a test was made of have changed. */
function testedSentence(l: Localisation, changes: readonly Change[]): string {
  const words = l.messages.comparison;
  const tested = changes.filter(({ test }) => test !== null);
  if (tested.length === 0) return changes.some(isDeclared) ? '' : words.noneTestable(changes.length);
  const count = tested.filter(isEstablished).length;
  return count === 0
    ? words.noneEstablished(tested.length, changes.length)
    : words.established(count, tested.length, changes.length);
}

/** What became of declared values, which are compared without a test. */
function declaredSentence(l: Localisation, changes: readonly Change[]): string {
  const words = l.messages.comparison;
  const declared = changes.filter(isDeclared);
  if (declared.length === 0) return '';
  const changed = declared.filter(isEstablished).length;
  const same = declared.length - changed;
  return words.clauses(
    ...(changed === 0 ? [] : [words.declaredChanged(changed)]),
    ...(same === 0 ? [] : [words.declaredSame(same)]),
    ...(changes.some(({ test }) => test !== null) ? [] : [words.othersUntestable]),
  );
}

function contents(l: Localisation, comparison: Comparison): Html {
  const words = l.messages.comparison;
  const renamings = comparison.organisations_renamed.length + comparison.ministries_renamed.length;
  const established = comparison.changes.filter(({ kind }) => kind === 'rise' || kind === 'fall').length;
  const counted = [
    ['entered', words.entered, comparison.entered.length],
    ['left', words.left, comparison.left.length],
    ['renamed', words.renamed, comparison.renamed.length],
    ['moved', words.moved, comparison.moved.length + renamings],
    ['newly-online', words.newlyOnline, comparison.newly_online.length],
    ['changes', words.changes, established],
  ] as const;
  return linkLine(l.messages.editionPages.onThisPage, [
    ...counted.map(([id, label, count]) => ({ href: `#${id}`, label: words.withCount(label, count) })),
    { href: '#ministries', label: words.ministries },
    { href: '#criteria', label: words.criteria },
  ]);
}

function criteriaSection(
  l: Localisation,
  { criteria }: Comparison,
  ...methodologies: readonly Methodology[]
): Html {
  const words = l.messages.comparison;
  const labelOf = (id: string) =>
    methodologies.flatMap((one) => one.criteria).find((definition) => definition.id === id)?.label[l.locale];
  const verdict = (isComparable: boolean) => (isComparable ? words.comparable : words.notComparable);
  return html`<section aria-labelledby="criteria"><h2 id="criteria">${words.criteria}</h2>
${
  criteria.every(({ reasons }) => reasons.length === 0)
    ? html`<p>${words.allComparable(criteria.length)}</p>`
    : table(l, {
        caption: words.criteria,
        captionHidden: true,
        cards: true,
        columns: [
          l.messages.methodology.criterion,
          words.criterionValues,
          words.criterionLevels,
          words.why,
        ].map((label) => ({ label })),
        rows: criteria.map((one) => [
          labelOf(one.criterion) ?? one.criterion,
          verdict(one.values),
          verdict(one.levels),
          one.reasons.length === 0
            ? words.sameDefinition
            : l.list(one.reasons.map((reason) => words.comparability[reason])),
        ]),
      })
}</section>`;
}
