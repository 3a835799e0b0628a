/** The English messages of single pages: the same keys as `fr-pages.ts`. */
import { enComparison } from './en-comparison.ts';
import { enEditions } from './en-editions.ts';
import { formats } from './formats.ts';
import type { Messages } from './fr.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;

type Pages = typeof enEditions &
  Pick<
    Messages,
    'edition' | 'procedure' | 'methodology' | 'home' | 'catalogue' | 'accessibilityStatement' | 'comparison'
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
    organisation: 'Administration',
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
    search: 'Name of the procedure or administration',
  },
  procedure: {
    latestResults: (label) => `Results of edition ${label}`,
    description: (name, owner) =>
      `${name}${owner === null ? '' : ` (${owner})`}: quality, usage and availability, figure by figure.`,
    unusableUrl: (address) => `Published address that cannot be followed: ${address}`,
    fromEdition: (day) => `Data as of ${day}.`,
    seeMethodology: 'See the methodology of this criterion',
    methodologyChanged: 'change of methodology',
    thresholdAt: (value) => `threshold at ${value}`,
    throughTime: 'Names, organisations and addresses',
    knownSince: 'Known since',
    name: 'Name',
    owner: 'Organisation',
    address: 'Address',
    foreignIds: (ids) => `Other ids: ${ids}.`,
    whyThisFigure: 'Why this figure?',
    status: 'Status',
    source: 'Source',
    origin: 'Origin',
    asOf: 'Date of the data',
    period: 'Period observed',
    formula: 'Formula',
    threshold: 'Thresholds',
    rawValue: 'Value as received',
    sampleSize: 'Number of answers',
    interval: '95% interval',
    reason: 'Reason',
    statedLevel: 'Level stated by the source',
    sourcePrecision: 'Precision of the source',
    goToProcedure: 'Go to the procedure',
    noUrl: 'Address not published',
    history: 'History',
    notInEdition: 'This procedure is in no published edition.',
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
  home: {
    title: 'How well do online public services work?',
    intro:
      'Every quarter Vigie measures the quality and use of online administrative procedures, and shows how each figure is obtained.',
    searchProcedure: 'Search for a procedure',
    seeEdition: 'See all results',
    howItWorks: 'How these figures are obtained',
    noEdition: 'The first edition is not published yet.',
  },
  catalogue: {
    title: 'Procedures',
    intro:
      'All the procedures that are followed, with the organisation that answers for each. The page of each gives its results and their history.',
    searchLabel: 'Name of the procedure or organisation',
    audiences: 'Audiences',
    lifeEvents: 'Life events',
    kind: 'Kind',
    kinds: {
      online_procedure: 'Online procedure',
      simulator: 'Simulator',
      mobile_application: 'Mobile application',
      automatic_entitlement: 'Automatic entitlement',
    },
    publicId: (id) => `Id ${id}`,
    onlineOnlySince: (day) => `Online only since ${day}`,
    plannedOpening: (day) => `Opening planned for ${day}`,
    empty: 'No procedure matches this search',
  },
  accessibilityStatement: {
    title: 'Accessibility',
    state:
      'Vigie does not conform to the French accessibility framework (RGAA 4.1): no complete audit has been carried out yet.',
    automaticTitle: 'What automatic checks verify',
    automatic:
      'At every change of the code, each kind of page is checked by axe-core (WCAG 2.2 rules, levels A and AA) and by an HTML validator; the main journey is replayed by keyboard, and every journey without JavaScript. These checks cover only part of the criteria and do not replace an audit.',
    unknownTitle: 'What has not been verified yet',
    unknown:
      'Criteria that need human judgement, and rendering by the most used screen readers, have not been assessed.',
    reportTitle: 'Report a difficulty',
    report:
      'If you cannot reach a page, write to the administration that runs this site. Without a satisfactory answer, you may turn to the French Defender of Rights.',
  },
  ...enEditions,
  comparison: enComparison,
};
