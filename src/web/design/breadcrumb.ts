import type { Localisation } from '../i18n/index.ts';
import { type Html, html, type MarkedLink } from './html.ts';

/** The way from the home page to this one, whose title ends it without a link. */
export function breadcrumb(l: Localisation, ancestors: readonly MarkedLink[], here: Html | string): Html {
  return html`<nav class="breadcrumb" aria-label="${l.messages.shell.breadcrumb}"><ol>${ancestors.map(
    (link) => html`<li><a href="${link.href}">${link.label}</a></li>`,
  )}<li><span aria-current="page">${here}</span></li></ol></nav>`;
}
