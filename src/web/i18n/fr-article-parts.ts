/** Turns of phrase that the French sentences of an article share. */
import type { NamedProcedure, Proof } from '../../editions/index.ts';
import { localisation } from './index.ts';
import { nameLink, type Prose, prose, proseList, proven } from './prose.ts';

const l = localisation('fr');

/** "3 avis". */
export const count = (n: number, one: string, other: string): string =>
  `${l.number(n)} ${l.plural(n, { one, other })}`;

const WORDS =
  'aucune une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(
    ' ',
  );

/** A count of feminine things in words, up to sixteen. */
export const wordsOf = (n: number): string => WORDS[n] ?? l.number(n);

/** The same at the beginning of a sentence, which no figure begins. */
export const inWords = (n: number): string => (n < WORDS.length ? inHeading(n) : `Au total, ${l.number(n)}`);

/** The same at the beginning of a heading. */
export const inHeading = (n: number): string => {
  const words = wordsOf(n);
  return words.slice(0, 1).toLocaleUpperCase('fr') + words.slice(1);
};

/** « Nom », linked. */
export const quoted = (procedure: NamedProcedure): Prose => prose`« ${nameLink(procedure)} »`;

/** The same with who answers for it. */
export const withOwner = (procedure: NamedProcedure): Prose =>
  procedure.organisation === null
    ? quoted(procedure)
    : prose`${quoted(procedure)} (${procedure.organisation})`;

/** Procedures named, then how many are not: "« A », « B » et 4 autres démarches". */
export const names = <Procedure extends NamedProcedure>(
  procedures: readonly Procedure[],
  others: number,
  proof: Proof,
  nameOf: (procedure: Procedure) => Prose = quoted,
): Prose => {
  const rest = l.plural(others, { one: 'une autre démarche', other: `${wordsOf(others)} autres démarches` });
  return proseList(l, [...procedures.map(nameOf), ...(others === 0 ? [] : [[proven(rest, proof)]])]);
};

const FRACTIONS: Readonly<Record<string, string>> = {
  '1/2': 'une sur deux',
  '1/3': 'une sur trois',
  '2/3': 'deux sur trois',
  '1/4': 'une sur quatre',
  '3/4': 'trois sur quatre',
  '1/5': 'une sur cinq',
};

/** "une sur deux"; null for a fraction that is not said so. */
export const fractionText = ([top, bottom]: readonly [number, number]): string | null =>
  FRACTIONS[`${top}/${bottom}`] ?? null;

type Part = {
  readonly count: number;
  readonly of: number;
  /** What `of` is a part of, where that is not told beside. */
  readonly whole?: number;
  readonly proof: Proof;
};
const outOf = ({ of, whole = of }: Part): string => (whole === of ? '' : ` (sur ${l.number(whole)})`);

/** What procedures are: the one, and several of them. */
type Which = readonly [one: string, several: string];

/** What is said of k of N procedures: of one, of several, and of none ("n’atteint", "n’atteint pas"). */
export type Verdict = {
  readonly one: string;
  readonly several: string;
  readonly none: (pas: '' | ' pas') => string;
  /** The end of the sentence, which no link covers. */
  readonly end: string;
};

/** "Parmi les 8 démarches notées, 3 atteignent l’objectif, une note de 8 ou plus". */
export const partOf = (part: Part, which: Which, verdict: Verdict): Prose => {
  const { count: k, of, proof } = part;
  const { one, several, none, end } = verdict;
  const all = `${l.number(of)} démarches ${which[1]}${outOf(part)}`;
  if (of === 1) {
    return prose`${proven(`La seule démarche ${which[0]}${outOf(part)}`, proof)} ${k === 1 ? one : none(' pas')}${end}`;
  }
  if (k === 0) return prose`${proven(`Aucune des ${all}`, proof)} ${none('')}${end}`;
  if (k === of) return prose`${proven(`Les ${all}`, proof)} ${several}${end}`;
  return prose`Parmi les ${all}, ${proven(k === 1 ? `une seule ${one}` : `${l.number(k)} ${several}`, proof)}${end}`;
};

/** "est atteint par 3 des 8 démarches mesurées"; `participle` is of what they do. */
export const byPartOf = (part: Part, which: Which, participle: string): Prose => {
  const { count: k, of, proof } = part;
  const all = `${l.number(of)} démarches ${which[1]}${outOf(part)}`;
  const some = k === 0 ? 'aucune des' : k === of ? 'les' : k === 1 ? 'une seule des' : `${l.number(k)} des`;
  const who = of === 1 ? `la seule démarche ${which[0]}${outOf(part)}` : `${some} ${all}`;
  const is = k > 0 ? 'est' : of === 1 ? 'n’est pas' : 'n’est';
  return prose`${is} ${participle} par ${proven(who, proof)}`;
};
