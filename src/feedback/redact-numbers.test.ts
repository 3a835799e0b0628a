import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nirKey } from './redact-state-numbers.ts';
import { redact } from './redaction.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((each) => each.join(''));
const separator = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f', '  ');

/** A number in groups of the lengths given. */
function grouped(number: string, lengths: readonly number[], between: string): string {
  let from = 0;
  return lengths
    .map((length) => {
      from += length;
      return number.slice(from - length, from);
    })
    .join(between);
}

function assertGone(number: string, label: string) {
  assert.equal(redact(`Voici ${number}, merci`).text, `Voici ${label}, merci`);
}

test('every number of social security with its key goes, of Corsica too', () => {
  const number = fc
    .tuple(
      fc.constantFrom('1', '2'),
      digits(2),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('75', '2A', '2B', '01', '93'),
      digits(6),
    )
    .map(
      ([sex, year, month, department, rest]) =>
        `${sex}${year}${String(month).padStart(2, '0')}${department}${rest}`,
    );
  fc.assert(
    fc.property(number, separator, (thirteen, between) => {
      const whole = `${thirteen}${nirKey(thirteen)}`;
      assertGone(grouped(whole, [1, 2, 2, 2, 3, 3, 2], between), '[numéro de sécurité sociale]');
    }),
  );
});

test('every tax number whose key is right goes', () => {
  const ten = fc.tuple(fc.constantFrom('0', '1', '2', '3'), digits(9)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(ten, separator, (number, between) => {
      const whole = `${number}${String(Number(number) % 511).padStart(3, '0')}`;
      assert.match(redact(`Voici ${grouped(whole, [2, 2, 3, 3, 3], between)}.`).text, /^Voici \[.+\]\.$/);
    }),
  );
});

test('every card right by Luhn goes, and not one digit off without the word', () => {
  const fifteen = fc
    .tuple(fc.constantFrom('4', '51', '55', '2221'), digits(15))
    .map((parts) => parts.join('').slice(0, 15));
  fc.assert(
    fc.property(fifteen, separator, (start, between) => {
      const sum = [...start].reduce((total, digit, at) => {
        const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      const key = (10 - (sum % 10)) % 10;
      assertGone(grouped(`${start}${key}`, [4, 4, 4, 4], between), '[carte bancaire]');
      const wrong = `Timbre n° ${start}${(key + 1) % 10}`;
      assert.doesNotMatch(redact(wrong).text, /carte/);
    }),
  );
});

test('every account goes whatever its country, in small letters, and with a key of French banks', () => {
  const bban = fc.record({
    country: fc.constantFrom('DE20', 'BE14', 'ES22', 'PT23', 'LU18', 'FR25'),
    body: digits(30),
  });
  fc.assert(
    fc.property(bban, separator, fc.boolean(), ({ country, body }, between, isSmall) => {
      const [code, account] = [country.slice(0, 2), body.slice(0, Number(country.slice(2)) - 2)];
      const numeric = `${account}${code}00`.replace(/[A-Z]/g, (letter) =>
        String(Number.parseInt(letter, 36)),
      );
      const key = String(98n - (BigInt(numeric) % 97n)).padStart(2, '0');
      const iban = `${code}${key}${account}`.replace(/.{4}(?=.)/g, `$&${between}`);
      assertGone(isSmall ? iban.toLowerCase() : iban, '[IBAN]');
    }),
  );
  assertGone('30006 00001 12345678901 89', '[IBAN]');
});

test('every French telephone goes, in the usual groupings, with or without the country', () => {
  const number = fc.tuple(fc.integer({ min: 1, max: 9 }), digits(8)).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      number,
      separator,
      fc.constantFrom('0', '+33', '+33 ', '0033 ', '+33 (0)'),
      (nine, between, before) => {
        fc.pre(!/(?:19|20)\d\d/.test(nine) || between !== '');
        assertGone(`${before}${grouped(nine, [1, 2, 2, 2, 2], between)}`, '[téléphone]');
      },
    ),
  );
});

test('a telephone that has the key of a tax number by chance is a telephone', () => {
  assertGone('0033 253838002', '[téléphone]');
});

test('what is numbered is not a person: companies, forms, amounts, dates, files', () => {
  for (const text of [
    'SIRET 732 829 320 00074, SIRET 55208131766522, SIREN 732829320, TVA FR40303265045',
    'CERFA 12345*03, article L. 311-1, décret n° 2019-1234 du 12/03/2019, loi 78-17',
    '1 234,56 €, 12 345 678 €, 3 456 789,00 EUR, 12,5 %, +33 %, + 2 000 000 €',
    'le 12.03.2024 à 14h30, du 01/02/2024 14:30 au 06 07 2024, 8.30-12.00 13.30-17.00',
    'dossier n° 2024-123456, réf. 0612345678, ticket 20240312-000145, commande 0712345678',
    'faites le 3939 ou le 36 46, au 115, 75011 Paris',
  ]) {
    assert.deepEqual(redact(text), { text, kinds: [] });
  }
});

test('the department of Corsica may stand apart in a number of social security', () => {
  assertGone('1 85 07 2 A 004 123 ' + nirKey('185072A004123'), '[numéro de sécurité sociale]');
});

test('days told one by one are no telephone, letters to copy no plate', () => {
  for (const text of ['ouvert les 01 03 05 07 09', 'le captcha AB 12 CD 34 est illisible'])
    assert.equal(redact(text).text, text);
  assert.doesNotMatch(redact('appelez les parents au 01 03 05 07 09').text, /\d/);
});
