import type { ImportOutcome } from '../editions/index.ts';

/** What an import of an edition did, for a person: one line, then one a row or cell that was not taken as it is. */
export function outcomeLines({ slug, outcome, procedures, divergences, notes }: ImportOutcome): string[] {
  const leftOut = notes.filter(({ code }) => code === 'left_out').length;
  const head =
    outcome === 'unchanged'
      ? `edition ${slug} is there already, from the same file: nothing changed`
      : `edition ${slug} is published`;
  return [
    `${head} (${procedures} procedures of ${procedures + leftOut} rows, ${divergences} divergences)`,
    ...notes.map(({ line, code, column, value, reason }) => {
      return `  line ${line}, column "${column}": ${WORDS[reason ?? code]}${value === '' ? '' : ` ("${value}")`}`;
    }),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  unreadable: 'not understood, kept as not reported',
  unused_column: 'is no column of a published edition, left alone',
  contradiction: 'the row contradicts itself: share and volumes, or n and answers by grade',
  unnamed: 'no name, called by its address',
  stale_window: 'figures of an earlier window',
  wrong_cells: 'left out, its number of cells is not the header’s',
  no_id: 'left out, no id',
  bad_id: 'left out, malformed id',
  repeated_id: 'left out, id already met',
  no_name: 'left out, no name',
};
