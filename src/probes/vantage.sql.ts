/** Points of measure as the store keeps them. */
import type { Queryable } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import type { Vantage } from './vantage.ts';

const COLUMNS = `vantage.id, slug, name, author, created_at as "createdAt", closed_at as "closedAt",
  closed_reason as "closedReason", seen_at as "seenAt", skew_ms as "skewMs",
  (select max(at) from probes.latest where vantage_id = vantage.id) as "lastSampleAt"`;

export type NewVantage = Pick<Vantage, 'slug' | 'name' | 'author'>;

/**
 * Opens a point of measure.
 * @throws VigieError Conflict when there is one of this slug, open or closed: what it measured bears it
 */
export async function createVantage(
  db: Queryable,
  { slug, name, author }: NewVantage,
  now: Date,
): Promise<Vantage> {
  const created = await addVantage(db, { slug, name, author }, now);
  if (created) return getVantage(db, slug);
  throw new VigieError('Conflict', `There is a point of measure "${slug}" already; give another slug.`);
}

/** The point of measure of this slug, made if there is none. */
export async function ensureVantage(db: Queryable, vantage: NewVantage, now: Date): Promise<Vantage> {
  const known = await findVantage(db, vantage.slug);
  if (known !== null) return known;
  await addVantage(db, vantage, now);
  return getVantage(db, vantage.slug);
}

async function addVantage(db: Queryable, { slug, name, author }: NewVantage, now: Date): Promise<boolean> {
  const rows = await db.query(
    `insert into probes.vantage (slug, name, author, created_at) values ($1, $2, $3, $4)
     on conflict (slug) do nothing returning id`,
    [slug, name, author, now],
  );
  return rows.length > 0;
}

/** The point of measure of this slug, closed or not; null when there is none. */
export async function findVantage(db: Queryable, slug: string): Promise<Vantage | null> {
  const [found] = await db.query<Vantage>(`select ${COLUMNS} from probes.vantage where slug = $1`, [slug]);
  return found ?? null;
}

/** @throws VigieError NotFound */
export async function getVantage(db: Queryable, slug: string): Promise<Vantage> {
  const found = await findVantage(db, slug);
  if (found !== null) return found;
  throw new VigieError('NotFound', `There is no point of measure "${slug}"; see "vigie vantage list".`);
}

/** Points of measure, the oldest first. */
export function listVantages(db: Queryable): Promise<Vantage[]> {
  return db.query<Vantage>(`select ${COLUMNS} from probes.vantage order by vantage.id`);
}

/**
 * Closes a point of measure, for ever: it asks nothing more, what it sends is refused, and what it measured stays.
 * @throws VigieError NotFound; Conflict when it was closed already
 */
export async function closeVantage(db: Queryable, slug: string, reason: string, now: Date): Promise<void> {
  const closed = await db.query(
    `update probes.vantage set closed_at = $2, closed_reason = $3, held_by = null, held_until = null
     where slug = $1 and closed_at is null returning id`,
    [slug, now, reason],
  );
  if (closed.length > 0) return;
  const { closedAt, closedReason } = await getVantage(db, slug);
  const day = closedAt?.toISOString().slice(0, 10) ?? '';
  throw new VigieError('Conflict', `The point of measure "${slug}" was closed on ${day}: ${closedReason}`);
}

/** Notes that a point of measure spoke, and how far its clock was ahead then, in ms; null keeps what was known. */
export async function noteSeen(db: Queryable, id: number, now: Date, skewMs: number | null): Promise<void> {
  await db.query(
    `update probes.vantage set seen_at = greatest(seen_at, $2), skew_ms = coalesce($3, skew_ms) where id = $1`,
    [id, now, skewMs],
  );
}

/**
 * Takes the right to probe in the name of a point of measure, or keeps it, for so many ms of the store's clock.
 * @returns false while another process has it, or once the point of measure is closed
 */
export async function holdVantage(
  db: Queryable,
  id: number,
  holder: string,
  durationMs: number,
): Promise<boolean> {
  const held = await db.query(
    `update probes.vantage set held_by = $2, held_until = now() + $3 * interval '1 ms'
     where id = $1 and closed_at is null and (held_by is null or held_by = $2 or held_until < now())
     returning id`,
    [id, holder, durationMs],
  );
  return held.length > 0;
}

/** Gives the right back at once, so that another process need not wait for its end. */
export async function releaseVantage(db: Queryable, id: number, holder: string): Promise<void> {
  await db.query(
    'update probes.vantage set held_by = null, held_until = null where id = $1 and held_by = $2',
    [id, holder],
  );
}

/** Keeps that a point of measure, at work since an instant without a pause, was so until another. */
export async function extendWatch(
  db: Queryable,
  id: number,
  { startedAt, until }: { readonly startedAt: Date; readonly until: Date },
): Promise<void> {
  await db.query(
    `insert into probes.watch as known (vantage_id, started_at, ended_at) values ($1, $2, greatest($2::timestamptz, $3))
     on conflict (vantage_id, started_at) do update set ended_at = greatest(known.ended_at, excluded.ended_at)`,
    [id, startedAt, until],
  );
}
