/** The commands that import visits, as a person or a script runs them. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { recordProcedures, subjectIdsByPublicId } from '../src/catalogue/index.ts';
import { readVisits } from '../src/visits/index.ts';
import { IPHONE, logLine } from './support/access-log.ts';
import { openCommands } from './support/commands.ts';
import { assertVisitors } from './support/visit-site.ts';
import { dumpVisits } from './support/visits.sql.ts';

const MARCH = { from: '2026-03-01', to: '2026-03-31' };

async function prepare(t: TestContext) {
  const { db, directory, vigie, fail } = await openCommands(t, { group: ['visits'] });
  await db.transaction((tx) =>
    recordProcedures(tx, [{ publicId: '1764', name: 'Déclarer ses revenus', validFrom: '2020-01-01' }]),
  );
  const subjectId = (await subjectIdsByPublicId(db)).get('1764') ?? 0;
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(directory, name);
    await writeFile(path, content);
    return path;
  };
  const run = async (...words: string[]) => {
    const { out, err, code } = await vigie(...words);
    assert.deepEqual([code, err], [0, '']);
    return out;
  };
  return { db, write, run, fail, read: () => readVisits(db, [subjectId], MARCH) };
}

test('the logs of a rotation are imported once, and anew where it is asked', async (t) => {
  const { db, write, run, fail, read } = await prepare(t);
  const secret = 'dupont';
  const lines = [
    logLine({ path: `/depot?nom=${secret}`, user: secret, referrer: `https://a.fr/${secret}` }),
    logLine({ path: `/dossier/${secret}/recu`, time: '04/Mar/2026:10:05:00 +0100' }),
    logLine({ path: `/${secret}`, agent: `${IPHONE} ${secret}`, address: '92.1.2.3' }),
    `${secret} cannot be read`,
  ];
  const old = await write('access.log.2.gz', gzipSync(lines.join('\n')));
  const last = await write('access.log.1', logLine({ time: '05/Mar/2026:10:00:00 +0100' }));
  const steps = ['--step', 'start=/depot', '--step', 'submitted=/dossier/*/recu'];
  const words = ['import-log', last, old, '--procedure', '1764', ...steps];
  const told = await run(...words);
  assert.match(told, /^5 lines read: 4 views counted, 0 of robots counted apart\n/);
  assert.match(told, /1 lines cannot be read:\n {2}\S+access\.log\.2\.gz, line 4: has no time/);
  assert.match(told, /2 days recorded, from 2026-03-04 to 2026-03-05\n/);
  const figures = await read();
  assert.deepEqual([figures.visits, figures.views, figures.duration?.n], [3, 4, 1]);
  assertVisitors(figures, 3);
  assert.deepEqual(figures.completion, { numerator: 1, denominator: 1 });
  const before = await dumpVisits(db);
  assert.ok(!`${before}${told}`.includes(secret));

  assert.match(
    await run(...words),
    /\n2 days are told already, by a log: nothing of them changed; --replace/,
  );
  assert.equal(await dumpVisits(db), before);
  const anew = JSON.parse(await run(...words, '--replace', '--from', '2026-03-05', '--json'));
  assert.deepEqual(
    [anew.recorded, anew.replaced, anew.days, anew.leftOut.day, anew.unreadable.lines],
    [1, 1, ['2026-03-05'], 3, 1],
  );
  assert.equal((await read()).views, 4);

  assert.match(await fail('import-log', old, old, '--procedure', '1764'), /named twice/);
  assert.match(await fail('import-log', '/nowhere', '--procedure', '1764'), /there is no such file/);
  assert.match(await fail('import-log', last, '--procedure', '9'), /no procedure "9"/);
  const odd = await fail(
    'import-log',
    last,
    '--procedure',
    '1764',
    '--step',
    'x',
    '--path',
    'y',
    '--to',
    '2999-01-01',
  );
  for (const option of ['--step', '--path', '--to']) assert.match(odd, new RegExp(`\n {2}${option}: `));
});

test('an export of Matomo and a plain file are imported, each day from one source', async (t) => {
  const { db, write, run, fail, read } = await prepare(t);
  const summary = await write('v.csv', 'date,nb_visits,nb_uniq_visitors,nb_actions\n2026-03-01,10,8,30\n');
  const devices = await write('d.csv', 'date,label,nb_visits,nb_actions\n2026-03-01,Smartphone,4,9\n');
  const told = await run('import-matomo', summary, '--devices', devices, '--procedure', '1764');
  assert.match(told, /^1 days recorded, from 2026-03-01 to 2026-03-01\nviews are the actions of Matomo/);
  const header = (await run('template', '--plain')).trim();
  assert.equal(header, 'demarche,jour,visites,vues,visiteurs,demarrages,envois,refus,erreurs,robots');
  const lines = ['1764,2026-03-01,99,99,,,,,,', '1764,2026-03-02,5,9,4,3,2,,,7'];
  const plain = await write('p.csv', [header, ...lines].join('\r\n'));
  const { recorded, held } = JSON.parse(await run('import', plain, '--json'));
  assert.deepEqual([recorded, held], [1, [{ day: '2026-03-01', source: 'matomo' }]]);
  const { visits, visitorDays, byDevice, submitted, robots } = await read();
  assert.deepEqual([visits, visitorDays, submitted, robots], [15, 12, 2, 7]);
  assert.deepEqual(byDevice, [{ value: 'mobile', visits: 4, views: 9 }]);

  const before = await dumpVisits(db);
  const bad = await write(
    'bad.csv',
    [header, ...lines, '9,2026-03-03,1,1,,,,,,', '1764,hier,1,1,,,,,,'].join('\n'),
  );
  const why = await fail('import', bad, '--replace');
  assert.match(why, /Nothing was written: 2 cells.*line 4, column "demarche".*line 5, column "jour"/s);
  assert.match(
    await fail('import-matomo', plain, '--procedure', '1764'),
    /p\.csv, line 1: is missing: "date"/,
  );
  assert.equal(await dumpVisits(db), before);
});
