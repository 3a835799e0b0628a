/** Editions made up for articles: each case is something that an article must tell well. */
import { readFileSync } from 'node:fs';
import { type CriterionId, findCriterion, getMethodology, levelOf } from '../../src/criteria/index.ts';
import { compareEditions } from '../../src/editions/compare-editions.ts';
import type { Note } from '../../src/editions/note.ts';
import type { PublishedEdition } from '../../src/editions/published-edition.ts';
import type { PublishedProcedure, PublishedResult } from '../../src/editions/published-result.ts';
import { readTotals } from '../../src/editions/totals-file.ts';
import { publishedEdition, publishedProcedure, publishedResult } from './published.ts';

export type ArticleCase = {
  readonly published: PublishedEdition;
  readonly previous: PublishedEdition | null;
  readonly notes?: readonly Note[];
};

/** What an article is composed from: the two editions, and what changed from one to the other. */
export function articleFacts({ published, previous }: ArticleCase) {
  return {
    published,
    previous,
    comparison: previous === null ? null : compareEditions(previous, published),
  };
}

type Results = PublishedProcedure['results'];
const LAST_YEAR = { period_start: '2023-10-01', as_of: '2024-09-30' };

/** A result of the methodology's own level. */
export function judged(
  criterion: CriterionId,
  value: number | string,
  given: Partial<PublishedResult> = {},
  methodology = 'vigie-1',
): Results {
  const definition = findCriterion(getMethodology(methodology), criterion);
  if (definition === null) throw new RangeError(`${methodology} has no ${criterion}`);
  const status = definition.sampling === 'none' && criterion !== 'availability' ? 'declared' : 'measured';
  const level = levelOf(definition, value) ?? 'none';
  return { [criterion]: publishedResult({ status, value, level, unit: definition.unit, ...given }) };
}

/** A satisfaction from its answers: not well, medium, very well. */
export function rated(answers: readonly [number, number, number], given: Partial<PublishedResult> = {}) {
  const [bad, medium, good] = answers;
  const n = bad + medium + good;
  const counts = { '0': bad, '5': medium, '10': good };
  return judged('satisfaction', (5 * medium + 10 * good) / n, { n, counts, ...given });
}

const ONLINE = judged('online', 'Oui');
const SEA = { organisation: 'DGAMPA', ministry: 'Ministère de la Mer' };
const FINANCE = { organisation: 'DGFIP', ministry: 'Ministère de l’Économie' };
const SCHOOL = { organisation: 'DGESCO', ministry: 'Ministère de l’Éducation nationale' };

const procedure = (id: string, name: string, results: Results, given: Partial<PublishedProcedure> = {}) =>
  publishedProcedure(id, results, { name, ...given });

const TAX = ['11', 'Déclarer ses revenus'] as const;
const BOAT = ['12', 'Immatriculer un navire'] as const;
const VEHICLE = ['15', 'Consulter l’historique d’un véhicule'] as const;
const GRANT = ['16', 'Demander une bourse de lycée'] as const;

const BEFORE = publishedEdition(
  [
    procedure(
      ...TAX,
      {
        ...ONLINE,
        ...rated([300, 300, 1400], LAST_YEAR),
        ...judged('once_only', 4),
        ...judged('mobile', 'Oui'),
      },
      { ...FINANCE, volume_total: 12_000_000 },
    ),
    procedure(
      ...VEHICLE,
      { ...ONLINE, ...rated([100, 100, 300], LAST_YEAR), ...judged('mobile', 'Partiel') },
      { organisation: 'DSR', ministry: 'Ministère de l’Intérieur', volume_total: 3_000_000 },
    ),
    procedure(
      ...GRANT,
      { ...judged('online', 'Partiel'), ...judged('authentication', 'Non') },
      { ...SCHOOL, volume_total: 400_000 },
    ),
    procedure('17', 'Demander une vignette', ONLINE, SEA),
  ],
  { slug: '2024-09', label: 'Septembre 2024', cutoff_on: '2024-09-30' },
);

const NEWS: readonly PublishedProcedure[] = [
  procedure(
    ...TAX,
    {
      ...ONLINE,
      ...rated([100, 200, 1700]),
      ...judged('once_only', 1),
      ...judged('mobile', 'Oui'),
      ...judged('authentication', 'FranceConnect'),
      ...judged('availability', 0.9995),
    },
    { ...FINANCE, volume_total: 12_000_000 },
  ),
  procedure(
    ...BOAT,
    { ...ONLINE, ...judged('once_only', 0), ...judged('authentication', 'FranceConnect+') },
    { ...SEA, volume_total: 80_000 },
  ),
  procedure('13', 'Formuler ses vœux après la 3e', { ...ONLINE, ...judged('mobile', 'Oui') }, SCHOOL),
  procedure(
    '14',
    'Transmettre son certificat de vie',
    {},
    { organisation: 'GIP Union retraite', ministry: null },
  ),
  procedure(
    ...VEHICLE,
    {
      ...ONLINE,
      ...rated([300, 100, 100]),
      ...judged('mobile', 'Oui'),
      availability: publishedResult({
        status: 'suspect',
        value: 0.005,
        unit: 'share',
        reason: 'probe_blocked',
      }),
    },
    { organisation: 'DSR', ministry: 'Ministère de l’Intérieur', volume_total: 3_000_000 },
  ),
  procedure(
    ...GRANT,
    { ...ONLINE, ...judged('authentication', 'FranceConnect'), ...judged('availability', 0.97) },
    { ...SCHOOL, volume_total: 400_000 },
  ),
  procedure('18', 'Demander une allocation versée d’office', judged('online', 'Démarche proactive'), SCHOOL),
];

