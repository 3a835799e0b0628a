/** The kinds of public page, each with its addresses in French and English on the made-up site. */
import { METHODOLOGIES } from '../../src/criteria/index.ts';
import { LOCALES } from '../../src/web/i18n/index.ts';
import { type Urls, urlsIn, withQuery } from '../../src/web/urls.ts';
import {
  BUILT_EDITION,
  EARLIER_EDITION,
  LATEST_EDITION,
  LISTED_EDITION,
  LONG_NAME_ID,
  PLAIN_ID,
  QUARTERS,
  SILENT_ID,
  TOTALS_EDITION,
  UNPUBLISHED_ID,
} from './journey-editions.ts';
import { IDLE_ORGANISATION } from './journey-organisations.ts';
import { LONE_SITE, TOLD_SITE } from './journey-places.ts';
import { LONE_INDEX, TOLD_SURVEY } from './surveys.ts';

export type PageKind = {
  readonly paths: readonly string[];
  /** HTTP status; 200 unless told. */
  readonly status?: number;
};

function inEachLanguage(addressOf: (urls: Urls) => string): PageKind {
  return { paths: LOCALES.map((locale) => addressOf(urlsIn(locale))) };
}

const procedureList = (parameters: Record<string, string>) =>
  inEachLanguage((urls) => withQuery(urls.procedures(), parameters));
const procedure = (publicId: string) => inEachLanguage((urls) => urls.procedure({ publicId, slug: 'x' }));
const reviews = (publicId: string, parameters: Record<string, string> = {}) =>
  inEachLanguage((urls) => withQuery(urls.procedureReviews({ publicId, slug: 'x' }), parameters));
const usages = (parameters: Record<string, string>) =>
  inEachLanguage((urls) => withQuery(urls.usages(), parameters));
const availability = (parameters: Record<string, string>) =>
  inEachLanguage((urls) => withQuery(urls.availability(), parameters));
const procedureProbes = (publicId: string, parameters: Record<string, string> = {}) =>
  inEachLanguage((urls) => withQuery(urls.procedureAvailability({ publicId, slug: 'x' }), parameters));
const usage = (indicator: string) => inEachLanguage((urls) => urls.usage(indicator));
const procedureUsage = (publicId: string, parameters: Record<string, string> = {}) =>
  inEachLanguage((urls) => withQuery(urls.procedureUsage({ publicId, slug: 'x' }), parameters));
const edition = (parameters: Record<string, string>) =>
  inEachLanguage((urls) => withQuery(urls.edition(LATEST_EDITION), parameters));

const comparison = (one: string, other: string, parameters: Record<string, string | number> = {}) =>
  inEachLanguage((urls) => withQuery(urls.editionComparison(one, other), parameters));

const organisation = (slug: string) => inEachLanguage((urls) => urls.organisation(slug));
const organisations = (parameters: Record<string, string>) =>
  inEachLanguage((urls) => withQuery(urls.organisations(), parameters));
const side = (...slugs: readonly string[]) =>
  inEachLanguage(
    (urls) =>
      `${urls.organisationComparison()}?${new URLSearchParams(slugs.map((slug) => ['administration', slug]))}`,
  );

/** The kind of page that shows every component. */
export const EVERY_COMPONENT = 'the components';

