/** The English messages of the pages of reception sites: the same keys as `fr-sites.ts`. */
import { formats } from './formats.ts';
import type { frSites } from './fr-sites.ts';

const { number, plural } = formats('en');

const counted = (count: number, one: string, other: string): string =>
  `${number(count)} ${plural(count, { one, other })}`;
const sites = (count: number) => counted(count, 'site', 'sites');

const list: typeof frSites.list = {
  title: 'Reception sites',
  eachSite: 'a page for each site',
  description:
    'The counters where users are received, network by network, and what the reviews that they leave there say.',
  intro:
    'Tax offices, courts, consulates, social security funds: where people are received. Reviews are gathered and counted there as those of online procedures are.',
  period: (from, to) => `Reviews received from ${from} to ${to}.`,
  networks: 'Networks',
  networksNote:
    'The mean of a network is over all the reviews of its sites together: a site counts for more when it has more of them.',
  network: 'Network',
  siteCount: 'Sites',
  told: 'Sites with reviews',
  satisfaction: 'Satisfaction',
  search: 'Name, municipality or postcode',
  everyNetwork: 'All',
  sites: 'Sites',
  site: 'Site',
  organisation: 'Organisation',
  openButtons: 'Open buttons',
  count: (shown, all) => (shown === all ? sites(all) : `${sites(shown)} of ${number(all)}`),
  noNetwork: 'No network',
  unordered: 'Sites receive neither the same people nor for the same procedures: the order is not a ranking.',
  empty: 'No site matches',
  emptyRemedy: 'Check the spelling, or search by municipality.',
  none: 'No reception site is known',
  noneRemedy: 'They come from the catalogue.',
};

const one: typeof frSites.one = {
  description: (name) =>
    `${name}: address, opening hours, accessibility of the premises, and what the reviews of its users say beside those of its network.`,
  links: 'Other pages',
  listOfNetwork: 'The sites of the network',
  visit: 'Going there',
  address: 'Address',
  hours: 'Opening hours',
  premises: 'Accessibility of the premises',
  notStated: 'Not stated',
  ownedBy: 'Organisation responsible',
  position: 'Position (latitude, longitude)',
  coordinates: (latitude, longitude) => `${latitude}, ${longitude}`,
  figures: 'What reviews say',
  figuresNote: (period) =>
    `Reviews received ${period}, by the same questions and the same method as online procedures.`,
  criterion: 'Question',
  here: 'This site',
  ofNetwork: 'Its network',
  method: 'How these figures are computed',
  leftOut: (count) =>
    `${counted(count, 'review received and set apart', 'reviews received and set apart')}: sent in bursts, nearly identical texts, or duplicates. They do not count in these figures.`,
  coverage: (told, all) => `${number(told)} of ${sites(all)}`,
  networkNote: (period) =>
    `The mean of the network is over all the reviews of its sites together, this one included, ${period}: whole months, whichever reviews are chosen. No test says whether the gap is more than chance: the intervals give an idea of what it explains.`,
  noNetwork: 'This site belongs to no known network: there is nothing to compare it with.',
  noReview: 'No review',
  noReviewRemedy: 'No review about this site is counted over this period.',
  noReviewChosen: 'No review matches these choices. Remove one, or take a longer period.',
  buttons: 'Buttons',
  buttonsNote: 'What users give their feedback about this site by.',
  noButton: 'This site has no button yet: no review can be gathered there.',
  button: 'Button',
  channel: 'Where',
  asks: 'Questionnaire',
  step: 'Step',
  state: 'State',
  open: (day) => `Open since ${day}`,
  closed: (day) => `Closed on ${day}`,
  giveFeedback: 'Give my feedback about this site',
  names: 'Names over time',
  nameSince: (day) => `since ${day}`,
};

export const enSites = { list, one };
