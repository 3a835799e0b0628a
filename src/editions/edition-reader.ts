import { LRUCache } from 'lru-cache';
import type { Queryable } from '../core/database.ts';
import { findEditionHash, findEditionJson } from './edition.sql.ts';
import { type PublishedEdition, parseEditionJson } from './published-edition.ts';

/** Reads editions for pages. What it gives is what the published bytes say, with their hash. */
export type EditionReader = {
  /** The last published revision of an edition, or the one named; null when there is none. */
  find(slug: string, revision?: number): Promise<{ published: PublishedEdition; sha256: string } | null>;
};

/** Editions kept parsed, by the hash of their bytes; forty are ten years of quarters. */
const KEPT = 40;

/** A reader that parses each published file once: bytes of one hash never change. */
export function createEditionReader(db: Queryable): EditionReader {
  const parsed = new LRUCache<string, PublishedEdition>({ max: KEPT });
  return {
    async find(slug, revision) {
      const sha256 = await findEditionHash(db, slug, revision);
      if (sha256 === null) return null;
      const kept = parsed.get(sha256);
      if (kept !== undefined) return { published: kept, sha256 };
      const file = await findEditionJson(db, slug, revision);
      if (file === null) return null;
      const published = parseEditionJson(file.text);
      parsed.set(file.sha256, published);
      return { published, sha256: file.sha256 };
    },
  };
}
