/** A word of the site with what it means in each language, in the notation of `linked-text.ts`. */
export type GlossaryTerm = {
  /** What an address names it by: never changed. */
  readonly id: string;
  readonly fr: { readonly name: string; readonly meaning: string };
  readonly en: { readonly name: string; readonly meaning: string };
};
