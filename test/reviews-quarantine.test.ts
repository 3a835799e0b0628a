/** The commands that release reviews from quarantine, and count again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../src/core/clock.ts';
import { createButton, keepContributions, packCounts } from '../src/feedback/index.ts';
import { contributionOf } from './support/review-store.ts';
import { within } from './support/reviews-ground.ts';

test('what is in quarantine is listed, and enters the figures once it is released', (t) =>
  within(t, async ({ db, vigie, run }) => {
    const [{ id: subjectId } = { id: 0 }] = await db.query<{ id: number }>(
      'select subject_id as id from catalogue.procedure',
    );
    const place = { subjectId, step: null, language: 'fr', questionnaire: 'avis', author: 'test' };
    const [web, counter] = await Promise.all(
      (['web', 'counter'] as const).map((channel) =>
        createButton(db, { ...place, channel }, systemClock.now()),
      ),
    );
    assert.ok(web && counter);
    const out = (button: typeof web, openedOn: string, outReason: 'burst' | 'duplicate' | null) =>
      contributionOf(button, { openedOn, outReason });
    await keepContributions(db, [
      out(web, '2026-01-01', 'burst'),
      out(web, '2026-01-01', 'burst'),
      out(web, '2026-01-02', 'burst'),
      out(web, '2026-01-02', 'duplicate'),
      out(counter, '2026-01-03', 'burst'),
      out(web, '2026-01-03', null),
    ]);
    const listed = await run('quarantine', '--procedure', '1764');
    assert.partialDeepStrictEqual(listed, { quarantined: 4, excluded: 1 });
    assert.deepEqual(
      (listed.reviews as { button: string; day: string; state: string; n: number }[]).map(
        ({ button, day, state, n }) => [button === web.id ? 'web' : 'counter', day, state, n],
      ),
      [
        ['counter', '2026-01-03', 'quarantined', 1],
        ['web', '2026-01-02', 'excluded', 1],
        ['web', '2026-01-02', 'quarantined', 1],
        ['web', '2026-01-01', 'quarantined', 2],
      ],
    );
    assert.partialDeepStrictEqual(await run('quarantine', '--site', 'sip-de-lille'), {
      quarantined: 0,
      reviews: [],
    });

    const some = await run(
      'release',
      '--button',
      web.id,
      '--to',
      '2026-01-01',
      '--reason',
      'Une classe',
      '--author',
      'C',
    );
    assert.partialDeepStrictEqual(some, {
      released: 2,
      buttons: [{ button: web.id, from: '2026-01-01', to: '2026-01-01', released: 2 }],
      author: 'C',
      reason: 'Une classe',
    });
    assert.partialDeepStrictEqual(
      await run('release', '--all', '--procedure', '1764', '--reason', 'Vérifié'),
      {
        released: 2,
      },
    );
    assert.partialDeepStrictEqual(await run('quarantine'), { quarantined: 0, excluded: 1 });
    assert.partialDeepStrictEqual(await run('recount', '--dry-run'), { reviews: 5, differing: 0 });
    for (const words of [
      ['--button', web.id],
      ['--reason', 'x'],
      ['--all', '--reason', 'x'],
      ['--button', web.id, '--procedure', '1764', '--reason', 'x'],
      ['--button', 'aaaaaaaaaa', '--reason', 'x'],
      ['--button', web.id, '--from', '2026-02-31', '--reason', 'x'],
    ]) {
      assert.equal((await vigie('release', ...words)).code, 1, words.join(' '));
    }
  }));

test('a recount tells what differs, and puts it right unless it is a dry run', (t) =>
  within(t, async ({ db, vigie, run, write }) => {
    await write('identifiant_avis,demarche,date,satisfaction\n1,1764,2024-01-01,Bien\n');
    await run('import', 'avis.csv');
    await packCounts(db);
    await db.query(
      `update feedback.packed_year
       set cells = json_build_array(json_build_array('10', cells -> 0 -> 1, '[7,0,0,0,0,0,0,0,0,0,0,0]'::json))`,
    );
    const dry = await vigie('recount', '--dry-run');
    assert.match(dry.out, /1 counts? differs?\n {2}monthly: .*grade 10: 7, counted 1\n$/);
    assert.partialDeepStrictEqual(await run('recount'), { differing: 1 });
    assert.partialDeepStrictEqual(await run('recount'), { differing: 0, differences: [] });
  }));
