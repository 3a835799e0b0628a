import { CRITERIA, type CriterionId, findCriterion, METHODOLOGIES } from '../../criteria/index.ts';
import type { EditionSummary } from '../../editions/index.ts';
import { type Html, html, type Link, type PageContent, pageHead } from '../design/index.ts';
import type { Locale } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';
import { SITEMAP, urlsIn } from '../urls.ts';

/** Every kind of page, and each edition, criterion and methodology. `editions` are the latest cut-off first. */
export function sitePlanPage(context: PageContext, editions: readonly EditionSummary[]): PageContent {
  const { l, urls } = context;
  const { shell, feed, texts } = l.messages;
  const words = texts.sitePlan;
  const entry = ({ href, label }: Link, after: Html | string = '') =>
    html`<li><a href="${href}">${label}</a>${after}</li>`;
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').sitePlan(), en: urlsIn('en').sitePlan() },
    main: html`${pageHead({ title: words.title, lead: words.lead })}
<div class="text site-plan">
${part('main', words.main, [
  entry({ href: urls.home(), label: shell.home }),
  entry({ href: urls.procedures(), label: shell.procedures }, ` – ${words.eachProcedure}`),
  entry({ href: urls.reviews(), label: l.messages.reviews.nation.title }, ` – ${words.eachReviews}`),
  entry({ href: urls.organisations(), label: shell.organisations }, ` – ${words.eachOrganisation}`),
  entry({ href: urls.organisationComparison(), label: words.organisationComparison }),
  entry({ href: urls.sites(), label: l.messages.sites.list.title }, ` – ${l.messages.sites.list.eachSite}`),
  entry({ href: urls.usages(), label: l.messages.usages.title }, ` – ${l.messages.usages.each}`),
  entry({ href: urls.usageCoverage(), label: l.messages.usages.coverage.title }),
  entry(
    { href: urls.availability(), label: l.messages.availability.title },
    ` – ${l.messages.availability.each}`,
  ),
  entry({ href: urls.surveys(), label: l.messages.surveys.title }, ` – ${l.messages.surveys.eachSurvey}`),
  entry({ href: urls.glossary(), label: shell.glossary }),
  entry({ href: urls.help(), label: shell.help }),
])}
${part('editions', words.editions, [
  entry({ href: urls.editions(), label: shell.editions }),
  ...editions.map((edition, at) => editionEntry(context, edition, editions[at + 1])),
])}
${part('criteria', words.criteria, [
  entry({ href: urls.criteria(), label: shell.criteria }),
  ...CRITERIA.map((id) => entry({ href: urls.criterion(id), label: criterionLabel(id, l.locale) })),
])}
${part('methodologies', words.methodologies, [
  entry({ href: urls.methodologies(), label: shell.methodology }),
  ...METHODOLOGIES.map(({ id, label }) => entry({ href: urls.methodology(id), label: label[l.locale] })),
])}
${part('files', words.files, [
  entry({ href: urls.data(), label: shell.data }),
  entry({ href: urls.editionsFeed(), label: feed.label }),
  entry({ href: urls.correctionsFeed(), label: feed.correctionsLabel }),
  entry({ href: urls.incidentsFeed(), label: l.messages.availability.feed.label }),
  entry({ href: SITEMAP, label: words.sitemap }),
])}
${part('about', words.site, [
  entry({ href: urls.about(), label: shell.about }),
  entry({ href: urls.robot(), label: l.messages.robot.title }),
  entry({ href: urls.contact(), label: shell.contact }),
  entry({ href: urls.legal(), label: shell.legal }),
  entry({ href: urls.privacy(), label: shell.privacy }),
  entry({ href: urls.accessibility(), label: shell.accessibility }),
])}
</div>`,
  };
}

function part(id: string, title: string, entries: readonly Html[]): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul>${entries}</ul></section>`;
}

/** An edition with its other pages. */
function editionEntry(
  { l, urls }: PageContext,
  { slug, label, knownBy }: EditionSummary,
  previous: EditionSummary | undefined,
): Html {
  const { editionPages, edition, texts } = l.messages;
  const others: Link[] = [
    ...(knownBy === 'procedures' ? [{ href: urls.editionSummary(slug), label: editionPages.summary }] : []),
    { href: urls.editionArticle(slug), label: editionPages.article },
    ...(previous === undefined
      ? []
      : [
          {
            href: urls.editionComparison(slug, previous.slug),
            label: texts.sitePlan.comparison(previous.label),
          },
        ]),
  ];
  return html`<li><a href="${urls.edition(slug)}">${edition.title(label)}</a>
<ul>${others.map(({ href, label: name }) => html`<li><a href="${href}">${name}</a></li>`)}</ul></li>`;
}

/** The words of a criterion in the newest methodology that has it. */
function criterionLabel(id: CriterionId, locale: Locale): string {
  const definitions = METHODOLOGIES.map((methodology) => findCriterion(methodology, id));
  return definitions.find((definition) => definition !== null)?.label[locale] ?? id;
}
