import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, CheckFigures, CheckKind, DisplayFigures } from '../probes/index.ts';
import { checkFigures } from './check-figures.ts';
import { localisation } from './i18n/index.ts';

function linesOf<Kind extends CheckKind>(locale: 'fr' | 'en', kind: Kind, figures: CheckFigures[Kind]) {
  const lines = checkFigures(localisation(locale), { kind, figures } as Check);
  return lines.map((line) => line.replaceAll(/\s/g, ' '));
}

const SHOWN: DisplayFigures = {
  ...{ runs: 3, lcpMs: 900, fcpMs: 400, cls: 0, bytes: 812_000, requests: 41 },
  ...{ thirdPartyRequests: 0, thirdParties: 0 },
};

test('a page of one request is told in the singular', () => {
  const figures = { mobile: { ...SHOWN, requests: 1 }, desktop: SHOWN };
  const [one, many] = linesOf('fr', 'display_speed', figures);
  assert.match(one ?? '', /Poids 812 ko, 1 requête, /);
  assert.match(many ?? '', /Poids 812 ko, 41 requêtes, /);
  assert.match(linesOf('en', 'display_speed', figures)[0] ?? '', /Weight 812 kB, 1 request, /);
});

test('limits to framing are told by both of the headers that can set them', () => {
  const figures: CheckFigures['https_and_headers'] = {
    ...{ https: true, redirectsToHttps: null, certificateDays: null, hstsSeconds: null, csp: false },
    ...{ noSniff: false, framing: true, referrerPolicy: false },
    ...{ cookies: 0, cookiesNotSecure: 0, cookiesNotHttpOnly: 0, cookiesNotSameSite: 0 },
  };
  assert.equal(
    linesOf('fr', 'https_and_headers', figures)[1],
    'Protections : encadrement limité (frame-ancestors ou X-Frame-Options).',
  );
});

test('a form that was not shown is not said to have given no answer, and a term includes its last day', () => {
  const button = { of: 'vigie', status: null, canary: null } as const;
  assert.match(linesOf('fr', 'feedback_button', button)[0] ?? '', /le formulaire n’a pas pu être vu\./);
  const declared: CheckFigures['accessibility_declaration'] = {
    ...{ mention: 'partial', state: 'partial', rate: 0.7, standard: null, auditedOn: null },
    ...{ declaredOn: '2025-01-20', expiresOn: '2028-01-20', hasContact: true, hasRemedies: true },
  };
  const told = linesOf('fr', 'accessibility_declaration', declared)[1] ?? '';
  assert.match(told, /valable jusqu’au 20 janvier 2028 inclus/);
});
