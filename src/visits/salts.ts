/**
 * What visitors of a day are hashed with. Drawn by whoever counts first, shared through the store, erased when the day is over:
 * from then on nobody can tell whether two hashes were of one person. Counting never waits for it.
 */
import type { Queryable } from '../core/database.ts';
import { eraseSaltsBefore, offerSalt } from './salt.sql.ts';

export type Salts = {
  /** The salt of a day, in base64; drawn here where the store has told none yet, and offered to it by `share`. */
  saltOf(day: string): string;
  /**
   * Learns the salts of days from the store, or tells it ours, and erases those of earlier days everywhere.
   * @param days today, and tomorrow shortly before midnight
   */
  share(db: Queryable, days: readonly [string, ...string[]]): Promise<void>;
};

/** @param draw gives random bytes */
export function createSalts(draw: (bytes: number) => Uint8Array): Salts {
  const known = new Map<string, { salt: string; isShared: boolean }>();
  let erasedBefore = '';

  function find(day: string) {
    const found = known.get(day) ?? { salt: Buffer.from(draw(32)).toString('base64'), isShared: false };
    known.set(day, found);
    return found;
  }

  return {
    saltOf: (day) => find(day).salt,
    async share(db, days) {
      // First, and whatever becomes of the store: nothing here remembers a day that is over.
      for (const day of known.keys()) if (!days.includes(day)) known.delete(day);
      for (const day of days) {
        if (find(day).isShared) continue;
        const salt = await offerSalt(db, day, Buffer.from(find(day).salt, 'base64'));
        known.set(day, { salt: salt.toString('base64'), isShared: true });
      }
      const [today] = days;
      if (erasedBefore === today) return;
      await eraseSaltsBefore(db, today);
      erasedBefore = today;
    },
  };
}
