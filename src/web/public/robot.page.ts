import type { Vantage } from '../../probes/index.ts';
import { html, type PageContent, pageHead } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { ownRobotName } from '../probe-robot.ts';
import type { Place } from '../shell.ts';
import { urlsIn } from '../urls.ts';
import { contactLink, partLinks, textSection } from './text-section.page.ts';

/** Who the robot is, for those who find it in their logs. */
export function robotPage(
  context: PageContext,
  { origin, operator: { contact } }: Pick<Place, 'origin' | 'operator'>,
  vantages: readonly Pick<Vantage, 'name'>[],
): PageContent {
  const { l, urls } = context;
  const { robot: words, texts } = l.messages;
  const parts = [
    { id: 'name', title: words.name },
    ...words.sections,
    { id: 'places', title: words.places },
    { id: 'contact', title: words.contact },
  ];
  return {
    title: words.title,
    description: words.lead,
    paths: { fr: urlsIn('fr').robot(), en: urlsIn('en').robot() },
    breadcrumb: [
      { href: urls.home(), label: l.messages.shell.home },
      { href: urls.availability(), label: l.messages.availability.nav },
    ],
    main: html`${pageHead({ title: words.title, lead: words.lead })}
${partLinks(texts.contents, parts)}
<div class="text"><section aria-labelledby="name"><h2 id="name">${words.name}</h2>
<p>${words.nameText}</p><p><code>User-Agent: ${ownRobotName(origin)}</code></p></section>
${words.sections.map((section) => textSection(context, section))}
<section aria-labelledby="places"><h2 id="places">${words.places}</h2>
${
  vantages.length === 0
    ? html`<p>${words.noPlace}</p>`
    : html`<p>${words.placesOf(vantages.length)}</p><ul>${vantages.map(({ name }) => html`<li lang="fr">${name}</li>`)}</ul>`
}</section>
<section aria-labelledby="contact"><h2 id="contact">${words.contact}</h2>
<p>${contact === null ? html`<a href="${urls.contact()}">${texts.contact.title}</a>` : contactLink(contact, texts.contact.form)}</p></section></div>`,
  };
}
