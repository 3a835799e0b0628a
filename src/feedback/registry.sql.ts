/** Reads what forms need from the store. */
import { listProcedures, listSites } from '../catalogue/index.ts';
import type { Queryable } from '../core/database.ts';
import { listSecretButtons } from './button.sql.ts';
import type { SigningKey } from './form-token.ts';
import { SHIPPED_QUESTIONNAIRES } from './languages/index.ts';
import { listQuestionnaires } from './questionnaire.sql.ts';
import { type FormPlace, questionnaireKey, type Registry } from './registry.ts';

/** The whole registry. A signing key is made where there is none yet. */
export async function readRegistry(db: Queryable, now: Date): Promise<Registry> {
  const keys = await listSigningKeys(db, now);
  const buttons = await listSecretButtons(db);
  const stored = await listQuestionnaires(db);
  const places = await listPlaces(db);
  return {
    keys,
    buttons: new Map(
      buttons.flatMap((button) => {
        const place = places.get(button.subjectId);
        return place === undefined ? [] : [[button.id, { button, place }]];
      }),
    ),
    questionnaires: new Map(
      [...SHIPPED_QUESTIONNAIRES, ...stored].map((one) => [questionnaireKey(one.id, one.version), one]),
    ),
  };
}

/** The newest first. Of two processes that make the first one at once, both are kept. */
async function listSigningKeys(db: Queryable, now: Date): Promise<SigningKey[]> {
  const keys = await selectKeys(db);
  if (keys.length > 0) return keys;
  await db.query('insert into feedback.signing_key (key, created_at) values ($1, $2)', [
    crypto.getRandomValues(new Uint8Array(32)),
    now,
  ]);
  return selectKeys(db);
}

function selectKeys(db: Queryable): Promise<SigningKey[]> {
  return db.query<SigningKey>('select id, key from feedback.signing_key order by id desc');
}

async function listPlaces(db: Queryable): Promise<Map<number, FormPlace>> {
  const procedures = await listProcedures(db);
  const sites = await listSites(db);
  const noContact = { contactUrl: null, contactPhone: null, contactEmail: null };
  return new Map<number, FormPlace>([
    ...procedures.map((one): [number, FormPlace] => [
      one.subjectId,
      {
        kind: 'procedure',
        publicId: one.publicId,
        slug: one.slug,
        name: one.name,
        organisation: one.organisation?.name ?? null,
        contactUrl: one.contactUrl,
        contactPhone: one.contactPhone,
        contactEmail: one.contactEmail,
      },
    ]),
    ...sites.map(({ subjectId, slug, name, organisation }): [number, FormPlace] => [
      subjectId,
      {
        kind: 'site',
        publicId: null,
        slug,
        name,
        organisation: organisation?.name ?? null,
        ...noContact,
      },
    ]),
  ]);
}
