import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VigieError } from '../core/errors.ts';
import { readMatomo } from './matomo-file.ts';

const file = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(lines.join('\n')) });
const read = (summary: ReturnType<typeof file>, devices?: ReturnType<typeof file>) =>
  readMatomo({ summary, devices }, { subjectId: 7, before: '2026-03-10' });
const faultsOf = (...files: Parameters<typeof read>) => {
  try {
    read(...files);
  } catch (error) {
    if (error instanceof VigieError) return error.fields.map(({ path, message }) => `${path}: ${message}`);
  }
  return assert.fail('nothing was refused');
};

const IDS = file(
  'visites.csv',
  'date,nb_uniq_visitors,nb_users,nb_visits,nb_actions,max_actions,bounce_rate',
  '2026-03-01,90,0,100,350,12,40%',
  '2026-03-02,0,0,0,0,0,0%',
);

test('visits by day are read under ids, English names and French names, in the encoding of Matomo', () => {
  const { days, views } = read(IDS);
  assert.equal(views, 'actions');
  assert.deepEqual(
    days.map(({ day, visitors, counts }) => [day, visitors, counts]),
    [
      [
        '2026-03-01',
        90,
        [{ subjectId: 7, day: '2026-03-01', dimension: 'whole', value: 'all', visits: 100, views: 350 }],
      ],
      [
        '2026-03-02',
        0,
        [{ subjectId: 7, day: '2026-03-02', dimension: 'whole', value: 'all', visits: 0, views: 0 }],
      ],
    ],
  );
  for (const header of ['date,Unique visitors,Visits,Actions', 'date,Visiteurs uniques,Visites,Actions']) {
    const text = `${header}\n2026-03-01,90,100,350\n`;
    const bytes = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    assert.deepEqual(read({ name: 'x.csv', bytes }).days, days.slice(0, 1), header);
  }
});

test('page views are preferred to actions, and visitors that are not told stay unknown', () => {
  const { days, views } = read(
    file('x.csv', 'date,nb_visits,nb_actions,nb_pageviews', '2026-03-01,100,350,300'),
  );
  assert.deepEqual([views, days[0]?.counts[0]?.views, days[0]?.visitors], ['pageviews', 300, null]);
});

test('devices are added to their days, by segment or by label', () => {
  const devices = file(
    'appareils.csv',
    'date,label,nb_visits,nb_actions,metadata_segment',
    '2026-03-01,Ordinateur,60,200,deviceType==desktop',
    '2026-03-01,Tablette,5,20,',
    '2026-03-01,Smartphone,20,60,deviceType==smartphone',
    '2026-03-01,Phablet,10,30,deviceType==phablet',
    '2026-03-01,Voiture,5,40,deviceType==car+browser',
  );
  const [day] = read(IDS, devices).days;
  assert.deepEqual(
    day?.counts.slice(1).map(({ value, visits, views }) => [value, visits, views]),
    [
      ['desktop', 60, 200],
      ['tablet', 5, 20],
      ['mobile', 20, 60],
      ['mobile', 10, 30],
      ['other', 5, 40],
    ],
  );
});

test('every fault is told at once, with its file, line and column', () => {
  const summary = file(
    'v.csv',
    'date,nb_visits,nb_uniq_visitors,nb_actions',
    'From 2026-03-01 to 2026-03-07,10,9,30',
    '2026-03-10,10,9,30',
    '2026-03-02,dix,9,30',
    '2026-03-03,10,11,30',
    '2026-03-03,10,9,30',
  );
  const devices = file(
    'a.csv',
    'date,label,nb_visits,nb_actions',
    '2026-03-04,Desktop,1,1',
    '2026-03-03,Desktop,11,12',
    '2026-03-03,Grille-pain,1,1',
    '2026-03-03,constructor,1,1',
  );
  const faults = faultsOf(summary, devices);
  for (const start of [
    'v.csv, line 2, column "date": "From',
    'v.csv, line 3, column "date": 2026-03-10 is not over',
    'v.csv, line 4, column "nb_visits"',
    'v.csv, line 5, column "nb_uniq_visitors"',
    'v.csv, line 6, column "date": 2026-03-03 is there twice',
    'a.csv, line 2, column "date": 2026-03-04 is not in',
    'a.csv, line 3, column "nb_visits"',
    'a.csv, line 4, column "label": "Grille-pain"',
    'a.csv, line 5, column "label": "constructor"',
  ])
    assert.ok(
      faults.some((fault) => fault.startsWith(start)),
      `${start} in\n${faults.join('\n')}`,
    );
});

test('another report is refused with the column that it lacks', () => {
  assert.match(
    faultsOf(file('x.csv', 'label,nb_visits', 'a,1')).join(),
    /x\.csv, line 1: is missing: "date"/,
  );
  assert.match(faultsOf(file('x.csv', 'date,nb_visits', '2026-03-01,1')).join(), /"nb_actions" or "Actions"/);
  assert.match(
    faultsOf(file('x.csv', 'date,nb_visits,nb_actions')).join(),
    /x\.csv, line 2: .* no line below/,
  );
});
