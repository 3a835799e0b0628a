import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleFacts, judged } from '../../test/support/article-editions.ts';
import { compose, find } from '../../test/support/article-statements.ts';
import { publishedEdition, publishedProcedure } from '../../test/support/published.ts';
import { composeArticle } from './article.ts';

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
  assert.deepEqual([change?.before, change?.points, change?.common], [0.5, 50, null]);
  const other = articleFacts({
    published: publishedEdition(procedures),
    previous: publishedEdition(before, { slug: '2020-07', methodology: 'observatoire-2020' }),
  });
  assert.equal(find(composeArticle(other), 'online_change'), undefined);
  assert.equal(find(composeArticle(other), 'method_changed')?.before, 'observatoire-2020');
});

test('a status being deployed counts as online and is told apart', () => {
  const rate = find(
    compose(
      ['Oui', 'En cours de déploiement local', 'Non'].map((status, at) =>
        publishedProcedure(`${at}`, judged('online', status)),
      ),
    ),
    'online_rate',
  );
  assert.deepEqual([rate?.full, rate?.deploying, rate?.none, rate?.rate.numerator], [1, 1, 1, 2]);
});

test('the change of the online rate is that of the procedures known on both sides', () => {
  const [yes, no] = [judged('online', 'Oui'), judged('online', 'Non')];
  const before = [
    publishedProcedure('1', yes),
    publishedProcedure('2', no),
    publishedProcedure('3', yes),
    publishedProcedure('4', {}),
  ];
  const after = [publishedProcedure('1', yes), publishedProcedure('3', yes), publishedProcedure('4', no)];
  const change = find(compose(after, before), 'online_change');
  assert.partialDeepStrictEqual(change?.common, { count: 2, before: 1, after: 1, points: 0 });
});
