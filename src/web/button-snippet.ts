/** What an administration pastes: a button as HTML, Markdown, the HTML of an e-mail, plain text. No script, no cookie. */
import type { Button } from '../feedback/index.ts';
import type { ButtonImage } from './button-image.ts';
import { html } from './design/index.ts';
import { urlsIn, withQuery } from './urls.ts';

/** Where a button leads, from the root of the site: to its form, in its own language unless another is asked for. */
export function buttonAddress(
  { id, language: usual }: Pick<Button, 'id' | 'language'>,
  language: string = usual,
): string {
  if (language === 'en') return urlsIn('en').form(id);
  return withQuery(urlsIn('fr').form(id), { langue: language === usual ? undefined : language });
}

/** Version of the form of the HTML, in `data-vigie-version`: raised when what a probe can read of it changes. */
export const SNIPPET_VERSION = 1;

export type SnippetParts = {
  readonly buttonId: string;
  /** Whole address of the form, context included. */
  readonly href: string;
  /** Scheme, host and port of the site, without a final slash. */
  readonly origin: string;
  readonly image: ButtonImage;
  readonly language: string;
};

export const SNIPPET_FORMATS = ['html', 'markdown', 'email', 'text'] as const;
export type SnippetFormat = (typeof SNIPPET_FORMATS)[number];

/** A button as it is pasted, without a final line break. */
export function snippetText(format: SnippetFormat, parts: SnippetParts): string {
  const { href, origin, image } = parts;
  switch (format) {
    case 'html':
      return htmlSnippet(parts);
    case 'markdown':
      return `[![${image.words.replaceAll(/[\\[\]]/g, '\\$&')}](${origin}${image.address})](${href})`;
    case 'email':
      return emailSnippet(parts);
    case 'text':
      return `${image.words}\n${href}`;
  }
}

/** Neither the link nor the image tells Vigie which page it stands on: its address may say something of the person. */
function htmlSnippet({ buttonId, href, origin, image, language }: SnippetParts): string {
  const { words, width, height, address } = image;
  return String(
    html`<a href="${href}" lang="${language}" data-vigie-button="${buttonId}" data-vigie-version="${SNIPPET_VERSION}" referrerpolicy="no-referrer"><img src="${origin}${address}" alt="${words}" width="${width}" height="${height}" referrerpolicy="no-referrer"></a>`,
  );
}

/** Mail readers block images, and most draw no SVG: words on a plate, whose style has to stand in the element. */
function emailSnippet({ buttonId, href, image, language }: SnippetParts): string {
  return String(
    html`<a href="${href}" lang="${language}" data-vigie-button="${buttonId}" data-vigie-version="${SNIPPET_VERSION}" style="display:inline-block;padding:12px 20px;border:2px solid #ffffff;border-radius:8px;background:#0b5570;color:#ffffff;font:600 17px/20px Arial,sans-serif;text-decoration:none">${image.words}</a>`,
  );
}
