/** The English messages of the pages of text: what Vigie is, who answers for it, help: the same keys as `fr-text.ts`. */
import { enAbout } from './en-text-about.ts';
import { enAccessibility } from './en-text-accessibility.ts';
import { enData } from './en-text-data.ts';
import { enHelp } from './en-text-help.ts';
import { enContact, enLegal, enPrivacy } from './en-text-notices.ts';
import type { frText } from './fr-text.ts';

export const enText: typeof frText = {
  contents: 'On this page',
  about: enAbout,
  help: enHelp,
  contact: enContact,
  legal: enLegal,
  privacy: enPrivacy,
  accessibility: enAccessibility,
  data: enData,
  glossary: {
    title: 'Glossary',
    lead: 'The words that this site uses in a precise sense, in a sentence or two.',
  },
  sitePlan: {
    title: 'Site map',
    lead: 'All the pages, from the most general to the most detailed.',
    main: 'Search and understand',
    editions: 'The editions',
    criteria: 'The criteria',
    methodologies: 'The methodologies',
    files: 'Feeds and files',
    site: 'About this site',
    eachProcedure: 'a page for each procedure',
    eachReviews: 'a page for each procedure with the button',
    eachOrganisation: 'a page for each organisation',
    organisationComparison: 'Compare organisations',
    comparison: (previous) => `Comparison with ${previous}`,
    sitemap: 'List of all pages, for search engines',
  },
};
