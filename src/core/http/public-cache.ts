/**
 * Whole answers of public pages, kept by path and query until public data change or the day does (pages may speak
 * of "today"). A page is kept only if nothing changed since before it was rendered: data are read at the earliest
 * after `generation`, and a change announced meanwhile makes another one.
 */
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { dayOf } from '../clock.ts';
import type { PublicChanges } from '../public-changes.ts';
import type { Entity } from './entity.ts';

export type PublicCache = {
  /** Names the state of public data; undefined while changes cannot be heard, when nothing may be kept or served. */
  generation(): string | undefined;
  find(key: string, generation: string | undefined): Entity | undefined;
  /** Keeps `entity`, rendered after `generation` was asked, if that is still the present one. */
  keep(key: string, entity: Entity, generation: string | undefined): void;
  /** Bytes kept. */
  size(): number;
};

/** Bytes that an entry costs beside its body: key, headers, bookkeeping. */
const ENTRY_OVERHEAD = 1_000;

export function createPublicCache(options: {
  changes: Pick<PublicChanges, 'generation'>;
  clock: Clock;
  maxBytes: number;
}): PublicCache {
  const { changes, clock, maxBytes } = options;
  let keptGeneration: string | undefined;
  const entities = new LRUCache<string, Entity>({
    maxSize: maxBytes,
    sizeCalculation: (entity, key) => entity.bytes.byteLength + 2 * key.length + ENTRY_OVERHEAD,
  });
  const generation = () => {
    const changed = changes.generation();
    const present = changed === undefined ? undefined : `${changed} ${dayOf(clock.now())}`;
    if (present !== keptGeneration) entities.clear();
    keptGeneration = present;
    return present;
  };
  return {
    generation,
    find: (key, asked) => (asked === undefined ? undefined : entities.get(key)),
    keep(key, entity, rendered) {
      if (rendered !== undefined && rendered === generation()) entities.set(key, entity);
    },
    size: () => entities.calculatedSize,
  };
}
