/** Accessibility declarations as administrations word them, with what must be read of each. All names are invented. */
import type { DeclarationFigures } from '../../src/probes/check.ts';
import { ODD_DECLARATIONS } from './declaration-pages-odd.ts';

export type DeclarationPage = {
  readonly says: string;
  /** What stands in the body of the page. */
  readonly body: string;
  readonly expected: Omit<DeclarationFigures, 'mention'>;
  /** True unless the page is no declaration at all. */
  readonly isDeclaration?: false;
};

const NOTHING_READ: DeclarationPage['expected'] = {
  state: null,
  rate: null,
  auditedOn: null,
  declaredOn: null,
  expiresOn: null,
  hasContact: false,
  hasRemedies: false,
  standard: null,
};

const CONTACT = `<h2>Retour d’information et contact</h2>
  <p>Si vous n’arrivez pas à accéder à un contenu, écrivez-nous : <a href="mailto:acces@ville.test">acces@ville.test</a>.</p>`;
const REMEDIES = `<h2>Voies de recours</h2>
  <p>Vous pouvez écrire au Défenseur des droits, 7 rue d’un essai, libre réponse 00000.</p>`;
const ENGAGED = `<p>La commune de Vernay s’engage à rendre ses services accessibles, conformément à l’article 47 de la loi
  n° 2005-102 du 11 février 2005.</p>`;

/** The layout of the official generator. */
export function official(state: string, results: string, established: string): string {
  return `<h1>Déclaration d’accessibilité</h1>${ENGAGED}
    <p>Cette déclaration s’applique à demarche.vernay.test.</p>
    <h2>État de conformité</h2>
    <p>Le site « Vernay en ligne » est <strong>${state}</strong> avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1, en raison des points énumérés plus bas.</p>
    <h3>Résultats des tests</h3><p>${results}</p>
    <h2>Contenus non accessibles</h2><ul><li>Des images sans alternative (critère 1.1)</li></ul>
    <h2>Établissement de cette déclaration d’accessibilité</h2><p>${established}</p>${CONTACT}${REMEDIES}`;
}

const LAYOUT = { ...NOTHING_READ, hasContact: true, hasRemedies: true, standard: 'RGAA 4.1' };

