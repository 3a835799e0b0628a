/** What the page of an organisation and its files tell of counted use, served over HTTP. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordOrganisations, recordProcedures } from '../src/catalogue/index.ts';
import { readCsv } from '../src/core/csv.ts';
import type { Database } from '../src/core/database.ts';
import { ORGANISATION_COLUMNS } from '../src/editions/index.ts';
import { ORGANISATION_USAGE_COLUMNS } from '../src/web/open-data/organisation-usage.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { testDatabase } from './support/database.ts';
import { htmlErrors } from './support/html.ts';
import { appOptions, HOST, send, serveApp } from './support/http.ts';
import { countDays, openCounter, recordTold, told } from './support/journey-usage.ts';
import { plain } from './support/page-words.ts';

let port: number;
before(async (t) => {
  const db = await testDatabase();
  await stateCounted(db);
  // The server ends with the file, as the database does.
  ({ port } = await serveApp(t as Parameters<typeof serveApp>[0], appOptions(db, [publicSite, openData])));
});

/**
 * A ministry and its two agencies: one has a procedure completed well and one badly, the other one with more endings than
 * starts, one of few starts, one where nothing was counted yet, and one without a counter. Another agency has no counter.
 */
async function stateCounted(db: Database): Promise<void> {
  const since = { validFrom: '2020-01-01' };
  const ids = await db.transaction(async (tx) => {
    const [ministry = 0] = await recordOrganisations(tx, [
      { name: 'Ministère d’essai', level: 'ministry', slug: 'ministere', ...since },
    ]);
    const [office = 0, antenne = 0, alone = 0] = await recordOrganisations(tx, [
      { name: 'Office', level: 'agency', slug: 'office', parentId: ministry, ...since },
      { name: 'Antenne', level: 'agency', slug: 'antenne', parentId: ministry, ...since },
      { name: 'Seule', level: 'agency', slug: 'seule', ...since },
    ]);
    const owners = [office, office, antenne, antenne, antenne, antenne, alone];
    return recordProcedures(
      tx,
      owners.map((organisationId, at) => ({
        publicId: String(at + 1),
        name: `Démarche ${at + 1}`,
        organisationId,
        ...since,
      })),
    );
  });
  const [good = 0, bad = 0, doubtful = 0, few = 0, quiet = 0] = ids;
  for (const id of [good, bad, doubtful, few, quiet]) await openCounter(db, id);
  await countDays(db, good, { from: '2025-12-01', days: 30 });
  await countDays(
    db,
    bad,
    { from: '2025-11-25', days: 10 },
    {
      'whole all': 50,
      'device mobile': 50,
      'step start': 20,
      'step submitted': 5,
      'step refused': 1,
      'step error': 1,
      'ending all': 5,
    },
  );
  await countDays(
    db,
    doubtful,
    { from: '2025-10-31', days: 2 },
    {
      'whole all': 8,
      'device desktop': 8,
      'step start': 5,
      'step submitted': 6,
      'step error': 3,
      'ending all': 6,
    },
  );
  await countDays(
    db,
    few,
    { from: '2026-01-14', days: 1 },
    { 'whole all': 12, 'device tablet': 12, 'step start': 10, 'step submitted': 9, 'ending all': 9 },
  );
  await recordTold(db, [told(good, 'volume_online', '2025', 5000)]);
}

async function request(address: string) {
  const { status, headers, body } = await send(port, address, { headers: { host: HOST } });
  assert.equal(status, 200, address);
  return { headers, text: body.toString() };
}