const note = (procedureId: string, name: string, lang: Note['lang'], body: string): Note => ({
  procedure: procedureId,
  name,
  lang,
  body,
  author: 'Claire Martin',
  writtenAt: new Date('2025-10-14T09:00:00Z'),
});

const april2020 = publishedEdition([], {
  slug: '2020-04',
  label: '4e édition, avril 2020',
  cutoff_on: '2020-04-30',
  published_at: '2020-05-15T15:14:00.000Z',
  methodology: 'observatoire-2020',
  selection: { rule: 'as_announced' },
});

const KNOWN_BY_TOTALS: PublishedEdition = {
  ...april2020,
  aggregates: null,
  totals: readTotals(readFileSync(new URL('../../data/edition-2020-04.csv', import.meta.url))),
};

const STATUSES = ['En cours de déploiement local', 'Non', 'Partiel', 'Oui', 'Oui'] as const;
const onlineOf = (at: number): Results => {
  const status = STATUSES[at];
  if (status !== undefined) return judged('online', status, {}, 'vde-2025');
  return at === 5 ? { online: publishedResult({ status: 'not_reported', reason: 'planned' }) } : {};
};

/** Twenty procedures with a mark without n, of few of which the online status is known. */
const MARKED = Array.from({ length: 20 }, (_, at) =>
  procedure(
    `${30 + at}`,
    `Démarche numéro ${at + 1}`,
    {
      ...onlineOf(at),
      ...judged(
        'satisfaction',
        at < 3 ? 4.5 : 7,
        { source_precision: 0.1, reason: 'n_unknown', borderline: at === 0 },
        'vde-2025',
      ),
    },
    { ...SEA, volume_total: at % 2 === 0 ? 1000 * (20 - at) : null },
  ),
);

/** Eight of them a year before. */
const MARKED_BEFORE = MARKED.slice(0, 8).map((one) => ({
  ...one,
  results: {
    ...judged('online', 'Oui', {}, 'vde-2025'),
    ...judged('satisfaction', 6.5, { ...LAST_YEAR, source_precision: 0.1, reason: 'n_unknown' }, 'vde-2025'),
  },
}));

const VDE = { methodology: 'vde-2025' } as const;

export const ARTICLE_CASES: Readonly<Record<string, ArticleCase>> = {
  whole: {
    published: publishedEdition(NEWS),
    previous: BEFORE,
    notes: [
      note('12', BOAT[1], 'fr', 'Une vente entre particuliers se déclare maintenant **sans papier**.'),
      note('12', BOAT[1], 'en', 'A sale between private persons is now declared **without paper**.'),
      note(
        '18',
        'Demander une allocation versée d’office',
        'fr',
        'Le versement est automatique depuis mars.',
      ),
    ],
  },
  first: { published: publishedEdition(NEWS.slice(0, 1)), previous: null },
  unchanged: {
    published: publishedEdition(BEFORE.procedures, { revision: 3, ...correction() }),
    previous: BEFORE,
  },
  many: {
    published: publishedEdition(MARKED, {
      ...VDE,
      selection: { rule: 'top', count: 20, measure: 'volume_total', candidates: 812, without_volume: 40 },
    }),
    previous: publishedEdition(MARKED_BEFORE, { ...VDE, slug: '2024-09', label: 'Septembre 2024' }),
  },
  totals: { published: KNOWN_BY_TOTALS, previous: null },
  'after-totals': {
    published: publishedEdition(MARKED.slice(0, 4), { ...VDE, reconstructed: true }),
    previous: KNOWN_BY_TOTALS,
  },
  'other-method': {
    published: publishedEdition(NEWS),
    previous: publishedEdition(BEFORE.procedures.slice(2), {
      slug: '2020-07',
      label: 'Juillet 2020',
      cutoff_on: '2020-07-31',
      methodology: 'observatoire-2020',
    }),
  },
  unknown: {
    published: publishedEdition([procedure('19', 'Demander un timbre', {}, SEA)]),
    previous: publishedEdition([procedure('19', 'Demander un timbre', {}, SEA)], {
      slug: '2024-09',
      label: 'Septembre 2024',
    }),
  },
};

/** What a third revision says of itself. */
function correction(): Partial<PublishedEdition['edition']> {
  return {
    revised_at: '2025-11-03T10:00:00.000Z',
    correction: {
      corrects: 2,
      author: 'Claire Martin',
      reason: 'un volume avait été compté deux fois.',
      differences: [
        {
          procedure: '11',
          name: TAX[1],
          field: 'volume_total',
          before: { value: 24_000_000 },
          after: { value: 12_000_000 },
        },
      ],
    },
  };
}
