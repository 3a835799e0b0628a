/** The list of procedures: what it keeps, in what order, and that its page and its files say the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { listProcedures } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import { CRITERIA, LEVELS } from '../src/criteria/index.ts';
import { PROCEDURE_PARAMETERS } from '../src/web/procedure-query.ts';
import { withQuery } from '../src/web/urls.ts';
import { testDatabase } from './support/database.ts';
import { publishJourneyEditions } from './support/journey-editions.ts';
import { importPorts, type Listed, listReaders, type Query } from './support/procedure-list.ts';

let list: ReturnType<typeof listReaders>;
let whole: Listed[];

before(async () => {
  const db = await testDatabase();
  await publishJourneyEditions(db);
  await importPorts(db);
  list = listReaders(db);
  whole = await list.listed({});
  assert.deepEqual(
    whole.map(({ id }) => id),
    (await listProcedures(db)).map(({ publicId }) => publicId),
    'without parameters, the whole catalogue by name',
  );
});

/** The public ids that the pages of a list show, from the first page to the last. */
async function shownIds(query: Query): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const html = await list.markup({ ...query, page });
    ids.push(
      ...[...html.matchAll(/<th role="rowheader"[^>]*><a href="\/demarches\/(\d+)-/g)].map(
        ([, id = '']) => id,
      ),
    );
    if (!html.includes('rel="next"')) return ids;
  }
}

const SLUGS = { ministere: 'ministere-de-l-interieur', administration: 'dgpr' };
const anyView = fc.record(
  {
    q: fc.constantFrom('essai', 'demarche', 'DGPR', 'armées', 'zzzz'),
    ministere: fc.constantFrom(SLUGS.ministere, 'ministere-des-ports'),
    administration: fc.constantFrom(SLUGS.administration, 'capitaineries'),
    usagers: fc.constantFrom('individual', 'business', 'association'),
    evenement: fc.constantFrom('losing_someone', 'housing'),
    critere: fc.constantFrom('satisfaction', 'accessibility', 'clarity', 'online'),
    niveau: fc.constantFrom(...LEVELS),
    statut: fc.constantFrom('measured', 'declared', 'insufficient', 'suspect', 'not_reported'),
    tri: fc.constantFrom('nom', '-nom', 'administration', '-volume', 'satisfaction', '-online', 'clarity'),
  },
  { requiredKeys: [] },
);

/** What a view keeps, told once more in the simplest way. */
function isKept(one: Listed, view: Record<string, string | undefined>): boolean {
  const meets = (criterion: string) => {
    const result = one.results?.[criterion as keyof typeof one.results];
    if (result === undefined) return false;
    if (view.niveau === undefined && view.statut === undefined) return result.level !== 'none';
    return (view.niveau ?? result.level) === result.level && (view.statut ?? result.status) === result.status;
  };
  const asksResult = view.critere ?? view.niveau ?? view.statut;
  const below = { dgpr: ['DGPR'], capitaineries: ['Direction des capitaineries', 'Capitainerie de Brest'] };
  return (
    (view.ministere === undefined ||
      one.ministry ===
        { [SLUGS.ministere]: 'Ministère de l’Intérieur', 'ministere-des-ports': 'Ministère des Ports' }[
          view.ministere
        ]) &&
    (view.administration === undefined ||
      (below[view.administration as keyof typeof below] ?? []).includes(one.organisation ?? '')) &&
    (view.usagers === undefined || one.audiences.includes(view.usagers)) &&
    (view.evenement === undefined || one.life_events.includes(view.evenement)) &&
    (asksResult === undefined || (view.critere === undefined ? CRITERIA : [view.critere]).some(meets))
  );
}

test('filters combine: each keeps what it says, and words searched keep no others', async () => {
  await fc.assert(
    fc.asyncProperty(anyView, async (view) => {
      const { q, tri, ...filters } = view;
      const found = q === undefined ? whole.map(({ id }) => id) : await list.idsOf({ q });
      const expected = whole.filter((one) => found.includes(one.id) && isKept(one, filters));
      const kept = await list.idsOf(view);
      assert.deepEqual(kept.toSorted(), expected.map(({ id }) => id).toSorted());
      if (tri === undefined && q !== undefined)
        assert.deepEqual(
          kept,
          found.filter((id) => kept.includes(id)),
          'the best found stay first',
        );
    }),
    { numRuns: 60 },
  );
});

