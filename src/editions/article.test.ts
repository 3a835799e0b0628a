import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE_CASES, articleFacts, judged, rated } from '../../test/support/article-editions.ts';
import { compose, find, many, namesOf, statementsOf } from '../../test/support/article-statements.ts';
import { publishedProcedure } from '../../test/support/published.ts';
import { composeArticle, findHeadline } from './article.ts';
import type { ArticleSection } from './article-statement.ts';
import { proceduresOf } from './article-statement.ts';
import { arrangeProcedures } from './edition-view.ts';
import type { PublishedProcedure } from './published-result.ts';

const kindsOf = (sections: readonly ArticleSection[]) => sections.map(({ kind }) => kind);

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

test('an address is no name to show, nor is one that left a novelty', () => {
  const url = (url_normalised: string) => ({ url_normalised });
  const entered = compose(
    [
      publishedProcedure('1', {}, { name: 'service.gouv.fr/demarche', volume_total: 900 }),
      publishedProcedure('2', {}, { volume_total: 800, ...url('https://a.fr/x?y=1') }),
      publishedProcedure('3', {}, { volume_total: 700 }),
    ],
    [publishedProcedure('9', {}, url('https://a.fr/x/'))],
  );
  assert.deepEqual(namesOf(find(entered, 'entered_group')), ['3']);
  assert.deepEqual(find(entered, 'entered_others')?.measure, null);
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
