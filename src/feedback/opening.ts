/** How often the form of a button was opened. */

/** `closed`: a closed button was met. */
export type OpeningKind = 'opened' | 'closed';
export type Opening = {
  readonly subjectId: number;
  readonly buttonId: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly kind: OpeningKind;
  readonly n: number;
};
