/** The English messages of the list of procedures: the same keys as `fr-catalogue.ts`. */
import { formats } from './formats.ts';
import type { frCatalogue } from './fr-catalogue.ts';

const { number, plural } = formats('en');

const procedures = (count: number): string =>
  `${number(count)} ${plural(count, { one: 'procedure', other: 'procedures' })}`;

export const enCatalogue: typeof frCatalogue = {
  title: 'Procedures',
  intro:
    'All the procedures that Vigie follows, the organisation that answers for each, and their latest results. Each has a page that says where every figure comes from and how it has changed.',
  description:
    'Find a government procedure and see how it works: online or not, satisfaction, accessibility, availability, volume.',
  searchLabel: 'Name of the procedure or organisation',
  search: 'Search',
  moreFilters: 'Filters',
  audiences: 'Audiences',
  lifeEvents: 'Life events',
  lifeEvent: 'Life event',
  status: 'State of the result',
  filterNote:
    'A criterion chosen alone keeps the procedures that have a level for it. A level or a state chosen without a criterion keeps those that have it for at least one criterion.',
  kind: 'Kind',
  kinds: {
    online_procedure: 'Online procedure',
    simulator: 'Simulator',
    mobile_application: 'Mobile application',
    automatic_entitlement: 'Automatic entitlement',
  },
  publicId: (id) => `Identifier ${id}`,
  onlineOnlySince: (day) => `Online only since ${day}`,
  plannedOpening: (day) => `Opening planned for ${day}`,
  count: (found, all, order) => `${procedures(found)} of ${number(all)}${order === null ? '' : `, ${order}`}`,
  orders: {
    relevance: 'the closest to the search first',
    name: 'in alphabetical order',
    nameReversed: 'in reverse alphabetical order',
    ascending: (column) => `by ${column}, in ascending order`,
    descending: (column) => `by ${column}, in descending order`,
  },
  near: 'No procedure has all these words spelt so: here are those whose words come close.',
  some: 'No procedure has all these words: here are those that have the most of them.',
  resultsOf: 'Results of the edition',
  cutoff: (day) => `data up to ${day}.`,
  noEdition: 'No edition is published: procedures have no results yet.',
  absentFrom: (edition) => `not in the ${edition} edition`,
  tableCaption: 'Procedures and their latest results',
  volume: 'Volume a year',
  volumeOnline: 'online',
  tableNote:
    'n is the number of answers from users. The volume is how many times the procedure is completed in a year, by all channels. In a sort, absent or doubtful values come last.',
  empty: 'No procedure matches',
  emptySearch: 'Try a single word, a shorter one, or the name of the organisation.',
  emptyFilters: 'Remove a filter:',
  without: (filter, value, count) => `${procedures(count)} without the filter ${filter} “${value}”`,
  withoutSearch: (words, count) => `${procedures(count)} without the search “${words}”`,
  seeAll: 'See all procedures',
};
