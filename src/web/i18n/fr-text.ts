/** The French messages of the pages of text: what Vigie is, who answers for it, help. */
import { frAbout } from './fr-text-about.ts';
import { frAccessibility } from './fr-text-accessibility.ts';
import { frData } from './fr-text-data.ts';
import { frHelp } from './fr-text-help.ts';
import { frContact, frLegal, frPrivacy } from './fr-text-notices.ts';

export const frText = {
  /** Of the list of the parts of a page. */
  contents: 'Sur cette page',
  about: frAbout,
  help: frHelp,
  contact: frContact,
  legal: frLegal,
  privacy: frPrivacy,
  accessibility: frAccessibility,
  data: frData,
  glossary: {
    title: 'Glossaire',
    lead: 'Les mots que ce site emploie dans un sens précis, en une phrase ou deux.',
  },
  sitePlan: {
    title: 'Plan du site',
    lead: 'Toutes les pages, de la plus générale à la plus détaillée.',
    main: 'Chercher et comprendre',
    editions: 'Les éditions',
    criteria: 'Les critères',
    methodologies: 'Les méthodes',
    files: 'Fils et fichiers',
    site: 'À propos de ce site',
    eachProcedure: 'une page par démarche',
    eachReviews: 'une page par démarche équipée du bouton',
    eachOrganisation: 'une page par administration',
    organisationComparison: 'Comparer des administrations',
    comparison: (previous: string) => `Comparaison avec ${previous}`,
    sitemap: 'Liste de toutes les pages, pour les moteurs de recherche',
  },
};
