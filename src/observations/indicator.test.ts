import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLate, lateFrom, stalenessDays } from './freshness.ts';
import { findIndicator, getIndicator, INDICATORS, wordsOfSide } from './indicator.ts';

/** Of the file of figures that the project ships, and of the method. */
const NEEDED = `visits visit_share online_procedures form_downloads accounts_opened online_declarations
  online_declarations_change online_share short_journey_share accounts user_share monthly_contacts app_downloads
  monthly_connections visit_growth email_share view_share distinct_users share users sites monthly_unique_visitors
  unique_visitors_growth datasets organisations rank sample_size procedures new_online_procedures reviews
  equipped_procedures very_good_share page_views visitor_days starts completed completion digital_share
  cost_per_transaction satisfaction_score share_satisfied net_satisfaction delay_kept calls_answered contacts connections
  online satisfaction clarity ease accessibility once_only autonomy help_reachable help_effective authentication
  availability response_time display_speed mobile help availability_speed load_time apdex volume_online volume_total`;

test('the registry has the indicators of the figures and of the method, each once', () => {
  for (const id of NEEDED.split(/\s+/)) assert.ok(findIndicator(id), id);
  assert.equal(new Set(INDICATORS.map(({ id }) => id)).size, INDICATORS.length);
  assert.throws(() => getIndicator('nothing'), RangeError);
});

test('each says in both languages what it is, in a sentence', () => {
  for (const { id, label, definition } of INDICATORS) {
    for (const locale of ['fr', 'en'] as const) {
      assert.ok(label[locale].length > 1 && !/\.$/.test(label[locale]), id);
      assert.match(definition[locale], /^\p{Lu}.*[.]$/u, id);
    }
    assert.doesNotMatch(label.fr + definition.fr, /[a-zé»] [:;?!%»]|«[^\u00a0]|'/u, id);
  }
  for (const locale of ['fr', 'en'] as const) {
    const labels = INDICATORS.map(({ label }) => label[locale]);
    assert.equal(new Set(labels).size, labels.length, 'no two are called alike');
  }
});

test('counts say what they count, and only words have no plausible range', () => {
  for (const { id, unit, things, nature, plausible } of INDICATORS) {
    if (unit === 'count' && id !== 'once_only') assert.ok(things, id);
    assert.equal(plausible === null, unit === 'word', id);
    assert.equal(nature === 'word', unit === 'word', id);
    if (plausible !== null) assert.ok(plausible[0] < plausible[1], id);
  }
});

test('shares lie between 0 and 1, and a quotient names indicators that exist', () => {
  for (const { id, unit, plausible, ratio, nature } of INDICATORS) {
    if (unit === 'share') assert.deepEqual(plausible, [0, 1], id);
    if (ratio === null) continue;
    assert.equal(nature, 'rate', id);
    assert.ok(wordsOfSide(ratio.numerator).fr && wordsOfSide(ratio.denominator).en, id);
  }
});

test('a value is late once its expected age has passed, and never where none is awaited', () => {
  const monthly = { ...getIndicator('visits'), expectedAgeDays: 75 };
  assert.equal(lateFrom(monthly, '2018-01-31'), '2018-04-17');
  assert.equal(isLate(monthly, '2018-01-31', '2018-04-16'), false);
  assert.equal(isLate(monthly, '2018-01-31', '2018-04-17'), true);
  assert.equal(stalenessDays(monthly, '2018-01-31', '2018-04-17'), 1);
  assert.equal(stalenessDays(monthly, '2018-01-31', '2018-02-10'), -65);
  const once = getIndicator('sample_size');
  assert.deepEqual([lateFrom(once, '2017-12-31'), isLate(once, '2017-12-31', '2026-01-01')], [null, false]);
});
