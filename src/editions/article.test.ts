import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE_CASES, articleFacts, judged, rated } from '../../test/support/article-editions.ts';
import { publishedEdition, publishedProcedure } from '../../test/support/published.ts';
import { composeArticle, findHeadline } from './article.ts';
import { type ArticleSection, proceduresOf, type Statement } from './article-statement.ts';
import { arrangeProcedures } from './edition-view.ts';
import type { PublishedProcedure } from './published-result.ts';

const statementsOf = (sections: readonly ArticleSection[]) =>
  sections.flatMap(({ paragraphs }) => paragraphs.flat());

function compose(
  after: readonly PublishedProcedure[],
  before: readonly PublishedProcedure[] | null = null,
  methodology = 'vigie-1',
) {
  const previous =
    before &&
    publishedEdition(before, {
      slug: '2024-09',
      label: 'Septembre 2024',
      cutoff_on: '2024-09-30',
      methodology,
    });
  return composeArticle(articleFacts({ published: publishedEdition(after, { methodology }), previous }));
}

function find<Kind extends Statement['kind']>(sections: readonly ArticleSection[], kind: Kind) {
  return statementsOf(sections).find((one): one is Extract<Statement, { kind: Kind }> => one.kind === kind);
}

const kindsOf = (sections: readonly ArticleSection[]) => sections.map(({ kind }) => kind);

const namesOf = (statement: Statement | undefined) =>
  statement === undefined ? null : proceduresOf(statement).map(({ id }) => id);

const many = (count: number, results: PublishedProcedure['results'] = {}) =>
  Array.from({ length: count }, (_, at) =>
    publishedProcedure(`${at + 1}`, results, { volume_total: at === 0 ? null : at }),
  );

test('sections keep their order, and those with nothing to tell are left out', () => {
  assert.deepEqual(kindsOf(composeArticle(articleFacts(ARTICLE_CASES.whole ?? assert.fail()))), [
    'lead',
    'online',
    'entered',
    'uses',
    'reviews',
    'progress',
    'availability',
  ]);
  assert.deepEqual(kindsOf(compose(many(2))), ['lead']);
});

test('up to five procedures that enter are all named; of more, the three most used', () => {
  const five = compose(many(5), []);
  assert.equal(
    statementsOf(five)
      .filter(({ kind }) => kind === 'entered_group')
      .flatMap(proceduresOf).length,
    5,
  );
  assert.equal(find(five, 'entered_others'), undefined);
  const six = compose(many(6), []);
  assert.deepEqual(namesOf(find(six, 'entered_group')), ['6', '5', '4']);
  assert.deepEqual(find(six, 'entered_others')?.count, 3);
  assert.equal(find(six, 'entered_others')?.measure, 'volume');
});

test('where no volume is known, use is told by the number of reviews, and by nothing where that is unknown too', () => {
  const reviewed = [1, 9, 5, 7, 2, 3].map((n, at) => publishedProcedure(`${at + 1}`, rated([0, 0, 100 * n])));
  const sections = compose(reviewed, []);
  assert.deepEqual(namesOf(find(sections, 'entered_group')), ['2', '4', '3']);
  assert.equal(find(sections, 'entered_others')?.measure, 'reviews');
  const silent = compose(
    many(6).map((one) => ({ ...one, volume_total: null })),
    [],
  );
  assert.equal(find(silent, 'entered_others')?.measure, null);
});

test('what entered is told by ministry, and within it by what it spares the user', () => {
  const sea = { ministry: 'Ministère de la Mer' };
  const sections = compose(
    [
      publishedProcedure('1', judged('once_only', 0), sea),
      publishedProcedure('2', judged('mobile', 'Oui'), { ministry: 'Ministère de la Justice' }),
      publishedProcedure('3', judged('once_only', 0), sea),
      publishedProcedure('4', judged('authentication', 'Non'), sea),
    ],
    [],
  );
  const groups = statementsOf(sections).filter((one) => one.kind === 'entered_group');
  assert.deepEqual(
    groups.map((group) => [namesOf(group), group.services, group.sameMinistry]),
    [
      [['1', '3'], ['nothing_asked_again'], false],
      [['4'], [], true],
      [['2'], ['mobile'], false],
    ],
  );
});

