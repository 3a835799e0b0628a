/**
 * Outages as an Atom feed (RFC 4287): an entry an outage, told again when it ends or gets a note. Its id holds for ever: it is
 * made of the number of the outage alone.
 */
import type { ShownIncident } from '../availability-national.ts';
import { type Html, html } from '../design/index.ts';
import { type Locale, type Localisation, localisation } from '../i18n/index.ts';
import { type Urls, urlsIn } from '../urls.ts';
import { atomDocument, characters } from './feed.ts';

/** How far back the feed tells of outages that ended. */
export const FEED_DAYS = 90;

/** @param incidents in any order; the last told of comes first */
export function incidentFeed(locale: Locale, origin: string, incidents: readonly ShownIncident[]): Html {
  const l = localisation(locale);
  const urls = urlsIn(locale);
  const told = incidents.toSorted(
    (one, other) => other.updatedAt.getTime() - one.updatedAt.getTime() || other.id - one.id,
  );
  return atomDocument(l, {
    title: l.messages.availability.feed.title,
    address: `${origin}${urls.incidentsFeed()}`,
    page: `${origin}${urls.availability()}`,
    updated: told[0]?.updatedAt ?? null,
    entries: told.map((incident) => entryOf(l, urls, origin, incident)),
  });
}

function entryOf(l: Localisation, urls: Urls, origin: string, incident: ShownIncident): Html {
  const { id, startedAt, updatedAt, procedures } = incident;
  const address = `${origin}${urls.availability()}#panne-${id}`;
  const [only, ...others] = procedures;
  // The page of the procedure tells of an outage for ever, that of the country for some days.
  const page =
    only !== undefined && others.length === 0
      ? `${origin}${urls.procedureAvailability(only)}#panne-${id}`
      : address;
  return html`<entry>
<id>${address}</id>
<title>${characters(titleOf(l, incident))}</title>
<published>${startedAt.toISOString()}</published>
<updated>${updatedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${page}"/>
<summary>${characters(summaryOf(l, incident))}</summary>
</entry>
`;
}

function titleOf({ messages }: Localisation, incident: ShownIncident): string {
  const { procedures, endedAt, withdrawnAt } = incident;
  const words = messages.availability;
  const [first, ...others] = procedures;
  const what =
    first === undefined
      ? words.noProcedure
      : others.length === 0
        ? first.name
        : `${first.name} ${words.andOthers(others.length)}`;
  if (withdrawnAt !== null) return words.feed.withdrawn(what);
  return endedAt === null ? words.feed.open(what) : words.feed.ended(what);
}

function summaryOf(l: Localisation, incident: ShownIncident): string {
  const { availability: words, probes } = l.messages;
  const { startedAt, endedAt, withdrawnAt, cause, vantages, notes } = incident;
  const when =
    endedAt === null
      ? words.feed.since(l.instant(startedAt))
      : words.fromTo(
          l.instant(startedAt),
          l.instant(endedAt),
          probes.duration(endedAt.getTime() - startedAt.getTime()),
        );
  const seen = `${probes.outcomes[cause]}, ${probes.vantages(vantages, l.list(vantages))}`;
  return [
    `${when}${l.messages.shell.colon} ${seen}.`,
    ...(withdrawnAt === null ? [] : [words.withdrawn(l.instant(withdrawnAt))]),
    ...notes.map(({ author, writtenAt, text }) => words.feed.note(author, l.instant(writtenAt), text)),
  ].join('\n');
}
