import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from 'commander';
import { buildProgram } from '../src/cli.ts';
import { SETTINGS } from '../src/core/config.ts';
import { ERROR_CODES } from '../src/core/errors.ts';
import { CRITERIA } from '../src/criteria/index.ts';
import {
  COMPARISON_COLUMNS,
  EDITION_COLUMNS,
  ORGANISATION_COLUMNS,
  SUMMARY_COLUMNS,
} from '../src/editions/index.ts';
import { EARLIER_REVIEW_COLUMNS } from '../src/feedback/index.ts';
import { AXES, FIGURE_COLUMNS, INDICATORS, LONG_COLUMNS, WIDE_COLUMNS } from '../src/observations/index.ts';
import {
  CHECK_ADVICE,
  CHECK_KINDS,
  OUTCOME_WORDS,
  OUTCOMES,
  TARGET_COLUMNS,
  UNKNOWN_REASONS,
  VERDICTS,
  verdictOf,
} from '../src/probes/index.ts';
import { AVAILABILITY_COLUMNS } from '../src/web/open-data/availability-rows.ts';
import { METHODOLOGY_COLUMNS } from '../src/web/open-data/methodology-routes.ts';
import { PROCEDURE_COLUMNS } from '../src/web/open-data/procedure-list-routes.ts';
import { PROCEDURE_PROBES_COLUMNS } from '../src/web/open-data/procedure-probes-rows.ts';
import { PROCEDURE_RESULT_COLUMNS } from '../src/web/open-data/procedure-routes.ts';
import { NATIONAL_REVIEW_COLUMNS, PROCEDURE_REVIEW_COLUMNS } from '../src/web/open-data/review-rows.ts';
import { EDITION_LIST_COLUMNS } from '../src/web/open-data/routes.ts';
import { SITE_COLUMNS, SITE_RESULT_COLUMNS } from '../src/web/open-data/site-routes.ts';
import { SURVEY_LIST_COLUMNS } from '../src/web/open-data/survey-routes.ts';
import { SURVEY_COLUMNS } from '../src/web/open-data/survey-rows.ts';
import { USAGE_COLUMNS, USAGE_COVERAGE_COLUMNS } from '../src/web/open-data/usage-rows.ts';
import { documentedRows, parseRows } from './support/docs.ts';

/** The names of the commands that do something: `import edition`. */
function commandsOf(command: Command): string[] {
  if (command.commands.length === 0) return [command.name()];
  const names = command.commands.flatMap(commandsOf);
  if (command.parent === null) return names;
  // A group with options does something by itself.
  const own = command.options.length > 0 ? [command.name()] : [];
  return [...own, ...names.map((name) => `${command.name()} ${name}`)];
}

const LISTS: Readonly<Record<string, readonly string[]>> = {
  settings: Object.values(SETTINGS).map(({ name }) => name),
  errors: [...Object.keys(ERROR_CODES), 'Internal'],
  commands: commandsOf(await buildProgram()),
  criteria: CRITERIA,
  checks: CHECK_KINDS,
  'check-reasons': UNKNOWN_REASONS,
  'check-advice': Object.values(CHECK_ADVICE).flat(),
  indicators: INDICATORS.map(({ id }) => id),
  'usage-columns': [
    ...new Set([LONG_COLUMNS, WIDE_COLUMNS].flatMap(({ needed, optional }) => [...needed, ...optional])),
  ],
  'figure-columns': [...FIGURE_COLUMNS.needed, ...FIGURE_COLUMNS.optional],
  'review-columns': [...EARLIER_REVIEW_COLUMNS.needed, ...EARLIER_REVIEW_COLUMNS.optional],
  'target-columns': [...TARGET_COLUMNS.needed, ...TARGET_COLUMNS.optional],
  verdicts: VERDICTS,
  outcomes: OUTCOMES,
  columns: [
    ...new Set([
      ...EDITION_COLUMNS,
      ...SUMMARY_COLUMNS,
      ...COMPARISON_COLUMNS,
      ...ORGANISATION_COLUMNS,
      ...EDITION_LIST_COLUMNS,
      ...PROCEDURE_COLUMNS,
      ...PROCEDURE_RESULT_COLUMNS,
      ...METHODOLOGY_COLUMNS,
      ...PROCEDURE_REVIEW_COLUMNS,
      ...NATIONAL_REVIEW_COLUMNS,
      ...SITE_COLUMNS,
      ...SITE_RESULT_COLUMNS,
      ...SURVEY_LIST_COLUMNS,
      ...SURVEY_COLUMNS,
      ...USAGE_COLUMNS,
      ...USAGE_COVERAGE_COLUMNS,
      ...AVAILABILITY_COLUMNS,
      ...PROCEDURE_PROBES_COLUMNS,
    ]),
  ],
};

for (const [name, items] of Object.entries(LISTS)) {
  test(`the documentation lists all the ${name} and nothing else`, () => {
    const documented = documentedRows(name).map(({ item }) => item);
    assert.deepEqual(documented.toSorted(), [...items].toSorted());
  });
}

test('the form, default and purpose of each setting are documented as the code has them', () => {
  const expected = Object.values(SETTINGS).map(({ name, expects, initial, fallback, purpose }) => {
    const standard = initial === undefined ? fallback : `\`${initial}\``;
    return `| \`${name}\` | ${expects} | ${standard} | ${purpose} |`;
  });
  assert.deepEqual(
    documentedRows('settings').map(({ line }) => line),
    expected,
  );
});

test('each indicator is documented as the registry has it', () => {
  const expected = INDICATORS.map(({ id, label, unit, things, nature, additive, definition }) => {
    const adds = AXES.filter((axis) => additive[axis]).join(', ') || '–';
    return `| \`${id}\` | ${label.fr} | ${things?.en ?? unit} | ${nature} | ${adds} | ${definition.en} |`;
  });
  assert.deepEqual(
    documentedRows('indicators').map(({ line }) => line),
    expected.map((line) => line.replaceAll(/ +/g, ' ')),
  );
});

test('each outcome is documented with its verdict, and in the words of the commands', () => {
  assert.deepEqual(
    documentedRows('outcomes').map(({ line }) => line),
    OUTCOMES.map((outcome) => `| \`${outcome}\` | \`${verdictOf(outcome)}\` | ${OUTCOME_WORDS[outcome]} |`),
  );
});

test('the status of each error is documented as the code has it', () => {
  for (const { item, line } of documentedRows('errors')) {
    const status = { ...ERROR_CODES, Internal: 500 }[item as keyof typeof ERROR_CODES | 'Internal'];
    assert.ok(line.startsWith(`| \`${item}\` | ${status} |`), line);
  }
});

test('a list is read from its own table, other tables and lists apart', () => {
  const text = '| `a` | x |\n<!-- list: one -->\n| item |\n| --- |\n| `b c` | `d` |\n<!-- end -->\n| `e` |\n';
  assert.deepEqual(
    parseRows(text, 'one').map(({ item }) => item),
    ['b c'],
  );
  assert.deepEqual(parseRows(text, 'two'), []);
});
