/** What each kind of check measures. Keys are added, never renamed: the store keeps them for ever. */

/** Medians of the displays of a page on one kind of device, in the laboratory. */
export type DisplayFigures = {
  /** How many displays gave a figure. */
  readonly runs: number;
  /** Largest and first contentful paint, in ms. */
  readonly lcpMs: number;
  readonly fcpMs: number;
  /** Cumulative layout shift: 0 where nothing moves. */
  readonly cls: number;
  readonly bytes: number;
  readonly requests: number;
  /** Requests to other sites, and how many those are. */
  readonly thirdPartyRequests: number;
  readonly thirdParties: number;
};

export const IMPACTS = ['critical', 'serious', 'moderate', 'minor'] as const;
export type Impact = (typeof IMPACTS)[number];

/** Themes of the rules of axe-core, by its own words (`cat.…`). */
export const ACCESSIBILITY_THEMES = [
  'text-alternatives',
  'color',
  'forms',
  'keyboard',
  'language',
  'name-role-value',
  'parsing',
  'semantics',
  'sensory-and-visual-cues',
  'structure',
  'tables',
  'time-and-media',
  'aria',
  'other',
] as const;
export type AccessibilityTheme = (typeof ACCESSIBILITY_THEMES)[number];

/** A rule that a page breaks. */
export type BrokenRule = {
  /** Its name in axe-core: `image-alt`. */
  readonly id: string;
  readonly impact: Impact;
  readonly theme: AccessibilityTheme;
  /** Faulty elements. */
  readonly elements: number;
};

/** States of conformance that a declaration can state (decree 2019-768): the words of the law. */
export const DECLARED_STATES = ['full', 'partial', 'none'] as const;
export type DeclaredState = (typeof DECLARED_STATES)[number];

export type DeclarationFigures = {
  /** What the mention on the page says; `bare` where it is a link without state, null where there is none. */
  readonly mention: DeclaredState | 'bare' | null;
  readonly state: DeclaredState | null;
  /** Share of the criteria that are met, 0 to 1. */
  readonly rate: number | null;
  /** Day of the audit, `YYYY-MM-DD`. */
  readonly auditedOn: string | null;
  /** Day on which it was drawn up or last brought up to date, `YYYY-MM-DD`. */
  readonly declaredOn: string | null;
  /** Last day on which it is valid: three years after its day. */
  readonly expiresOn: string | null;
  readonly hasContact: boolean;
  readonly hasRemedies: boolean;
  /** `RGAA 4.1`; null where no version is named. */
  readonly standard: string | null;
};

/** The words of the criterion `mobile`. */
export type MobileVerdict = 'Oui' | 'Partiel' | 'Non';

export const SIGN_IN_SCHEMES = ['FranceConnect', 'FranceConnect+', 'ProConnect'] as const;
export type SignInScheme = (typeof SIGN_IN_SCHEMES)[number];

export type CheckFigures = {
  readonly display_speed: { readonly mobile: DisplayFigures; readonly desktop: DisplayFigures };
  readonly automatic_accessibility: {
    /** Faulty elements, whole, then by impact and by theme; those that hold none are absent of the themes. */
    readonly elements: number;
    readonly byImpact: Readonly<Record<Impact, number>>;
    readonly byTheme: Readonly<Partial<Record<AccessibilityTheme, number>>>;
    readonly rules: readonly BrokenRule[];
    /** Rules that were tried and met. */
    readonly rulesMet: number;
    /** Rules of which a machine cannot tell. */
    readonly rulesUndecided: number;
  };
  readonly accessibility_declaration: DeclarationFigures;
  readonly mobile: {
    readonly verdict: MobileVerdict;
    /** Width of what is shown in a window of 360, in CSS pixels. */
    readonly pageWidth: number;
    readonly viewport: 'fits' | 'missing' | 'fixed' | 'blocks_zoom';
    /** What can be touched, and what of it is under 24 pixels without the room that WCAG 2.2 (2.5.8) asks for. */
    readonly targets: number;
    readonly smallTargets: number;
    /** Characters of text, and those smaller than 12 pixels. */
    readonly characters: number;
    readonly smallCharacters: number;
  };
  readonly authentication: {
    readonly schemes: readonly SignInScheme[];
    /** Whether the page asks to sign in at all: a field for a password, or a button for it. */
    readonly asksToSignIn: boolean;
  };
  readonly contact_and_help: {
    readonly email: boolean;
    readonly phone: boolean;
    readonly form: boolean;
    readonly openingHours: boolean;
    readonly helpPage: boolean;
  };
  readonly feedback_button: {
    /** Whose: of this site, of another Vigie, of the State's "Je donne mon avis", or of none of these; null without button. */
    readonly of: 'this_site' | 'vigie' | 'je_donne_mon_avis' | 'other' | null;
    /** HTTP status of the form that it leads to; null where it could not be seen. */
    readonly status: number | null;
    /** True once a review flagged as test went through the whole intake; null where none was sent. */
    readonly canary: boolean | null;
  };
  readonly https_and_headers: {
    readonly https: boolean;
    /** Whether http:// leads to https://; null where port 80 does not answer, or refuses robots. */
    readonly redirectsToHttps: boolean | null;
    /** Whole days until the certificate ends. */
    readonly certificateDays: number | null;
    /** `max-age` of Strict-Transport-Security, in s. */
    readonly hstsSeconds: number | null;
    readonly csp: boolean;
    readonly noSniff: boolean;
    /** `frame-ancestors` or `X-Frame-Options`. */
    readonly framing: boolean;
    readonly referrerPolicy: boolean;
    readonly cookies: number;
    readonly cookiesNotSecure: number;
    readonly cookiesNotHttpOnly: number;
    readonly cookiesNotSameSite: number;
  };
};
