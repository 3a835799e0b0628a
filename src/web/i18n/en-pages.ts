/** The English messages of single pages: the same keys as `fr-pages.ts`. */
import { enAvailability } from './en-availability.ts';
import { enCatalogue } from './en-catalogue.ts';
import { enChecks } from './en-checks.ts';
import { enComparison } from './en-comparison.ts';
import { enCriteria } from './en-criteria.ts';
import { enEditions } from './en-editions.ts';
import { enFigureWords } from './en-figure-words.ts';
import { enHome } from './en-home.ts';
import { enOrganisations } from './en-organisations.ts';
import { enProbes } from './en-probes.ts';
import { enProcedure } from './en-procedure.ts';
import { enProcedureProbes } from './en-procedure-probes.ts';
import { enReviews } from './en-reviews.ts';
import { enRobot } from './en-robot.ts';
import { enSites } from './en-sites.ts';
import { enSurveys } from './en-surveys.ts';
import { enText } from './en-text.ts';
import { enUsages } from './en-usages.ts';
import { formats } from './formats.ts';
import type { Messages } from './fr.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;

type Pages = typeof enEditions &
  Pick<
    Messages,
    | 'edition'
    | 'procedure'
    | 'methodology'
    | 'home'
    | 'catalogue'
    | 'organisations'
    | 'sites'
    | 'surveys'
    | 'usages'
    | 'figureWords'
    | 'reviews'
    | 'probes'
    | 'availability'
    | 'procedureProbes'
    | 'checks'
    | 'robot'
    | 'criterionPages'
    | 'texts'
    | 'comparison'
  >;

export const enPages: Pages = {
  edition: {
    title: (label) => `${label} edition`,
    one: 'Edition',
    cutoff: 'Data as of',
    published: 'Publication',
    description: (label, count, day) =>
      `${label} edition: the quality of ${count} public procedures, criterion by criterion. Data as of ${day}.`,
    selections: {
      as_published: 'Procedures: those of the published file',
      as_scanned: 'Procedures: those of the public scans of the time',
      as_announced: 'Procedures: those that the announcement counted',
      top: 'Procedures: the most used',
      list: 'Procedures: a list, with a reason for each',
    },
    noneRemedy: 'An edition appears as soon as a file of results is imported.',
    overview: 'Overview',
    overviewNote: (all) =>
      `Procedures that reach the objective of each criterion, among those whose level is known. The edition has ${all} procedures.`,
    seeReaching: (count) =>
      `See ${plural(count, { one: 'the procedure', other: `the ${number(count)} procedures` })}`,
    withoutLevel: (without, all) =>
      `${counted(without, 'procedure', 'procedures')} of ${number(all)} without a level`,
    notMeasured: (criteria) => `Without data in this edition: ${criteria}.`,
    results: 'Results by procedure',
    manifest: 'Manifest of the edition',
    verifyNote: 'These files no longer change: their SHA-256 hash lets anyone check a copy.',
    divergencesNote:
      'The source file sometimes gives a verdict of its own. Where it differs from the level that the methodology gives, both are kept.',
    ourLevel: 'Level by the methodology',
    sourceLevel: 'Level by the source',
    source: 'Source file',
    sourceFile: (name) => `This edition is read from the file “${name}”.`,
    rowsRead: (read, leftOut) =>
      `${counted(read, 'row kept', 'rows kept')}, ${counted(leftOut, 'row left out', 'rows left out')}.`,
    noNote: 'Every cell was understood.',
    notesTitle: (count) => counted(count, 'remark on the reading', 'remarks on the reading'),
    line: 'Line',
    column: 'Column',
    cell: 'Content of the cell',
    noteMeaning: 'Remark',
    noteCodes: {
      left_out: 'Row left out',
      unreadable: 'Cell not understood; the figure counts as not reported',
      unused_column: 'Unknown column, left alone',
      contradiction:
        'The row contradicts itself: share and volumes, or number of reviews and reviews by grade',
      unnamed: 'Procedure without a name, called by its address',
      stale_window: 'Reviews of an earlier period than the edition’s',
    },
    leftOutReasons: {
      wrong_cells: 'Row left out: not as many cells as the header',
      no_id: 'Row left out: no id',
      bad_id: 'Row left out: malformed id',
      repeated_id: 'Row left out: id already met',
      no_name: 'Row left out: neither name nor address',
    },
    listTitle: 'Editions',
    listIntro:
      'Every quarter the figures are frozen at a date, published, and never change again. A correction is a new revision, with its date and reason.',
    latest: 'Latest edition',
    publishedOn: (day) => `Published on ${day}`,
    cutoffOn: (day) => `Data as of ${day}`,
    revision: (revision) => `Revision ${number(revision)}`,
    reconstructed: 'Reconstructed edition',
    reconstructedMeaning:
      'Computed afterwards from the reviews of that time: it was not published in this form.',
    methodology: 'Methodology',
    selection: 'Choice of procedures',
    procedure: 'Procedure',
    organisation: 'Organisation',
    ministry: 'Ministry',
    audience: 'Audience',
    volumeOnline: (count) => `Completed ${count} times online in a year`,
    volumeTotal: (count) => `Completed ${count} times in a year, all channels`,
    tableCaption: (label) => `Results by procedure, ${label} edition`,
    tableNote: 'Under each value: its level and, where known, the number of answers (n).',
    coverage: (known, all) => `${known} procedures of ${all} have a value`,
    count: (shown, all) =>
      shown === all
        ? counted(all, 'procedure', 'procedures')
        : `${counted(shown, 'procedure', 'procedures')} of ${number(all)}`,
    empty: 'No procedure matches these filters',
    emptyRemedy: 'Remove a filter or change the words you searched for.',
    none: 'No edition is published yet',
    divergences: 'Differences with the source file',
    levelFilter: 'Level',
    search: 'Name of the procedure or organisation',
  },
  methodology: {
    title: 'Methodology',
    intro:
      'A methodology says what is measured, from what, by which formula, and where the thresholds are. An edition keeps for ever the methodology it was published with.',
    version: (label) => `Methodology “${label}”`,
    contents: 'Criteria of the methodology',
    criteria: (count) => counted(count, 'criterion', 'criteria'),
    minimum: (n) => `At least ${counted(n, 'answer', 'answers')}`,
    months: (months) => counted(months, 'month', 'months'),
    atDate: 'At the date of the edition',
    noMinimum: 'None',
    noThreshold: 'None: the figure is given for information',
    objective: 'Objective',
    onlineRate: 'Share of procedures available online',
    first: 'This is the first methodology published.',
    units: {
      mark: 'Mark from 0 to 10',
      share: 'Share, from 0 to 100%',
      ms: 'Milliseconds',
      count: 'Number',
      points: 'Points, out of 10',
      category: 'Word',
    },
    criterion: 'Criterion',
    measures: 'What is measured',
    source: 'Source',
    formula: 'Formula',
    unit: 'Unit',
    minimumN: 'Minimum number of answers',
    thresholds: 'Thresholds',
    limits: 'Known limits',
    changes: 'Changes since the version before',
    window: 'Period observed',
  },
  ...enEditions,
  home: enHome,
  procedure: enProcedure,
  catalogue: enCatalogue,
  organisations: enOrganisations,
  sites: enSites,
  figureWords: enFigureWords,
  surveys: enSurveys,
  usages: enUsages,
  reviews: enReviews,
  probes: enProbes,
  availability: enAvailability,
  procedureProbes: enProcedureProbes,
  checks: enChecks,
  robot: enRobot,
  criterionPages: enCriteria,
  texts: enText,
  comparison: enComparison,
};
