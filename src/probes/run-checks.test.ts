import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  checkOf,
  checksOf,
  clock,
  optionsOf,
  SURROUNDINGS,
  shared,
  site,
  targetAt,
} from '../../test/support/page-checks.ts';
import { fixedClock } from '../core/clock.ts';
import { CHECK_KINDS, type Check, type CheckKind } from './check.ts';
import { type CheckBrowser, openCheckBrowser } from './check-browser.ts';
import { runChecks } from './run-checks.ts';
import type { Maintenance } from './target.ts';

test('a page that has all that it should passes, but for what only HTTPS gives', async () => {
  const made = await checksOf('/sound');
  const results = Object.fromEntries([...made].map(([kind, { result }]) => [kind, result]));
  assert.deepEqual(results, {
    automatic_accessibility: 'pass',
    accessibility_declaration: 'pass',
    mobile: 'pass',
    authentication: 'pass',
    contact_and_help: 'pass',
    feedback_button: 'pass',
    https_and_headers: 'fail',
  });
  assert.deepEqual(made.get('https_and_headers')?.evidence.advice, ['serve_https', 'add_referrer_policy']);
  for (const { evidence, checkedAt, targetId } of made.values()) {
    assert.deepEqual(
      { url: evidence.url, checkedAt, targetId },
      { url: `${site.origin}/sound`, checkedAt: clock.now(), targetId: 7 },
    );
  }
});

test('a page that has nothing fails, and each check says what to mend', async () => {
  const made = await checksOf('/poor');
  const told = [...made.values()].map(({ kind, result, evidence }) => [kind, result, ...evidence.advice]);
  assert.deepEqual(told, [
    ['automatic_accessibility', 'fail', 'mend_broken_rules'],
    ['accessibility_declaration', 'fail', 'add_mention', 'publish_declaration'],
    ['mobile', 'fail', 'declare_viewport', 'larger_targets', 'larger_text'],
    ['authentication', 'fail', 'offer_franceconnect'],
    ['contact_and_help', 'fail', 'give_direct_contact', 'add_help_page'],
    ['feedback_button', 'fail', 'add_button'],
    [
      ...['https_and_headers', 'fail', 'serve_https', 'secure_cookies', 'add_csp', 'add_no_sniff'],
      ...['limit_framing', 'add_referrer_policy'],
    ],
  ]);
});

test('faults that axe finds are told by rule, theme and impact', async () => {
  const { figures } = await checkOf('automatic_accessibility', '/poor');
  assert.ok(figures);
  const image = figures.rules.find(({ id }) => id === 'image-alt');
  assert.deepEqual(image, { id: 'image-alt', impact: 'critical', theme: 'text-alternatives', elements: 2 });
  assert.ok(figures.rules.some(({ id }) => id === 'html-has-lang'));
  assert.equal(figures.byTheme['text-alternatives'], 2);
  const sum = (counts: object) => Object.values(counts).reduce((all, one) => all + one, 0);
  assert.deepEqual([sum(figures.byImpact), sum(figures.byTheme)], [figures.elements, figures.elements]);
});

test('a declaration is followed from its mention, and kept as evidence with its hash', async () => {
  const { figures, evidence } = await checkOf('accessibility_declaration', '/sound');
  assert.deepEqual(figures, {
    mention: 'partial',
    state: 'partial',
    rate: 0.785,
    auditedOn: '2025-01-06',
    declaredOn: '2025-01-20',
    expiresOn: '2028-01-20',
    hasContact: true,
    hasRemedies: true,
    standard: 'RGAA 4.1',
  });
  assert.deepEqual(
    evidence.excerpts.map(({ url }) => url),
    [`${site.origin}/sound`, `${site.origin}/declaration`],
  );
  for (const { sha256, text } of evidence.excerpts) {
    assert.match(sha256, /^[0-9a-f]{64}$/);
    assert.match(text, /partiellement conforme/);
  }
});

test('the words of a mention are evidence of the page that bears it, whatever it leads to', async () => {
  const hashOf = async (path: string) =>
    (await checkOf('authentication', path)).evidence.excerpts.map(({ sha256 }) => sha256);
  for (const [path, url] of [
    ['/sound', '/sound'],
    ['/mention-pdf', '/declaration.pdf'],
    ['/mention-dead', '/no-declaration'],
  ] as const) {
    const { evidence } = await checkOf('accessibility_declaration', path);
    const [mention] = evidence.excerpts;
    assert.deepEqual([mention?.url, [mention?.sha256]], [`${site.origin}${path}`, await hashOf(path)]);
    assert.equal(evidence.url, `${site.origin}${url}`);
  }
});

test('what could not be read beside a page is told with its own address and reason', async () => {
  const told = async (kind: 'contact_and_help' | 'feedback_button', path: string) => {
    const { url, reason } = (await checkOf(kind, path)).evidence;
    return [url, reason];
  };
  assert.deepEqual(await told('contact_and_help', '/contact-dead'), [
    `${site.origin}/no-contact`,
    'page_not_reached',
  ]);
  assert.deepEqual(await told('contact_and_help', '/contact-refused'), [
    `${site.origin}/refused`,
    'page_refused_robot',
  ]);
  assert.deepEqual(await told('feedback_button', '/button-refused'), [
    `${site.origin}/refused`,
    'form_not_reached',
  ]);
  assert.deepEqual(await told('feedback_button', '/button-inner'), [
    'http://169.254.169.254/avis/abcdefghij',
    'address_refused',
  ]);
});

