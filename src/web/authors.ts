/** Who published, in the words of a reader. */
import type { Localisation } from './i18n/index.ts';

/** The author of a revision; the default names of commands are no person's, and are said in words. */
export function authorText({ messages: { revisions } }: Localisation, author: string): string {
  const { automaticAuthors } = revisions;
  return author === 'import' || author === 'vigie' ? automaticAuthors[author] : author;
}
