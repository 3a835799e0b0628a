/** All that the forms say in one language. */
import type { AnswerFault } from '../answer-form.ts';
import type { Wording } from '../questionnaire.ts';

/** What a file of this directory exports as `language`. */
export type FormLanguage = {
  /** ISO 639-1; also the name of the file. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  /** What is said around the questions. */
  readonly words: FormWords;
  /** The questionnaires of the product. */
  readonly questionnaires: { readonly avis: Wording; readonly signalement: Wording };
};

/** What is said and what can be done about it. */
export type Notice = { readonly title: string; readonly text: string };

export type FormWords = {
  /** What is wrong with an answer, beside its field. */
  readonly faults: Readonly<Record<AnswerFault, string>>;
  /** The title of the browser's tab for a page that says that something is wrong. */
  readonly titleWithError: (title: string) => string;
  readonly progress: (at: number, total: number) => string;
  /** Beside the progress, for a question that need not be answered. */
  readonly optional: string;
  /** Of a question whose large buttons send their answer, then of a first question that others follow. */
  readonly oneTap: string;
  readonly restIsOptional: string;
  /** After the first answer, then after each other one. Said only of what is on disk. */
  readonly keptFirst: string;
  readonly keptSoFar: string;
  readonly continue: string;
  readonly send: string;
  readonly sendAgain: string;
  readonly skip: string;
  readonly finish: string;
  /** Beside the large button that was pressed, when its answer must be sent again. */
  readonly chosen: string;
  readonly help: { readonly tried: string; readonly others: string };
  readonly outcome: { readonly reached: string; readonly quality: string };
  readonly comment: {
    readonly personal: string;
    readonly length: string;
    /** Before a number of characters. */
    readonly left: string;
    readonly over: string;
  };
  readonly contact: {
    /** Nobody answers by a form: where to ask instead follows. */
    readonly instead: string;
    readonly page: string;
    readonly phone: string;
    readonly email: string;
    /** The page of the site about this service, when nothing else is known. */
    readonly service: string;
  };
  /** Seen without stylesheet only. */
  readonly trap: string;
  readonly invalid: Notice;
  readonly expired: Notice;
  readonly trapped: Notice;
  readonly unavailable: Notice;
  /** Said by the script when the network fails. */
  readonly offline: string;
  readonly thanks: Notice & { readonly figures: string };
  readonly closed: {
    readonly title: string;
    readonly since: (day: string) => string;
    readonly reason: string;
    readonly kept: string;
    readonly reach: string;
  };
  readonly tooOld: Notice & { readonly again: string };
  readonly unknown: Notice;
  readonly malformed: Notice;
  readonly tooLong: Notice;
  readonly broken: Notice;
  /** After what says that an answer was not saved, on a page of its own. */
  readonly back: string;
  readonly toContent: string;
  readonly home: string;
  readonly anonymous: string;
  readonly privacy: string;
  readonly accessibility: string;
  /** The name of the list of languages. */
  readonly languages: string;
};
