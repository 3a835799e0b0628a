/** Telephone numbers and mail addresses that come from data, as links where they can be trusted to be what they say. */
import { type Html, html } from './html.ts';

const NO_BREAK_SPACE = '\u00a0';

/**
 * A telephone number as a link that dials it: its digits after one plus sign at most, without the zero in brackets of
 * "+33 (0)1 23 45 67 89". The text alone when it holds anything else than one number (a price, two numbers).
 */
export function phoneLink(phone: string): Html {
  const dialled = phone.replaceAll('(0)', '').replaceAll(/[\s.()-]/gu, '');
  if (!/^\+?\d{2,15}$/.test(dialled)) return html`<span>${phone}</span>`;
  return html`<a href="tel:${dialled}">${phone.trim().replaceAll(/\s+/g, NO_BREAK_SPACE)}</a>`;
}

/**
 * A mail address as a link that writes to it; the text alone when it is none, or holds a sign that means something else
 * in a `mailto:` address (RFC 6068), where `?` starts other headers and `,` other recipients.
 */
export function mailLink(address: string): Html {
  if (!/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return html`<span>${address}</span>`;
  return html`<a href="mailto:${address}">${address}</a>`;
}