test('a declaration is valid on the very day its term ends, and no more on the next', async () => {
  const resultOn = async (day: string) => {
    const made = await checksOf('/sound', {
      kinds: ['accessibility_declaration'],
      clock: fixedClock(`${day}T09:00:00Z`),
    });
    return made.get('accessibility_declaration')?.result;
  };
  assert.deepEqual([await resultOn('2028-01-20'), await resultOn('2028-01-21')], ['pass', 'fail']);
});

test('a target in an announced maintenance is left alone', async () => {
  const maintenance: Maintenance = {
    ...{ startsAt: new Date('2026-03-02T08:00:00Z'), endsAt: new Date('2026-03-02T10:00:00Z') },
    ...{ repeats: 'never', repeatsUntil: null },
  };
  const over = { ...maintenance, endsAt: clock.now() };
  const targets = [
    { ...targetAt(site, '/maintained'), maintenances: [over, maintenance] },
    { ...targetAt(site, '/broken'), maintenances: [over] },
  ];
  const skipped: string[] = [];
  const options = optionsOf({ kinds: ['mobile'], onSkip: ({ url }) => skipped.push(url) });
  const made = await Array.fromAsync(runChecks(targets, options));
  assert.deepEqual(
    [skipped, made.map(({ evidence }) => evidence.url)],
    [[`${site.origin}/maintained`], [`${site.origin}/broken`]],
  );
  assert.ok(site.asked.every(({ path }) => path !== '/maintained'));
});

test('a page that is not shown leaves all unknown with the reason, and is asked for once', async () => {
  const before = site.asked.length;
  const made = await checksOf('/broken', { kinds: CHECK_KINDS });
  assert.equal(made.size, CHECK_KINDS.length);
  for (const { result, figures, evidence } of made.values()) {
    assert.deepEqual([result, figures, evidence.reason], ['unknown', null, 'page_not_reached']);
  }
  const asked = site.asked.slice(before).filter(({ path }) => path === '/broken');
  assert.equal(asked.length, 1);
});

test('without browser every check is unknown, and says why', async () => {
  const options = optionsOf({ chromiumPath: '/nowhere/chromium', open: openCheckBrowser });
  const made = await Array.fromAsync(runChecks([targetAt(site, '/sound')], options));
  assert.equal(made.length, 7);
  for (const { result, evidence } of made) {
    assert.deepEqual([result, evidence.reason], ['unknown', 'browser_missing']);
  }
});

test('a browser that crashes costs one check: another one makes the rest', async (t) => {
  const opened = await countedBrowsers(t);
  const path = '/crash';
  const made = await Array.fromAsync(
    runChecks(
      [targetAt(site, path)],
      optionsOf({
        kinds: ['automatic_accessibility', 'authentication', 'mobile'],
        open: opened.open,
        onStart: (_target, kind) => {
          if (kind === 'mobile') opened.crashAtNextVisit();
        },
      }),
    ),
  );
  assert.deepEqual(
    made.map(({ kind, evidence }) => [kind, evidence.reason]),
    [
      ['automatic_accessibility', null],
      ['mobile', 'browser_crashed'],
      ['authentication', null],
    ],
  );
});

test('what takes too long is given up, and so is what is left when a target took its time', async () => {
  const kinds: CheckKind[] = ['automatic_accessibility', 'mobile'];
  const hanging: CheckBrowser = { ...shared, visit: () => new Promise(() => undefined) };
  const late = optionsOf({ kinds, open: async () => hanging, checkLimitMs: 1 });
  const none = optionsOf({ kinds, targetLimitMs: 0 });
  for (const options of [late, none]) {
    const made = await Array.fromAsync(runChecks([targetAt(site, '/sound')], options));
    assert.deepEqual(
      made.map(({ evidence }) => evidence.reason),
      ['took_too_long', 'took_too_long'],
    );
  }
});

test('display is measured in the laboratory, on a telephone and on a computer', async () => {
  const made = await checksOf('/sound', { kinds: ['display_speed'], displayRuns: 1, open: openCheckBrowser });
  const { result, figures } = made.get('display_speed') as Check<'display_speed'>;
  assert.equal(result, 'pass');
  for (const device of [figures?.mobile, figures?.desktop]) {
    assert.ok(device);
    assert.ok(device.lcpMs >= device.fcpMs && device.fcpMs > 0, JSON.stringify(device));
    assert.deepEqual([device.runs, device.thirdParties, device.thirdPartyRequests], [1, 0, 0]);
    assert.ok(device.requests >= 1 && device.bytes > 1_000, JSON.stringify(device));
  }
  assert.ok(site.asked.every(({ headers }) => headers['user-agent']?.includes('Vigie/test')));
});

/** Browsers that are closed at the end of the test, and one of which can be made to die under a visit. */
async function countedBrowsers(t: TestContext) {
  let isToCrash = false;
  const open = async (): Promise<CheckBrowser> => {
    const real = await openCheckBrowser(SURROUNDINGS);
    t.after(() => real.close());
    return {
      ...real,
      async visit(demand, device) {
        const visit = await real.visit(demand, device);
        if (!isToCrash) return visit;
        isToCrash = false;
        await real.close();
        return visit;
      },
    };
  };
  const crashAtNextVisit = () => {
    isToCrash = true;
  };
  return { open, crashAtNextVisit };
}
