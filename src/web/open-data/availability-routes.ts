/** The availability of all procedures as files, and the feed of outages. */
import type { App } from '../../core/http/context.ts';
import { guard } from '../../core/http/guard.ts';
import { readIncidents, readNational } from '../availability-national.ts';
import { parseAvailabilityQuery, selectMonitored } from '../availability-query.ts';
import type { Locale } from '../i18n/index.ts';
import type { SiteContext } from '../server.ts';
import { LOCALE_PREFIXES } from '../urls.ts';
import { nationalJson } from './availability-json.ts';
import { AVAILABILITY_COLUMNS, nationalRows } from './availability-rows.ts';
import { sendCsv } from './csv-answer.ts';
import { ATOM, MOST_ENTRIES } from './feed.ts';
import { FEED_DAYS, incidentFeed } from './incident-feed.ts';

const DAY_MS = 86_400_000;

/** The addresses under one language's prefix; the feed alone speaks that language. */
export function availabilityData(app: App, site: SiteContext, locale: Locale): void {
  const prefix = LOCALE_PREFIXES[locale];
  const read = async (parameters: Readonly<Record<string, string>>) => {
    const national = await site.recent(readNational);
    const view = parseAvailabilityQuery(parameters, national);
    return { national, shown: selectMonitored(national, view) };
  };
  app.get(`${prefix}/disponibilite.json`, guard('live'), async (c) => {
    const { national, shown } = await read(c.req.query());
    return c.json(nationalJson(national, shown));
  });
  app.get(`${prefix}/disponibilite.csv`, guard('live'), async (c) => {
    const { national, shown } = await read(c.req.query());
    return sendCsv(c, AVAILABILITY_COLUMNS, nationalRows(national, shown));
  });
  app.get(`${prefix}/pannes.atom`, guard('live'), async (c) => {
    const document = await incidentFeed(locale, site.origin, await site.recent(readTold));
    return c.body(document.toString(), 200, { 'content-type': ATOM });
  });
}

function readTold(site: SiteContext) {
  const since = new Date(site.clock.now().getTime() - FEED_DAYS * DAY_MS);
  return readIncidents(site, { since, most: MOST_ENTRIES });
}
