import { z } from 'zod';
import {
  CRITERIA,
  type CriterionDefinition,
  type CriterionId,
  getMethodology,
  type Methodology,
} from '../../criteria/index.ts';
import type { Aggregate, Aggregates, PublishedEdition, Trajectory } from '../../editions/index.ts';
import {
  type Html,
  html,
  inFrench,
  levelBar,
  linkLine,
  type PageContent,
  pageHead,
  statistics,
  table,
} from '../design/index.ts';
import { PARAMETERS } from '../edition-query.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { parseQuery } from '../query.ts';
import { shareText } from '../shares.ts';
import { urlsIn } from '../urls.ts';
import { editionFacts, editionTitle } from './edition-facts.page.ts';
import { FEWEST_FOR_PERCENT, pooledCell, reachingCells } from './summary-cells.page.ts';
import { groupSections } from './summary-groups.page.ts';
import { targetsSection } from './targets.page.ts';

const query = z.object({ [PARAMETERS.criterion]: z.enum(['', ...CRITERIA]).default('') });

/**
 * The criterion that the tables by group show, or null when the address names none.
 * @throws VigieError InvalidInput naming the parameter
 */
export function parseSummaryQuery(parameters: Readonly<Record<string, string>>): CriterionId | null {
  return (parseQuery(query, parameters)[PARAMETERS.criterion] || null) as CriterionId | null;
}

/** What the page shows beside the edition: the criterion asked for, and the way to each target up to this edition. */
export type SummaryView = {
  readonly criterion: CriterionId | null;
  readonly trajectories: readonly Trajectory[];
};

/** The figures of an edition as a whole, then by ministry, organisation and audience, and how far its targets are. */
export function editionSummaryPage(
  context: PageContext,
  published: PublishedEdition & { readonly aggregates: Aggregates },
  { criterion, trajectories }: SummaryView,
): PageContent {
  const { l, urls } = context;
  const { edition, aggregates } = published;
  const words = l.messages.summary;
  const methodology = getMethodology(edition.methodology);
  const heading = html`${inFrench(l, words.title(edition.label), edition.label)}`;
  const sections = [
    ['online', words.online],
    ['criteria', words.criteria],
    ['ministries', words.ministries],
    ['organisations', words.organisations],
    ['audiences', words.audiences],
    ['volumes', words.volumes],
    ['targets', l.messages.targets.title],
  ] as const;
  return {
    title: words.title(edition.label),
    here: heading,
    description: words.description(edition.label),
    paths: {
      fr: urlsIn('fr').editionSummary(edition.slug),
      en: urlsIn('en').editionSummary(edition.slug),
    },
    data: {
      formats: ['json', 'csv'],
      whole: true,
      cite: { title: l.messages.editionPages.summary, edition },
    },
    breadcrumb: [
      { href: urls.editions(), label: l.messages.shell.editions },
      { href: urls.edition(edition.slug), label: editionTitle(l, edition.label) },
    ],
    main: html`${pageHead({ title: heading })}
${editionFacts(context, published)}
${linkLine(
  l.messages.editionPages.onThisPage,
  sections.map(([id, label]) => ({ href: `#${id}`, label })),
)}
${onlineSection(l, aggregates.whole, methodology)}
${criteriaSection(context, aggregates.whole, methodology)}
${groupSections(context, published, criterion)}
${volumesSection(l, aggregates.whole)}
${targetsSection(context, trajectories, edition.cutoff_on)}`,
  };
}

function onlineSection(
  l: Localisation,
  { online, procedures, volume }: Aggregate,
  methodology: Methodology,
): Html {
  const words = l.messages.summary;
  const { by_number, by_volume } = online;
  const hasVolume = by_volume.denominator > 0;
  return html`<section aria-labelledby="online"><h2 id="online">${words.online}</h2>
${statistics(l, [
  {
    label: words.byNumber,
    value: shareText(l, by_number.value),
    detail:
      by_number.procedures === 0
        ? words.noOnline
        : words.onlineByNumber(l.number(by_number.numerator), by_number.procedures, procedures),
  },
  {
    label: words.byVolume,
    value: shareText(l, by_volume.value),
    detail: hasVolume
      ? words.onlineByVolume(
          l.number(by_volume.numerator),
          l.number(by_volume.denominator),
          by_volume.procedures,
          procedures,
        )
      : volume.procedures === 0
        ? words.noVolume
        : words.noOnline,
  },
])}
<p class="note">${words.weighing} ${words.howCounted(methodology.onlineRateFormula[l.locale])}</p></section>`;
}

function criteriaSection({ l }: PageContext, whole: Aggregate, methodology: Methodology): Html {
  const words = l.messages.summary;
  const shown = methodology.criteria.flatMap((definition) => {
    const aggregate = whole.criteria[definition.id];
    return aggregate === undefined ? [] : [{ definition, aggregate }];
  });
  const silent = shown.filter(({ aggregate }) => aggregate.levels.none === whole.procedures);
  const told = shown.filter((one) => !silent.includes(one));
  return html`<section aria-labelledby="criteria"><h2 id="criteria">${words.criteria}</h2>
<p class="note">${words.sharesNote(FEWEST_FOR_PERCENT)}</p>
${table(l, {
  caption: words.criteria,
  captionHidden: true,
  cards: true,
  columns: [
    { label: l.messages.methodology.criterion },
    { label: words.levels },
    { label: words.byNumberOf(words.reaching) },
    { label: words.byVolumeOf(words.reaching) },
    { label: words.pooled },
  ],
  rows: told.map(({ definition, aggregate }) => [
    html`${definition.label[l.locale]} <small>${objectiveText(l, definition)}</small>`,
    levelBar(l, aggregate.levels),
    ...reachingCells(l, aggregate, whole.procedures),
    pooledCell(l, definition, aggregate.pooled),
  ]),
})}
${silent.length === 0 ? '' : html`<p class="note">${l.messages.edition.notMeasured(l.list(silent.map(({ definition }) => definition.label[l.locale])))}</p>`}</section>`;
}

function objectiveText(l: Localisation, { objective }: CriterionDefinition): string {
  const words = l.messages.summary;
  return objective === null ? words.noObjective : words.objective(objective[l.locale]);
}

function volumesSection(l: Localisation, { volume, procedures }: Aggregate): Html {
  const words = l.messages.summary;
  return html`<section aria-labelledby="volumes"><h2 id="volumes">${words.volumes}</h2>
<p>${volume.procedures === 0 ? words.noVolume : words.volumesSentence(l.number(volume.total), volume.procedures, procedures)}</p></section>`;
}
