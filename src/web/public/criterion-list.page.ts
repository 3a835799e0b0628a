import {
  type CriterionDefinition,
  getMethodology,
  METHODOLOGIES,
  type Methodology,
} from '../../criteria/index.ts';
import { type Aggregate, countResults, findAggregates, type PublishedEdition } from '../../editions/index.ts';
import {
  alert,
  factLine,
  type Html,
  html,
  inFrench,
  levelBar,
  linkLine,
  type PageContent,
  pageHead,
} from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { pooledDetail, pooledText, ratioText, shareText } from '../shares.ts';
import { urlsIn } from '../urls.ts';
import { FEWEST_FOR_PERCENT } from './summary-cells.page.ts';

/** Every criterion of the latest edition's methodology, with what that edition says; of the newest one without edition. */
export function criteriaPage(context: PageContext, latest: PublishedEdition | null): PageContent {
  const { l, urls } = context;
  const words = l.messages.criterionPages;
  const methodology = latest === null ? METHODOLOGIES[0] : getMethodology(latest.edition.methodology);
  if (methodology === undefined) throw new TypeError('there is no methodology');
  const whole = latest && (findAggregates(latest)?.whole ?? null);
  return {
    title: words.title,
    description: words.intro,
    paths: { fr: urlsIn('fr').criteria(), en: urlsIn('en').criteria() },
    data: {
      formats: ['json', 'csv'],
      whole: true,
      cite: { title: words.title, ...(latest === null ? {} : { edition: latest.edition }) },
    },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
${
  latest === null
    ? alert(l, 'info', l.messages.edition.noneRemedy, words.noEdition)
    : factLine([
        html`<a href="${urls.edition(latest.edition.slug)}">${inFrench(l, words.edition(latest.edition.label), latest.edition.label)}</a>`,
        l.messages.units.procedures(latest.procedures.length),
        l.messages.edition.cutoffOn(l.day(latest.edition.cutoff_on)),
        html`${l.messages.edition.methodology}${l.messages.shell.colon} <a href="${urls.methodology(methodology.id)}">${methodology.label[l.locale]}</a>`,
      ])
}
<ul class="entries criterion-list">${methodology.criteria.map((definition) => entry(context, definition, whole))}</ul>
${formerCriteria(context, methodology)}`,
  };
}

function entry({ l, urls }: PageContext, definition: CriterionDefinition, whole: Aggregate | null): Html {
  const words = l.messages.criterionPages;
  const aggregate = whole?.criteria[definition.id];
  return html`<li><div><h2><a href="${urls.criterion(definition.id)}">${definition.label[l.locale]}</a></h2>
<p>${definition.measures[l.locale]}</p></div>
${
  whole === null || aggregate === undefined
    ? ''
    : countResults({ aggregate: whole }, definition.id) === 0
      ? html`<p class="note">${words.noResult}</p>`
      : html`<div>${levelBar(l, aggregate.levels)}
${factLine([
  ...mainFigures(l, definition, whole),
  words.results(countResults({ aggregate: whole }, definition.id), whole.procedures),
])}</div>`
}</li>`;
}

/** The share that reaches the objective, or the value over all answers, each with what it is counted over. */
function mainFigures(
  l: Localisation,
  definition: CriterionDefinition,
  { online, criteria }: Aggregate,
): string[] {
  const words = l.messages.criterionPages;
  const { reaching = null, pooled = null } = criteria[definition.id] ?? {};
  const rate = definition.id === 'online' ? shareText(l, online.by_number.value) : null;
  const share = reaching?.by_number;
  const reached = share && shareText(l, share.value);
  const value = pooled && pooledText(l, definition, pooled);
  return [
    ...(rate ? [words.online(rate, ratioText(l, online.by_number))] : []),
    ...(share && reached && !rate
      ? [
          share.procedures < FEWEST_FOR_PERCENT
            ? words.reachingFew(ratioText(l, share))
            : words.reaching(reached, ratioText(l, share)),
        ]
      : []),
    ...(pooled && value
      ? [
          (definition.sampling === 'none' ? words.pooledSum : words.pooled)(
            value,
            pooledDetail(l, definition, pooled),
          ),
        ]
      : []),
  ];
}

/** Criteria that other methodologies have, each by its name in the newest of them. */
function formerCriteria({ l, urls }: PageContext, { criteria }: Methodology): Html | '' {
  const words = l.messages.criterionPages;
  const others = new Map(
    METHODOLOGIES.toReversed()
      .flatMap((methodology) => methodology.criteria)
      .filter(({ id }) => criteria.every((one) => one.id !== id))
      .map(({ id, label }) => [id, label]),
  );
  if (others.size === 0) return '';
  return html`<section aria-labelledby="others"><h2 id="others">${words.former}</h2>
<p class="note">${words.formerNote}</p>
${linkLine(
  words.former,
  [...others].map(([id, label]) => ({ href: urls.criterion(id), label: label[l.locale] })),
)}</section>`;
}