test('nothing is said of a criterion that the methodology has not got', () => {
  const procedures = [publishedProcedure('1', judged('mobile', 'Oui'))];
  const told = (methodology: string) => {
    const sections = compose(procedures, [], methodology);
    return [find(sections, 'reaching')?.criterion, find(sections, 'entered_group')?.services];
  };
  assert.deepEqual(told('vigie-1'), ['mobile', ['mobile']]);
  assert.deepEqual(told('vde-2025'), [undefined, []]);
});

test('the online rate tells its partial statuses, and what stays out of it', () => {
  const sections = compose(
    ['Oui', 'Oui', 'Partiel', 'Non', 'Démarche proactive'].map((status, at) =>
      publishedProcedure(`${at}`, judged('online', status)),
    ),
  );
  const rate = find(sections, 'online_rate');
  assert.deepEqual(
    [rate?.full, rate?.partial, rate?.none, rate?.rate.value],
    [2, [{ status: 'Partiel', weight: 0.5, count: 1 }], 1, 0.625],
  );
  assert.deepEqual([find(sections, 'online_outside')?.count, find(sections, 'online_outside')?.of], [1, 5]);
});

test('a rate is compared with the one before only when statuses count for the same', () => {
  const procedures = [publishedProcedure('1', judged('online', 'Oui'))];
  const before = [publishedProcedure('1', judged('online', 'Partiel'))];
  const change = find(compose(procedures, before), 'online_change');
  assert.deepEqual([change?.before, change?.points, change?.otherProcedures], [0.5, 50, false]);
  const other = articleFacts({
    published: publishedEdition(procedures),
    previous: publishedEdition(before, { slug: '2020-07', methodology: 'observatoire-2020' }),
  });
  assert.equal(find(composeArticle(other), 'online_change'), undefined);
  assert.equal(find(composeArticle(other), 'method_changed')?.before, 'observatoire-2020');
});

test('"very good" is above the bound of the methodology that has one, and the good level elsewhere', () => {
  const of2020 = [0.8, 0.801, 0.5].map((share, at) =>
    publishedProcedure(`${at}`, judged('satisfaction', share, {}, 'observatoire-2020')),
  );
  const rule = (sections: readonly ArticleSection[]) => {
    const found = find(sections, 'well_rated');
    return [found?.count, found?.of, found?.above];
  };
  assert.deepEqual(rule(compose(of2020, null, 'observatoire-2020')), [1, 3, 0.8]);
  const marks = [8, 7.99].map((mark, at) => publishedProcedure(`${at}`, judged('satisfaction', mark)));
  assert.deepEqual(rule(compose(marks)), [1, 2, null]);
});

test('reviews are summed over the procedures whose number is known, and are unknown when none is', () => {
  const sections = compose([
    publishedProcedure('1', rated([10, 20, 70])),
    publishedProcedure('2', judged('satisfaction', 8.1)),
    publishedProcedure('3', {}),
  ]);
  const reviews = find(sections, 'reviews');
  assert.deepEqual([reviews?.total, reviews?.count, reviews?.of], [100, 1, 3]);
  assert.equal(find(sections, 'marked')?.count, 2);
  const uncounted = compose([publishedProcedure('2', judged('satisfaction', 8.1))]);
  assert.ok(find(uncounted, 'reviews_uncounted'));
  assert.equal(find(uncounted, 'reviews'), undefined);
});

test('rises and falls name three procedures at most each, the most used first; chance is no news', () => {
  const year = { period_start: '2023-10-01', as_of: '2024-09-30' };
  const pairs = (count: number, from: [number, number, number], to: [number, number, number]) => ({
    before: many(count, rated(from, year)),
    after: many(count, rated(to)),
  });
  const risen = pairs(5, [300, 300, 400], [100, 100, 800]);
  const better = find(compose(risen.after, risen.before), 'better');
  assert.deepEqual([namesOf(better), better?.others], [['5', '4', '3'], 2]);
  assert.equal(find(compose(risen.after, risen.before), 'worse'), undefined);
  assert.deepEqual(
    namesOf(find(compose(many(5, rated([300, 300, 400])), many(5, rated([100, 100, 800], year))), 'worse')),
    ['5', '4', '3'],
  );
  const same = pairs(5, [100, 100, 800], [101, 99, 800]);
  const sections = compose(same.after, same.before);
  assert.deepEqual([find(sections, 'tested')?.tested, find(sections, 'tested')?.better], [5, 0]);
  assert.equal(find(sections, 'better'), undefined);
});

