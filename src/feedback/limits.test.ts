import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLimits } from './limits.ts';

const NOON = Date.UTC(2026, 4, 20, 10);
const MINUTE = 60_000;

/** Salts that differ, and are the same at each run. */
function draw() {
  let drawn = 0;
  return (bytes: number) => {
    drawn += 1;
    return new Uint8Array(bytes).fill(drawn);
  };
}

test('neighbours share a network, whose name changes every day and cannot be guessed', () => {
  const limits = createLimits(draw());
  const today = limits.networkOf('192.0.2.7', NOON);
  assert.equal(limits.networkOf('192.0.2.200', NOON + 3 * 3_600_000), today);
  assert.equal(limits.networkOf('::ffff:192.0.2.9', NOON), today);
  assert.notEqual(limits.networkOf('192.0.3.7', NOON), today);
  assert.equal(limits.networkOf('2001:db8:0:ab00::1', NOON), limits.networkOf('2001:db8:0:abff:9::2', NOON));
  assert.notEqual(limits.networkOf('2001:db8:0:ab00::1', NOON), limits.networkOf('2001:db8:1:ab00::1', NOON));
  assert.notEqual(limits.networkOf('192.0.2.7', NOON + 24 * 3_600_000), today);
  assert.notEqual(createLimits(() => new Uint8Array(32).fill(99)).networkOf('192.0.2.7', NOON), today);
  assert.ok(limits.networkOf('no address', NOON).length > 0);
});

test('the name that a network had the day before is told for the first minutes of a day, then forgotten', () => {
  const limits = createLimits(draw());
  const midnight = Date.UTC(2026, 4, 20, 22);
  const before = limits.networkOf('192.0.2.7', midnight - MINUTE);
  assert.equal(limits.formerNetworkOf('192.0.2.7', midnight - MINUTE), null, 'it had none');
  assert.equal(limits.formerNetworkOf('192.0.2.9', midnight + MINUTE), before);
  assert.notEqual(limits.networkOf('192.0.2.7', midnight + MINUTE), before);
  assert.notEqual(limits.formerNetworkOf('192.0.3.7', midnight + 2 * MINUTE), before);
  assert.equal(limits.formerNetworkOf('192.0.2.7', midnight + 6 * MINUTE), before);
  assert.equal(limits.formerNetworkOf('192.0.2.7', midnight + 6 * MINUTE + 1), null);
});

const BUTTON = 'abcdefghij';

/** Judges reviews, each another one where nothing is said. */
function judge(limits = createLimits(draw())) {
  let last = 0;
  return (network: string, nowMs: number, { buttonId = BUTTON, reviewId = '' } = {}) => {
    last += 1;
    return limits.isBurst({ reviewId: reviewId || `review ${last}`, buttonId, network, nowMs });
  };
}

test('the first twenty of a network are counted, and twenty more each hour', () => {
  const isBurst = judge();
  const bursts = (count: number, atMs: number) =>
    Array.from({ length: count }, () => isBurst('one', atMs)).filter(Boolean).length;
  assert.equal(bursts(20, NOON), 0);
  assert.equal(bursts(5, NOON), 5);
  assert.equal(bursts(1, NOON + 4 * MINUTE), 0);
  assert.equal(bursts(1, NOON + 4 * MINUTE), 1);
  assert.equal(bursts(25, NOON + 24 * 60 * MINUTE), 5);
  assert.equal(
    isBurst('one', NOON + 24 * 60 * MINUTE, { buttonId: 'jihgfedcba' }),
    false,
    'buttons are apart',
  );
});

test('a review that is sent again stays what it was, and takes no place of its neighbours', () => {
  const isBurst = judge();
  for (let times = 0; times < 100; times += 1)
    assert.equal(isBurst('office', NOON, { reviewId: 'mine' }), false);
  for (let others = 0; others < 19; others += 1) assert.equal(isBurst('office', NOON), false);
  assert.equal(isBurst('office', NOON, { reviewId: 'twenty-first' }), true);
  assert.equal(isBurst('office', NOON, { reviewId: 'mine' }), false, 'tapped twice');
  assert.equal(isBurst('office', NOON + 60 * MINUTE, { reviewId: 'twenty-first' }), true);
});

test('in the season of the tax, an address that thousands share is no burst', () => {
  const isBurst = judge();
  let bursts = 0;
  for (let review = 0; review < 5_000; review += 1) {
    // One in twenty comes through the shared address of a mobile operator.
    const network = review % 20 === 0 ? 'operator' : `household ${review}`;
    if (isBurst(network, NOON + review * 700)) bursts += 1;
  }
  assert.equal(bursts, 0);
});

test('in the season of the tax, the addresses of all operators together are no burst', () => {
  const isBurst = judge();
  let bursts = 0;
  for (let review = 0; review < 20_000; review += 1) {
    // Half of them come through two hundred addresses that thousands share.
    const network = review % 2 === 0 ? `operator ${(review / 2) % 200}` : `household ${review}`;
    if (isBurst(network, NOON + review * 100)) bursts += 1;
  }
  assert.ok(bursts < 20, `${bursts} of 20,000`);
});

test('a few networks that bring most of the reviews are a burst beyond their bucket', () => {
  const isBurst = judge();
  let bursts = 0;
  for (let review = 0; review < 1_000; review += 1) {
    const network = review % 5 === 0 ? `household ${review}` : `farm ${review % 4}`;
    if (isBurst(network, NOON + review * 100)) bursts += 1;
  }
  assert.ok(bursts > 700 && bursts < 730, `${bursts} of 800`);
});

test('networks in turn, none of which brings a tenth, are a burst together', () => {
  const isBurst = judge();
  let counted = 0;
  for (let review = 0; review < 10_000; review += 1) {
    if (!isBurst(`farm ${review % 11}`, NOON + review)) counted += 1;
  }
  assert.ok(counted <= 340, `${counted} of 10,000`);
});

test('what is set apart makes no room for another network', () => {
  const isBurst = judge();
  for (let review = 0; review < 1_000; review += 1) isBurst('one', NOON);
  let counted = 0;
  for (let review = 0; review < 110; review += 1) if (!isBurst('other', NOON)) counted += 1;
  assert.equal(counted, 20);
});
