/** The real edition of October 2025, row by row: what is expected was read in the file by eye. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../src/core/clock.ts';
import { createEditionReader, importEdition, type PublishedEdition } from '../src/editions/index.ts';
import { testDatabase } from './support/database.ts';
import { sharedData } from './support/shared-data.ts';

const FILE = 'edition-2025-10.csv';

async function realEdition(t: Parameters<typeof testDatabase>[0] & object): Promise<PublishedEdition | null> {
  const bytes = sharedData(t, FILE);
  if (bytes === null) return null;
  const db = await testDatabase(t);
  const outcome = await importEdition(
    db,
    {
      file: { bytes, name: FILE },
      slug: '2025-10',
      label: 'Octobre 2025',
      methodology: 'vde-2025',
      cutoffOn: '2025-09-30',
      publishedAt: new Date('2025-10-15T00:00:00Z'),
      author: 'test',
    },
    fixedClock('2025-10-16T00:00:00Z'),
  );
  assert.deepEqual([outcome.procedures, outcome.divergences, outcome.notes], [160, 0, []]);
  const found = await createEditionReader(db).find('2025-10');
  return found?.published ?? assert.fail('not published');
}

/** What is told of a figure: status, value, level, and the reason or day where they matter. */
type Told = readonly [status: string, value: number | string | null, level: string];

test('every row of the real file is in the edition, and the odd ones say what the file says', async (t) => {
  const published = await realEdition(t);
  if (published === null) return;
  assert.equal(published.procedures.length, 160);
  const get = (id: string) => published.procedures.find((one) => one.id === id) ?? assert.fail(id);
  const told = (id: string, criterion: string): Told => {
    const result = Object.entries(get(id).results).find(([name]) => name === criterion)?.[1];
    return result ? [result.status, result.value, result.level] : assert.fail(`${id} ${criterion}`);
  };

  // Line 2: no volume, take-up "À venir", too few answers about help, availability just under its bound.
  assert.equal(get('1764').volume_total, null);
  assert.deepEqual(told('1764', 'digital_share'), ['not_reported', null, 'none']);
  assert.deepEqual(told('1764', 'help_reachable'), ['insufficient', null, 'none']);
  assert.deepEqual(told('1764', 'availability'), ['measured', 0.99894, 'medium']);
  assert.deepEqual(told('1764', 'authentication'), ['not_applicable', null, 'none']);

  // Quoted name with quotes inside, three audiences.
  assert.equal(
    get('1716').name,
    `Inscription sur "Fil d'Ariane" (alerte en cas de crise lors d'un voyage à l'étranger)`,
  );
  assert.deepEqual(get('1716').audiences, ['Particulier', 'Entreprise', 'Association']);

  // "À venir" everywhere, no address, authentication "–".
  assert.deepEqual(told('115', 'online'), ['not_reported', null, 'none']);
  assert.deepEqual(told('115', 'authentication'), ['not_applicable', null, 'none']);
  assert.equal(get('115').url, null);

  // Rate "Non" without a date: no declaration; take-up with 15 decimals.
  assert.deepEqual(told('1679', 'accessibility'), ['declared', null, 'poor']);
  assert.equal(get('1679').results.accessibility?.reason, 'no_declaration');
  assert.deepEqual(told('1679', 'digital_share'), ['declared', 0.824012798433416, 'info']);
  assert.deepEqual(told('1679', 'help_effective'), ['measured', 8, 'good']);

  // Empty cells where words are expected (autonomy, help), beside "À venir" for clarity.
  assert.deepEqual(told('2768', 'satisfaction'), ['measured', 7.4, 'medium']);
  assert.deepEqual(told('2768', 'autonomy'), ['not_reported', null, 'none']);
  assert.deepEqual(told('2768', 'once_only'), ['not_applicable', null, 'none']);

  // Not online: all else is not applicable, even "Non" for the rate and "À venir" for take-up.
  assert.deepEqual(told('2760', 'online'), ['declared', 'Non', 'poor']);
  for (const criterion of ['accessibility', 'digital_share', 'satisfaction', 'availability']) {
    assert.deepEqual(told('2760', criterion), ['not_applicable', null, 'none'], criterion);
  }

  // "21/06/2022 (périmée) " with its trailing space.
  assert.deepEqual(told('3101', 'accessibility'), ['declared', null, 'poor']);
  assert.deepEqual(
    [get('3101').results.accessibility?.reason, get('3101').results.accessibility?.as_of],
    ['declaration_expired', '2022-06-21'],
  );

  // Blocked probes, one with a response of 7,582 ms that keeps its level.
  assert.deepEqual(told('1703', 'availability'), ['suspect', 0.00474, 'none']);
  assert.equal(get('1703').results.availability?.reason, 'probe_blocked');
  assert.deepEqual(told('1703', 'response_time'), ['measured', 7582, 'poor']);
  assert.deepEqual(told('1690', 'availability'), ['suspect', 0.0051, 'none']);

  // Address with a leading space and no scheme; 83.876 % is an outage, since over a half.
  assert.equal(get('1658').url, ' www.urssaf.fr');
  assert.equal(get('1658').url_normalised, 'https://www.urssaf.fr/');
  assert.deepEqual(told('1658', 'availability'), ['measured', 0.83876, 'poor']);

  // Local roll-out is good, a partial procedure is medium, the full rate is good.
  assert.deepEqual(told('1617', 'online'), ['declared', 'En cours de déploiement local', 'good']);
  assert.deepEqual(told('1617', 'accessibility'), ['declared', 1, 'good']);
  assert.deepEqual(told('1664', 'online'), ['declared', 'Partiel', 'medium']);

  // "FranceConnect +" is information, "Non" is poor.
  assert.deepEqual(told('2940', 'authentication'), ['declared', 'FranceConnect +', 'info']);
  assert.deepEqual(told('1700', 'authentication'), ['declared', 'Non', 'poor']);

  // "Démarche proactive" is information, and silences its own row.
  const proactive = published.procedures.filter(({ results }) => results.online?.level === 'info');
  assert.equal(proactive.length, 1);
  assert.equal(proactive[0]?.results.online?.value, 'Démarche proactive');
  for (const [criterion, result] of Object.entries(proactive[0]?.results ?? {})) {
    if (criterion !== 'online') assert.equal(result.status, 'not_applicable', criterion);
  }
});

test('the real edition counts what the file holds, status by status', async (t) => {
  const published = await realEdition(t);
  if (published === null) return;
  const count = (criterion: string, status: string) =>
    published.procedures.filter((one) =>
      Object.entries(one.results).some(([id, r]) => id === criterion && r.status === status),
    ).length;
  assert.equal(count('satisfaction', 'measured'), 111);
  assert.equal(count('satisfaction', 'insufficient'), 22);
  assert.equal(count('help_reachable', 'insufficient'), 49);
  assert.equal(count('availability', 'suspect'), 8);
  assert.equal(count('digital_share', 'declared'), 106);
  assert.equal(published.procedures.filter(({ url }) => url === null).length, 10);
  for (const { results } of published.procedures) {
    for (const result of Object.values(results)) {
      if (result.status === 'measured') assert.equal(result.interval, null);
      assert.equal(
        result.value === null,
        !['measured', 'declared', 'suspect'].includes(result.status) ||
          result.reason?.includes('declaration') === true,
      );
    }
  }
});