test('the page, the JSON and the CSV of an address hold the same procedures in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(anyView, async (view) => {
      const ids = await list.idsOf(view);
      assert.deepEqual(await shownIds(view), ids);
      const csv = await (await list.app.request(withQuery('/demarches.csv', view))).arrayBuffer();
      assert.deepEqual(
        readCsv(new Uint8Array(csv)).rows.map(({ cells }) => cells.id),
        ids,
      );
      assert.ok(
        (await list.said(view)).includes(
          `${ids.length} démarche${ids.length > 1 ? 's' : ''} sur ${whole.length}`,
        ),
      );
    }),
    { numRuns: 25 },
  );
});

const french = new Intl.Collator('fr');
const levelRank = (one: Listed) => -LEVELS.indexOf(one.results?.online?.level ?? 'none');

/** What each order looks at. */
const KEYS: Readonly<Record<string, (one: Listed) => number | string | null>> = {
  nom: ({ name }) => name,
  administration: ({ organisation }) => organisation,
  volume: ({ volume_total, volume_online }) => volume_total ?? volume_online,
  online: (one) => (one.results?.online?.value == null ? null : levelRank(one)),
  ...Object.fromEntries(
    (['satisfaction', 'accessibility', 'availability', 'clarity'] as const).map((id) => [
      id,
      ({ results }: Listed) => (results?.[id]?.status === 'suspect' ? null : (results?.[id]?.value ?? null)),
    ]),
  ),
};

for (const [tri, keyOf] of Object.entries(KEYS)) {
  test(`sorted by ${tri}, up or down, values follow one another, absent ones last, equal ones by name`, async () => {
    for (const [sign, name] of [
      [1, tri],
      [-1, `-${tri}`],
    ] as const) {
      const sorted = await list.listed({ tri: name });
      assert.equal(sorted.length, whole.length);
      for (const [at, after] of sorted.slice(1).entries()) {
        const before = sorted[at];
        const [low, high] = [before && keyOf(before), keyOf(after)];
        if (low == null || high === null) {
          assert.ok(high === null, `${before?.name} has no value and comes before ${after.name}`);
          continue;
        }
        const order = typeof low === 'number' ? low - Number(high) : french.compare(low, String(high));
        assert.ok(sign * order <= 0, `${before?.name} before ${after.name}`);
        const tied = low === high && tri !== 'online';
        if (tied) assert.ok(french.compare(before?.name ?? '', after.name) <= 0);
      }
      assert.match(
        await list.markup({ tri: name }),
        new RegExp(`aria-sort="${sign === 1 ? 'ascending' : 'descending'}"`),
      );
    }
  });
}

test('a value that does not exist is refused, and its parameter named', async () => {
  const bad: Query[] = [
    { ministere: 'personne' },
    { administration: 'personne' },
    { usagers: 'martien' },
    { evenement: 'rien' },
    { critere: 'beauty' },
    { critere: 'help' },
    { niveau: 'excellent' },
    { statut: 'perdu' },
    { tri: 'couleur' },
    { tri: 'availability_speed' },
    { page: 0 },
    { page: 'deux' },
    { q: 'x'.repeat(501) },
  ];
  for (const query of bad) {
    for (const path of ['/demarches', '/demarches.json', '/demarches.csv']) {
      const answer = await list.app.request(withQuery(path, query), {
        headers: { accept: 'application/json' },
      });
      const { error } = (await answer.json()) as { error: { fields: { path: string }[] } };
      assert.equal(answer.status, 400, `${path} ${JSON.stringify(query)}`);
      assert.deepEqual(
        error.fields.map((field) => field.path),
        Object.keys(query),
      );
    }
  }
  assert.deepEqual(
    await list.idsOf({ niveau: '', q: '', tri: '', inconnu: 'x' }),
    whole.map(({ id }) => id),
  );
});

test('an organisation takes those below it, and its former slug still names it', async () => {
  const ids = async (slug: string) => (await list.idsOf({ administration: slug })).toSorted();
  assert.deepEqual(await ids('ministere-des-ports'), ['901', '902', '903']);
  assert.deepEqual(await ids('capitaineries'), ['901', '902']);
  assert.deepEqual(await ids('capitainerie'), ['901', '902']);
  assert.deepEqual(await ids('brest'), ['901']);
});

test('the documentation lists the parameters of the list, and no other', () => {
  const documentation = readFileSync(new URL('../docs/open-data.md', import.meta.url), 'utf8');
  const [, section = ''] = /### The list of procedures\n(.*?)\n##+ /s.exec(documentation) ?? [];
  const rows = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(rows, Object.values(PROCEDURE_PARAMETERS));
});
