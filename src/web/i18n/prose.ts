/**
 * Sentences whose parts may be links or words of another language, as values: the text of an article before it is
 * markup. A link names the proof it leads to; addresses are made when it is drawn.
 */
import type { NamedProcedure, Proof } from '../../editions/index.ts';
import type { Localisation } from './index.ts';

export type ProsePart =
  | string
  | {
      readonly text: string;
      readonly proof?: Proof;
      /** Where the words are French whatever the language of the page: names of data. */
      readonly lang?: 'fr';
    };
export type Prose = readonly ProsePart[];

type Inline = ProsePart | Prose;

const partsOf = (inline: Inline): Prose => (Array.isArray(inline) ? inline : [inline as ProsePart]);

/** A template whose values are words, links, or sentences themselves. */
export function prose(words: TemplateStringsArray, ...values: readonly Inline[]): Prose {
  const parts = words.flatMap((text, at) => {
    const value = values[at];
    return value === undefined ? [text] : [text, ...partsOf(value)];
  });
  return parts.filter((part) => part !== '');
}

/** Words that lead to the page that proves them. */
export function proven(text: string, proof: Proof): ProsePart {
  return { text, proof };
}

/** Words of the data, which are French. */
export function inFrench(text: string): ProsePart {
  return { text, lang: 'fr' };
}

/** The name of a procedure, which leads to its page. */
export function nameLink({ id, slug, name }: NamedProcedure): ProsePart {
  return { text: name, lang: 'fr', proof: { page: 'procedure', id, slug } };
}

/** "a, b et c" of sentences. */
export function proseList({ list }: Pick<Localisation, 'list'>, items: readonly Prose[]): Prose {
  // A sign that no text holds stands for each item while the language puts commas and its "and" between them.
  const pieces = list(items.map((_, at) => `\u0000${at}\u0000`)).split('\u0000');
  return pieces
    .flatMap((piece, at) => (at % 2 === 0 ? [piece] : (items[Number(piece)] ?? [])))
    .filter((part) => part !== '');
}

/** The same with a capital at its beginning, unless it begins with words of the data. */
export function capitalised([first, ...rest]: Prose): Prose {
  if (first === undefined) return [];
  const upper = (text: string) => text.slice(0, 1).toLocaleUpperCase('fr') + text.slice(1);
  if (typeof first === 'string') return [upper(first), ...rest];
  return [first.lang === undefined ? { ...first, text: upper(first.text) } : first, ...rest];
}

/** What the sentence says, without links. */
export function proseText(parts: Prose): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
