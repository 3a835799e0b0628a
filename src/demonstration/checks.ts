/** What checks say of some pages of the demonstration. Pure: the same for the same procedure. */
import { createHash } from 'node:crypto';
import { addDays, dayOf } from '../core/clock.ts';
import { type Check, type CheckOutcome, kindsFor, type Role, unknownCheck } from '../probes/index.ts';
import { chanceOf, drawBetween } from './chance.ts';

/** Procedures whose pages are checked. */
export const CHECKED_PROCEDURES: readonly string[] = [
  'demo2',
  'demo4',
  'demo17',
  'demo22',
  'demo43',
  'demo55',
];

/** What an organisation replied to a check. */
export const CHECK_REPLY = {
  publicId: 'demo4',
  kind: 'accessibility_declaration',
  author: 'Guichet de l’enfance (fictif)',
  text: 'Un nouvel audit est commandé ; la déclaration sera publiée à nouveau en janvier.',
} as const;

const WEEK_MS = 7 * 86_400_000;

type Page = { readonly publicId: string; readonly url: string; readonly role: Role };

/** The last checks of a page; of one that could not tell, also the one of the week before. */
export function checksOf(page: Page, targetId: number, now: Date): Check[] {
  const checkedAt = new Date(now.getTime() - 2 * 86_400_000);
  const before = new Date(checkedAt.getTime() - WEEK_MS);
  const kinds = kindsFor([page.role]);
  const outcomes = outcomesOf(page, dayOf(now)).filter(({ kind }) => kinds.includes(kind));
  const unknown = unknownCheck('contact_and_help', page.url, 'took_too_long');
  return outcomes.flatMap((outcome): Check[] =>
    outcome.kind === unknown.kind && page.publicId === 'demo17'
      ? [
          { ...outcome, targetId, checkedAt: before },
          { ...unknown, targetId, checkedAt },
        ]
      : [{ ...outcome, targetId, checkedAt }],
  );
}

function outcomesOf({ publicId, url }: Page, today: string): CheckOutcome[] {
  const chance = chanceOf(`${publicId} ${url} checks`);
  const lcpMs = Math.round(drawBetween(chance, 1_200, 3_900));
  const rate = Math.round(drawBetween(chance, 0.42, 0.98) * 100) / 100;
  const declaredOn = addDays(today, -Math.round(drawBetween(chance, 200, 1_300)));
  const expiresOn = `${Number(declaredOn.slice(0, 4)) + 3}${declaredOn.slice(4)}`;
  const isOutOfDate = expiresOn < today;
  const isSmall = chance() < 0.5;
  const state = rate >= 0.5 ? ('partial' as const) : ('none' as const);
  const evidence = { url, reason: null, advice: [], excerpts: [] };
  const excerpt = (text: string, address = url) => ({
    url: address,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  const display = (ms: number) => ({
    ...{ runs: 3, lcpMs: ms, fcpMs: Math.round(ms * 0.6), cls: 0.02, bytes: 812_000, requests: 41 },
    ...{ thirdPartyRequests: 2, thirdParties: 1 },
  });
  const isLate = lcpMs > 2_500;
  return [
    {
      kind: 'display_speed',
      result: isLate ? 'fail' : 'pass',
      figures: { mobile: display(lcpMs), desktop: display(Math.round(lcpMs * 0.5)) },
      evidence: { ...evidence, advice: isLate ? ['late_on_mobile'] : [] },
    },
    {
      kind: 'automatic_accessibility',
      result: 'fail',
      figures: {
        elements: 7,
        byImpact: { critical: 0, serious: 6, moderate: 1, minor: 0 },
        byTheme: { color: 6, structure: 1 },
        rules: [
          { id: 'color-contrast', impact: 'serious', theme: 'color', elements: 6 },
          { id: 'region', impact: 'moderate', theme: 'structure', elements: 1 },
        ],
        rulesMet: 38,
        rulesUndecided: 2,
      },
      evidence: { ...evidence, advice: ['mend_broken_rules'] },
    },
    {
      kind: 'accessibility_declaration',
      result: isOutOfDate ? 'fail' : 'pass',
      figures: {
        ...{ mention: state, state, rate, auditedOn: addDays(declaredOn, -20), declaredOn, expiresOn },
        ...{ hasContact: true, hasRemedies: true, standard: 'RGAA 4.1' },
      },
      evidence: {
        ...evidence,
        advice: isOutOfDate ? ['renew_declaration'] : [],
        excerpts: [
          excerpt(`Accessibilité : ${state === 'partial' ? 'partiellement conforme' : 'non conforme'}`),
          excerpt(
            `L’audit révèle que ${Math.round(rate * 100)} % des critères sont respectés.`,
            `${url}/accessibilite`,
          ),
        ],
      },
    },
    {
      kind: 'mobile',
      result: isSmall ? 'fail' : 'pass',
      figures: {
        ...{ verdict: isSmall ? 'Partiel' : 'Oui', pageWidth: 360, viewport: 'fits', targets: 34 },
        ...{ smallTargets: isSmall ? 5 : 0, characters: 2_900, smallCharacters: 0 },
      },
      evidence: { ...evidence, advice: isSmall ? ['larger_targets'] : [] },
    },
    {
      kind: 'authentication',
      result: 'pass',
      figures: { schemes: ['FranceConnect'], asksToSignIn: true },
      evidence: { ...evidence, excerpts: [excerpt('S’identifier avec FranceConnect')] },
    },
    {
      kind: 'contact_and_help',
      result: 'pass',
      figures: { email: false, phone: true, form: true, openingHours: true, helpPage: false },
      evidence: {
        ...evidence,
        advice: ['add_help_page'],
        excerpts: [excerpt('de 9 h à 17 h, du lundi au vendredi')],
      },
    },
    {
      kind: 'feedback_button',
      result: 'pass',
      figures: { of: 'this_site', status: 200, canary: true },
      evidence,
    },
    {
      kind: 'https_and_headers',
      result: 'fail',
      figures: {
        ...{ https: true, redirectsToHttps: true, certificateDays: 50, hstsSeconds: 31_536_000, csp: false },
        ...{ noSniff: true, framing: true, referrerPolicy: false, cookies: 2, cookiesNotSecure: 0 },
        ...{ cookiesNotHttpOnly: 1, cookiesNotSameSite: 0 },
      },
      evidence: { ...evidence, advice: ['add_csp', 'add_referrer_policy'] },
    },
  ];
}
