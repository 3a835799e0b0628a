/** What one line of a file of earlier reviews says (docs/reviews-csv.md). Pure. */
import { isDay } from '../core/clock.ts';
import type { FormColumns, FormRow } from '../core/csv-form.ts';
import { foldText } from '../core/text.ts';
import { COMMENT_LIMIT, type FormFields, fieldOf, readAnswers } from './answer-form.ts';
import { CONTACT_MEANS, type ContactMeans, type OTHER_MEANS, type Question } from './questionnaire.ts';
import { type Answer, BUTTON_CHANNELS, type ButtonChannel, ENDINGS, type Ending } from './review.ts';
import { AVIS } from './shipped.ts';

const MEANS_COLUMNS = {
  counter: 'guichet',
  phone: 'telephone',
  email: 'courriel',
  online: 'en_ligne',
} as const satisfies Record<ContactMeans, string>;

const reachedColumn = (means: ContactMeans) => `joint_${MEANS_COLUMNS[means]}`;
const qualityColumn = (means: ContactMeans) => `qualite_${MEANS_COLUMNS[means]}`;

/** The columns of a file of earlier reviews. */
export const EARLIER_REVIEW_COLUMNS: FormColumns = {
  needed: ['identifiant_avis', 'date', 'satisfaction'],
  optional: [
    'demarche',
    'lieu',
    'clarte',
    'aide',
    ...CONTACT_MEANS.map(reachedColumn),
    ...CONTACT_MEANS.map(qualityColumn),
    'commentaire',
    'canal',
    'langue',
    'fin',
  ],
};

/** The words of a file, each for a code of ours; read whatever their case and accents. */
type WordList = { readonly words: readonly string[]; read(text: string): string | undefined };

function wordList(words: Readonly<Record<string, string>>): WordList {
  const byWord = new Map(Object.entries(words).map(([word, code]) => [foldText(word), code]));
  return { words: Object.keys(words), read: (text) => byWord.get(foldText(text)) };
}

const SATISFACTION = wordList({
  Mal: 'bad',
  Moyennement: 'medium',
  Bien: 'good',
  0: 'bad',
  5: 'medium',
  10: 'good',
});
const HELP = wordList({
  Aucune: 'none',
  Guichet: 'counter',
  Téléphone: 'phone',
  Courriel: 'email',
  'En ligne': 'online',
  Proche: 'relative',
  Accompagnement: 'support',
  Internet: 'web',
} satisfies Record<string, 'none' | ContactMeans | (typeof OTHER_MEANS)[number]>);
const YES_OR_NO = wordList({ Oui: 'yes', Non: 'no' });
const CHANNELS = wordList({
  'En ligne': 'web',
  Guichet: 'counter',
  Téléphone: 'phone',
  Papier: 'paper',
  Courriel: 'email',
} satisfies Record<string, ButtonChannel>);
const JOURNEY_ENDINGS = wordList({
  Aboutie: 'success',
  Refusée: 'refused',
  'Non éligible': 'not_eligible',
  Erreur: 'error',
  Abandonnée: 'abandoned',
  Accompagnée: 'assisted',
  'Au guichet': 'counter',
} satisfies Record<string, Ending>);

const EARLIEST = '1990-01-01';
export const LONGEST_ID = 200;
export const LONGEST_PLACE = 200;

/** The cell that names a procedure or a site. */
export type NamedPlace = { readonly column: 'demarche' | 'lieu'; readonly text: string };

export type EarlierReview = {
  /** Its id in the service that it comes from. */
  readonly foreignId: string;
  readonly place: NamedPlace;
  readonly openedOn: string;
  readonly channel: ButtonChannel;
  readonly language: string;
  readonly ending: Ending;
  /** Each question of which the file has a column, once; without grades where the cell is blank. Comments as written. */
  readonly answers: readonly Answer[];
};

export type LineReading = {
  readonly hasColumn: (column: string) => boolean;
  /** Version under which the answers are counted. */
  readonly version: string;
  readonly today: string;
};

