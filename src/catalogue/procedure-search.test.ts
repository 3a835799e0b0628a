import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharedData } from '../../test/support/shared-data.ts';
import { readCsv } from '../core/csv.ts';
import { foldText } from '../core/text.ts';
import { BLANK } from './blank.ts';
import { createProcedureSearch } from './procedure-search.ts';
import { searchWords } from './search-words.ts';
import type { Organisation, Procedure } from './subject.ts';

type Stated = { name: string; organisation?: string; acronym?: string; ministry?: string };

/** Procedures with public ids from 1 on; those who answer for them are told apart by name. */
function proceduresOf(stated: readonly Stated[]): Procedure[] {
  const organisations = new Map<string, Organisation>();
  const organisationOf = (name: string | undefined, acronym: string | null = null) => {
    if (name === undefined) return null;
    const made: Organisation = {
      ...BLANK.organisation,
      name,
      acronym,
      subjectId: organisations.size + 1,
      validFrom: '2025-01-01',
    };
    const found = organisations.get(name) ?? made;
    organisations.set(name, found);
    return found;
  };
  return stated.map(({ name, organisation, acronym, ministry }, at) => ({
    ...BLANK.procedure,
    name,
    subjectId: 1000 + at,
    publicId: String(at + 1),
    validFrom: '2025-01-01',
    organisation: organisationOf(organisation, acronym),
    ministry: organisationOf(ministry),
    perimeter: null,
  }));
}

const SOME = proceduresOf([
  {
    name: 'Demande de passeport',
    organisation: 'Direction des libertés publiques',
    acronym: 'DLPAJ',
    ministry: 'Ministère de l’Intérieur',
  },
  { name: 'Demande de carte nationale d’identité', ministry: 'Ministère de l’Intérieur' },
  {
    name: 'Déclarer ses revenus',
    organisation: 'Direction générale des finances publiques',
    acronym: 'DGFiP',
    ministry: 'Ministère de l’Économie',
  },
  {
    name: 'Paiement des impôts particuliers',
    organisation: 'Direction générale des finances publiques',
    acronym: 'DGFiP',
  },
  {
    name: 'Demande d’aide au logement',
    organisation: 'Caisse nationale des allocations familiales',
    acronym: 'CNAF',
  },
  {
    name: 'Demande de logement social',
    organisation: 'Groupement du numéro unique',
    ministry: 'Ministère du Logement',
  },
  { name: 'Demande d’aide pour la Cnav' },
]);
const search = createProcedureSearch(SOME);
const idsOf = (question: string) => search(question).found.map(({ publicId }) => publicId);

test('accents, capitals, plurals, elisions and words that say nothing make no difference', () => {
  for (const question of ['impot', 'IMPÔTS', 'l’impôt', 'mes impots'])
    assert.deepEqual(idsOf(question), ['4'], question);
  assert.deepEqual(idsOf('aides aux logements'), ['5']);
  assert.deepEqual(idsOf('carte d identite'), ['2']);
  assert.deepEqual(idsOf('déclaration revenu'), ['3']);
});

test('a name is found by its beginning, its initials, its id, and those who answer by acronym or name', () => {
  assert.deepEqual(idsOf('passep'), ['1']);
  assert.deepEqual(idsOf('CNI'), ['2']);
  assert.deepEqual(idsOf('3'), ['3']);
  assert.deepEqual(idsOf('dgfip'), ['3', '4']);
  assert.deepEqual(idsOf('finances publiques'), ['3', '4']);
  assert.deepEqual(idsOf('ministère de l’intérieur'), ['1', '2']);
});

test('what the name says as typed comes first, then the organisation, then the ministry', () => {
  assert.deepEqual(idsOf('logement'), ['5', '6']);
  const ranked = createProcedureSearch(
    proceduresOf([
      { name: 'Une chose', ministry: 'Ministère des Ports' },
      { name: 'Deux choses', organisation: 'Port de Brest' },
      { name: 'Trois choses du portuaire' },
      { name: 'Quatre choses du port' },
    ]),
  );
  assert.deepEqual(
    ranked('port').found.map(({ publicId }) => publicId),
    ['4', '3', '2', '1'],
  );
});

test('a word that exists is not taken for another: only the unknown ones bear errors', () => {
  assert.deepEqual([search('CNAF').reach, idsOf('CNAF')], ['all', ['5']]);
  for (const question of ['pasport', 'passpeort', 'paseport', 'demande de passeporr'])
    assert.deepEqual([search(question).reach, idsOf(question)], ['near', ['1']], question);
  assert.deepEqual(idsOf('cnu'), [], 'three letters bear none');
});

test('where no procedure has all the words, those with most of them are given and said to be so', () => {
  const { reach, found } = search('allocation de logement');
  assert.equal(reach, 'all', 'the fund of allocations answers for it');
  assert.equal(found[0]?.publicId, '5');
  assert.deepEqual([search('refaire passeport').reach, idsOf('refaire passeport')], ['some', ['1']]);
  assert.deepEqual(search('zzzz yyyy passeport'), { reach: 'some', found: [] });
  assert.deepEqual(search('?!').found, []);
});

test('of names that answer as well, the one of fewer other words comes first, even where it repeats its own', () => {
  const names = ['Œuvre et aide', 'Œuvre de l’œuvre de l’œuvre'];
  const ask = createProcedureSearch(proceduresOf(names.map((name) => ({ name }))));
  assert.deepEqual(
    ask('œuvre').found.map(({ publicId }) => publicId),
    ['2', '1'],
  );
});

