/**
 * Every component with realistic values, long names and extremes, for the page of components (development only).
 * What is shown is invented; only its shape is real.
 */
import type { Localisation } from '../i18n/index.ts';
import { alert } from './alert.ts';
import { definitionList, disclosure, downloadLinks, emptyState, factLine, progressBar } from './blocks.ts';
import { breadcrumb } from './breadcrumb.ts';
import { distributionChart } from './distribution-chart.ts';
import { figure, inlineFigure } from './figure.ts';
import { filters } from './filters.ts';
import { errorSummary, formField } from './form.ts';
import { externalLink, type Html, html } from './html.ts';
import { levelBadge, levelLegend } from './level.ts';
import { lineChart } from './line-chart.ts';
import { pagination } from './pagination.ts';
import { type ResultCell, resultsTable } from './results-table.ts';
import { searchField } from './search-field.ts';
import { table } from './table.ts';

export type ComponentSample = { name: string; description: string; sample: Html | '' };

const LONG_NAME =
  'Demande d’indemnisation des victimes d’actes de terrorisme et d’autres infractions auprès du fonds de garantie, pour les ayants droit résidant à l’étranger';

/** All the samples, in the order of a page: its head, then lists, figures, charts, blocks and forms. */
export function componentSamples(l: Localisation): ComponentSample[] {
  return [...pageSamples(l), ...listSamples(l), ...figureSamples(l), ...blockSamples(l), ...formSamples(l)];
}

function pageSamples(l: Localisation): ComponentSample[] {
  return [
    {
      name: 'breadcrumb',
      description: 'The way from the home page; the last step is this page.',
      sample: breadcrumb(
        l,
        [
          { href: '#', label: l.messages.shell.home },
          { href: '#', label: l.messages.shell.procedures },
        ],
        LONG_NAME,
      ),
    },
    {
      name: 'factLine',
      description: 'The few facts that frame a page, under its head.',
      sample: html`${factLine([
        l.messages.edition.publishedOn(l.day('2025-10-15')),
        l.messages.edition.cutoffOn(l.day('2025-09-30')),
        externalLink('https://www.example.org/demarche', 'Méthode VDE 2025'),
        l.messages.units.procedures(160),
      ])}`,
    },
    {
      name: 'searchField',
      description: 'A form by GET; the prominent one heads the home page.',
      sample: html`${searchField(l, { action: '#', name: 'q', label: l.messages.home.searchProcedure, value: '', prominent: true })}`,
    },
    {
      name: 'filters',
      description: 'A form by GET, and the filters in force as links that remove them.',
      sample: filters(l, {
        action: '#',
        kept: { tri: 'satisfaction' },
        clearHref: '#',
        fields: [
          { kind: 'search', name: 'nom', label: l.messages.edition.search, value: 'passeport' },
          {
            kind: 'select',
            name: 'ministere',
            label: l.messages.edition.ministry,
            value: 'interieur',
            options: [
              { value: 'interieur', label: 'Ministère de l’Intérieur' },
              {
                value: 'economie',
                label: 'Ministère de l’Économie, des Finances et de la Souveraineté industrielle',
              },
            ],
          },
          {
            kind: 'select',
            name: 'public',
            label: l.messages.edition.audience,
            value: '',
            options: [{ value: 'p', label: 'Particulier' }],
          },
        ],
        active: [
          { label: l.messages.edition.search, value: 'passeport', removeHref: '#' },
          { label: l.messages.edition.ministry, value: 'Ministère de l’Intérieur', removeHref: '#' },
        ],
      }),
    },
  ];
}

function listSamples(l: Localisation): ComponentSample[] {
  return [
    {
      name: 'levelLegend, resultsTable',
      description: 'The table of an edition; cards on a phone. All statuses and levels, and a long name.',
      sample: html`${levelLegend(l)}${resultsSample(l)}`,
    },
    {
      name: 'table',
      description: 'Any other table; the head of a sortable column is a link.',
      sample: table(l, {
        caption: l.messages.edition.listTitle,
        columns: [
          { label: l.messages.edition.latest, sort: { href: '#', direction: 'descending' } },
          { label: l.messages.edition.methodology },
          { label: l.messages.edition.procedure, numeric: true, sort: { href: '#', direction: null } },
        ],
        rows: [
          [html`<a href="#">Octobre 2025</a>`, 'VDE 2025', l.number(160)],
          [html`<a href="#">Juillet 2025</a>`, 'VDE 2025', l.number(12_480)],
          ['Avril 2020', 'Observatoire 2020', l.number(0)],
        ],
      }),
    },
    {
      name: 'pagination',
      description: 'First, last and neighbouring pages.',
      sample: pagination(l, { page: 7, pages: 1240, hrefOf: (page) => `#${page}` }),
    },
    {
      name: 'emptyState',
      description: 'A list without a line says why, and what to do.',
      sample: emptyState(l.messages.edition.empty, l.messages.edition.emptyRemedy, {
        href: '#',
        label: l.messages.shell.clearFilters,
      }),
    },
  ];
}