/** By their name in a test. */
export const PAGE_KINDS: Readonly<Record<string, PageKind>> = {
  'the home page': inEachLanguage((urls) => urls.home()),
  'the list of procedures': inEachLanguage((urls) => urls.procedures()),
  'the list of procedures, second page': inEachLanguage((urls) => withQuery(urls.procedures(), { page: 2 })),
  'a search without result': inEachLanguage((urls) => withQuery(urls.procedures(), { q: 'zzzz' })),
  'a search of which the words come close': procedureList({ q: 'lisence peche' }),
  'a list of procedures filtered and sorted': procedureList({
    q: 'essai',
    ministere: 'ministere-de-l-interieur',
    critere: 'clarity',
    statut: 'measured',
    tri: '-clarity',
  }),
  'a list of procedures that filters empty': procedureList({ usagers: 'individual', evenement: 'housing' }),
  'a procedure with everything and a long name': procedure(LONG_NAME_ID),
  'a plain procedure': procedure(PLAIN_ID),
  'a procedure of which nothing is known': procedure(SILENT_ID),
  'a procedure in no edition': procedure(UNPUBLISHED_ID),
  'the reviews of all procedures': inEachLanguage((urls) => urls.reviews()),
  'the reviews of all procedures over some months': inEachLanguage((urls) =>
    withQuery(urls.reviews(), { du: '2025-10-01', au: '2025-12-31' }),
  ),
  'the reviews of a procedure': reviews(PLAIN_ID),
  'the reviews of a procedure, week by week, of one ending': reviews(PLAIN_ID, {
    du: '2025-10-01',
    au: '2025-12-31',
    moyen: 'web',
    fin: 'success',
  }),
  'the reviews of a procedure over a period without any': reviews(PLAIN_ID, {
    du: '2024-01-01',
    au: '2024-02-01',
  }),
  'the reviews of a procedure whose button nobody used': reviews(LONG_NAME_ID),
  'the reviews of a procedure without a button': reviews(SILENT_ID),
  'the page of reviews of a bad period': { ...reviews(PLAIN_ID, { du: 'hier' }), status: 400 },
  'the list of criteria': inEachLanguage((urls) => urls.criteria()),
  'a criterion of marks': inEachLanguage((urls) => urls.criterion('satisfaction')),
  'a criterion of shares': inEachLanguage((urls) => urls.criterion('availability')),
  'a criterion of words': inEachLanguage((urls) => urls.criterion('online')),
  'a criterion without objective': inEachLanguage((urls) => urls.criterion('digital_share')),
  'a criterion that no edition tells': inEachLanguage((urls) => urls.criterion('help')),
  'the list of organisations': organisations({}),
  'the list of organisations sorted': organisations({ type: 'ministere', tri: '-satisfaction' }),
  'the list of organisations where nothing matches': organisations({ q: 'zzzz' }),
  'a ministry': organisation('ministere-de-l-interieur'),
  'an organisation': organisation('dga'),
  'an organisation without a procedure': organisation(IDLE_ORGANISATION),
  'the choice of organisations to compare': inEachLanguage((urls) => urls.organisationComparison()),
  'a comparison of organisations': side('ministere-de-l-interieur', 'dga', IDLE_ORGANISATION),
  'the page of an organisation compared with itself': { ...side('dga', 'dga'), status: 400 },
  'the list of reception sites': inEachLanguage((urls) => urls.sites()),
  'the list of reception sites filtered': inEachLanguage((urls) =>
    withQuery(urls.sites(), { q: 'lille', reseau: 'Centres des impôts' }),
  ),
  'the list of reception sites where nothing matches': inEachLanguage((urls) =>
    withQuery(urls.sites(), { q: 'zzzz' }),
  ),
  'a reception site': inEachLanguage((urls) => urls.site(TOLD_SITE)),
  'a reception site over some days': inEachLanguage((urls) =>
    withQuery(urls.site(TOLD_SITE), { du: '2025-12-20', au: '2026-01-10', moyen: 'counter' }),
  ),
  'a reception site of which nothing is known': inEachLanguage((urls) => urls.site(LONE_SITE)),
  'the year in figures': usages({}),
  'a year of usage beside another': usages({ annee: '2017', comparer: '2016' }),
  'a year of usage where nothing matches': usages({ annee: '2017', q: 'zzzz' }),
  'the page of a year without usage': { ...usages({ annee: '1999' }), status: 400 },
  'who publishes its usage': inEachLanguage((urls) => urls.usageCoverage()),
  'an indicator through the years': usage('accounts'),
  'an indicator by device': usage('view_share'),
  'an indicator of procedures together': usage('volume_online'),
  'an indicator that is counted': usage('completion'),
  'an indicator that nobody told': usage('delay_kept'),
  'the page of an indicator that does not exist': { ...usage('rien'), status: 404 },
  'the usage of a procedure': procedureUsage(PLAIN_ID),
  'the usage of a procedure over a period without any': procedureUsage(PLAIN_ID, { au: '2024-12-31' }),
  'the usage of a procedure of which nothing is known': procedureUsage(SILENT_ID),
  'the availability of all procedures': availability({}),
  'the availability of procedures in one state': availability({ etat: 'down' }),
  'a list of availability where nothing matches': availability({ q: 'zzzz' }),
  'the page of availability of a state that does not exist': { ...availability({ etat: 'x' }), status: 400 },
  'the probes of a procedure': procedureProbes(PLAIN_ID),
  'the probes of a procedure over a period without any': procedureProbes(PLAIN_ID, {
    du: '2024-01-01',
    au: '2024-02-01',
  }),
  'the probes of a procedure that nobody follows': procedureProbes(SILENT_ID),
  'the page of probes of a bad period': { ...procedureProbes(PLAIN_ID, { du: 'hier' }), status: 400 },
  'the robot': inEachLanguage((urls) => urls.robot()),
  'the list of surveys': inEachLanguage((urls) => urls.surveys()),
  'a survey with everything': inEachLanguage((urls) => urls.survey(TOLD_SURVEY)),
  'an index': inEachLanguage((urls) => urls.survey(LONE_INDEX)),
  'the list of editions': inEachLanguage((urls) => urls.editions()),
  'an edition': edition({}),
  'an edition filtered and sorted': edition({
    q: 'essai',
    critere: 'satisfaction',
    niveau: 'poor',
    tri: 'nom',
  }),
  'an edition where nothing matches': edition({ q: 'zzzz' }),
  'a reconstructed edition': inEachLanguage((urls) => urls.edition('2025-06-30')),
  'an edition of the most used procedures': inEachLanguage((urls) => urls.edition(BUILT_EDITION)),
  'an edition of listed procedures': inEachLanguage((urls) => urls.edition(LISTED_EDITION)),
  'an edition known by its totals': inEachLanguage((urls) => urls.edition(TOTALS_EDITION)),
  'the article of an edition': inEachLanguage((urls) => urls.editionArticle(LATEST_EDITION)),
  'the article of a reconstructed edition': inEachLanguage((urls) => urls.editionArticle(QUARTERS[1])),
  'the article of an edition known by its totals': inEachLanguage((urls) =>
    urls.editionArticle(TOTALS_EDITION),
  ),
  'a summary': inEachLanguage((urls) => urls.editionSummary(LATEST_EDITION)),
  'a summary by a criterion of shares': inEachLanguage((urls) =>
    withQuery(urls.editionSummary(LATEST_EDITION), { critere: 'digital_share' }),
  ),
  'a summary without volumes': inEachLanguage((urls) => urls.editionSummary(QUARTERS[1])),
  'a comparison of declared values': comparison(LATEST_EDITION, EARLIER_EDITION),
  'a comparison with tests': comparison(...QUARTERS),
  'a comparison of other procedures': comparison(LATEST_EDITION, LISTED_EDITION),
  'a list of changes': comparison(LATEST_EDITION, EARLIER_EDITION, { evolution: 'not_testable', page: 2 }),
  'a list of changes where nothing matches': comparison(LATEST_EDITION, EARLIER_EDITION, {
    critere: 'clarity',
    evolution: 'rise',
  }),
  'a comparison with totals': comparison(LATEST_EDITION, TOTALS_EDITION),
  'a revision of an edition': inEachLanguage((urls) =>
    withQuery(urls.editionRevision(LATEST_EDITION, 1), { niveau: 'info', q: 'licence' }),
  ),
  'the list of methodologies': inEachLanguage((urls) => urls.methodologies()),
  ...Object.fromEntries(
    METHODOLOGIES.map(({ id }) => [`the methodology ${id}`, inEachLanguage((urls) => urls.methodology(id))]),
  ),
  'about Vigie': inEachLanguage((urls) => urls.about()),
  'the help': inEachLanguage((urls) => urls.help()),
  'the glossary': inEachLanguage((urls) => urls.glossary()),
  'the data': inEachLanguage((urls) => urls.data()),
  'the site plan': inEachLanguage((urls) => urls.sitePlan()),
  'the contact': inEachLanguage((urls) => urls.contact()),
  'the legal notice': inEachLanguage((urls) => urls.legal()),
  'personal data': inEachLanguage((urls) => urls.privacy()),
  'the accessibility statement': inEachLanguage((urls) => urls.accessibility()),
  'the page of an edition that does not exist': {
    ...inEachLanguage((urls) => urls.edition('rien')),
    status: 404,
  },
  'the page of a procedure that does not exist': {
    ...inEachLanguage((urls) => urls.procedure({ publicId: '99999', slug: 'passeport' })),
    status: 404,
  },
  'the page of an edition compared with itself': {
    ...comparison(LATEST_EDITION, LATEST_EDITION),
    status: 400,
  },
  'the page of a bad choice of editions': {
    ...inEachLanguage((urls) => withQuery(urls.editions(), { comparer: LATEST_EDITION })),
    status: 400,
  },
  'the page of a bad parameter': { ...edition({ niveau: 'excellent' }), status: 400 },
  [EVERY_COMPONENT]: inEachLanguage((urls) => urls.components()),
};
