/** What an administration pastes in the pages of a procedure so that their visits are counted. */
import { html } from './design/index.ts';
import { VISIT_SCRIPT, visitImageAddress } from './urls.ts';

export type CounterParts = {
  readonly counterId: string;
  /** `view`, or the step that the page bears. */
  readonly step: string;
  /** Scheme, host and port of the site, without a final slash. */
  readonly origin: string;
};

export const COUNTER_FORMATS = ['image', 'script'] as const;
export type CounterFormat = (typeof COUNTER_FORMATS)[number];

/** What to paste in the page of a step, without a final line break. The script brings its image for browsers without scripts. */
export function counterSnippet(format: CounterFormat, parts: CounterParts): string {
  const { counterId, step, origin } = parts;
  const image = imageOf(parts);
  if (format === 'image') return String(image);
  return String(
    html`<script async src="${origin}${VISIT_SCRIPT}" data-counter="${counterId}" data-step="${step}"></script><noscript>${image}</noscript>`,
  );
}

/**
 * `crossorigin` makes the browser say which site the page is of, and send no cookie; `referrerpolicy` lets it say no more than
 * that: neither path nor query of the page reaches Vigie.
 */
function imageOf({ counterId, step, origin }: CounterParts) {
  return html`<img src="${origin}${visitImageAddress(counterId, step)}" alt="" width="1" height="1" crossorigin="anonymous" referrerpolicy="strict-origin">`;
}