function resultsSample(l: Localisation): Html {
  const measured = (value: string, level: ResultCell['level'], n: number | null = null): ResultCell => ({
    status: 'measured',
    value,
    level,
    n,
  });
  const absent = (status: ResultCell['status']): ResultCell => ({ status, value: null, level: 'none' });
  const labels = [
    'Satisfaction',
    'Accessibilité',
    'DLNUF',
    'En ligne',
    'Clarté',
    'Aide joignable',
    'Authentification',
    'Disponibilité',
  ];
  return resultsTable(l, {
    caption: l.messages.edition.tableCaption('octobre 2025'),
    rowColumn: { label: l.messages.edition.procedure, sort: { href: '#', direction: 'ascending' } },
    columns: labels.map((label) => ({ label, sort: { href: '#', direction: null } })),
    dataLang: 'fr',
    rows: [
      {
        name: 'Demander un passeport',
        href: '#',
        detail: 'France Titres',
        cells: [
          measured(l.number('8.2'), 'good', 1204),
          { ...measured(l.percentText('75'), 'medium'), status: 'declared' },
          measured(l.number('1'), 'good'),
          measured(l.percentText('98.4'), 'info'),
          { ...measured(l.number('7.98'), 'medium', 1_250_431), borderline: true },
          absent('insufficient'),
          measured('FranceConnect+', 'info'),
          measured(l.percentText('99.85'), 'medium'),
        ],
      },
      {
        name: LONG_NAME,
        href: '#',
        detail: 'Fonds de garantie des victimes des actes de terrorisme et d’autres infractions',
        cells: [
          measured(l.number('4.1'), 'poor', 118),
          absent('not_reported'),
          measured(l.number('6'), 'poor'),
          absent('not_reported'),
          measured(l.number('10'), 'good', 100),
          absent('not_applicable'),
          measured('Non', 'poor'),
          { status: 'suspect', value: l.percentText('0.50'), level: 'none' },
        ],
      },
    ],
  });
}

function figureSamples(l: Localisation): ComponentSample[] {
  const mark = {
    status: 'measured',
    value: l.number('8.2'),
    unit: l.messages.units.outOfTen,
    level: 'good',
    interval: [l.number('8.0'), l.number('8.4')],
    n: 1204,
  } as const;
  return [
    {
      name: 'levelBadge',
      description: 'Colour, word and shape; a borderline level says so.',
      sample: html`<p>${(['good', 'medium', 'poor', 'info', 'none'] as const).map((level) => html`${levelBadge(l, level)} `)}</p><p>${levelBadge(l, 'medium', true)}</p>`,
    },
    {
      name: 'figure, inlineFigure',
      description:
        'A figure never stands alone: level, interval, n, or the status that says why there is none.',
      sample: html`${figure(l, mark)}${figure(l, { ...mark, value: l.number('7.98'), level: 'medium', borderline: true, interval: [l.number('7.90'), l.number('8.06')], n: 1_250_431 })}${figure(
        l,
        { status: 'suspect', value: l.percentText('0.25'), level: 'none' },
      )}${figure(l, { status: 'insufficient', value: null, level: 'none', n: 12 })}<p>${inlineFigure(l, mark)}</p>`,
    },
    {
      name: 'lineChart',
      description: 'Interval band, thresholds, a gap and a break of series.',
      sample: lineSample(l),
    },
    {
      name: 'distributionChart',
      description: 'How answers are distributed; the table is the chart.',
      sample: distributionChart(l, {
        title: 'Répartition des 1 000 avis',
        bars: [
          { label: 'Très bien', count: 850, shareText: l.percentText('85'), level: 'good' },
          { label: 'Moyen', count: 100, shareText: l.percentText('10'), level: 'medium' },
          { label: 'Pas bien', count: 50, shareText: l.percentText('5'), level: 'poor' },
        ],
      }),
    },
    {
      name: 'progressBar',
      description: 'Coverage beside every aggregate.',
      sample: html`${progressBar(l, { label: 'Démarches dont la note est connue', done: 148, total: 160 })}${progressBar(l, { label: 'Administrations à jour', done: 0, total: 1320 })}`,
    },
  ];
}

