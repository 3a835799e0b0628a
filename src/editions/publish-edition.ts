/** From draft to frozen to published: what is published is what was frozen, byte for byte but for its date. */
import type { Clock } from '../core/clock.ts';
import type { Queryable, Transactional } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { findEdition, listRevisions } from './edition.sql.ts';
import {
  deleteDraft,
  findDraft,
  freezeDraft,
  lockEditions,
  publishRevision,
  type StoredDraft,
} from './publish.sql.ts';
import type { PublishedEdition } from './published-edition.ts';

/**
 * Freezes a draft: from then on its figures can only be published or discarded.
 *
 * @param seen SHA-256 of the draft that was looked at, or null: another one is then not frozen
 * @returns the frozen document and its SHA-256
 * @throws VigieError NotFound without draft; Conflict when it is frozen already, or not what was looked at
 */
export async function freezeEdition(
  db: Transactional,
  slug: string,
  clock: Clock,
  seen: string | null = null,
): Promise<StoredDraft> {
  return db.transaction(async (tx) => {
    await lockEditions(tx);
    const stored = await getDraft(tx, slug);
    if (seen !== null && seen !== stored.sha256) {
      throw new VigieError(
        'Conflict',
        `The draft of edition ${slug} is now ${stored.sha256}: look at it again.`,
      );
    }
    if (stored.state === 'frozen') {
      throw new VigieError('Conflict', `Edition ${slug} is frozen already: publish it, or discard it.`);
    }
    const at = clock.now();
    await freezeDraft(tx, slug, { sha256: stored.sha256, at });
    return { ...stored, state: 'frozen', frozenSha256: stored.sha256, frozenAt: at };
  });
}

/**
 * Publishes a frozen edition, whole or not at all.
 *
 * @returns the edition as published
 * @throws VigieError NotFound without draft; Conflict when it is not frozen, is published already, or is not what was
 *   frozen
 */
export async function publishEdition(
  db: Transactional,
  slug: string,
  author: string,
  clock: Clock,
): Promise<PublishedEdition> {
  return db.transaction(async (tx) => {
    await lockEditions(tx);
    const { state, draft, sha256, frozenSha256, subjects } = await getDraft(tx, slug);
    if (state === 'draft') {
      throw new VigieError(
        'Conflict',
        `Edition ${slug} is a draft: freeze it first, once its figures are checked.`,
      );
    }
    if (sha256 !== frozenSha256) {
      throw new VigieError(
        'Conflict',
        `Edition ${slug} is not what was frozen: discard it and build it again.`,
      );
    }
    const now = clock.now();
    const published = { ...draft, edition: { ...draft.edition, published_at: now.toISOString() } };
    await publishRevision(tx, published, { subjects, author, recordedAt: now });
    return published;
  });
}

/**
 * Removes the draft of an edition, frozen or not.
 * @throws VigieError NotFound without draft, Conflict when it is published
 */
export async function discardEdition(db: Transactional, slug: string): Promise<StoredDraft> {
  return db.transaction(async (tx) => {
    await lockEditions(tx);
    const stored = await getDraft(tx, slug);
    await deleteDraft(tx, slug);
    return stored;
  });
}

async function getDraft(tx: Queryable, slug: string): Promise<StoredDraft> {
  const stored = await findDraft(tx, slug);
  if (stored !== null) return stored;
  if ((await findEdition(tx, slug)) === null) {
    throw new VigieError('NotFound', `There is no draft ${slug}: build it first.`);
  }
  const [last] = await listRevisions(tx, slug);
  throw new VigieError(
    'Conflict',
    `Edition ${slug} is already published (revision ${last?.number}, ${last?.publishedAt.toISOString()}, by ${last?.author}). ` +
      'It never changes: correct it instead.',
  );
}
