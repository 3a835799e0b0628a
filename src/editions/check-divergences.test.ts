import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, CheckFigures, LatestCheck } from '../probes/index.ts';
import { type DeclaredValue, findCheckDivergences } from './check-divergences.ts';

const TODAY = '2026-03-10';
const EVIDENCE = { url: 'https://a.test/', reason: null, advice: [], excerpts: [] };

function made<Kind extends 'accessibility_declaration' | 'authentication' | 'mobile'>(
  kind: Kind,
  figures: CheckFigures[Kind],
  { result = 'pass' as 'pass' | 'fail' | 'unknown', checkedAt = new Date('2026-03-09T03:00:00Z') } = {},
): LatestCheck {
  return {
    kind,
    result,
    figures,
    evidence: EVIDENCE,
    targetId: 1,
    checkedAt,
    lastKnown: null,
  } as unknown as LatestCheck;
}

const DECLARED: CheckFigures['accessibility_declaration'] = {
  mention: 'partial',
  state: 'partial',
  rate: 0.785,
  auditedOn: null,
  declaredOn: '2025-01-20',
  expiresOn: '2028-01-20',
  hasContact: true,
  hasRemedies: true,
  standard: 'RGAA 4.1',
};

function value(of: number | string | null): DeclaredValue {
  return { value: of, source: 'déclaration', asOf: '2026-01-01' };
}

const codesOf = (...given: Parameters<typeof findCheckDivergences>) =>
  findCheckDivergences(...given).map(({ code, seen }) => [code, seen]);

test('a declared rate of accessibility is contradicted by another one, by age, by absence', () => {
  const of = (rate: number, figures: Partial<CheckFigures['accessibility_declaration']> = {}) =>
    codesOf(
      { accessibility: value(rate) },
      [made('accessibility_declaration', { ...DECLARED, ...figures })],
      TODAY,
    );
  assert.deepEqual(of(0.785), []);
  assert.deepEqual(of(0.78), [], 'rounded to a percent');
  assert.deepEqual(of(0.79), []);
  assert.deepEqual(of(0.9), [['rate_differs', 0.785]]);
  assert.deepEqual(of(0.785, { expiresOn: '2026-03-09' }), [['declaration_expired', 0.785]]);
  assert.deepEqual(of(0.785, { expiresOn: TODAY }), [], 'valid on the day its term ends');
  assert.deepEqual(of(0.785, { mention: null, state: null, rate: null, expiresOn: null }), [
    ['declaration_not_found', null],
  ]);
  assert.deepEqual(of(0.9, { rate: null, state: 'none' }), [['state_differs', 'none']]);
  assert.deepEqual(of(0.9, { rate: null }), []);
  assert.deepEqual(of(1, { rate: null }), [['state_differs', 'partial']]);
});

test('FranceConnect declared absent is contradicted by its button on any page', () => {
  const none = made('authentication', { schemes: [], asksToSignIn: true }, { result: 'fail' });
  const some = made('authentication', { schemes: ['FranceConnect+'], asksToSignIn: true });
  const pro = made('authentication', { schemes: ['ProConnect'], asksToSignIn: true });
  const of = (word: string, ...checks: LatestCheck[]) =>
    codesOf({ authentication: value(word) }, checks, TODAY);
  assert.deepEqual(of('Non', none, some), [['scheme_seen', 'FranceConnect+']]);
  assert.deepEqual(of('Non', none), []);
  assert.deepEqual(of('Non', pro), []);
  assert.deepEqual(of('FranceConnect', none), [['scheme_not_seen', null]]);
  assert.deepEqual(of('FranceConnect', none, some), []);
  assert.deepEqual(of('Sans objet', some), []);
});

test('the fit of a page on a telephone is contradicted by another verdict, that of the first page', () => {
  const fit = (verdict: 'Oui' | 'Partiel' | 'Non') =>
    made('mobile', {
      ...{ verdict, pageWidth: 360, viewport: 'fits', targets: 1, smallTargets: 0 },
      ...{ characters: 1, smallCharacters: 0 },
    });
  const of = (word: string, ...checks: LatestCheck[]) => codesOf({ mobile: value(word) }, checks, TODAY);
  assert.deepEqual(of('Oui', fit('Oui'), fit('Non')), []);
  assert.deepEqual(of('Oui', fit('Non'), fit('Oui')), [['fit_differs', 'Non']]);
  assert.deepEqual(of('peut-être', fit('Non')), []);
});

test('what is not declared, not known or too old contradicts nothing', () => {
  const old = { checkedAt: new Date('2026-01-01T03:00:00Z') };
  const differs = made('accessibility_declaration', { ...DECLARED, rate: 0.2 });
  assert.deepEqual(codesOf({}, [differs], TODAY), []);
  assert.deepEqual(codesOf({ accessibility: value(null) }, [differs], TODAY), []);
  const outdated = made('accessibility_declaration', { ...DECLARED, rate: 0.2 }, old);
  assert.deepEqual(codesOf({ accessibility: value(0.785) }, [outdated], TODAY), []);
  const unknown = { ...made('accessibility_declaration', DECLARED, { result: 'unknown' }), figures: null };
  assert.deepEqual(codesOf({ accessibility: value(0.1) }, [unknown as LatestCheck], TODAY), []);
});

test('a check that could not tell contradicts by what was last known, and names it', () => {
  const known = { ...made('accessibility_declaration', { ...DECLARED, rate: 0.2 }), ageDays: 7 };
  const latest = {
    ...made('accessibility_declaration', DECLARED, { result: 'unknown' }),
    figures: null,
    lastKnown: known,
  };
  const [found] = findCheckDivergences(
    { accessibility: value(0.785) },
    [latest as unknown as LatestCheck],
    TODAY,
  );
  assert.equal(found?.code, 'rate_differs');
  assert.equal((found?.check as Check).result, 'pass');
});
