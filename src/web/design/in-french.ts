import type { Localisation } from '../i18n/index.ts';
import { type Html, html } from './html.ts';

/**
 * A sentence of the interface with the words of data in it (`parts`: the label of an edition, a name) marked as
 * French where the page is not, wherever they stand in it.
 */
export function inFrench(
  l: Pick<Localisation, 'locale'>,
  sentence: string,
  ...parts: readonly string[]
): Html | string {
  const told = parts.filter((part) => part !== '').toSorted((a, b) => b.length - a.length);
  if (l.locale === 'fr' || told.length === 0) return sentence;
  const pieces = sentence.split(new RegExp(`(${told.map(escapePattern).join('|')})`));
  return html`${pieces.map((piece, at) => (at % 2 === 0 ? piece : html`<span lang="fr">${piece}</span>`))}`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
