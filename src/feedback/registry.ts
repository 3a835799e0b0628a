/**
 * What forms need at each request: buttons, questionnaires, signing keys, and the services that buttons stand at. Held in
 * memory, and in a file beside the journal, so that forms are served and answers taken while the store is away. Pure.
 */
import type { SecretButton } from './button.ts';
import type { SigningKey } from './form-token.ts';
import { latestVersion, type Questionnaire, questionnaireSchema } from './questionnaire.ts';

/** The service that a button stands at, as its form names it. */
export type FormPlace = {
  readonly kind: 'procedure' | 'site';
  /** Public id of a procedure; null for a site. */
  readonly publicId: string | null;
  readonly slug: string;
  readonly name: string;
  readonly organisation: string | null;
  /** Where its users ask for help; the address of a page, a telephone number, an e-mail address. */
  readonly contactUrl: string | null;
  readonly contactPhone: string | null;
  readonly contactEmail: string | null;
};

export type PlacedButton = { readonly button: SecretButton; readonly place: FormPlace };

export type Registry = {
  /** The newest first: it signs; the others are still recognised. */
  readonly keys: readonly SigningKey[];
  readonly buttons: ReadonlyMap<string, PlacedButton>;
  /** Every version known, by `questionnaireKey`. */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  /** True where it could not be read again in time: a button may have been closed since. */
  readonly isStale?: boolean;
};

export function questionnaireKey(id: string, version: number): string {
  return `${id}/${version}`;
}

/** The latest version of a questionnaire; null when there is none of this id. */
export function latestQuestionnaire({ questionnaires }: Registry, id: string): Questionnaire | null {
  return latestVersion(questionnaires.values(), id);
}

/** The registry as a file holds it. */
export function registryToJson({ keys, buttons, questionnaires }: Registry): string {
  return JSON.stringify({
    keys: keys.map(({ id, key }) => ({ id, key: key.toString('base64') })),
    buttons: [...buttons.values()].map(({ button, place }) => ({
      button: { ...button, secret: button.secret.toString('base64') },
      place,
    })),
    questionnaires: [...questionnaires.values()],
  });
}

type StoredButton = Omit<SecretButton, 'secret' | 'createdAt' | 'closedAt'> & {
  readonly secret: string;
  readonly createdAt: string;
  readonly closedAt: string | null;
};
type Stored = {
  readonly keys: readonly { readonly id: number; readonly key: string }[];
  readonly buttons: readonly { readonly button: StoredButton; readonly place: FormPlace }[];
  readonly questionnaires: readonly unknown[];
};

/** The registry that `registryToJson` wrote. @throws SyntaxError or ZodError for what is no such text */
export function registryFromJson(text: string): Registry {
  const { keys, buttons, questionnaires } = JSON.parse(text) as Stored;
  const known = questionnaires.map((one) => questionnaireSchema.parse(one));
  return {
    keys: keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })),
    buttons: new Map(
      buttons.map(({ button, place }) => [
        button.id,
        {
          place,
          button: {
            ...button,
            secret: Buffer.from(button.secret, 'base64'),
            createdAt: new Date(button.createdAt),
            closedAt: button.closedAt === null ? null : new Date(button.closedAt),
          },
        },
      ]),
    ),
    questionnaires: new Map(known.map((one) => [questionnaireKey(one.id, one.version), one])),
  };
}
