import { type Html, html, raw } from './html.ts';

/**
 * A description by schema.org as a block of data, which browsers do not run (a policy without inline scripts allows
 * it); nothing without a description. `<` is escaped, so that no text of data ends the block.
 */
export function structuredData(
  url: string,
  description: Readonly<Record<string, unknown>> | undefined,
): Html | '' {
  if (description === undefined) return '';
  const text = JSON.stringify({ '@context': 'https://schema.org', url, ...description }).replaceAll(
    '<',
    '\\u003c',
  );
  return html`<script type="application/ld+json">${raw(text)}</script>`;
}
