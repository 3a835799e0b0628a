/** What commands print for pages to be counted. */
import { readConfig } from '../core/config.ts';
import { VigieError } from '../core/errors.ts';
import { type Counter, FAILED, REFUSED, START, SUBMITTED, VIEW } from '../visits/index.ts';
import { counterSnippet } from '../web/counter-snippet.ts';

/** What the pages of a counter bear: a page without step, then each step in its order, then the endings. */
export function stepsOf({ steps }: Pick<Counter, 'steps'>): string[] {
  return [VIEW, START, ...steps, SUBMITTED, REFUSED, FAILED];
}

/** What to paste in the page of each step. */
export function listSnippets(counter: Counter): { step: string; image: string; script: string }[] {
  return stepsOf(counter).map((step) => {
    const parts = { counterId: counter.id, step, origin: readConfig().publicUrl };
    return { step, image: counterSnippet('image', parts), script: counterSnippet('script', parts) };
  });
}

/** What is said of an id that no counter has. */
export function notFound(id: string): VigieError {
  return new VigieError('NotFound', `There is no counter "${id}"; see "vigie counter list".`);
}
