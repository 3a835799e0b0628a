/** The words of a text as people search them, and how near one is to another. French; pure. */
import { stemmer } from '@orama/stemmers/french';
import { foldText } from '../core/text.ts';

/** Words that every name and every question holds: they tell nothing apart. Folded, as elisions leave them. */
const EMPTY_WORDS = new Set(
  (
    'a au aux avec c ce ces cet cette comment d dans de des du elle en est et il ils j je l la le les leur leurs m ma ' +
    'me mes mon n ne nos notre nous on ou par pas pour puis qu quand que quel quelle qui s sa se ses si son sur t ta ' +
    'te tes ton un une veux vos votre vous y'
  ).split(' '),
);

/** The words of a text, folded; those that tell nothing apart are left out, unless there are no others. */
export function searchWords(text: string): string[] {
  const words = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** The first letters of words: of "Demande de carte nationale d’identité" `dcni`, which holds `cni`. */
export function initialsOf(words: readonly string[]): string {
  return words.map(([letter = '']) => letter).join('');
}

/** True for what is short enough to stand for several words. */
export function areInitials(word: string): boolean {
  return word.length >= 3 && word.length <= 6;
}

const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

/** What a word has in common with its plural and its family: `impots` and `impot`, `declarer` and `declaration`. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = stemmer(word.length > 3 ? word.replace(/[sx]$/, '') : word);
  stems.set(word, stem);
  return stem;
}

/** Words of less than 4 letters bear no error, those of 8 and more bear two. */
function errorsAllowed(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  return shorter < 4 ? 0 : Math.max(one.length, other.length) < 8 ? 1 : 2;
}

/**
 * True when a person who types `typed` may have meant `word`: letters missing, added, replaced or swapped.
 *
 * @param limit the most errors of any word
 */
export function isNear(typed: string, word: string, limit = 2): boolean {
  const most = Math.min(limit, errorsAllowed(typed, word));
  return Math.abs(typed.length - word.length) <= most && distance(typed, word) <= most;
}

/** Optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
