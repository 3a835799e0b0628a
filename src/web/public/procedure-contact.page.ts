import { CHANNELS, codesOf, type Procedure } from '../../catalogue/index.ts';
import { definitionList, externalLink, type Html, html, mailLink, phoneLink } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { owners } from './procedure-head.page.ts';

/** What a user can do when the procedure fails: whom to ask, how else to do it, who answers for it. */
export function ifItFails(context: PageContext, current: Procedure): Html {
  const { l } = context;
  const words = l.messages.procedure;
  const contact = contactOf(context, current);
  const channels = codesOf(CHANNELS).filter((code) => current.otherChannels.includes(code));
  const owner = owners(context, current);
  const entry = (term: string, description: Html | '') => (description === '' ? [] : [{ term, description }]);
  return html`<section aria-labelledby="help"><h2 id="help">${words.ifItFails}</h2>
${contact === '' && channels.length === 0 ? html`<p>${owner === '' && current.url === null ? words.noOwner : words.noContact}</p>` : ''}
${definitionList([
  ...entry(words.contactBy, contact),
  ...entry(
    words.otherChannels,
    channels.length === 0
      ? ''
      : html`<ul class="plain">${channels.map((code) => html`<li>${CHANNELS[code][l.locale]}</li>`)}</ul>`,
  ),
  ...entry(words.ownedBy, owner),
  ...entry(words.site, siteOf(current)),
])}
<p class="note">${words.notByVigie}</p></section>`;
}

function contactOf({ l }: PageContext, { contactUrl, contactPhone, contactEmail }: Procedure): Html | '' {
  const words = l.messages.procedure;
  const means = [
    ...(contactPhone === null ? [] : [{ label: words.contactPhone, link: phoneLink(contactPhone) }]),
    ...(contactEmail === null ? [] : [{ label: words.contactEmail, link: mailLink(contactEmail) }]),
    ...(contactUrl === null
      ? []
      : [{ label: words.contactPage, link: externalLink(contactUrl, hostOf(contactUrl)) }]),
  ];
  if (means.length === 0) return '';
  return html`<ul class="plain">${means.map(({ label, link }) => html`<li>${label}${l.messages.shell.colon} ${link}</li>`)}</ul>`;
}

function siteOf({ url }: Procedure): Html | '' {
  return url === null ? '' : externalLink(url, hostOf(url));
}

/** Where an address leads, as a reader knows it; the address itself when it is none. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
