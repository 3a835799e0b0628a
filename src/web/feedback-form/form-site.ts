/** What forms work with. */
import type { Clock } from '../../core/clock.ts';
import type { Button, FormLanguage, Intake, OpeningKind, Registry } from '../../feedback/index.ts';
import type { Assets } from '../assets.ts';

export type FeedbackFormOptions = {
  /** What forms are known; asked at each request. */
  readonly registry: () => Registry | Promise<Registry>;
  readonly intake: Intake;
  readonly clock: Clock;
  /** Ten random bytes, for the id of a review. */
  readonly random?: () => Uint8Array;
  /** Told of each form that a person opens, and of each closed button that one meets. */
  readonly countOpening: (button: Button, kind: OpeningKind) => void;
  readonly assets: Assets;
  /** Scheme, host and port of the site, without a final slash. */
  readonly origin: string;
  /** The address that a request comes from, as far as it can be trusted. */
  readonly trustedAddress: (remoteAddress: string, forwardedFor: string | undefined) => string;
  /** Those of the product unless told. */
  readonly languages?: readonly FormLanguage[];
};

/** What the forms work with. */
export type FormSite = Required<FeedbackFormOptions>;