/** What a line says; null once it has refused a cell. */
export function readEarlierReview(
  row: FormRow,
  { hasColumn, version, today }: LineReading,
): EarlierReview | null {
  let isRefused = false;
  const strict: FormRow = {
    ...row,
    refuse(column, message) {
      isRefused = true;
      return row.refuse(column, message);
    },
  };
  const channel = readWord(strict, 'canal', CHANNELS);
  const ending = readWord(strict, 'fin', JOURNEY_ENDINGS);
  const review: EarlierReview = {
    foreignId: readId(strict),
    place: readPlace(strict),
    openedOn: readOpenedOn(strict, today),
    channel: BUTTON_CHANNELS.find((one) => one === channel) ?? 'web',
    language: readLanguage(strict),
    ending: ENDINGS.find((one) => one === ending) ?? 'unknown',
    answers: readGiven(strict, hasColumn, version),
  };
  if (!isRefused && review.answers.every(({ grades }) => grades.length === 0)) {
    strict.refuse('satisfaction', 'is blank, and so is every other answer; give one, or remove the line');
  }
  return isRefused ? null : review;
}

function readId(row: FormRow): string {
  const id = row.cell('identifiant_avis');
  if (id === '')
    row.refuse('identifiant_avis', 'is blank; give the id that the review had, or a number of its own');
  if (id.length > LONGEST_ID) {
    row.refuse('identifiant_avis', `has ${id.length} characters; write at most ${LONGEST_ID}`);
  }
  return id;
}

function readPlace(row: FormRow): NamedPlace {
  const [procedure, site] = [row.cell('demarche'), row.cell('lieu')];
  if (procedure === '' && site === '') {
    row.refuse('demarche', 'is blank; name a procedure here, or a reception site in "lieu"');
  }
  if (procedure !== '' && site !== '')
    row.refuse('lieu', 'is filled in, and so is "demarche"; keep one of them');
  const place: NamedPlace =
    procedure === '' ? { column: 'lieu', text: site } : { column: 'demarche', text: procedure };
  if (place.text.length > LONGEST_PLACE) row.refuse(place.column, 'is too long to be an id');
  return place;
}

/** A day as CSV and as spreadsheets write it, what time may follow it left aside. */
function readOpenedOn(row: FormRow, today: string): string {
  const written = row.cell('date');
  const [, date, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})(?![^ ])/.exec(written) ?? [];
  const [iso = ''] = /^\d{4}-\d{2}-\d{2}(?![^ T])/.exec(written) ?? [];
  const day = year === undefined ? iso : `${year}-${month}-${date}`;
  if (!isDay(day)) row.refuse('date', `"${written}" is not a day; write YYYY-MM-DD or DD/MM/YYYY`);
  else if (day > today)
    row.refuse('date', `${day} is yet to come; write the day on which the review was given`);
  else if (day < EARLIEST)
    row.refuse('date', `${day} is before ${EARLIEST}; write the day on which it was given`);
  return day;
}

function readLanguage(row: FormRow): string {
  const written = row.cell('langue').toLowerCase();
  if (/^[a-z]{2}$/.test(written)) return written;
  if (written !== '') row.refuse('langue', `"${written}" is not a language code; write two letters, as fr`);
  return 'fr';
}

function readWord(
  row: FormRow,
  column: string,
  list: WordList,
  written: string = row.cell(column),
): string | null {
  if (written === '') return null;
  const said = `"${written.slice(0, 40)}" is not known here; write ${list.words.join(', ')}`;
  return list.read(written) ?? row.refuse(column, said.replace(/, ([^,]+)$/, ' or $1'));
}

/** The columns of each question of the shipped questionnaire. */
const QUESTION_COLUMNS: Readonly<Record<(typeof AVIS.questions)[number]['id'], readonly string[]>> = {
  satisfaction: ['satisfaction'],
  clarity: ['clarte'],
  help: ['aide'],
  help_outcome: CONTACT_MEANS.flatMap((means) => [reachedColumn(means), qualityColumn(means)]),
  comment: ['commentaire'],
};