test('marks that cannot be tested say why', () => {
  const marks = many(3, judged('satisfaction', 7));
  assert.deepEqual(find(compose(marks, marks), 'none_tested')?.reasons, ['n_unknown']);
  assert.equal(find(compose(many(3), many(3)), 'none_tested'), undefined);
});

test('what troubles users names the poor marks with most users', () => {
  const sections = compose(many(6, judged('satisfaction', 3)));
  const poor = find(sections, 'poorly_rated');
  assert.deepEqual(
    [namesOf(poor), poor?.others, poor?.count, poor?.measure],
    [['6', '5', '4'], 3, 6, 'volume'],
  );
  assert.equal(find(compose(many(2, judged('satisfaction', 9))), 'none_poorly_rated')?.of, 2);
});

test('a mark under the minimum of reviews is in no share', () => {
  const few = { ...judged('satisfaction', 9) };
  const sections = compose([
    publishedProcedure('1', few),
    publishedProcedure('2', {
      satisfaction: {
        ...(few.satisfaction ?? assert.fail()),
        status: 'insufficient',
        value: null,
        level: 'none',
        n: 12,
      },
    }),
  ]);
  assert.equal(find(sections, 'well_rated')?.of, 1);
  assert.equal(find(sections, 'marked')?.insufficient, 1);
});

test('FranceConnect and fewer data asked again are told of the procedures that changed', () => {
  const before = [publishedProcedure('1', { ...judged('authentication', 'Non'), ...judged('once_only', 4) })];
  const after = [
    publishedProcedure('1', { ...judged('authentication', 'FranceConnect'), ...judged('once_only', 2) }),
  ];
  const told = (sections: readonly ArticleSection[]) =>
    statementsOf(sections).flatMap((one) => (one.kind === 'usable_better' ? [one.criterion] : []));
  assert.deepEqual(told(compose(after, before)), ['once_only', 'authentication']);
  assert.deepEqual(told(compose(before, after)), []);
});

test('the title is the online rate, else what users think, else the edition', () => {
  const headline = (procedures: readonly PublishedProcedure[]) => findHeadline(compose(procedures)).kind;
  assert.equal(
    headline(many(2, { ...judged('online', 'Oui'), ...judged('satisfaction', 9) })),
    'online_rate',
  );
  assert.equal(headline(many(2, judged('satisfaction', 9))), 'well_rated');
  assert.equal(headline(many(2)), 'edition');
});

test('an edition known by its totals tells them and nothing else', () => {
  const sections = composeArticle(articleFacts(ARTICLE_CASES.totals ?? assert.fail()));
  assert.deepEqual(
    statementsOf(sections).map(({ kind }) => kind),
    [
      'edition',
      'known_by_totals',
      'first_edition',
      'total_online',
      'total_new',
      'total_reviews',
      'total_well_rated',
    ],
  );
});

test('the table that a statement leads to lists as many procedures as it counts', () => {
  for (const given of Object.values(ARTICLE_CASES)) {
    for (const statement of statementsOf(composeArticle(articleFacts(given)))) {
      const { kind, proof } = statement;
      const counts =
        kind === 'reaching' || kind === 'well_rated' || kind === 'poorly_rated' || kind === 'available';
      if (!counts || proof.page !== 'edition') continue;
      const { criterion, level } = proof;
      const sort = { by: 'file', descending: false } as const;
      const view = { search: null, ministry: null, audience: null, criterion, level, sort };
      assert.equal(arrangeProcedures(given.published, view).length, statement.count, kind);
    }
  }
});