export const DECLARATIONS: readonly DeclarationPage[] = [
  {
    says: 'the layout of the generator, a day in figures',
    body: official(
      'partiellement conforme',
      'L’audit de conformité réalisé par un cabinet révèle que 78 % des critères RGAA sont respectés.',
      'Cette déclaration a été établie le 12/03/2025.',
    ),
    expected: { ...LAYOUT, state: 'partial', rate: 0.78, declaredOn: '2025-03-12', expiresOn: '2028-03-12' },
  },
  {
    says: 'an update counts rather than the first day',
    body: official(
      'partiellement conforme',
      'L’audit révèle que 61,5 % des critères du RGAA sont respectés.',
      'Cette déclaration a été établie le 4 mai 2021. Elle a été mise à jour le 17 juin 2024.',
    ),
    expected: { ...LAYOUT, state: 'partial', rate: 0.615, declaredOn: '2024-06-17', expiresOn: '2027-06-17' },
  },
  {
    says: 'totally conformant, the first of a month',
    body: official(
      'totalement conforme',
      'L’audit révèle que 100 % des critères RGAA sont respectés.',
      'Cette déclaration a été établie le 1er février 2026.',
    ),
    expected: { ...LAYOUT, state: 'full', rate: 1, declaredOn: '2026-02-01', expiresOn: '2029-02-01' },
  },
  {
    says: 'not conformant, without audit, says so in the words of the law',
    body: official(
      'non conforme',
      'Aucun audit de conformité n’a été réalisé.',
      'Cette déclaration a été établie le 30 septembre 2020.',
    ),
    expected: { ...LAYOUT, state: 'none', declaredOn: '2020-09-30', expiresOn: '2023-09-30' },
  },
  {
    says: 'a mean of pages is not the rate, before the rate',
    body: official(
      'partiellement conforme',
      'Le taux moyen de conformité des pages est de 91 %. Le taux global de conformité est de 74,07 %.',
      'Cette déclaration a été établie le 8 janvier 2025.',
    ),
    expected: {
      ...LAYOUT,
      state: 'partial',
      rate: 0.7407,
      declaredOn: '2025-01-08',
      expiresOn: '2028-01-08',
    },
  },
  {
    says: 'a mean of pages is not the rate, after the rate',
    body: official(
      'partiellement conforme',
      'L’audit révèle que le site est conforme à 56 % aux critères du RGAA ; le taux moyen est de 83 %.',
      'Cette déclaration a été établie le 8 janvier 2025.',
    ),
    expected: { ...LAYOUT, state: 'partial', rate: 0.56, declaredOn: '2025-01-08', expiresOn: '2028-01-08' },
  },
  {
    says: 'only a mean of pages: no rate',
    body: official(
      'partiellement conforme',
      'La moyenne du taux de conformité par page s’élève à 88 %.',
      'Cette déclaration a été établie le 8 janvier 2025.',
    ),
    expected: { ...LAYOUT, state: 'partial', declaredOn: '2025-01-08', expiresOn: '2028-01-08' },
  },
  {
    says: 'a percentage in words',
    body: official(
      'partiellement conforme',
      'Il en ressort que 67 pour cent des critères sont respectés.',
      'Déclaration établie en mars 2024.',
    ),
    expected: { ...LAYOUT, state: 'partial', rate: 0.67, declaredOn: '2024-03-01', expiresOn: '2027-03-01' },
  },
  {
    says: 'the day of the audit stands alone',
    body: official(
      'partiellement conforme',
      'L’audit de conformité réalisé en interne le 22 novembre 2023 révèle que 82 % des critères sont respectés.',
      'La présente page sera revue.',
    ),
    expected: { ...LAYOUT, state: 'partial', rate: 0.82, auditedOn: '2023-11-22', expiresOn: '2026-11-22' },
  },
  {
    says: 'the audit and the declaration have each its day',
    body: official(
      'partiellement conforme',
      'Un audit mené le 05/02/2024 par Accès & Cie montre que 70,3 % des critères sont satisfaits.',
      'Cette déclaration a été établie le 20/02/2024.',
    ),
    expected: {
      ...LAYOUT,
      state: 'partial',
      rate: 0.703,
      auditedOn: '2024-02-05',
      declaredOn: '2024-02-20',
      expiresOn: '2027-02-20',
    },
  },
  {
    says: 'expired: the day is told, whatever it is',
    body: official(
      'partiellement conforme',
      'L’audit révèle que 52 % des critères RGAA sont respectés.',
      'Cette déclaration a été établie le 23 septembre 2019.',
    ),
    expected: { ...LAYOUT, state: 'partial', rate: 0.52, declaredOn: '2019-09-23', expiresOn: '2022-09-23' },
  },
  {
    says: 'no contact, no remedies',
    body: `<h1>Accessibilité</h1><p>Ce site est partiellement conforme au RGAA 4.1.</p>
      <p>62 % des critères sont respectés.</p><p>Déclaration établie le 3 avril 2025.</p>`,
    expected: {
      ...NOTHING_READ,
      state: 'partial',
      rate: 0.62,
      declaredOn: '2025-04-03',
      expiresOn: '2028-04-03',
      standard: 'RGAA 4.1',
    },
  },
  {
    says: 'a list of what derogates holds percentages of its own',
    body: official(
      'partiellement conforme',
      'L’audit révèle que 90 % des critères RGAA sont respectés.',
      'Cette déclaration a été établie le 2 juillet 2025. Les contenus soumis à dérogation font 15 % des pages.',
    ),
    expected: { ...LAYOUT, state: 'partial', rate: 0.9, declaredOn: '2025-07-02', expiresOn: '2028-07-02' },
  },
  {
    says: 'a declaration of a day that does not exist has none',
    body: official(
      'non conforme',
      'L’audit révèle que 31 % des critères RGAA sont respectés.',
      'Cette déclaration a été établie le 31/02/2025.',
    ),
    expected: { ...LAYOUT, state: 'none', rate: 0.31 },
  },
  ...ODD_DECLARATIONS,
];
