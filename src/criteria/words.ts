/** A text in both languages of the public face; the French one carries its non-breaking spaces. */
export type Words = { readonly fr: string; readonly en: string };