function lineSample(l: Localisation): Html {
  const values = [6.9, 7.1, 7.2, null, 7.4, 7.3, 7.9, 8.0, 8.1, 8.2];
  return lineChart(l, {
    title: 'Satisfaction, de 2023 à 2025',
    domain: [5, 10],
    tickText: (tick) => l.number(tick),
    thresholds: [{ value: 8, text: `${l.messages.levels.good} ≥ 8` }],
    points: values.map((value, i) => ({
      label: `T${((i + 1) % 4) + 1} ${2023 + Math.floor((i + 1) / 4)}`,
      value,
      text: value === null ? '' : l.number(value, { decimals: 1 }),
      interval: value === null ? null : [value - 0.3, value + 0.3],
      intervalText:
        value === null
          ? ''
          : `[${l.number(value - 0.3, { decimals: 1 })} – ${l.number(value + 0.3, { decimals: 1 })}]`,
      n: value === null ? null : 900 + 37 * i,
      ...(i === 6 && { breakReason: 'nouvelle formulation de la question' }),
    })),
  });
}

function blockSamples(l: Localisation): ComponentSample[] {
  const words = l.messages.procedure;
  return [
    {
      name: 'alert',
      description: 'A message set apart, of four kinds.',
      sample: html`${alert(l, 'info', l.messages.edition.reconstructedMeaning, l.messages.edition.reconstructed)}${alert(l, 'success', 'La révision 2 est publiée.')}${alert(l, 'warning', l.messages.levels.borderlineMeaning)}${alert(l, 'error', l.messages.errors.remedies.Unavailable)}`,
    },
    {
      name: 'disclosure, definitionList',
      description: 'Why this figure: unfolded by the reader.',
      sample: disclosure(
        words.whyThisFigure,
        definitionList([
          { term: words.status, description: l.messages.statuses.measured.label },
          {
            term: words.source,
            description: externalLink('https://www.example.org/donnees', 'JDMA, export du 1er octobre 2025'),
          },
          { term: words.asOf, description: l.day('2025-09-30') },
          { term: words.formula, description: 'Somme des notes / nombre d’avis' },
          { term: words.rawValue, description: l.number('8.166666666666667') },
        ]),
        true,
      ),
    },
    {
      name: 'downloadLinks',
      description: 'The same page for machines.',
      sample: downloadLinks(l, [
        { format: 'JSON', href: '#', size: '84 ko' },
        { format: 'CSV', href: '#' },
      ]),
    },
  ];
}

function formSamples(l: Localisation): ComponentSample[] {
  return [
    {
      name: 'errorSummary, formField',
      description: 'Errors at the head of the form and at each field, with what was typed.',
      sample: html`${errorSummary(l, [
        { name: 'nom', message: 'Indiquez le nom de la démarche.' },
        { name: 'adresse', message: 'L’adresse doit commencer par https://.' },
      ])}<form method="post" action="#">${formField(l, { kind: 'text', name: 'nom', label: 'Nom de la démarche', value: '', required: true, error: 'Indiquez le nom de la démarche.' })}${formField(
        l,
        {
          kind: 'url',
          name: 'adresse',
          label: 'Adresse',
          hint: 'Celle de la première page.',
          value: 'demarche',
          error: 'L’adresse doit commencer par https://.',
        },
      )}${formField(l, { kind: 'textarea', name: 'motif', label: 'Motif', value: 'Le nom a changé.' })}${formField(
        l,
        {
          kind: 'select',
          name: 'type',
          label: l.messages.catalogue.kind,
          value: 'b',
          options: [
            { value: 'a', label: l.messages.catalogue.kinds.online_procedure },
            { value: 'b', label: l.messages.catalogue.kinds.simulator },
          ],
        },
      )}${formField(l, {
        kind: 'radios',
        name: 'portee',
        label: 'Portée',
        value: 'une',
        options: [
          { value: 'une', label: 'Cette démarche seulement' },
          {
            value: 'toutes',
            label: 'Toutes les démarches de l’administration',
            hint: 'Elles reçoivent la même valeur.',
          },
        ],
      })}<button type="submit">Enregistrer</button></form>`,
    },
  ];
}
