/** Faces of our own drawing, beside the words of large buttons: decoration, never the only sign. */
import { type Html, html } from '../design/index.ts';

/** What a face shows of a grade between 0 and 10; other grades have no face. */
const MOODS = {
  '0': { mood: 'bad', mouth: 'M15 35c4-7 14-7 18 0' },
  '5': { mood: 'medium', mouth: 'M15 32h18' },
  '10': { mood: 'good', mouth: 'M14 29c4 9 16 9 20 0' },
} as const;

type Mood = (typeof MOODS)[keyof typeof MOODS];

function moodOf(grade: string): Mood | undefined {
  return Object.entries(MOODS).find(([known]) => known === grade)?.[1];
}

/** True when each of these grades has a face. */
export function haveFaces(grades: readonly string[]): boolean {
  return grades.every((grade) => moodOf(grade) !== undefined);
}

export function face(grade: string): Html | '' {
  const found = moodOf(grade);
  if (found === undefined) return '';
  return html`<svg class="face ${found.mood}" viewBox="0 0 48 48" width="56" height="56" aria-hidden="true" focusable="false"><circle cx="24" cy="24" r="21"/><path d="M17 17v4M31 17v4"/><path d="${found.mouth}"/></svg>`;
}
