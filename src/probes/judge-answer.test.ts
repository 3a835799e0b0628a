import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseStatuses } from './expected-status.ts';
import { type JudgedAnswer, judgeAnswer, retryAfterMs } from './judge-answer.ts';
import { verdictOf } from './outcome.ts';
import { type Demand, USUAL_DEMAND } from './target.ts';

const PAGE = '<!doctype html><title>Ma démarche</title><h1>Ma démarche</h1>';

function judge(answer: Partial<JudgedAnswer>, demand: Partial<Demand> = {}): string {
  const asked = { url: 'https://site.test/', ...USUAL_DEMAND, ...demand };
  const expected = parseStatuses(asked.expectedStatus) ?? [];
  return judgeAnswer(asked, expected, { status: 200, headers: {}, text: PAGE, firstByteMs: 100, ...answer })
    .outcome;
}

test('statuses are read as they are written, whole or not at all', () => {
  assert.deepEqual(parseStatuses('200-299, 401'), [
    [200, 299],
    [401, 401],
  ]);
  assert.deepEqual(parseStatuses('100 - 599'), [[100, 599]]);
  for (const wrong of [
    '',
    '200-',
    '299-200',
    '99',
    '600',
    '200;401',
    '200,',
    '2xx',
    '20 0',
    Array(21).fill('200').join(),
  ]) {
    assert.equal(parseStatuses(wrong), null, wrong);
  }
});

test('a status is right when it is expected, and only then', () => {
  assert.equal(judge({}), 'up');
  assert.equal(judge({ status: 401 }, { expectedStatus: '200,401' }), 'up');
  assert.equal(judge({ status: 403 }, { expectedStatus: '403' }), 'up');
  assert.equal(judge({ status: 200 }, { expectedStatus: '404' }), 'unexpected_status');
  assert.equal(judge({ status: 404 }), 'unexpected_status');
  for (const status of [500, 502, 503, 504, 520]) assert.equal(judge({ status }), 'server_error');
  for (const status of [403, 429, 451]) assert.equal(judge({ status }), 'blocked_status');
});

test('an answer is late beyond what was said, and not at it', () => {
  assert.equal(judge({ firstByteMs: 2_000 }), 'up');
  assert.equal(judge({ firstByteMs: 2_001 }), 'slow');
  assert.equal(judge({ firstByteMs: 5_000, status: 500 }), 'server_error');
});

test('a text is found however the page writes it', () => {
  const text =
    '<p>L’utilisateur   s&rsquo;identifie &agrave;\n l&#39;accueil&nbsp;: &laquo;&#xa0;entr&eacute;e&#160;»</p>';
  for (const sought of [
    "s'identifie à l'accueil : « entrée »",
    's’identifie à',
    ' à l’accueil\u00a0:',
    '<p>',
  ]) {
    assert.equal(judge({ text }, { mustContain: sought }), 'up', sought);
    assert.equal(judge({ text }, { mustNotContain: sought }), 'text_forbidden', sought);
  }
  for (const sought of ['S’IDENTIFIE', 'a l’accueil', 'sortie']) {
    assert.equal(judge({ text }, { mustContain: sought }), 'text_missing', sought);
    assert.equal(judge({ text }, { mustNotContain: sought }), 'up', sought);
  }
});

test('nothing is looked for where no page was asked for', () => {
  assert.equal(judge({ text: null }, { method: 'HEAD', mustContain: 'x', mustNotContain: 'y' }), 'up');
});

test('a page whose title is one of a failure is wrong, though it answers 200', () => {
  for (const title of [
    ...[
      'Erreur technique',
      'ERREUR TECHNIQUE',
      ' Erreur&nbsp;technique. ',
      'Une erreur technique est survenue',
    ],
    ...[
      'Service indisponible',
      'Service temporairement indisponible',
      'Site en maintenance',
      '502 Bad Gateway',
    ],
    ...['Application momentan&eacute;ment indisponible', '503 Service Temporarily Unavailable'],
  ]) {
    assert.equal(judge({ text: `<title>${title}</title>` }), 'text_forbidden', title);
  }
});

test('what only begins as a title is none, however often it does', () => {
  const failure = '>Erreur technique</';
  for (const text of [
    `${'<title'.repeat(10_000)}<p${failure}`,
    `${'<title lang=fr'.repeat(4_000)}<p${failure}`,
    `<titlebar${failure}`,
  ])
    assert.equal(judge({ text }), 'up', text.slice(0, 40));
  for (const start of ['<TITLE lang="fr" class=a\n', `${'<title'.repeat(10_000)}<title`])
    assert.equal(judge({ text: start + failure }), 'text_forbidden', start.slice(0, 40));
});

test('a page that speaks of failures works', () => {
  for (const text of [
    '<title>Que faire en cas d’erreur technique ?</title>',
    '<title>Ma démarche</title><template><h1>Erreur technique</h1></template>',
    '<title>Service indisponible : vos droits</title>',
    '<title>Déclarer un véhicule indisponible</title>',
    '<title>Service en ligne</title>',
  ]) {
    assert.equal(judge({ text }), 'up', text);
  }
  const text = '<title>Erreur technique</title><form>';
  assert.equal(judge({ text }, { mustContain: '<form' }), 'up', 'what the target says comes first');
});

