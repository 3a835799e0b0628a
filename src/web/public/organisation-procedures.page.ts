import { getMethodology } from '../../criteria/index.ts';
import type { OrganisationFigures } from '../../editions/index.ts';
import { disclosure, type Html, html, inFrench, levelLegend, resultsTable } from '../design/index.ts';
import type { DescribedOrganisation } from '../organisation-figures.ts';
import type { PageContext } from '../page-context.ts';
import { rowOf } from './edition.page.ts';

/** More procedures outside the edition than this are folded. */
const MOST_SHOWN = 12;

/** The procedures of an organisation: those of the edition with their results, then the others of the catalogue. */
export function organisationProceduresSection(
  context: PageContext,
  { history, figures, others }: DescribedOrganisation,
): Html | '' {
  const { l, urls } = context;
  const words = l.messages.organisations.one;
  const { told } = figures;
  if (told === null && others.length === 0) return '';
  const names = html`<ul class="names">${others.map(
    (one) =>
      html`<li><a href="${urls.procedure(one)}" lang="fr">${one.name}</a>${one.organisation === null ? '' : html` <small lang="fr">${one.organisation.acronym ?? one.organisation.name}</small>`}</li>`,
  )}</ul>`;
  const title = (told === null ? words.othersNever : words.others)(others.length);
  return html`<section aria-labelledby="procedures"><h2 id="procedures">${words.procedures}</h2>
${told === null ? '' : resultsOf(context, history.current.name, told)}
${
  others.length === 0
    ? ''
    : others.length > MOST_SHOWN
      ? disclosure(title, names)
      : html`<h3>${title}</h3>${names}`
}</section>`;
}

function resultsOf(
  context: PageContext,
  name: string,
  { edition, procedures }: NonNullable<OrganisationFigures['told']>,
): Html {
  const { l } = context;
  const words = l.messages.organisations.one;
  const methodology = getMethodology(edition.methodology);
  return html`<p>${inFrench(l, words.proceduresNote(procedures.length, edition.label), edition.label)}</p>
${levelLegend(l)}
<div class="organisation-results">${resultsTable(l, {
    caption: words.tableCaption(name, edition.label),
    rowColumn: { label: l.messages.edition.procedure },
    columns: methodology.criteria.map((definition) => ({
      label: definition.shortLabel[l.locale],
      title: definition.label[l.locale],
    })),
    rows: procedures
      .toSorted((one, other) => (other.volume_total ?? -1) - (one.volume_total ?? -1))
      .map((procedure) => rowOf(context, methodology, procedure)),
    dataLang: 'fr',
  })}</div>`;
}
