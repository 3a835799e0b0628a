/** What an editor says of a procedure in an edition, in Markdown without HTML, signed. */
import { type FieldError, VigieError } from '../core/errors.ts';
import { AUTHOR_FAULT, isWord } from './edition-words.ts';

export const NOTE_LANGUAGES = ['fr', 'en'] as const;
export type NoteLanguage = (typeof NOTE_LANGUAGES)[number];

export type NoteToWrite = {
  /** The slug of the edition: a draft, frozen or not, or a published one. */
  readonly edition: string;
  /** Public id, as in the edition. */
  readonly procedure: string;
  readonly lang: NoteLanguage;
  /** Null withdraws the note there is in this language. */
  readonly body: string | null;
  readonly author: string;
};

/** A note that holds: the last one written of its procedure and language, and not withdrawn. */
export type Note = {
  /** Public id. */
  readonly procedure: string;
  /** The name of the procedure in the edition. */
  readonly name: string;
  readonly lang: NoteLanguage;
  readonly body: string;
  readonly author: string;
  readonly writtenAt: Date;
};

/** In characters, as a reader counts them but for accents written apart. */
export const LONGEST_NOTE = 5_000;

/**
 * The note with its body as it is kept: line feeds alone end its lines, nothing blank around it.
 * @throws VigieError InvalidInput, one fault a field
 */
export function checkNote(note: NoteToWrite): NoteToWrite {
  const body = note.body?.replaceAll(/\r\n?/g, '\n').trim() ?? null;
  const faults = [isWord(note.author) ? null : AUTHOR_FAULT, body === null ? null : bodyFault(body)].filter(
    (fault) => fault !== null,
  );
  if (faults.length > 0) throw new VigieError('InvalidInput', 'The note cannot be written so.', faults);
  return { ...note, body };
}

function bodyFault(body: string): FieldError | null {
  const length = [...body].length;
  if (length === 0) return { path: 'body', message: 'is blank; write something, or withdraw the note' };
  if (length > LONGEST_NOTE)
    return { path: 'body', message: `has ${length} characters; write at most ${LONGEST_NOTE}` };
  const isPlain = !/[^\P{Cc}\n\t]/u.test(body);
  return isPlain ? null : { path: 'body', message: 'holds a control character; remove it' };
}
