/** What the people of the demonstration sign, correct and write. */

export const OBSERVATORY = 'Observatoire de Mirevale';

/** A correction of the edition of the first quarter of 2026. */
export const CORRECTION = {
  edition: 'demo-2026-t1',
  at: '2026-05-06T13:00:00Z',
  setting: {
    where: 'correction du 6 mai 2026',
    procedure: 'demo22',
    criterion: 'availability',
    value: '0.99942',
    numerator: 130_964,
    denominator: 131_040,
  },
  author: OBSERVATORY,
  reason: 'Une maintenance annoncée, du 14 au 17 février, avait été comptée comme une panne.',
} as const;

/** A note on a procedure of the last edition, in both languages. */
export const NOTES = [
  {
    edition: 'demo-2026-t3',
    procedure: 'demo39',
    lang: 'fr',
    author: OBSERVATORY,
    body:
      'La baisse suit la nouvelle version du formulaire, ouverte en **avril 2026** : la pièce « statuts signés » y est ' +
      'demandée deux fois. Le Registre des compagnies annonce une correction pour décembre.',
  },
  {
    edition: 'demo-2026-t3',
    procedure: 'demo39',
    lang: 'en',
    author: OBSERVATORY,
    body:
      'The fall follows the new version of the form, opened in **April 2026**: it asks for the signed statutes twice. ' +
      'The register of companies announces a correction for December.',
  },
] as const;
