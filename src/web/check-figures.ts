/** What a check measured, in sentences. */
import { displayDecimal } from '../criteria/index.ts';
import { type Check, type CheckFigures, type CheckKind, IMPACTS } from '../probes/index.ts';
import type { Localisation } from './i18n/index.ts';
import { capital, msText } from './procedure-probes-words.ts';
import { shareText } from './shares.ts';

/** Rules of accessibility that are named, the others being counted. */
const MOST_RULES = 10;

/** What the check measured, a line a fact; none where nothing was measured. */
export function checkFigures(l: Localisation, check: Check): string[] {
  return check.figures === null ? [] : WRITERS[check.kind](l, check.figures as never);
}

type Writers = {
  readonly [Kind in CheckKind]: (l: Localisation, figures: CheckFigures[Kind]) => string[];
};

const WRITERS: Writers = {
  display_speed(l, { mobile, desktop }) {
    const words = l.messages.checks.figures;
    const devices = [
      { device: words.mobileDevice, one: mobile },
      { device: words.desktopDevice, one: desktop },
    ];
    return devices.map(({ device, one }) => {
      const times = words.display(device, msText(l, one.lcpMs) ?? '', msText(l, one.fcpMs) ?? '', one.runs);
      const kilobytes = l.number(Math.ceil(one.bytes / 1_000));
      const stability = l.number(displayDecimal(one.cls, { decimals: 2, direction: 'less', scale: 1 }));
      return `${times}. ${words.weight(kilobytes, one.requests, one.thirdParties, stability)}.`;
    });
  },

  automatic_accessibility(l, { elements, byImpact, byTheme, rules, rulesMet, rulesUndecided }) {
    const { figures: words, impacts, themes } = l.messages.checks;
    const graves = IMPACTS.filter((impact) => byImpact[impact] > 0).map((impact) =>
      impacts[impact](byImpact[impact]),
    );
    const ofThemes = Object.entries(byTheme).map(([theme, n]) =>
      words.theme(themes[theme as keyof typeof themes] ?? theme, n),
    );
    return [
      `${words.elements(elements)}${graves.length === 0 ? '' : ` (${l.list(graves)})`}.`,
      `${words.rules(rules.length, rulesMet, rulesUndecided)}.`,
      ...(ofThemes.length === 0 ? [] : [`${capital(l.list(ofThemes))}.`]),
      ...(rules.length === 0
        ? []
        : [
            `${l.list(rules.slice(0, MOST_RULES).map((rule) => words.rule(rule.id, rule.elements)))}${rules.length > MOST_RULES ? '…' : ''}`,
          ]),
    ];
  },

  accessibility_declaration(l, given) {
    const { figures: words, states } = l.messages.checks;
    const { mention, state, rate, auditedOn, declaredOn, expiresOn, hasContact, hasRemedies, standard } =
      given;
    const facts = [
      ...(state === null ? [] : [words.declaredState(states[state])]),
      ...(rate === null ? [] : [words.rate(shareText(l, rate) ?? '')]),
      ...(standard === null ? [] : [standard]),
      ...(auditedOn === null ? [] : [words.audited(l.day(auditedOn))]),
      ...(declaredOn === null ? [] : [words.declared(l.day(declaredOn))]),
      ...(expiresOn === null ? [] : [words.expires(l.day(expiresOn))]),
      words.contact(hasContact),
      words.remedies(hasRemedies),
    ];
    return [
      mention === null ? `${words.noMention}.` : `${words.mention(states[mention])}.`,
      ...(state === null && rate === null && declaredOn === null ? [] : [`${facts.join(', ')}.`]),
    ];
  },

  mobile(l, { verdict, pageWidth, viewport, targets, smallTargets, characters, smallCharacters }) {
    const { figures: words, fits } = l.messages.checks;
    const facts = [
      words.width(l.number(pageWidth)),
      words.viewports[viewport],
      words.smallTargets(smallTargets, l.number(targets)),
      words.smallText(smallCharacters, l.number(characters)),
    ];
    return [`${words.fit(fits[verdict])}.`, `${capital(facts.join(', '))}.`];
  },

  authentication(l, { schemes, asksToSignIn }) {
    const words = l.messages.checks.figures;
    if (schemes.length > 0) return [`${words.schemes(l.list(schemes))}.`];
    return asksToSignIn ? [`${words.noScheme}.`] : [];
  },

  contact_and_help(l, means) {
    const words = l.messages.checks.figures;
    const names = Object.keys(words.meansNames) as (keyof typeof words.meansNames)[];
    const found = names.filter((name) => means[name]).map((name) => words.meansNames[name]);
    return [found.length === 0 ? `${words.noMeans}.` : `${words.means(l.list(found))}.`];
  },

  feedback_button(l, { of, status, canary }) {
    const words = l.messages.checks.figures;
    if (of === null) return [`${words.noButton}.`];
    const facts = [
      words.button[of],
      status === null ? words.noStatus : words.status(String(status)),
      ...(canary === null ? [] : [words.canary(canary)]),
    ];
    return [`${facts.join(', ')}.`];
  },

  https_and_headers(l, given) {
    const words = l.messages.checks.figures;
    const { https, redirectsToHttps, certificateDays, cookies, cookiesNotSecure } = given;
    const facts = [
      words.https(https),
      ...(redirectsToHttps === null ? [] : [words.redirects(redirectsToHttps)]),
      ...(certificateDays === null ? [] : [words.certificateDays(certificateDays)]),
      ...(cookies === 0 ? [] : [words.cookies(cookies, cookiesNotSecure)]),
    ];
    const protections = [
      ...((given.hstsSeconds ?? 0) > 0 ? ['Strict-Transport-Security'] : []),
      ...(given.csp ? ['Content-Security-Policy'] : []),
      ...(given.noSniff ? ['X-Content-Type-Options'] : []),
      ...(given.framing ? [words.framing] : []),
      ...(given.referrerPolicy ? ['Referrer-Policy'] : []),
    ];
    return [
      `${facts.join(', ')}.`,
      protections.length === 0 ? `${words.noProtections}.` : `${words.protections(l.list(protections))}.`,
    ];
  },
};

/** What to mend, in plain words. */
export function adviceTexts(l: Localisation, { kind, evidence }: Check): string[] {
  const words: Readonly<Record<string, string>> = l.messages.checks.adviceWords[kind];
  return evidence.advice.flatMap((code) => words[code] ?? []);
}
