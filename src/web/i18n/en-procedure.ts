/** The English messages of the page of one procedure: the same keys as `fr-procedure.ts`. */
import { formats } from './formats.ts';
import type { frProcedure } from './fr-procedure.ts';

const { number, plural } = formats('en');

export const enProcedure: typeof frProcedure = {
  description: (name, owner, summary) =>
    `${name}${owner === null ? '' : ` (${owner})`}: ${summary === '' ? 'quality, usage and availability, figure by figure.' : summary}`,
  onlineSentences: {
    Oui: 'Done online, from start to finish.',
    Partiel: 'Done partly online.',
    Non: 'Not done online.',
    'À venir': 'Not online yet.',
    'En cours de déploiement local': 'Done online in a part of the country: the roll-out is under way.',
    'Démarche proactive': 'Nothing to apply for: the administration takes care of it.',
    Bêta: 'Done online in a trial version.',
  },
  satisfactionSentence: (value, n) =>
    `Satisfaction: ${value} (${n === null ? 'number of reviews unknown' : `${number(n)} ${plural(n, { one: 'review', other: 'reviews' })}`}).`,
  availabilitySentence: (value) => `Available ${value} of the time.`,
  nothingKnown: 'Nothing is known yet about the quality of this procedure.',
  accordingTo: (label) => `According to the ${label} edition`,
  notInLatest: 'This procedure is not in later editions: these figures are the last ones known.',
  contents: 'On this page',
  goToProcedure: 'Go to the procedure',
  noUrl: 'Address not published',
  unusableUrl: (address) => `Published address that cannot be used: ${address}`,

  latestResults: (label) => `Results of the ${label} edition`,
  fromEdition: (day) => `Data as of ${day}.`,
  notInEdition: 'This procedure is in no published edition.',
  notInEditionMeaning:
    'An edition keeps only some of the procedures, often the most used ones: its absence says nothing about its quality.',
  results: 'Results',
  withoutResult: 'Criteria without a result',
  whyThisFigure: 'Why this figure?',
  seeMethodology: 'See the methodology of this criterion',
  seeCriterion: 'See this criterion over all procedures',
  status: 'Status',
  source: 'Source',
  origin: 'Origin',
  asOf: 'Date of the data',
  period: 'Period observed',
  computedFrom: 'Computed from',
  formula: 'Formula',
  ratio: 'Computation',
  threshold: 'Thresholds',
  rawValue: 'Value as received',
  sampleSize: 'Number of answers (n)',
  sampleSizeUnknown: 'Unknown: the source does not give it. The figure may rest on few answers.',
  interval: '95% interval',
  intervalMeaning:
    'The margin of uncertainty: an interval computed in this way holds the true value 95 times out of 100.',
  grades: 'Answers by grade',
  gradeCount: (grade, count) =>
    `${grade} / 10: ${number(count)} ${plural(count, { one: 'answer', other: 'answers' })}`,
  reason: 'Reason',
  statedLevel: 'Level stated by the source',
  sourcePrecision: 'Rounding of the source',

  divergences: 'Differences from the source',
  divergencesMeaning:
    'The source of these figures also gives its own verdict. Where it differs from the level that the methodology gives, both are shown.',

  notes: 'Editorial notes',
  noteSignature: (author, day) => `${author}, ${day}`,

  history: 'History',
  historyIntro: (editions) =>
    `${plural(editions, { one: 'One published edition has', other: `${number(editions)} published editions have` })} this procedure.`,
  reconstructed: (labels, count) =>
    plural(count, {
      one: `Reconstructed edition: ${labels}. Computed afterwards from the reviews of the time, it was not published in this form.`,
      other: `Reconstructed editions: ${labels}. Computed afterwards from the reviews of the time, they were not published in this form.`,
    }),
  noFigure: 'None of them gives a figure.',
  moreCriteria: (count) =>
    plural(count, {
      one: 'One other criterion, edition by edition',
      other: `${number(count)} other criteria, edition by edition`,
    }),
  methodologyChanged: 'change of methodology',
  thresholdAt: (value) => `threshold at ${value}`,
  presentThresholdAt: (value) => `present threshold at ${value}`,
  suspectLeftOut: (values) => `Doubtful values left out of the line: ${values}.`,
  otherUnit: (labels) =>
    `In another unit, so left out of this line: ${labels}. The table of editions gives these values.`,
  valueOf: (label, value) => `${label} (${value})`,
  states: (criterion) => `${criterion}, edition by edition`,
  editions: 'Editions',
  state: 'State',
  level: 'Level',
  fromTo: (first, last) => `From ${first} to ${last}`,
  table: (editions, criteria) =>
    `All figures: ${number(editions)} ${plural(editions, { one: 'edition', other: 'editions' })}, ${number(criteria)} ${plural(criteria, { one: 'criterion', other: 'criteria' })}`,
  tableOf: (methodology) => `Results by edition, methodology “${methodology}”`,
  breakBetween: 'One table per methodology: figures of two methodologies cannot be compared.',
  neverReported: (criteria) => `Never reported: ${criteria}.`,
  edition: 'Edition',
  reconstructedShort: 'reconstructed',

  volumes: 'Volumes',
  volumesMeaning:
    'How many times the procedure is carried out in a year, online and by all means (“all channels”: online, counter, post, telephone).',
  volumeTotal: 'All channels',
  volumeOnline: 'Online',
  volumeShare: 'Share online',
  volumeChart: 'Carried out in a year, all channels',

  steps: 'The steps',
  stepsMeaning: 'This procedure is one step of several. In order:',
  thisProcedure: 'this procedure',
  related: 'Related procedures',
  othersOf: (organisation) => `All procedures of the same organisation (${organisation})`,

  ifItFails: 'If the procedure does not work',
  noContact:
    'Vigie knows no contact for this procedure. Look for “Contact” or “Help” (“Aide”) on its site, or turn to the organisation that answers for it.',
  noOwner:
    'Vigie knows no contact, no site and no organisation for this procedure. A public office near you, such as your town hall, can tell you where to turn.',
  contactBy: 'Asking for help',
  contactPage: 'Help page',
  contactPhone: 'Telephone',
  contactEmail: 'E-mail',
  otherChannels: 'Doing it another way',
  ownedBy: 'Who answers for it',
  site: 'Its site',
  notByVigie: 'Vigie observes procedures: it handles no applications and has access to no one’s file.',

  throughTime: 'Names, organisations and addresses',
  knownSince: 'Known since',
  name: 'Name',
  owner: 'Organisation',
  address: 'Address',
  foreignIds: (ids) => `Identifiers given by others: ${ids}.`,
  foreignId: (scheme, value) => `${scheme} ${value}`,
  schemes: {
    jdma: 'Je donne mon avis',
    xwiki: 'follow-up sheet (XWiki)',
    grist: 'follow-up table (Grist)',
    cpsv: 'European catalogue of services (CPSV)',
  },
};
