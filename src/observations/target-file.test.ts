import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type CsvValue, writeCsv } from '../core/csv.ts';
import { VigieError } from '../core/errors.ts';
import { readTargets } from './index.ts';

const PLAIN = {
  code: 'satisfaction-8',
  indicateur: 'satisfaction',
  statistique: 'pooled',
  valeur: '8',
  echeance: '',
  libelle_fr: 'Huit sur dix',
  libelle_en: 'Eight out of ten',
  source: 'la méthode',
};
const COLUMNS = [...Object.keys(PLAIN), 'retire'];
const file = (...rows: Record<string, CsvValue>[]) =>
  Buffer.from(
    writeCsv(
      COLUMNS,
      rows.map((row) => ({ ...PLAIN, ...row })),
    ),
  );

const faultsOf = (...rows: Record<string, CsvValue>[]): string[] => {
  try {
    readTargets(file(...rows));
  } catch (error) {
    assert.ok(error instanceof VigieError && error.code === 'InvalidInput', String(error));
    return error.fields.map(({ path }) => path);
  }
  return [];
};

test('the targets that the project ships are read, without a fault', async () => {
  const targets = readTargets(await readFile(new URL('../../data/targets.csv', import.meta.url)));
  assert.deepEqual(
    targets.map(({ code, indicator, statistic, value, dueOn }) => [code, indicator, statistic, value, dueOn]),
    [
      ['en-ligne-2022', 'online', 'online_rate', 1, '2022-12-31'],
      ['satisfaction-8', 'satisfaction', 'pooled', 8, null],
      ['accessibilite-100', 'accessibility', 'share_reaching', 1, null],
    ],
  );
});

test('a share is written as a fraction or in percent, a mark as a mark, and withdrawal by a word', () => {
  const share = { indicateur: 'accessibility', statistique: 'share_reaching' };
  const [percent, fraction, mark, withdrawn] = readTargets(
    file(
      { code: 'a', ...share, valeur: '85 %' },
      { code: 'b', ...share, valeur: '0,85' },
      { code: 'c', valeur: '7,5' },
      { code: 'd', retire: 'oui' },
    ),
  );
  assert.deepEqual([percent?.value, fraction?.value, mark?.value], [0.85, 0.85, 7.5]);
  assert.deepEqual([mark?.withdrawn, withdrawn?.withdrawn], [false, true]);
});

test('each cell that cannot be a target is refused at its line and column, all of them at once', () => {
  const refused: [Record<string, CsvValue>, string][] = [
    [{ code: 'Satisfaction 8' }, 'code'],
    [{ indicateur: 'humeur' }, 'indicateur'],
    [{ statistique: 'mean' }, 'statistique'],
    [{ statistique: 'online_rate' }, 'statistique'],
    [{ indicateur: 'online' }, 'statistique'],
    [{ indicateur: 'availability', valeur: '0.99' }, 'statistique'],
    [{ indicateur: 'digital_share', statistique: 'share_reaching', valeur: '0.5' }, 'statistique'],
    [{ indicateur: 'volume_total' }, 'indicateur'],
    [{ indicateur: 'ease' }, 'indicateur'],
    [{ valeur: '11' }, 'valeur'],
    [{ valeur: '80 %' }, 'valeur'],
    [{ valeur: '' }, 'valeur'],
    [{ indicateur: 'online', statistique: 'online_rate', valeur: '100' }, 'valeur'],
    [{ echeance: '2022-02-30' }, 'echeance'],
    [{ libelle_fr: '' }, 'libelle_fr'],
    [{ libelle_en: 'x'.repeat(201) }, 'libelle_en'],
    [{ source: ' ' }, 'source'],
    [{ retire: 'non' }, 'retire'],
  ];
  const rows = refused.map(([row], at) => ({ code: `cible-${at}`, ...row }));
  assert.deepEqual(
    faultsOf(...rows),
    refused.map(([, column], at) => `line ${at + 2}, column "${column}"`),
  );
  assert.deepEqual(faultsOf({}, {}), ['line 3, column "code"']);
});