/** Answers in place of the site, as protections send them. */
const CHALLENGES: readonly Partial<JudgedAnswer>[] = [
  { status: 403, headers: { 'cf-mitigated': 'challenge' }, text: '<title>Just a moment...</title>' },
  { status: 503, headers: { server: 'cloudflare' }, text: '<script>window._cf_chl_opt={}</script>' },
  { status: 403, text: 'error code: 1020' },
  { status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, text: '' },
  { status: 405, headers: { 'x-amzn-waf-action': 'captcha' }, text: '' },
  {
    status: 403,
    text: '<title>Access Denied</title>You don\'t have permission to access "/" Reference&#32;&#35;18.2d351ab8.1700000000.a1b2c3',
  },
  {
    status: 200,
    text: '<iframe src="/_Incapsula_Resource?CWUDNSAI=27&incident_id=1">Request unsuccessful. Incapsula incident ID: 1</iframe>',
  },
  { status: 403, text: '<script src="https://ct.captcha-delivery.com/c.js"></script>' },
  {
    status: 200,
    text: '<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator. Your support ID is: 1',
  },
  {
    status: 200,
    text: '<script src="/TSPD/0812?type=5"></script><noscript>Please enable JavaScript to view the page content.<br/>Your support ID is: 1</noscript>',
  },
  {
    status: 200,
    text: '<title>Vérification</title><script id="anubis_challenge" type="application/json">{}</script>',
  },
  { status: 403, headers: { 'x-sucuri-block': 'BOT' }, text: '' },
  { status: 429, text: '<script src="https://js.hcaptcha.com/1/api.js"></script>' },
  {
    status: 200,
    text: '<p>Accès refusé. Veuillez activer JavaScript pour continuer.</p><p>Numéro de requête : 123</p>',
  },
];

test('a challenge is not a failure of the site', () => {
  for (const answer of CHALLENGES) {
    assert.equal(judge(answer), 'challenge', JSON.stringify(answer));
    assert.equal(judge(answer, { mustContain: 'Ma démarche' }), 'challenge');
  }
  assert.equal(verdictOf('challenge'), 'blocked');
});

test('a site that is protected, and answers, is up', () => {
  for (const text of [
    `${PAGE}<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`,
    `${PAGE}<script src="/_Incapsula_Resource?SWJIYLWA=719d34d31c8e3a6e6fffd425f7e032f3"></script>`,
    `${PAGE}<script src="https://js.hcaptcha.com/1/api.js"></script><form>`,
    `${PAGE}<script src="https://www.google.com/recaptcha/api.js"></script><form>`,
    `${PAGE}<noscript>You need to enable JavaScript to run this app.</noscript>`,
    `${PAGE}<noscript>Vous devez activer JavaScript.</noscript>`,
    `${PAGE}<script src="https://js.datadome.co/tags.js"></script>`,
  ]) {
    assert.equal(judge({ text, headers: { server: 'cloudflare', 'x-iinfo': '1' } }), 'up', text);
  }
  const challenge = CHALLENGES.find(({ status }) => status === 200);
  assert.equal(
    judge({ ...challenge, text: `${challenge?.text}${PAGE}` }, { mustContain: 'Ma démarche' }),
    'up',
  );
});

test('errors of a site behind a protection are its own', () => {
  const incapsula =
    '<iframe src="/_Incapsula_Resource?CWUDNSAI=8&incident_id=1">Incapsula incident ID: 1</iframe>';
  assert.equal(judge({ status: 503, text: incapsula }), 'server_error');
  assert.equal(
    judge({ status: 522, text: '<div id="cf-error-details">Connection timed out</div>' }),
    'server_error',
  );
  assert.equal(judge({ status: 503, text: '<h1>Service Unavailable</h1>' }), 'server_error');
  assert.equal(
    judge({ status: 521, headers: { server: 'cloudflare' }, text: 'Web server is down' }),
    'server_error',
  );
});

test('a site says how long to leave it alone in seconds or by a date', () => {
  const now = new Date('2026-03-10T10:00:00Z');
  assert.equal(retryAfterMs('120', now), 120_000);
  assert.equal(retryAfterMs(' 0 ', now), 0);
  assert.equal(retryAfterMs('Tue, 10 Mar 2026 10:05:00 GMT', now), 300_000);
  assert.equal(retryAfterMs('Tue, 10 Mar 2026 09:00:00 GMT', now), 0, 'the date is over');
  for (const wrong of ['', '-1', '1.5', 'soon', '1e9', '9999999999999'])
    assert.equal(retryAfterMs(wrong, now), null, wrong);
});

test('whatever comes, there is one outcome', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }),
      fc.option(fc.string()),
      fc.string(),
      (status, text, sought) => {
        judge({ status, text }, { mustContain: sought, mustNotContain: sought });
      },
    ),
  );
});
