/** Where visits come from, by kind: the address itself is looked at in the browser, or in a line of a log, and dropped. */

/** `none`: typed, kept, or not told; `unknown`: counted by an image, which cannot know. */
export const REFERRERS = [
  'none',
  'internal',
  'administration',
  'search',
  'social',
  'other',
  'unknown',
] as const;
export type Referrer = (typeof REFERRERS)[number];

/** The same three expressions stand in assets/mesure.js; a test compares. */
export const REFERRER_HOSTS = {
  administration: /\.gouv\.fr$|(^|\.)((service-public|ameli|caf|msa|urssaf|francetravail)\.fr|europa\.eu)$/,
  search:
    /^(?!mail\.)(.*\.)?(google|bing|qwant|duckduckgo|ecosia|yahoo|yandex|lilo|startpage|search\.brave)\.[a-z.]{2,6}$/,
  social:
    /(^|\.)((facebook|instagram|linkedin|youtube|reddit|whatsapp|twitter|x|tiktok)\.com|t\.co|bsky\.app)$/,
} as const;

/**
 * The kind of an address that a visit comes from.
 * @param referrer whole, as a browser or a log tells it; @param host of the page that is visited
 */
export function referrerOf(referrer: string, host: string): Referrer {
  if (referrer === '' || !URL.canParse(referrer)) return 'none';
  const from = new URL(referrer).host;
  if (from === host) return 'internal';
  const kinds = Object.entries(REFERRER_HOSTS) as [keyof typeof REFERRER_HOSTS, RegExp][];
  return kinds.find(([, hosts]) => hosts.test(from))?.[0] ?? 'other';
}