/** A line holds all that its review says: a blank cell withdraws. */
const HELD = { isRequired: false, withdraws: true };

/** The answers, as a form that says the same would have them. */
function readGiven(row: FormRow, hasColumn: (column: string) => boolean, version: string): Answer[] {
  const fields = fieldsOf(row);
  const answers = new Map<string, Answer>();
  for (const question of AVIS.questions) {
    if (!QUESTION_COLUMNS[question.id].some(hasColumn)) continue;
    const read = readAnswers({ ...question, version } as Question, fields, HELD);
    if ('faults' in read) refuseAnswer(row, question.id, read.faults[0]?.fault === 'none_excludes');
    else {
      // A form that leaves a choice blank says nothing of it; a file that does so withdraws it.
      if (read.answers.length === 0) {
        answers.set(question.id, { question: question.id, version, grades: [], comment: null });
      }
      for (const answer of read.answers) answers.set(answer.question, answer);
    }
  }
  return [...answers.values()];
}

/** The answer that a comment is, as written, blank ones included; null when it is too long. */
export function readComment(version: string, text: string): Answer | null {
  const said = { get: () => text, getAll: () => [text] };
  const read = readAnswers({ kind: 'comment', id: 'comment', version }, said, HELD);
  return 'faults' in read ? null : (read.answers[0] ?? null);
}

function refuseAnswer(row: FormRow, question: string, isContradiction: boolean): void {
  if (question === 'comment') {
    row.refuse('commentaire', `is longer than ${COMMENT_LIMIT} characters; shorten it`);
  } else if (question === 'help') {
    if (isContradiction) row.refuse('aide', 'says "Aucune" and a means of help; keep one or the other');
  }
}

function fieldsOf(row: FormRow): FormFields {
  const said = new Map<string, readonly string[]>();
  const say = (field: string, value: string | null) => {
    if (value !== null) said.set(field, [value]);
  };
  say('satisfaction', readWord(row, 'satisfaction', SATISFACTION));
  say('clarity', readSteps(row, 'clarte'));
  const help = row.cell('aide');
  const means =
    help === ''
      ? []
      : help
          .split(';')
          .map((one) => one.trim())
          .filter((one) => one !== '');
  const tried = means.map((one) => readWord(row, 'aide', HELP, one)).filter((one) => one !== null);
  said.set('help', tried);
  for (const one of CONTACT_MEANS) readOutcome(row, one, tried, say);
  say('comment', row.cell('commentaire') || null);
  return { get: (field) => said.get(field)?.[0] ?? null, getAll: (field) => [...(said.get(field) ?? [])] };
}

/** Whether somebody was reached by a means of contact, and how good the help was. */
function readOutcome(
  row: FormRow,
  means: ContactMeans,
  tried: readonly string[],
  say: (field: string, value: string | null) => void,
): void {
  const [reachedIn, qualityIn] = [reachedColumn(means), qualityColumn(means)];
  const reached = readWord(row, reachedIn, YES_OR_NO);
  const quality = readSteps(row, qualityIn);
  if (reached !== null && tried.length > 0 && !tried.includes(means)) {
    row.refuse(
      reachedIn,
      'is filled in, and "aide" does not name this means; add it there, or leave this blank',
    );
  }
  if (quality !== null && reached !== 'yes') {
    row.refuse(qualityIn, `is filled in, and "${reachedIn}" does not say Oui; correct one of them`);
  }
  say(fieldOf.reached(means), reached);
  say(fieldOf.quality(means), quality);
}

function readSteps(row: FormRow, column: string): string | null {
  const written = row.cell(column);
  if (written === '' || /^[1-5]$/.test(written)) return written || null;
  return row.refuse(column, `"${written.slice(0, 40)}" is not one of five steps; write 1, 2, 3, 4 or 5`);
}
