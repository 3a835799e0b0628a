/**
 * What axe-core finds against WCAG 2.2, levels A and AA. A machine sees part of the faults: none found is no conformance, and
 * nothing here says so.
 */
import type { AxeResults, Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import {
  ACCESSIBILITY_THEMES,
  type AccessibilityTheme,
  type BrokenRule,
  type CheckOutcome,
  IMPACTS,
  type Impact,
} from './check.ts';

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/** What is judged of axe's results. */
export type AxeFindings = {
  readonly violations: readonly Pick<Result, 'id' | 'impact' | 'tags' | 'nodes'>[];
  readonly passes: number;
  readonly incomplete: number;
};

/** Runs axe in a page. @throws when the page or its browser went away */
export async function runAxe(page: Page): Promise<AxeFindings> {
  const { default: axe } = await import('axe-core');
  await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const { axe: inPage } = globalThis as unknown as {
        axe: { run(options: unknown): Promise<AxeResults> };
      };
      const { violations, passes, incomplete } = await inPage.run(options);
      return { violations, passes: passes.length, incomplete: incomplete.length };
    },
    OPTIONS as unknown as Record<string, never>,
  );
}

/** It passes when axe finds nothing. */
export function checkAccessibility(
  url: string,
  { violations, passes, incomplete }: AxeFindings,
): CheckOutcome<'automatic_accessibility'> {
  const rules = violations.map(
    ({ id, impact, tags, nodes }): BrokenRule => ({
      id,
      impact: IMPACTS.find((one) => one === impact) ?? 'minor',
      theme: themeOf(tags),
      elements: nodes.length,
    }),
  );
  const elementsOf = (some: readonly BrokenRule[]) => some.reduce((sum, { elements }) => sum + elements, 0);
  const themes = Map.groupBy(rules, ({ theme }) => theme);
  return {
    kind: 'automatic_accessibility',
    result: rules.length === 0 ? 'pass' : 'fail',
    figures: {
      elements: elementsOf(rules),
      byImpact: Object.fromEntries(
        IMPACTS.map((impact) => [impact, elementsOf(rules.filter((rule) => rule.impact === impact))]),
      ) as Record<Impact, number>,
      byTheme: Object.fromEntries([...themes].map(([theme, some]) => [theme, elementsOf(some)])),
      rules,
      rulesMet: passes,
      rulesUndecided: incomplete,
    },
    evidence: {
      url,
      reason: null,
      advice: rules.length === 0 ? [] : ['mend_broken_rules'],
      excerpts: [],
    },
  };
}

function themeOf(tags: readonly string[]): AccessibilityTheme {
  return ACCESSIBILITY_THEMES.find((theme) => tags.includes(`cat.${theme}`)) ?? 'other';
}
