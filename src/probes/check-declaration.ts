/** What a page and its declaration come to, together. Pure. */
import type { CheckAdvice, CheckFigures, CheckOutcome, DeclarationFigures, Excerpt } from './check.ts';
import { excerptOf, type PageReading } from './page-reading.ts';
import { type Mention, readDeclaration } from './read-declaration.ts';

const NOTHING_DECLARED: Omit<DeclarationFigures, 'mention'> = {
  state: null,
  rate: null,
  auditedOn: null,
  declaredOn: null,
  expiresOn: null,
  hasContact: false,
  hasRemedies: false,
  standard: null,
};

/** A page without mention: nobody who uses it would find a declaration. */
export function checkWithoutMention(reading: PageReading): CheckOutcome<'accessibility_declaration'> {
  return {
    kind: 'accessibility_declaration',
    result: 'fail',
    figures: { mention: null, ...NOTHING_DECLARED },
    evidence: {
      url: reading.url,
      reason: null,
      advice: ['add_mention', 'publish_declaration'],
      excerpts: [excerptOf(reading, '')],
    },
  };
}

/** A mention that leads to something that is not read. What the mention itself says is told all the same. */
export function checkUnreadDeclaration(
  reading: PageReading,
  { state, link }: Mention,
  reason: 'declaration_not_reached' | 'declaration_is_a_file' | 'declaration_not_understood',
  excerpts: readonly Excerpt[],
): CheckOutcome<'accessibility_declaration'> {
  return {
    kind: 'accessibility_declaration',
    result: 'unknown',
    figures: { mention: state, ...NOTHING_DECLARED },
    evidence: { url: link.href, reason, advice: [], excerpts: [excerptOf(reading, link.text), ...excerpts] },
  };
}

/**
 * It passes when the page says its conformance and leads to a declaration that says the same, is dated and not out of date.
 * Whether a rate is high enough is for the method to say.
 * @param declaration the page that the mention leads to
 * @param today `YYYY-MM-DD`
 */
export function checkDeclaration(
  reading: PageReading,
  mention: Mention,
  declaration: PageReading,
  today: string,
): CheckOutcome<'accessibility_declaration'> {
  const { isDeclaration, excerpt, ...declared } = readDeclaration(declaration.text);
  const excerpts = [excerptOf(reading, mention.link.text), excerptOf(declaration, excerpt)];
  if (!isDeclaration) {
    return checkUnreadDeclaration(reading, mention, 'declaration_not_understood', excerpts.slice(1));
  }
  const figures = { mention: mention.state, ...declared };
  const isOutOfDate = declared.expiresOn !== null && declared.expiresOn < today;
  const isValid = declared.state !== null && declared.expiresOn !== null && !isOutOfDate;
  return {
    kind: 'accessibility_declaration',
    result: isValid && mention.state === declared.state ? 'pass' : 'fail',
    figures,
    evidence: { url: reading.url, reason: null, advice: adviceFor(figures, isOutOfDate), excerpts },
  };
}

function adviceFor(
  figures: CheckFigures['accessibility_declaration'],
  isOutOfDate: boolean,
): CheckAdvice<'accessibility_declaration'>[] {
  const { mention, state, rate, expiresOn, hasContact, hasRemedies } = figures;
  // The law: full at 100 %, partial from 50 % on (decree 2019-768, article 5).
  const fromRate = rate === null ? null : rate === 1 ? 'full' : rate >= 0.5 ? 'partial' : 'none';
  const contradictsMention = mention !== null && mention !== 'bare' && state !== null && mention !== state;
  const advice: readonly (readonly [CheckAdvice<'accessibility_declaration'>, boolean])[] = [
    ['state_in_mention', mention === 'bare'],
    ['state_conformance', state === null],
    ['agree_with_mention', contradictsMention],
    ['state_rate', rate === null && state !== 'none'],
    ['agree_with_rate', state !== null && fromRate !== null && fromRate !== state],
    ['date_declaration', expiresOn === null],
    ['renew_declaration', isOutOfDate],
    ['add_contact', !hasContact],
    ['add_remedies', !hasRemedies],
  ];
  return advice.flatMap(([code, holds]) => (holds ? [code] : []));
}
