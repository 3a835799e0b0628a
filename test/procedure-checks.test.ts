/** What the page of probes of a procedure tells of the checks of its pages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../src/core/clock.ts';
import { observe, recordObservations } from '../src/observations/index.ts';
import {
  CHECK_ADVICE,
  CHECK_KINDS,
  type Check,
  recordCheck,
  replyToCheck,
  UNKNOWN_REASONS,
  unknownCheck,
} from '../src/probes/index.ts';
import { checkFigures } from '../src/web/check-figures.ts';
import { LOCALES, localisation } from '../src/web/i18n/index.ts';
import { fact } from './support/fact.ts';
import { readPage } from './support/page-words.ts';
import { openProbePages } from './support/probe-pages.ts';

const NOW = '2026-01-15T12:00:00Z';
const PAGE = '/demarches/1-demarche-1/disponibilite';

const { db, store, app } = await openProbePages();

test('checks are told with figures, evidence, advice, replies and what was last known', async () => {
  const [targetId = 0] = store.targetIds;
  const url = 'https://site-1.example/home';
  const checkedAt = new Date('2026-01-05T03:00:00Z');
  const mobile: Check = {
    ...{ kind: 'mobile', result: 'fail', targetId, checkedAt },
    figures: {
      ...{ verdict: 'Partiel', pageWidth: 412, viewport: 'fits', targets: 34, smallTargets: 1 },
      ...{ characters: 2_900, smallCharacters: 0 },
    },
    evidence: {
      ...{ url, reason: null, advice: ['no_sideways_scroll', 'larger_targets'] },
      excerpts: [{ url, text: 'Un <extrait>', sha256: 'ab'.repeat(32) }],
    },
  };
  await recordCheck(db, mobile);
  await recordCheck(db, {
    ...unknownCheck('mobile', url, 'took_too_long'),
    ...{ targetId, checkedAt: new Date('2026-01-12T03:00:00Z') },
  });
  const reply = { targetId, kind: 'mobile', author: 'Office', text: 'Corrigé <hier>.' } as const;
  await replyToCheck(db, { ...reply, writtenAt: new Date(NOW) });
  const page = await readPage(app, PAGE);
  assert.match(page, /Affichage sur téléphone Non vérifié/);
  assert.match(page, /Non vérifié : le contrôle a pris trop de temps\./);
  assert.match(page, /Dernier résultat connu : À corriger, le 5 janvier 2026, 7 jours avant\./);
  assert.match(
    page,
    /Largeur affichée 412 pixels sur 360, page adaptée à l’écran, 1 cible trop petite sur 34/,
  );
  assert.match(page, /Corrigé &lt;hier&gt;\./);
  await recordCheck(db, { ...mobile, checkedAt: new Date('2026-01-14T03:00:00Z') });
  const later = await readPage(app, PAGE);
  assert.match(later, /La page déborde/);
  assert.match(later, /Un &lt;extrait&gt;/);
  assert.match(later, new RegExp('ab'.repeat(32)));
});

test('what is declared stands beside what a machine saw, though no edition has it', async () => {
  const [subjectId = 0] = store.subjectIds;
  const declared = { value: 'Oui', source: 'Office des fictions', periodEnd: '2025-12-31' };
  const figure = observe(subjectId, 'mobile', fact({ ...declared, periodStart: '2025-12-31' }));
  assert.match(await readPage(app, PAGE), /Aucun écart/);
  const clock = fixedClock('2026-01-01T10:00:00Z');
  await db.transaction((tx) => recordObservations(tx, [figure], { author: 'test', clock }));
  const answer = await app.request(`${PAGE}.json`);
  const { divergences } = (await answer.json()) as { divergences: unknown[] };
  assert.partialDeepStrictEqual(divergences, [
    { criterion: 'mobile', declared: { value: 'Oui', source: 'Office des fictions' }, seen: 'Partiel' },
  ]);
});

test('each advice, reason and figure has words in each language', () => {
  for (const locale of LOCALES) {
    const l = localisation(locale);
    const { adviceWords, reasons, kinds } = l.messages.checks;
    for (const kind of CHECK_KINDS) {
      assert.ok(kinds[kind].label && kinds[kind].meaning);
      assert.deepEqual(Object.keys(adviceWords[kind]).sort(), [...CHECK_ADVICE[kind]].sort(), kind);
      assert.deepEqual(
        checkFigures(l, {
          ...unknownCheck(kind, 'https://a.example/', 'not_measured'),
          targetId: 1,
          checkedAt: new Date(NOW),
        }),
        [],
      );
    }
    assert.deepEqual(Object.keys(reasons).sort(), [...UNKNOWN_REASONS].sort());
  }
});
