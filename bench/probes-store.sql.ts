/** Statements of the measure of what probes keep. */
import type { Queryable } from '../src/core/database.ts';

/** Points of measure, and targets: four to each procedure, whose ids follow one another. */
export async function insertTargets(
  db: Queryable,
  { subjectIds, vantages, at }: { subjectIds: readonly number[]; vantages: number; at: Date },
): Promise<{ targetIds: number[]; vantageIds: number[] }> {
  const points = await db.query<{ id: number }>(
    `insert into probes.vantage (slug, name, author, created_at)
     select 'point-' || n, 'Point ' || n, 'bench', $2 from generate_series(1, $1::int) as n returning id`,
    [vantages, at],
  );
  const targets = await db.query<{ id: number }>(
    `insert into probes.target
       (url, method, expected_status, interval_ms, timeout_ms, slow_ms, author, created_at)
     select 'https://demarche-' || id || '.example/' || role, 'GET', '200-299', 60000, 10000, 2000, 'bench', $2
     from unnest($1::bigint[]) as id, unnest(array['home', 'sign_in', 'form', 'last_page']) as role
     order by id, role returning id`,
    [subjectIds, at],
  );
  await db.query(
    `insert into probes.target_use (target_id, subject_id, role, since)
     select target.id, subject.id, role, $2
     from unnest($1::bigint[]) as subject (id), unnest(array['home', 'sign_in', 'form', 'last_page']) as role
     join lateral (select id from probes.target where url = 'https://demarche-' || subject.id || '.example/' || role)
       as target on true`,
    [subjectIds, at],
  );
  return { targetIds: targets.map(({ id }) => id), vantageIds: points.map(({ id }) => id) };
}

const DAY_TABLES = {
  daily: 'target_id, vantage_id, verdicts, response_ms, business_steps, other_steps, business, other',
  target_day: 'target_id, minutes, whole, business',
  subject_day: 'subject_id, minutes, whole, business',
};

/** Gives each of so many days before one what was counted on it. */
export async function copyDays(
  db: Queryable,
  { first, before }: { first: string; before: number },
): Promise<void> {
  for (const [table, columns] of Object.entries(DAY_TABLES)) {
    await db.query(
      `insert into probes.${table} (day, ${columns})
       select $1::date - back, ${columns} from generate_series(1, $2::int) as back
       join probes.${table} on day = $1::date order by back`,
      [first, before],
    );
  }
}

export type StoredProbes = {
  readonly name: string;
  readonly rows: number;
  /** On disk, indexes included. */
  readonly bytes: number;
};

/** What the tables that grow with time hold, partitions added up. */
export async function measureProbes(db: Queryable): Promise<StoredProbes[]> {
  await db.query('vacuum analyze');
  const sizes: StoredProbes[] = [];
  for (const name of ['sample', 'recent_sample', ...Object.keys(DAY_TABLES)]) {
    sizes.push(
      ...(await db.query<StoredProbes>(
        `select '${name}' as name, (select count(*) from probes.${name}) as rows,
           (select pg_total_relation_size('probes.${name}')::bigint
              + coalesce(sum(pg_total_relation_size(relid)) filter (where level > 0), 0)::bigint
            from pg_partition_tree('probes.${name}')) as bytes`,
      )),
    );
  }
  return sizes;
}
