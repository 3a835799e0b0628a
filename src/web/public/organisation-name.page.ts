import { ORGANISATION_LEVELS, type Organisation } from '../../catalogue/index.ts';
import { type Html, html } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

/** The name of an organisation, as a link to its page, with its acronym, and its level where it tells something. */
export function organisationLink(
  { l, urls }: PageContext,
  { slug, name, acronym, level }: Organisation,
): Html {
  const other = acronym === null || acronym === name ? '' : html` <span lang="fr">(${acronym})</span>`;
  return html`<a href="${urls.organisation(slug)}" lang="fr">${name}</a>${other}${level === 'body' ? '' : html` <small>${levelText(l, { level })}</small>`}`;
}

/** "Ministère", "Organisme". */
export function levelText(l: Localisation, { level }: Pick<Organisation, 'level'>): string {
  return ORGANISATION_LEVELS[level][l.locale];
}
