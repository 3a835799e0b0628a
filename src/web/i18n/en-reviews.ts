/** The English messages of the pages of reviews: the same keys as `fr-reviews.ts`. */
import { enNationalReviews } from './en-national-reviews.ts';
import { formats } from './formats.ts';
import type { frReviews } from './fr-reviews.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const reviews = (count: number) => counted(count, 'review', 'reviews');

const tests = {
  welch: 'Welch’s t test',
  student: 'Student’s t test',
  two_proportions: 'test of two proportions',
  two_proportions_unpooled: 'test of two proportions, separate variances',
  clusters: 't test on reviews, which may hold several answers',
} as const;

export const enReviews: typeof frReviews = {
  nav: 'Reviews',
  count: reviews,
  between: (from, to) => (from === to ? `on ${from}` : `from ${from} to ${to}`),
  endings: {
    unknown: 'Ending unknown',
    success: 'Procedure completed',
    refused: 'Request refused',
    not_eligible: 'Was not entitled',
    error: 'Stopped by an error',
    abandoned: 'Given up on the way',
    assisted: 'Done with the help of an agent',
    counter: 'Done at a counter',
  },
  channels: {
    web: 'Online',
    counter: 'At a counter',
    phone: 'By telephone',
    paper: 'On paper',
    email: 'By e-mail',
  },
  filters: {
    from: 'From',
    to: 'To',
    period: 'Period',
    button: 'Button',
    channel: 'Channel',
    ending: 'How the procedure ended',
    everyButton: 'All',
    everyChannel: 'All',
    everyEnding: 'All',
    more: 'Button, channel, how the procedure ended',
    shortcuts: 'Periods',
    lastDays: (days) => `Last ${counted(days, 'day', 'days')}`,
    thisMonth: 'This month',
    lastMonths: (months) => `Last ${number(months)} months`,
    sinceFirst: 'Since the first button',
    filtered: 'The figures are of the chosen reviews only.',
  },
  indices: {
    satisfaction: 'Satisfaction',
    others: 'The other questions',
    question: (asked) => `Question asked: “${asked}”`,
    tells: {
      help_reachable: 'Share of “yes”, one for each channel that was tried.',
      autonomy: 'Share of those who needed no help.',
    },
    answers: (count) => `Answers: ${number(count)}`,
    answersTitle: 'How the answers spread',
    noAnswer: 'Nobody answered this question over the period.',
    tooFew: (count, minimum) =>
      `${counted(count, 'answer', 'answers')}: ${number(minimum)} are needed for a figure.`,
    grade: (answer, grade) => `${answer} (${grade})`,
    counted: 'Each answer counts for the grade in brackets; the index is their mean.',
    needed: 'Looked for help',
    neededNone: 'Needed no help',
    meansTitle: 'Help sought, channel by channel',
    meansNote: 'A review may name several channels.',
    means: 'Channel',
    tried: 'Answers',
    reachedOf: 'Reached somebody',
    seeMethod: 'The formulas and thresholds of these indices',
    /** Of each means of contact that was tried. */
    outcome: {
      help_reachable: 'Did you manage to reach someone?',
      help_effective: 'Was this help useful to you?',
    },
    severalAnswers: 'A review may hold several answers, one a channel: the interval takes account of it.',
  },
  change: {
    label: 'Against the period before',
    before: 'Before:',
    kinds: {
      rise: 'Rise',
      fall: 'Fall',
      no_significant_change: 'No established change',
      not_testable: 'Not testable',
    },
    better: 'for the better',
    worse: 'for the worse',
    tests,
    test: (name, p) => `${name}, p ${p}`,
    below: (least) => `< ${least}`,
    equals: (p) => `= ${p}`,
    meaning: (period) =>
      `“Before” is the period just before, of the same length, ${period}. p is the probability of a difference at least as large had nothing changed. A rise or a fall is told under 5%, taking account of five indices being tested at once.`,
    untestable: {
      absent_before: 'no figure over the period before',
      absent_after: 'no figure over this period',
      absent_both: 'no figure, before or now',
      too_few: 'too few answers for a test',
      no_variance: 'all answers are the same',
      criterion_not_comparable: 'the question was put in other words',
    },
  },
  evolution: {
    title: 'Evolution',
    by: {
      day: 'One point a day.',
      week: 'One point a week, from Monday to Sunday.',
      month: 'One point a month.',
    },
    minimum: (minimum) =>
      `A point of fewer than ${number(minimum)} answers is not drawn: it would say nothing certain.`,
    ofReviews: {
      day: 'Reviews counted, day by day',
      week: 'Reviews counted, week by week',
      month: 'Reviews counted, month by month',
    },
    ofShare: 'Share of the period',
    others: 'Evolution of the other indices',
    noneDrawn: (minimum) =>
      `No point reaches ${number(minimum)} answers: the curve of the index is not drawn.`,
    longer: 'Over a longer period, each point is of a week or a month and holds more answers.',
    brokenBy: (versions, count) =>
      plural(count, {
        one: `the question changed in wording or scale (version ${versions})`,
        other: `the question changed in wording or scale (versions ${versions})`,
      }),
    cutNote: 'The points at both ends are of the days of the period only.',
  },
  asked: {
    title: 'Who answered',
    byEnding: 'By how the procedure ended',
    byChannel: 'By channel',
    byButton: 'By button',
    ending: 'How the procedure ended',
    channel: 'Channel',
    button: 'Button',
    reviews: 'Reviews',
    share: 'Share of the reviews',
    satisfaction: 'Satisfaction',
    nobody: 'Nobody answered over this period.',
    allUnknown:
      'The service does not say how procedures end: it is not known whether those who failed were asked. If only those who succeed are, satisfaction is overstated.',
    onlySuccess: (count) =>
      `All the known endings are successes (${reviews(count)}): those whose request was refused, failed or was given up were not asked, or hardly. Satisfaction is therefore probably overstated.`,
    someFailed: (failed, known) =>
      `Those whose procedure did not succeed were asked too: ${number(failed)} of ${reviews(known)} of known ending.`,
    noneFailed: (known) =>
      `No review comes from a procedure that did not succeed, of ${number(known)} of known ending.`,
    unknownPart: (count, all) => `Of ${number(count)} of ${reviews(all)}, the ending is not known.`,
    endingMeaning:
      'The ending is what the service signs when it leads to the button; without a valid signature it is unknown. Respondents are volunteers: these figures say nothing of those who do not answer.',
    step: (step) => `step “${step}”`,
    atEnd: 'at the end',
    open: (day) => `open since ${day}`,
    closed: (from, to) => `from ${from} to ${to}, closed`,
    closedWhy: (reason) => `reason: ${reason}`,
    unlisted: 'former button',
  },
  forms: {
    title: 'From the form opened to the review counted',
    completion: 'Forms opened that were answered',
    countedIn: 'Reviews in the figures',
    leftOut: 'Reviews out of the figures',
    ratio: (received, opened) => `${received} of ${opened} forms opened`,
    moreReceived: (received, opened) =>
      `Cannot be computed: ${received} reviews received for ${opened} openings counted. Some openings were not counted (a server that stopped at once).`,
    notByEnding: 'Unknown for one ending: it is only known with the answer.',
    nothing: 'No form was opened over this period.',
    closedMet: (count) =>
      plural(count, {
        one: 'One user followed a closed button: they were told so, and nothing was kept.',
        other: `${number(count)} visits to closed buttons: users were told so, and nothing was kept.`,
      }),
    questions: 'How far answers to the form go',
    questionColumn: 'Question',
    answeredColumn: 'Answers',
    shareColumn: 'Share',
    questionNames: {
      satisfaction: 'Satisfaction (the only one required)',
      clarity: 'Clarity',
      help: 'Help',
      comment: 'Comment',
    },
    commentsNote: 'Comments are for the organisation. They are not published here.',
    outTitle: 'Reviews received and left out of the figures',
    outNone: 'No review received was left out of the figures.',
    outColumn: 'Reason',
    outMeaning: 'What it means',
    outCount: 'Reviews',
    quarantined: 'in quarantine',
    excluded: 'excluded',
    released: 'back in the figures',
    reasons: {
      burst: {
        name: 'Too many reviews from one network',
        meaning:
          'Set aside: many reviews that came at once from the same network. An agent may give them back to the figures.',
      },
      similar_text: {
        name: 'Nearly identical texts',
        meaning:
          'Set aside: comments that are nearly copies of one another. An agent may give them back to the figures.',
      },
      duplicate: {
        name: 'Duplicates',
        meaning: 'Excluded: the same comment, sent twice within five minutes from the same network.',
      },
      closed: {
        name: 'Button closed already',
        meaning: 'Excluded: received after the button was closed, by a server that did not know it yet.',
      },
    },
    releasedMeaning: 'First set aside, then given back to the figures by an agent.',
  },
  coverage: {
    title: 'What share of users give a review',
    meaning: {
      procedure: (from, to) =>
        `All the reviews counted from ${from} to ${to}, for the number of times the procedure is carried out in a year.`,
      site: (from, to) =>
        `All the reviews counted from ${from} to ${to}, for the number of procedures that this site deals with in a year.`,
    },
    online: 'Online',
    total: 'All channels',
    ratio: (reviewCount, volume) => `${reviewCount} reviews of ${volume} procedures carried out`,
    volumeOn: (day) => `volume of the year to ${day}`,
    unknown: {
      procedure: 'How often the procedure is carried out is not known: the share cannot be computed.',
      site: 'How many procedures this site deals with is not known: the share cannot be computed.',
    },
    tooMany: (reviewCount, volume) =>
      `${reviewCount} reviews for ${volume} procedures carried out: the known volume is too low or too old, the share makes no sense.`,
  },
  one: {
    over: 'Reviews of users',
    title: (name) => `Reviews of users: ${name}`,
    description: (name) =>
      `What users say: ${name}. Satisfaction, clarity, help, with the number of answers and the margin of each figure, and who answered.`,
    lead: (value, level, count, period) =>
      `Satisfaction: ${value}, level “${level}”, from ${reviews(count)} ${period}.`,
    leadFew: (count, minimum, period) =>
      `${reviews(count)} ${period}: too few for a mark, ${number(minimum)} are needed.`,
    leadNone: (period) => `No review counted ${period}.`,
    noButton: 'No button on this procedure',
    noButtonMeaning:
      'No “Je donne mon avis” button (“I give my opinion”) stands on this procedure: its users have no place to give Vigie their opinion, and there is nothing to show here.',
    noButtonElsewhere: 'What editions say of this procedure',
    buttons: (open, all) =>
      open === all
        ? counted(all, 'open button', 'open buttons')
        : `${counted(all, 'button', 'buttons')}, ${number(open)} of them open`,
    since: (day) => `Reviews collected since ${day}`,
    method: (label) => `Methodology “${label}”`,
    live: 'Figures of the moment: they change with each new review. Those of editions no longer change.',
    allClosed: 'All the buttons of this procedure are closed: no review is received any more.',
    back: 'The procedure',
    giveReview: 'How to give a review',
    giveReviewText:
      'The “Je donne mon avis” button (“I give my opinion”) is on the site of the procedure, usually at its end. Opinions given elsewhere are not counted.',
  },
  block: {
    title: 'What users say',
    text: (count, period) => `Satisfaction from ${reviews(count)} ${period}.`,
    none: (period) => `No review counted ${period}.`,
    all: 'All reviews: who answered, evolution, answers to each question',
  },
  nation: enNationalReviews,
};
