/**
 * Every component with realistic values, long names and extremes, for the page of components (development only).
 * What is shown is invented; only its shape is real.
 */
import type { Localisation } from '../i18n/index.ts';
import { availabilitySamples } from './availability-samples.ts';
import { blockSamples, formSamples } from './block-samples.ts';
import { emptyState, factLine } from './blocks.ts';
import { breadcrumb } from './breadcrumb.ts';
import { editionSamples } from './edition-samples.ts';
import { figureSamples } from './figure-samples.ts';
import { filters } from './filters.ts';
import { externalLink, type Html, html } from './html.ts';
import { levelLegend } from './level.ts';
import { pagination } from './pagination.ts';
import { probeSamples } from './probe-samples.ts';
import { type ResultCell, resultsTable } from './results-table.ts';
import { type ComponentSample, LONG_NAME } from './sample.ts';
import { searchField } from './search-field.ts';
import { surveySamples } from './survey-samples.ts';
import { table } from './table.ts';
import { usageSamples } from './usage-samples.ts';

export type { ComponentSample };

/** All the samples, in the order of a page: its head, then lists, figures, charts, blocks and forms. */
export function componentSamples(l: Localisation): ComponentSample[] {
  return [
    ...pageSamples(l),
    ...listSamples(l),
    ...figureSamples(l),
    ...editionSamples(l),
    ...surveySamples(l),
    ...usageSamples(l),
    ...availabilitySamples(l),
    ...probeSamples(l),
    ...blockSamples(l),
    ...formSamples(l),
  ];
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
      description:
        'A form by GET, and the filters in force as links that remove them; a narrow screen folds some of the fields.',
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
        more: {
          label: l.messages.catalogue.moreFilters,
          open: false,
          note: l.messages.catalogue.filterNote,
          fields: [
            {
              kind: 'select',
              name: 'niveau',
              label: l.messages.edition.levelFilter,
              value: '',
              options: [{ value: 'good', label: l.messages.levels.good }],
            },
          ],
        },
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
      description:
        'A row a procedure; cards on a phone. All statuses and levels, a long name, a column without level.',
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
    'Volume',
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
        note: l.messages.catalogue.kinds.simulator,
        cells: [
          measured(l.number('8.2'), 'good', 1204),
          { ...measured(l.percentText('75'), 'medium'), status: 'declared' },
          measured(l.number('1'), 'good'),
          measured(l.percentText('98.4'), 'info'),
          { ...measured(l.number('7.98'), 'medium', 1_250_431), borderline: true },
          absent('insufficient'),
          measured('FranceConnect+', 'info'),
          measured(l.percentText('99.85'), 'medium'),
          { text: l.number(1_250_431), detail: l.messages.catalogue.volumeOnline },
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
          { text: '–' },
        ],
      },
    ],
  });
}