/** The words of the section of usage; the page is valid. */
async function usageOf(address: string): Promise<{ words: string; markup: string }> {
  const { text } = await request(address);
  assert.deepEqual(await htmlErrors(text), [], address);
  const markup =
    /<section aria-labelledby="usage">.*?(?=<section aria-labelledby="(?:procedures|names|children)"|<\/main>)/s.exec(
      text,
    )?.[0] ?? '';
  const words = plain(
    markup
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
  return { words, markup };
}

test('a ministry tells what is counted of its agencies: visits and devices to the unit, over k of N', async () => {
  const { words } = await usageOf('/administrations/ministere');
  assert.match(
    words,
    /Compté du 15 janvier 2025 au 14 janvier 2026\. Démarches qui comptent leurs visites 5 sur 6/,
  );
  assert.match(words, /Visites 3 528 visites 4 démarches sur 6 Mesuré/);
  assert.match(
    words,
    /Visiteurs-jours pas de total Pas de total : une même personne utilise plusieurs services/,
  );
  assert.match(words, /ordinateur 51,4 % 1 816 téléphone 48,1 % 1 700 tablette 0,3 % 12 4 démarches sur 6/);
});

test('completion is the endings of all over their starts, without the procedure that has more endings', async () => {
  const { words } = await usageOf('/administrations/ministere');
  // 900 + 50 + 9 endings of 1200 + 200 + 10 starts; a mean of the three rates would be 63.3 %.
  assert.match(words, /Taux d’achèvement 68,0 % 959 sur 1 410 3 démarches sur 6/);
  assert.match(
    words,
    /3 démarches sur 6 .*Démarrages 100 % 1 410 Envois 65,8 % 929 Refus justifiés 2,8 % 40 Abandons 31,9 % 451 Passages par une page d’erreur 4,9 % 70/,
  );
  assert.match(
    words,
    /Abandons : 1 410 démarrages moins 959 fins valables .* soit 451\. 10 visites ont connu un envoi et un refus/,
  );
  assert.match(words, /1 démarche est laissée de côté : plus de fins que de démarrages/);
  assert.match(
    words,
    /Démarche 3 16 180 12 Valeur douteuse 12 sur 10|Démarche 3 16 180 12 Douteux 12 sur 10/,
  );
});

test('the lowest completion comes first, each with its starts and the way to its own figures', async () => {
  const { words, markup } = await usageOf('/administrations/ministere');
  assert.match(
    words,
    /Démarche 2 25,0 % 50 sur 200 150 Démarche 1 75,0 % 900 sur 1 200 300 1 démarche a moins de 30 démarrages/,
  );
  assert.match(markup, /href="\/demarches\/2-demarche-2\/usages\?au=2026-01-14"/);
  const own = await request('/demarches/2-demarche-2/usages?au=2026-01-14');
  assert.match(plain(own.text), /Sur 200 démarrages, 50 démarches terminées : 25,0 %/);
});

test('an agency tells its own procedures alone, in English too', async () => {
  const { words } = await usageOf('/en/administrations/office');
  assert.match(
    words,
    /Counted from 15 January 2025 to 14 January 2026\. Procedures that count their visits 2 of 2/,
  );
  assert.match(words, /3,500 visits 2 procedures of 2/);
  assert.match(words, /Starts 100% 1,400 Submissions 65\.7% 920 .*Drop-outs 32\.1% 450/);
});

test('another day moves the twelve months, and those of the declared volumes are one link away', async () => {
  const { words, markup } = await usageOf('/administrations/office');
  assert.match(words, /la période des volumes déclarés \(2025\)/);
  assert.match(markup, /href="\/administrations\/office\?au=2025-12-31#counted"/);
  const moved = await usageOf('/administrations/antenne?au=2025-10-31');
  assert.match(moved.words, /du 1er novembre 2024 au 31 octobre 2025/);
  assert.match(moved.words, /Visites 8 visites 1 démarche/);
  assert.match(
    (await usageOf('/administrations/office?au=2024-12-31')).words,
    /Du 1er janvier 2024 au 31 décembre 2024, aucune de ses 2 démarches n’avait de compteur/,
  );
  assert.match(
    (await usageOf('/administrations/office?au=2025-12-31')).words,
    /Revenir aux douze derniers mois/,
  );
  const refused = await send(port, '/administrations/office?au=demain', {
    headers: { host: HOST, accept: 'application/json' },
  });
  assert.equal(refused.status, 400);
  assert.match(refused.body.toString(), /"path":"au"/);
});

test('without a counter it is said plainly, and nothing is drawn', async () => {
  for (const [address, said] of [
    ['/administrations/seule', /sa démarche n’avait pas de compteur de visites/],
    ['/en/administrations/seule', /its procedure had no counter of visits/],
  ] as const) {
    const { words, markup } = await usageOf(address);
    assert.match(words, said);
    assert.doesNotMatch(markup, /<svg|<table|told-figures/);
  }
});

test('the JSON tells the same', async () => {
  for (const prefix of ['', '/en']) {
    const { usage } = JSON.parse((await request(`${prefix}/administrations/ministere.json`)).text) as {
      usage: { counted: { totals: { indicator: string; total: { value: number } | null }[] } };
    };
    assert.partialDeepStrictEqual(usage, {
      procedures: 6,
      declared: [{ indicator: 'volume_online', total: { value: 5000, k: 1, n: 6 } }],
      counted: {
        period: { from: '2025-01-15', to: '2026-01-14' },
        equipped: 5,
        procedures: 6,
        by_device: [
          { value: 'desktop', visits: 1816 },
          { value: 'mobile', visits: 1700 },
          { value: 'tablet', visits: 12 },
        ],
        journey: { k: 3, starts: 1410, endings: 959, submitted: 929, refused: 40, errors: 70, dropped: 451 },
        doubtful: ['3'],
      },
    });
    const totals = new Map(usage.counted.totals.map(({ indicator, total }) => [indicator, total]));
    assert.equal(totals.get('visits')?.value, 3528);
    assert.equal(totals.get('visitor_days'), null);
  }
  const { usage } = JSON.parse((await request('/administrations/seule.json')).text) as { usage: object };
  assert.partialDeepStrictEqual(usage, { counted: { equipped: 0, by_device: [], journey: null } });
});

test('the CSV has the lines of criteria, then those of usage, a figure each', async () => {
  for (const prefix of ['', '/en']) {
    const { header, rows } = readCsv(
      Buffer.from((await request(`${prefix}/administrations/ministere.csv`)).text),
    );
    assert.deepEqual(header, [...ORGANISATION_COLUMNS, ...ORGANISATION_USAGE_COLUMNS]);
    const lines = rows.map(({ cells }) => cells);
    const told = (type: string, indicator: string, dimensions = '', id = '') =>
      lines.find(
        (one) =>
          one.type_sujet === type &&
          one.indicateur === indicator &&
          one.dimensions === dimensions &&
          one.id === id,
      );
    const value = (...asked: Parameters<typeof told>) => {
      const line = told(...asked);
      return [line?.slug, line?.valeur, line?.connus, line?.attendus];
    };
    assert.deepEqual(value('procedures', 'visits'), ['ministere', '3528', '4', '6']);
    assert.deepEqual(value('procedures', 'visits', 'device=mobile'), ['ministere', '1700', '4', '6']);
    assert.deepEqual(value('procedures', 'visits', 'mark=dropped'), ['ministere', '451', '3', '6']);
    assert.deepEqual(value('procedures', 'volume_online'), ['ministere', '5000', '1', '6']);
    const completion = told('procedures', 'completion');
    assert.deepEqual(
      [completion?.numerateur, completion?.denominateur, completion?.connus],
      ['959', '1410', '3'],
    );
    assert.deepEqual(value('procedure', 'visits', '', '2'), ['demarche-2', '500', '', '']);
    assert.equal(told('procedures', 'visitor_days')?.valeur, '');
    assert.match(told('procedures', 'visitor_days')?.motif ?? '', /plusieurs services/);
    assert.ok(lines.filter(({ critere }) => critere !== '').every(({ indicateur }) => indicateur === ''));
  }
});
