/** Forms over a registry in memory and the real intake, which writes to a list: no store at all. */
import { type Clock, fixedClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { VigieError } from '../../src/core/errors.ts';
import type { App } from '../../src/core/http/context.ts';
import { type Listening, listen } from '../../src/core/http/listen.ts';
import { clientAddressFrom } from '../../src/core/networks.ts';
import {
  createIntake,
  type DropReason,
  type FormLanguage,
  type PlacedButton,
  parseQuestionnaire,
  type Questionnaire,
  questionnaireKey,
  type Registry,
  SHIPPED_QUESTIONNAIRES,
  signContext,
} from '../../src/feedback/index.ts';
import { createLimits } from '../../src/feedback/limits.ts';
import type { Contribution } from '../../src/feedback/review.ts';
import { createSimilarTexts } from '../../src/feedback/similar-texts.ts';
import { loadAssets } from '../../src/web/assets.ts';
import { feedbackForm } from '../../src/web/feedback-form/routes.ts';
import { createApp } from '../../src/web/server.ts';
import { appOptions, HOST } from './http.ts';

export const BUTTONS = {
  procedure: 'procedure0',
  site: 'accueil000',
  closed: 'ferme00000',
  report: 'signaler00',
  custom: 'custom0000',
  english: 'english000',
  unknown: 'nulle00000',
} as const;
type ButtonName = Exclude<keyof typeof BUTTONS, 'unknown'>;

/** A network's own questionnaire, in English alone: a scale, five choices, and nothing else. */
export const CUSTOM: Questionnaire = parseQuestionnaire({
  id: 'reseau',
  version: 3,
  questions: [
    { kind: 'scale', id: 'waiting', version: 'v2' },
    {
      kind: 'choice',
      id: 'reason',
      version: 'v1',
      options: ['one', 'two', 'three', 'four', 'five'].map((code) => ({ code, grade: code })),
    },
  ],
  wording: {
    en: {
      title: 'About our offices',
      questions: {
        waiting: {
          label: 'Was the wait bearable?',
          options: { '1': 'Never', '2': 'Rarely', '3': 'Half', '4': 'Mostly', '5': 'Yes' },
        },
        reason: {
          label: 'Why did you come?',
          options: { one: 'Pay', two: 'Ask', three: 'Complain', four: 'Sign', five: 'Other' },
        },
      },
    },
  },
});

function placedButton(name: ButtonName): PlacedButton {
  const isSite = name === 'site';
  return {
    button: {
      id: BUTTONS[name],
      subjectId: isSite ? 2 : 1,
      channel: isSite ? 'counter' : 'web',
      step: null,
      language: name === 'english' ? 'en' : 'fr',
      questionnaire: name === 'report' ? 'signalement' : name === 'custom' ? CUSTOM.id : 'avis',
      createdAt: new Date('2026-01-01T10:00:00Z'),
      author: 'test',
      closedAt: name === 'closed' ? new Date('2026-01-01T10:00:00Z') : null,
      closedReason: name === 'closed' ? 'le service est remplacé par un autre.' : null,
      secret: Buffer.alloc(32, name),
    },
    place: {
      kind: isSite ? 'site' : 'procedure',
      publicId: isSite ? null : 'jdma12',
      slug: isSite ? 'sie-de-lyon' : 'passeport',
      name: isSite ? 'Centre des impôts de Lyon' : 'Demande de passeport d’un majeur <b>',
      organisation: isSite ? null : 'Agence nationale des titres sécurisés',
      contactUrl: isSite ? null : 'https://contact.example/aide?a=1&b=2',
      contactPhone: isSite ? null : '34 00',
      contactEmail: isSite ? null : 'aide@example.org',
    },
  };
}

const PLACED = new Map(
  (Object.keys(BUTTONS) as (keyof typeof BUTTONS)[])
    .filter((name) => name !== 'unknown')
    .map((name) => [BUTTONS[name], placedButton(name)] as const),
);

export function registryOf(questionnaires: readonly Questionnaire[] = SHIPPED_QUESTIONNAIRES): Registry {
  return {
    keys: [{ id: 1, key: Buffer.alloc(32, 7) }],
    buttons: PLACED,
    questionnaires: new Map(
      [...questionnaires, CUSTOM].map((one) => [questionnaireKey(one.id, one.version), one]),
    ),
  };
}

/** The parameters that a service signs for the procedure's button. */
export function signedEnding(fin: string): string {
  const placed = PLACED.get(BUTTONS.procedure);
  if (placed === undefined) throw new Error('no such button');
  return new URLSearchParams({ fin, signature: signContext(placed.button, { fin }) }).toString();
}

export type TestForms = {
  readonly app: App;
  /** What the intake put on disk, in its order. */
  readonly written: Contribution[];
  /** The grades of each question, by review, as the last of them stand. */
  reviews(): Map<string, Record<string, readonly string[]>>;
  readonly drops: DropReason[];
  readonly openings: string[];
  readonly logged: string[];
  readonly disk: { isFull: boolean };
  readonly clock: { at: string };
  /** Serves the forms, on any free port unless told. */
  listen(port?: number): Promise<Listening & { origin: string }>;
};

/** A store that must not be asked. */
const NO_STORE = new Proxy({} as Database, {
  get(_, name) {
    if (typeof name === 'symbol' || name === 'then') return undefined;
    return () => Promise.reject(new Error(`a form asked the store: ${name}`));
  },
});

export function openForms(
  options: { languages?: readonly FormLanguage[]; questionnaires?: readonly Questionnaire[] } = {},
): TestForms {
  const now = { at: '2026-01-15T12:00:00Z' };
  const clock: Clock = { now: () => fixedClock(now.at).now() };
  const [written, drops, openings]: [Contribution[], DropReason[], string[]] = [[], [], []];
  const disk = { isFull: false };
  const known = registryOf(options.questionnaires);
  const registry = () => known;
  const intake = createIntake({
    registry,
    clock,
    writer: {
      async write(contribution) {
        if (disk.isFull) throw new VigieError('Unavailable', 'The disk is full.');
        written.push(contribution);
      },
    },
    limits: createLimits((bytes) => new Uint8Array(bytes)),
    similarTexts: createSimilarTexts(),
    onDrop: (reason) => void drops.push(reason),
  });
  const forms = feedbackForm({
    registry,
    intake,
    clock,
    countOpening: ({ id }, kind) => void openings.push(`${kind} ${id}`),
    assets: loadAssets(),
    origin: 'http://vigie.test',
    trustedAddress: clientAddressFrom([]),
    ...(options.languages === undefined ? {} : { languages: options.languages }),
  });
  const appSettings = appOptions(NO_STORE, [forms.routes]);
  const app = createApp(appSettings);
  const { log, metrics, logged } = appSettings;
  return {
    app,
    written,
    drops,
    openings,
    logged,
    disk,
    clock: now,
    reviews() {
      const reviews = new Map<string, Record<string, readonly string[]>>();
      for (const { review, answers } of written) {
        const held = reviews.get(review.id) ?? {};
        for (const { question, grades } of answers) held[question] = grades;
        reviews.set(review.id, held);
      }
      return reviews;
    },
    async listen(port = 0) {
      const lanes = { list: [forms.lane], metrics };
      const server = await listen(app, { host: HOST, port, log, lanes });
      return { ...server, origin: `http://${HOST}:${server.port}` };
    },
  };
}
