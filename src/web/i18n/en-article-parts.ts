/** Turns of phrase that the English sentences of an article share. */
import type { NamedProcedure, Proof } from '../../editions/index.ts';
import { localisation } from './index.ts';
import { inFrench, nameLink, type Prose, prose, proseList, proven } from './prose.ts';

const l = localisation('en');

/** "3 reviews". */
export const count = (n: number, one: string, other: string): string =>
  `${l.number(n)} ${l.plural(n, { one, other })}`;

const WORDS =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
    ' ',
  );

/** A count in words, up to sixteen. */
export const wordsOf = (n: number): string => WORDS[n] ?? l.number(n);

/** The same at the beginning of a sentence, which no figure begins. */
export const inWords = (n: number): string => (n < WORDS.length ? inHeading(n) : `In all, ${l.number(n)}`);

/** The same at the beginning of a heading. */
export const inHeading = (n: number): string => {
  const words = wordsOf(n);
  return words.slice(0, 1).toLocaleUpperCase('en') + words.slice(1);
};

/** “Nom”, linked. */
export const quoted = (procedure: NamedProcedure): Prose => prose`“${nameLink(procedure)}”`;

/** The same with who answers for it. */
export const withOwner = (procedure: NamedProcedure): Prose =>
  procedure.organisation === null
    ? quoted(procedure)
    : prose`${quoted(procedure)} (${inFrench(procedure.organisation)})`;

/** Procedures named, then how many are not: "“A”, “B” and 4 other procedures". */
export const names = <Procedure extends NamedProcedure>(
  procedures: readonly Procedure[],
  others: number,
  proof: Proof,
  nameOf: (procedure: Procedure) => Prose = quoted,
): Prose => {
  const rest = l.plural(others, {
    one: 'one other procedure',
    other: `${wordsOf(others)} other procedures`,
  });
  return proseList(l, [...procedures.map(nameOf), ...(others === 0 ? [] : [[proven(rest, proof)]])]);
};

const FRACTIONS: Readonly<Record<string, string>> = {
  '1/2': 'one in two',
  '1/3': 'one in three',
  '2/3': 'two in three',
  '1/4': 'one in four',
  '3/4': 'three in four',
  '1/5': 'one in five',
};

/** "one in two"; null for a fraction that is not said so. */
export const fractionText = ([top, bottom]: readonly [number, number]): string | null =>
  FRACTIONS[`${top}/${bottom}`] ?? null;

type Part = {
  readonly count: number;
  readonly of: number;
  /** What `of` is a part of, where that is not told beside. */
  readonly whole?: number;
  readonly proof: Proof;
};
const outOf = ({ of, whole = of }: Part): string => (whole === of ? '' : ` (out of ${l.number(whole)})`);

/** What procedures are: the one, and several of them. */
type Which = readonly [one: string, several: string];

/** What is said of k of N procedures: of one or none of several, of several, and not of the only one. */
export type Verdict = {
  readonly one: string;
  readonly several: string;
  readonly not: string;
  /** The end of the sentence, which no link covers. */
  readonly end: string;
};

/** "Of the 8 procedures with a mark, 3 reach the objective, a mark of 8 or more". */
export const partOf = (part: Part, which: Which, verdict: Verdict): Prose => {
  const { count: k, of, proof } = part;
  const { one, several, not, end } = verdict;
  if (of === 1)
    return prose`${proven(`The only procedure ${which[0]}${outOf(part)}`, proof)} ${k === 1 ? one : not}${end}`;
  const all = `${l.number(of)} procedures ${which[1]}${outOf(part)}`;
  if (k === 0) return prose`${proven(`${of === 2 ? 'Neither' : 'None'} of the ${all}`, proof)} ${one}${end}`;
  if (k === of) {
    return prose`${proven(of === 2 ? `Both procedures ${which[1]}${outOf(part)}` : `All ${all}`, proof)} ${several}${end}`;
  }
  return prose`Of the ${all}, ${proven(k === 1 ? `only one ${one}` : `${l.number(k)} ${several}`, proof)}${end}`;
};

/** "is reached by 3 of the 8 procedures measured"; `participle` is of what they do. */
export const byPartOf = (part: Part, which: Which, participle: string): Prose => {
  const { count: k, of, proof } = part;
  const some =
    k === 0 ? 'none of the' : k === of ? 'all' : k === 1 ? 'only one of the' : `${l.number(k)} of the`;
  const who = of === 1 ? `the only procedure ${which[0]}` : `${some} ${l.number(of)} procedures ${which[1]}`;
  return prose`${k === 0 && of === 1 ? 'is not' : 'is'} ${participle} by ${proven(`${who}${outOf(part)}`, proof)}`;
};
