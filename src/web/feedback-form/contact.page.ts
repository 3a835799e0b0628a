/** How to reach the service: a form collects opinions, and nobody answers by it. */
import { externalLink, type Html, html, httpAddress, mailLink, phoneLink } from '../design/index.ts';
import type { FormView } from './form-view.ts';
import { siteLink } from './frame.page.ts';

/** A link to the page of the site about the service. */
export function serviceLink(view: FormView, words: string): Html {
  const { publicId, slug } = view.placed.place;
  return siteLink(view, words, (urls) =>
    publicId === null ? urls.site(slug) : urls.procedure({ publicId, slug }),
  );
}

/** `lead`, then each way that is known; the page of the site about the service when none is. */
export function contactLine(view: FormView, lead: string): Html {
  const { place } = view.placed;
  const { contact } = view.language.words;
  const page = httpAddress(place.contactUrl);
  const ways = [
    page === undefined ? null : externalLink(page, contact.page),
    place.contactPhone === null ? null : html`${contact.phone} <bdi>${phoneLink(place.contactPhone)}</bdi>`,
    place.contactEmail === null ? null : html`${contact.email} <bdi>${mailLink(place.contactEmail)}</bdi>`,
  ].filter((way) => way !== null);
  const known = ways.length > 0 ? ways : [serviceLink(view, contact.service)];
  return html`<div class="contact"><p>${lead}</p><ul>${known.map((way) => html`<li>${way}</li>`)}</ul></div>`;
}
