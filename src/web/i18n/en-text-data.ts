/** The English text of the page of data: the same parts as `fr-text-data.ts`. */
import type { frData } from './fr-text-data.ts';

export const enData: typeof frData = {
  title: 'Open data',
  lead: 'All that this site shows can be downloaded, free of charge and without signing up.',
  datasetDescription: (label, day) =>
    `Quality and use of online administrative procedures in France, edition ${label}, data as of ${day}.`,
  files: 'The files',
  filesNote: (address) =>
    `Each page of data has the same figures as files: add \`.json\` or \`.csv\` to its address. The links below lead to real examples${address === '' ? '' : `, taken from the latest edition (\`${address}\`)`}. Names of columns are French.`,
  caption: 'The files and their addresses',
  content: 'What the file holds',
  address: 'Address',
  downloads: 'Files',
  spreadsheet: 'CSV for French spreadsheets',
  rows: {
    editions: 'The list of editions',
    edition: 'A whole edition: each procedure, each criterion',
    revision: 'One revision of an edition, which never changes',
    manifest: 'The files of an edition and their fingerprints',
    summary: 'The summary of an edition: the whole, ministries, organisations, audiences',
    comparison: 'What changes between two editions',
    procedures: 'The list of procedures, with their latest results',
    procedure: 'A procedure: its results in all editions',
    procedureReviews: 'The reviews of one procedure: indices, answers, evolution, endings',
    reviews: 'The reviews of all procedures, by ministry and by month',
    organisations: 'The list of organisations, with their figures',
    organisation: 'An organisation: what its procedures give, criterion by criterion',
    sites: 'Reception sites, with the satisfaction of their users',
    site: 'A reception site: what its reviews say, beside those of its network',
    criteria: 'The list of criteria, over all procedures',
    criterion: 'A criterion: all the procedures',
    methodologies: 'The list of methodologies',
    methodology: 'A whole methodology: criteria, formulas, thresholds',
    editionsFeed: 'The feed of publications and corrections',
    correctionsFeed: 'The feed of corrections alone',
    sitemap: 'The list of all pages, for search engines',
  },
  formats: 'Which format to choose',
  formatList: {
    excel: (parameter) =>
      `[CSV](glossary#csv) for French spreadsheets (the address followed by \`${parameter}\`): opens with a double click in a spreadsheet set in French. Semicolon between columns, decimal comma. An apostrophe is put before any text that the spreadsheet would take for a formula.`,
    csv: 'CSV: the same table for programs. UTF-8, comma between columns, decimal point, an empty cell where the value is missing.',
    json: '[JSON](glossary#json): the most complete, with totals, corrections and reading notes.',
    atom: '[Atom](glossary#atom): a feed to follow with a reader, to be told of each publication.',
  },
  meaning:
    'Values are as received or computed: we do not round them, and where the source did, a column says so. Marks go from 0 to 10, shares from 0 to 1, durations are in milliseconds. A missing value is empty, and its status says why; it is never replaced by zero.',
  promise: 'What we promise',
  promises: [
    'Stable names: keys and columns may be added, none is renamed or removed. A program must ignore those it does not know.',
    'Stable addresses: an edition keeps its own, and so does each of its revisions.',
    'Unchanged files: those of an edition are kept byte for byte as they were published.',
    'No needless work: each answer has a tag (`ETag`); send it back, and what has not changed is not sent again.',
  ],
  licence: 'Licence and citation',
  licenceText: [
    'The data are under the [Open Licence 2.0](openLicence): you may reuse them, for sale too, provided that you say where they come from and how old they are.',
    'Each page of data carries the sentence to copy, for example: “Vigie, edition Octobre 2025, revision 1, accessed on 3 November 2025”. So that a reader finds exactly your figures, cite the address of a revision.',
  ],
  verify: 'Check a copy',
  verifyText:
    'The [manifest](glossary#manifest) of an edition gives the [fingerprint](glossary#sha-256) of each file. If that of your copy is the same, your copy is exact:',
  examples: 'Examples',
  examplesText: 'In a terminal, with the tool `curl`:',
  exampleEdition: 'An edition, as CSV',
  exampleList: 'The published editions',
  exampleUnchanged: 'Only if the list has changed since last time',
  noEdition: 'No edition is published yet: the examples will come with the first one.',
};
