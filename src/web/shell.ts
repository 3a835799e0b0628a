/** The frame of every page of the site in one language: its links, its files, its origin. */
import type { Assets } from './assets.ts';
import type { Link, Shell } from './design/index.ts';
import type { Localisation } from './i18n/index.ts';
import { urlsIn } from './urls.ts';

/** What pages need to know of the place they are served from. */
export type Place = {
  /** Scheme, host and port of the site, without a final slash. */
  readonly origin: string;
  readonly assets: Assets;
};

export function siteShell({ locale, messages }: Localisation, { origin, assets }: Place): Shell {
  const urls = urlsIn(locale);
  const words = messages.shell;
  const navigation: Link[] = [
    { href: urls.procedures(), label: words.procedures },
    { href: urls.editions(), label: words.editions },
    { href: urls.methodologies(), label: words.methodology },
  ];
  return {
    origin,
    stylesheet: assets.href('vigie.css'),
    icon: assets.href('vigie.svg'),
    home: urls.home(),
    navigation,
    footer: [{ href: urls.accessibility(), label: words.accessibility }],
  };
}
