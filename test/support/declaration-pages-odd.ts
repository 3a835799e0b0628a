/** Declarations that keep no layout. All names are invented. */
import type { DeclarationPage } from './declaration-pages.ts';

const NOTHING = {
  state: null,
  rate: null,
  auditedOn: null,
  declaredOn: null,
  expiresOn: null,
  hasContact: false,
  hasRemedies: false,
  standard: null,
} satisfies DeclarationPage['expected'];

export const ODD_DECLARATIONS: readonly DeclarationPage[] = [
  {
    says: 'a table of results',
    body: `<h1>Déclaration de conformité RGAA 4.1.2</h1>
      <p>Accessibilité du portail des aides : partiellement conforme.</p>
      <table><tr><th>Échantillon</th><th>Valeur</th></tr>
      <tr><td>Taux de conformité global</td><td>78,5 %</td></tr>
      <tr><td>Taux moyen de conformité du service</td><td>85 %</td></tr>
      <tr><td>Date de la déclaration</td><td>14/10/2024</td></tr></table>
      <p>Pour signaler un défaut, utilisez notre formulaire.</p>`,
    expected: {
      ...NOTHING,
      state: 'partial',
      rate: 0.785,
      declaredOn: '2024-10-14',
      expiresOn: '2027-10-14',
      hasContact: true,
      standard: 'RGAA 4.1.2',
    },
  },
  {
    says: 'a table of pages, one rate each, then that of the whole',
    body: `<h1>Accessibilité : partiellement conforme</h1>
      <table><tr><th>Page</th><th>Conformité</th></tr><tr><td>Accueil</td><td>92 %</td></tr>
      <tr><td>Page 2</td><td>71 %</td></tr></table>
      <p>Au total, 64 % des critères du RGAA 4.1 sont respectés.</p><p>Déclaration publiée le 6 juin 2025.</p>`,
    expected: {
      ...NOTHING,
      state: 'partial',
      rate: 0.64,
      declaredOn: '2025-06-06',
      expiresOn: '2028-06-06',
      standard: 'RGAA 4.1',
    },
  },
  {
    says: 'the state in the title alone, nothing else',
    body: `<h1>Accessibilité : non conforme</h1><p>Le RGAA est en cours d’étude.</p>`,
    expected: { ...NOTHING, state: 'none' },
  },
  {
    says: 'a law is dated, and the declaration is not',
    body: `<h1>Déclaration d’accessibilité</h1>
      <p>Établie en application du décret du 24 juillet 2019 et de la loi du 11 février 2005.</p>
      <p>Ce service est non conforme au RGAA.</p>`,
    expected: { ...NOTHING, state: 'none' },
  },
  {
    says: 'a promise without state',
    body: `<h1>Accessibilité</h1><p>Nous travaillons à la conformité au RGAA 4 de ce site et publierons bientôt une déclaration.</p>
      <p>Contactez-nous par courriel : aide@agence.test</p>`,
    expected: { ...NOTHING, hasContact: true, standard: 'RGAA 4' },
  },
  {
    says: 'capitals, no accents, a dash',
    body: `<h1>DECLARATION D'ACCESSIBILITE</h1><p>LE SITE EST PARTIELLEMENT CONFORME AU RGAA V4</p>
      <p>TAUX DE CONFORMITE : 49,9%</p><p>DECLARATION ETABLIE LE 15 AOUT 2024</p>`,
    expected: {
      ...NOTHING,
      state: 'partial',
      rate: 0.499,
      declaredOn: '2024-08-15',
      expiresOn: '2027-08-15',
      standard: 'RGAA 4',
    },
  },
  {
    says: 'in English',
    body: `<h1>Accessibility statement</h1><p>This website is partially compliant with RGAA 4.1.</p>
      <p>The audit found that 73% of the criteria are met.</p>
      <p>This statement was prepared on 9 December 2024 and last reviewed on 5 January 2026.</p>
      <h2>Feedback</h2><p>Write to help@agence.test.</p><p>You may write to the Defender of Rights.</p>`,
    expected: {
      state: 'partial',
      rate: 0.73,
      auditedOn: null,
      declaredOn: '2026-01-05',
      expiresOn: '2029-01-05',
      hasContact: true,
      hasRemedies: true,
      standard: 'RGAA 4.1',
    },
  },
  {
    says: 'the words of the three states explained before the own one',
    body: `<h1>Accessibilité du téléservice</h1>
      <p>Un service peut être totalement conforme, partiellement conforme ou non conforme au RGAA.</p>
      <p>Niveau de conformité : non conforme.</p><p>Déclaration datée du 11 mai 2025.</p>`,
    expected: { ...NOTHING, state: 'none', declaredOn: '2025-05-11', expiresOn: '2028-05-11' },
  },
  {
    says: 'an ISO day, a rate without percent of criteria',
    body: `<h1>Déclaration d’accessibilité</h1><p>Statut : totalement conforme</p><p>Taux de conformité : 100 %</p>
      <p>Date de publication : 2025-09-01</p><p>RGAA version 4.1</p>`,
    expected: {
      ...NOTHING,
      state: 'full',
      rate: 1,
      declaredOn: '2025-09-01',
      expiresOn: '2028-09-01',
      standard: 'RGAA 4.1',
    },
  },
  {
    says: 'figures that are no rate: users, years',
    body: `<h1>Déclaration d’accessibilité</h1><p>En France, 20 % des usagers vivent avec un handicap.</p>
      <p>Ce site est en conformité partielle avec le RGAA 4.0.</p><p>Déclaration mise à jour : juillet 2025</p>`,
    expected: {
      ...NOTHING,
      state: 'partial',
      declaredOn: '2025-07-01',
      expiresOn: '2028-07-01',
      standard: 'RGAA 4.0',
    },
  },
  {
    says: 'a rate after the state, in the same breath',
    body: `<h1>Déclaration d’accessibilité</h1><p>Le site est partiellement conforme au RGAA 4.1 : 72 %.</p>`,
    expected: { ...NOTHING, state: 'partial', rate: 0.72, standard: 'RGAA 4.1' },
  },
  {
    says: 'a share of something else after the state is no rate',
    body: `<h1>Déclaration d’accessibilité</h1><p>Le site est partiellement conforme au RGAA : 20 % des visiteurs le disent.</p>`,
    expected: { ...NOTHING, state: 'partial' },
  },
  {
    says: 'a rate that has changed is none: which of the two stands is not read',
    body: `<h1>Accessibilité : partiellement conforme</h1>
      <p>Le taux de conformité au RGAA est passé de 54 % en 2022 à 78 % en 2025.</p>`,
    expected: { ...NOTHING, state: 'partial' },
  },
  {
    says: 'more than all is no rate',
    body: `<h1>Déclaration d’accessibilité</h1><p>Ce site est totalement conforme au RGAA.</p><p>110 % des critères sont respectés.</p>`,
    expected: { ...NOTHING, state: 'full' },
  },
  {
    says: 'a telephone and the means of redress alone',
    body: `<h1>Accessibilité : totalement conforme</h1><p>Le service respecte le RGAA.</p>
      <p>Pour signaler un défaut : 01 00 00 00 00</p><p>Voie de recours : le Défenseur des droits.</p>`,
    expected: { ...NOTHING, state: 'full', hasContact: true, hasRemedies: true },
  },
  {
    says: 'a page about ramps and lifts is no declaration',
    body: `<h1>Accessibilité de nos bureaux</h1><p>Une rampe et un ascenseur mènent aux guichets.</p>`,
    isDeclaration: false,
    expected: { ...NOTHING },
  },
  {
    says: 'a page that was not found is no declaration',
    body: `<h1>Page introuvable</h1><p>L’adresse demandée n’existe pas.</p>`,
    isDeclaration: false,
    expected: { ...NOTHING },
  },
  {
    says: 'an empty page',
    body: '',
    isDeclaration: false,
    expected: { ...NOTHING },
  },
];