const words = fc.constantFrom(
  ...(
    'demande déclaration passeport véhicule impôt œuvre aide énergie étranger conduire conduite nationalité retraite ' +
    'européenne naissance attestation société élève bourse agricole numéro naturalisation hôpital forêt'
  ).split(' '),
);
const names = fc.array(words, { minLength: 1, maxLength: 5 }).map((list) => list.join(' de l’'));
const catalogues = fc.array(names, { minLength: 1, maxLength: 30 }).chain((list) =>
  fc.record({
    procedures: fc.constant(proceduresOf(list.map((name) => ({ name })))),
    at: fc.nat(list.length - 1),
    spot: fc.nat(20),
  }),
);

/** The sought one is first, or those before it hold the very same words. */
function isFirstOrTied(found: readonly Procedure[], sought: Procedure): boolean {
  const key = ({ name }: Procedure) => [...new Set(searchWords(name))].sort().join(' ');
  const at = found.indexOf(sought);
  return at >= 0 && found.slice(0, at).every((one) => key(one) === key(sought));
}

const without = (text: string, at: number) => text.slice(0, at) + text.slice(at + 1);

/** The name with one error in a word of six letters or more: a letter missing, doubled, replaced or swapped. */
function mistype(name: string, spot: number): string {
  const long = foldText(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 6);
  const word = long[spot % (long.length || 1)];
  if (word === undefined) return name;
  const at = 1 + (spot % (word.length - 2));
  const letter = word[at] ?? '';
  const wrong = [
    without(word, at),
    `${word.slice(0, at)}${letter}${word.slice(at)}`,
    `${word.slice(0, at)}w${word.slice(at + 1)}`,
    `${word.slice(0, at)}${word[at + 1] ?? ''}${letter}${word.slice(at + 2)}`,
  ][spot % 4];
  return foldText(name).replace(word, wrong ?? word);
}

function pluralise(name: string, spot: number): string {
  const singular = name.split(/[^\p{L}]+/u).filter((word) => /[^sxz]$/.test(word) && word.length > 3);
  const word = singular[spot % (singular.length || 1)];
  return word === undefined ? name : name.replace(word, `${word}s`);
}

function checkFound(procedures: readonly Procedure[], sought: Procedure, spot: number): void {
  const ask = createProcedureSearch(procedures);
  assert.ok(isFirstOrTied(ask(sought.name).found, sought), sought.name);
  for (const question of [foldText(sought.name), sought.name.toUpperCase(), pluralise(sought.name, spot)])
    assert.ok(ask(question).found.includes(sought), question);
  const question = mistype(sought.name, spot);
  const { reach, found } = ask(question);
  assert.ok(found.includes(sought) || reach === 'all', `${question}: an error that makes no other word`);
}

test('every procedure is found by its whole name first, and by it without accents, in capitals, in the plural, mistyped', () => {
  fc.assert(
    fc.property(catalogues, ({ procedures, at, spot }) => {
      const sought = procedures[at];
      if (sought !== undefined) checkFound(procedures, sought, spot);
    }),
  );
});

test('a search never fails, whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (question) => void search(question)));
});

/** The procedures of the real edition. */
function realProcedures(bytes: Buffer): Procedure[] {
  return proceduresOf(
    readCsv(bytes).rows.map(({ cells }) => ({
      name: cells['Nom Démarche'] ?? '',
      organisation: cells['Réf Administration'] ?? '',
      ministry: cells['Ministère politique'] ?? '',
    })),
  );
}

test('among the real procedures a citizen finds what the question is about', (t) => {
  const bytes = sharedData(t, 'edition-2025-10.csv');
  if (bytes === null) return;
  const ask = createProcedureSearch(realProcedures(bytes));
  const expected: readonly [question: string, name: RegExp, within: number][] = [
    ['carte grise', /carte grise/, 1],
    ['passeport', /^Demande de passeport$/, 1],
    ['pasport', /^Demande de passeport$/, 1],
    ['comment refaire mon passeport', /^Demande de passeport$/, 1],
    ['impots', /^Paiement impôts particuliers$/, 1],
    ['déclaration impots', /impôts|revenus/, 3],
    ['permis de conduire', /permis de conduire/, 5],
    ['point permis', /^Mes Points Permis$/, 1],
    ['CAF', /CAF/, 2],
    ['CNAF', /aide au logement/, 5],
    ['allocation logement', /aide au logement/, 3],
    ['aide logement etudiant', /^Demande d'aide au logement pour les étudiants$/, 1],
    ['carte identité', /carte nationale d’identité/, 1],
    ['cni', /carte nationale d’identité/, 1],
    ['rsa', /RSA/, 2],
    ['casier judiciere', /casier judiciaire/, 1],
    ['acte de naissance', /acte de naissance/, 2],
    ['cheque energie', /chèque énergie/, 3],
    ['immatriculasion', /immatriculation/, 5],
    ['carte vital', /carte vitale/i, 2],
    ['changer d’adresse', /Changement d'adresse/, 3],
    ['MSA', /MSA/, 5],
  ];
  for (const [question, name, within] of expected) {
    const shown = ask(question).found.slice(0, within);
    assert.ok(
      shown.some((one) => name.test(one.name)),
      `${question}: ${shown.map((one) => one.name).join(' | ')}`,
    );
  }
});

test('every real procedure is found by its whole name first, and by it written badly', (t) => {
  const bytes = sharedData(t, 'edition-2025-10.csv');
  if (bytes === null) return;
  const procedures = realProcedures(bytes);
  const ask = createProcedureSearch(procedures);
  for (const [spot, sought] of procedures.entries()) {
    assert.ok(isFirstOrTied(ask(sought.name).found, sought), sought.name);
    for (const question of [foldText(sought.name), sought.name.toUpperCase(), pluralise(sought.name, spot)])
      assert.ok(ask(question).found.includes(sought), question);
    const question = mistype(sought.name, spot);
    const { reach, found } = ask(question);
    assert.ok(found.includes(sought) || reach === 'all', question);
  }
});
