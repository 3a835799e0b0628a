import { findCriterion, getMethodology } from '../../criteria/index.ts';
import type { CriterionFreshness, OrganisationFigures } from '../../editions/index.ts';
import { detailed, type Html, html, inFrench, table } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

/** Of each criterion: how many procedures have a figure, how recent it is, and since when there is no new one. */
export function freshnessSection({ l }: PageContext, { told, freshness }: OrganisationFigures): Html | '' {
  if (told === null) return '';
  const words = l.messages.organisations.one;
  const methodology = getMethodology(told.edition.methodology);
  const nameOf = ({ criterion }: CriterionFreshness) =>
    findCriterion(methodology, criterion)?.label[l.locale] ?? criterion;
  const known = freshness.filter(({ last_edition }) => last_edition !== null);
  const never = freshness.filter(({ last_edition }) => last_edition === null);
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${words.coverage}</h2>
<p>${words.coverageNote}</p>
${
  known.length === 0
    ? ''
    : table(l, {
        caption: words.coverage,
        captionHidden: true,
        cards: true,
        columns: [
          { label: l.messages.methodology.criterion },
          { label: words.known },
          { label: words.latestOn },
          { label: words.news },
        ],
        rows: known.map((one) => [
          nameOf(one),
          knownCell(l, one),
          one.latest_on === null ? html`<span class="absent">${words.neverOn}</span>` : l.day(one.latest_on),
          newsCell(l, one),
        ]),
      })
}
${never.length === 0 ? '' : html`<p class="note">${words.never(l.list(never.map(nameOf)))}</p>`}</section>`;
}

function knownCell(l: Localisation, { known, procedures, not_applicable }: CriterionFreshness): Html {
  const { figures, organisations } = l.messages;
  return detailed(
    l,
    figures.coverage(l.number(known), l.number(procedures)),
    not_applicable === 0 ? undefined : organisations.one.notApplicable(not_applicable),
  );
}

function newsCell(l: Localisation, { last_edition, editions_since }: CriterionFreshness): Html | string {
  const words = l.messages.organisations.one;
  if (last_edition === null) return '–';
  const { label } = last_edition;
  return inFrench(
    l,
    editions_since === 0 ? words.upToDate(label) : words.silentSince(label, editions_since),
    label,
  );
}
