/** A part of a page of text: paragraphs, and lists where an entry is a list; in the notation of `linked-text.ts`. */
export type TextSection = {
  /** What an address names it by, the same in every language. */
  readonly id: string;
  readonly title: string;
  readonly text: readonly (string | readonly string[])[];
};
