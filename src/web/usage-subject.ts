import type { OtherKind, Procedure } from '../catalogue/index.ts';
import type { RecordedObservation } from '../observations/index.ts';

/** Of what a figure is. */
export type UsageSubject = {
  readonly subjectId: number;
  readonly kind: 'procedure' | OtherKind;
  readonly name: string;
  readonly slug: string;
  /** Null for what is no procedure. */
  readonly procedure: Procedure | null;
  /** True of a survey that has a page of its own. */
  readonly isDescribed: boolean;
};

export type UsageFigure = { readonly subject: UsageSubject; readonly observation: RecordedObservation };
