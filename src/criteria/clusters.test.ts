import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addClusters,
  type Cluster,
  clusterMeanInterval,
  clusterShareInterval,
  sumClusters,
  testClusters,
} from './clusters.ts';
import { meanInterval, twoProportionTest, wilsonInterval } from './statistics.ts';

const near = (a: number | undefined, b: number | undefined) =>
  Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) < 1e-6;
const repeat = (cluster: Cluster, times: number): Cluster[] => Array.from({ length: times }, () => cluster);

test('one answer a review gives the plain intervals', () => {
  const yes = repeat({ total: 1, answers: 1 }, 70);
  const no = repeat({ total: 0, answers: 1 }, 30);
  const share = clusterShareInterval(sumClusters([...yes, ...no]));
  const plain = wilsonInterval(70, 100);
  assert.ok(near(share?.[0], plain?.[0]) && near(share?.[1], plain?.[1]));

  const marks = [...repeat({ total: 10, answers: 1 }, 70), ...repeat({ total: 5, answers: 1 }, 30)];
  const mean = clusterMeanInterval(sumClusters(marks), [0, 10]);
  const plainMean = meanInterval({ '5': 30, '10': 70 }, [0, 10]);
  assert.ok(near(mean?.[0], plainMean?.[0]) && near(mean?.[1], plainMean?.[1]));
});

test('three answers a review, always the same, tell no more than one', () => {
  const same = [...repeat({ total: 3, answers: 3 }, 70), ...repeat({ total: 0, answers: 3 }, 30)];
  const interval = clusterShareInterval(sumClusters(same));
  const single = wilsonInterval(70, 100);
  assert.ok(interval !== null && single !== null);
  assert.ok(Math.abs(interval[1] - interval[0] - (single[1] - single[0])) < 0.001);
});

test('when every answer is yes, each review counts once', () => {
  assert.deepEqual(
    clusterShareInterval(sumClusters(repeat({ total: 2, answers: 2 }, 30))),
    wilsonInterval(30, 30),
  );
});

test('one review gives no interval', () => {
  const one = sumClusters([{ total: 1, answers: 2 }]);
  assert.equal(clusterShareInterval(one), null);
  assert.equal(clusterMeanInterval(one, [0, 10]), null);
});

test('the interval contains the share and is never narrower than with independent answers', () => {
  const review = fc
    .integer({ min: 1, max: 4 })
    .chain((answers) => fc.record({ answers: fc.constant(answers), total: fc.nat(answers) }));
  fc.assert(
    fc.property(fc.array(review, { minLength: 2, maxLength: 200 }), (reviews) => {
      const sums = sumClusters(reviews);
      const share = sums.total / sums.answers;
      const interval = clusterShareInterval(sums);
      const plain = wilsonInterval(sums.total, sums.answers);
      assert.ok(interval !== null && plain !== null);
      assert.ok(interval[0] <= share + 1e-12 && share - 1e-12 <= interval[1]);
      assert.ok(interval[1] - interval[0] >= plain[1] - plain[0] - 1e-9);
    }),
  );
});

const yesAndNo = (yes: number, no: number, answers = 1) =>
  sumClusters([...repeat({ total: answers, answers }, yes), ...repeat({ total: 0, answers }, no)]);

test('with one answer a review, a change is tested as two proportions are', () => {
  const [before, after] = [yesAndNo(670, 330), yesAndNo(620, 380)];
  const plain = twoProportionTest({ k: 670, n: 1000 }, { k: 620, n: 1000 });
  const found = testClusters(before, after);
  assert.ok(Math.abs((found?.statistic ?? 0) - (plain?.statistic ?? 1)) < 0.01);
  assert.ok(Math.abs((found?.p ?? 0) - 0.0195) < 0.001);
  assert.ok((found?.p ?? 0) >= (plain?.p ?? 1) - 1e-4, 'and no less cautiously');
});

test('three answers a review, always the same, are no more of a change than one', () => {
  const single = testClusters(yesAndNo(134, 66), yesAndNo(124, 76));
  const triple = testClusters(yesAndNo(134, 66, 3), yesAndNo(124, 76, 3));
  assert.ok(near(single?.p, triple?.p));
});

test('no spread on either side, or a single review, is not tested; a side whose answers agree is', () => {
  assert.equal(testClusters(yesAndNo(40, 0), yesAndNo(50, 0)), null);
  assert.equal(testClusters(yesAndNo(1, 0), yesAndNo(50, 9)), null);
  const found = testClusters(yesAndNo(100, 0), yesAndNo(94, 6));
  assert.ok(found !== null && found.p > 0.01);
});

test('sums of two lists are those of both together', () => {
  const [one, other] = [repeat({ total: 1, answers: 2 }, 3), repeat({ total: 7.5, answers: 1 }, 4)];
  assert.deepEqual(addClusters([sumClusters(one), sumClusters(other)]), sumClusters([...one, ...other]));
});
