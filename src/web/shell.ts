/** The frame of every page of the site in one language: its links, its files, its origin. */
import { type Clock, dayOf } from '../core/clock.ts';
import type { Config } from '../core/config.ts';
import type { Assets } from './assets.ts';
import type { Link, Shell, Visit } from './design/index.ts';
import type { Localisation } from './i18n/index.ts';
import { urlsIn } from './urls.ts';

/** What pages need to know of the place they are served from. */
export type Place = {
  /** Scheme, host and port of the site, without a final slash. */
  readonly origin: string;
  readonly assets: Assets;
  readonly operator: Operator;
};

/** Who runs the site, as far as the settings say. */
export type Operator = Pick<Config, 'publisher' | 'publicationDirector' | 'hosting' | 'contact'>;

/** The modules of `assets/` that enhance pages. */
const SCRIPTS = ['live.js', 'charts.js', 'copy.js'];

/** What the store and the moment add to a page. */
export type Moment = { readonly clock: Clock; isDemonstration(): Promise<boolean> };

/** What one answer adds to a page; `address` is that asked for. While the store is down, nothing is said of it. */
export async function visitOf(address: string, { clock, isDemonstration }: Moment): Promise<Visit> {
  return {
    query: new URL(address).search,
    today: dayOf(clock.now()),
    isDemonstration: await isDemonstration().catch(() => false),
  };
}

export function siteShell({ locale, messages }: Localisation, { origin, assets }: Place): Shell {
  const urls = urlsIn(locale);
  const words = messages.shell;
  const navigation: Link[] = [
    { href: urls.procedures(), label: words.procedures },
    { href: urls.reviews(), label: messages.reviews.nav },
    { href: urls.organisations(), label: words.organisations },
    { href: urls.usages(), label: messages.usages.nav },
    { href: urls.availability(), label: messages.availability.nav },
    { href: urls.criteria(), label: words.criteria },
    { href: urls.editions(), label: words.editions },
    { href: urls.data(), label: words.data },
  ];
  return {
    origin,
    stylesheet: assets.href('vigie.css'),
    icon: assets.href('vigie.svg'),
    home: urls.home(),
    navigation,
    scripts: SCRIPTS.map((name) => assets.href(name)),
    feeds: [
      { href: urls.editionsFeed(), label: messages.feed.label },
      { href: urls.correctionsFeed(), label: messages.feed.correctionsLabel },
      { href: urls.incidentsFeed(), label: messages.availability.feed.label },
    ],
    footer: [
      {
        title: words.footerObservatory,
        links: [
          ...navigation,
          { href: urls.sites(), label: messages.sites.list.title },
          { href: urls.surveys(), label: messages.surveys.title },
          { href: urls.editionsFeed(), label: messages.feed.label },
          { href: urls.correctionsFeed(), label: messages.feed.correctionsLabel },
          { href: urls.incidentsFeed(), label: messages.availability.feed.label },
        ],
      },
      {
        title: words.footerUnderstand,
        links: [
          { href: urls.about(), label: words.about },
          { href: urls.methodologies(), label: words.methodology },
          { href: urls.glossary(), label: words.glossary },
          { href: urls.help(), label: words.help },
          { href: urls.robot(), label: messages.robot.title },
        ],
      },
      {
        title: words.footerSite,
        links: [
          { href: urls.sitePlan(), label: words.sitePlan },
          { href: urls.contact(), label: words.contact },
          { href: urls.legal(), label: words.legal },
          { href: urls.privacy(), label: words.privacy },
          { href: urls.accessibility(), label: words.accessibility },
        ],
      },
    ],
  };
}
