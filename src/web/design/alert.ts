import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

export type AlertKind = 'info' | 'success' | 'warning' | 'error';

/** A message set apart; its kind is said in a word and by a shape as well as by colour. */
export function alert(l: Localisation, kind: AlertKind, body: Html | string, title?: Html | string): Html {
  return html`<div class="alert ${kind}"${kind === 'error' || kind === 'success' ? html` role="status"` : ''}><p class="alert-title">${
    title
      ? html`<span class="visually-hidden">${l.messages.shell.alerts[kind]} </span>${title}`
      : l.messages.shell.alerts[kind]
  }</p><div>${body}</div></div>`;
}
