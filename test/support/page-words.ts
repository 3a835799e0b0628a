/** Pages as their readers read them. */
import assert from 'node:assert/strict';
import type { App } from '../../src/core/http/context.ts';
import { htmlErrors } from './html.ts';

/** Spaces of every kind as plain ones. */
export const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

/** The words of the main part of a page, with plain spaces; the page is valid. */
export async function readPage(app: App, address: string): Promise<string> {
  const answer = await app.request(address, { headers: { accept: 'text/html' } });
  const page = await answer.text();
  assert.equal(answer.status, 200, `${address} ${page.slice(0, 200)}`);
  assert.deepEqual(await htmlErrors(page), [], address);
  const main = page.replace(/^.*?<main/s, '').replace(/<\/main>.*$/s, '');
  return plain(
    main
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
}
