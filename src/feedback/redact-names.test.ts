import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact } from './redaction.ts';

test('a whole name goes out after a title, in small letters or in capitals, wherever it comes from', () => {
  for (const [text, expected] of [
    ['mme aminata coulibaly ne repond pas', 'mme [nom] ne repond pas'],
    ['monsieur mehmet kaya m’a bien aidé', 'monsieur [nom] m’a bien aidé'],
    ['MONSIEUR BAKARY KONE A REFUSE', 'MONSIEUR [nom] A REFUSE'],
    ['madame le goff est absente', 'madame [nom] est absente'],
    ['mme de villiers a repondu', 'mme [nom] a repondu'],
    ['monsieur de almeida, au guichet', 'monsieur [nom], au guichet'],
    ['monsieur Gwendal ar Bihan a dû citer la loi', 'monsieur [nom] a dû citer la loi'],
    ['merci à Mme Nolwenn Kerbrat-Le Dû qui a tout fait', 'merci à Mme [nom] qui a tout fait'],
    ['mon nom est Tran Thi Mai, je suis en France', 'mon nom est [nom], je suis en France'],
    ['merci a m dupont du guichet', 'merci a m [nom] du guichet'],
    ['j ai ete recu par m delmas', 'j ai ete recu par m [nom]'],
    ['je m`appelle Karim Bensaïd', 'je m`appelle [nom]'],
    ['je m`appelle Karim Bensaïd 🙂', 'je m`appelle [nom] 🙂'],
  ])
    assert.equal(redact(text ?? '').text, expected);
});

test('what is said of somebody who is not named stays', () => {
  for (const text of [
    'monsieur hautain et froid',
    'madame enceinte prioritaire',
    'madame le maire',
    'bonjour madame de votre part je n’ai rien reçu',
    'merci madame de repondre si vite',
    'la madame de caen etait aimable',
    'merci monsieur de la part de tous',
    'mme de permanence',
    'madame de la compta',
    'monsieur le huissier',
    'merci monsieur de votre aide',
    'je suis issa',
    'merci a m avoir repondu',
    '12 € par m carre',
    'le `code` recu',
    'Merci Île-de-France Mobilités.',
    'Les numéros 03 12 25 33 41 m’ont fait gagner un jambon',
  ])
    assert.equal(redact(text).text, text);
});
