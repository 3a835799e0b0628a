/**
 * All the markup fragments of the public face, as functions from values to Html. This is the one folder (with
 * `assets/vigie.css`) that an administration entitled to another design system replaces: pages know these
 * signatures and nothing of the markup behind them.
 */
export { type AlertKind, alert } from './alert.ts';
export {
  definitionList,
  disclosure,
  downloadLinks,
  emptyState,
  factLine,
  linkLine,
  pageHead,
  progressBar,
} from './blocks.ts';
export { breadcrumb } from './breadcrumb.ts';
export { type ChoiceForm, choiceForm } from './choice-form.ts';
export { mailLink, phoneLink } from './contact-links.ts';
export { dayLegend, dayStrip, dayTable, stateBadge } from './day-strip.ts';
export { type Bar, distributionChart } from './distribution-chart.ts';
export { figure, inlineFigure, type ShownFigure } from './figure.ts';
export { type ActiveFilter, type FilterField, type Filters, filters } from './filters.ts';
export { errorSummary, type FormField, formField } from './form.ts';
export { type Funnel, type FunnelStep, funnel } from './funnel.ts';
export { externalLink, type Html, html, httpAddress, type Link, type MarkedLink, raw } from './html.ts';
export { inFrench } from './in-french.ts';
export { levelBadge, levelLegend } from './level.ts';
export { levelBar } from './level-bar.ts';
export { type LineChart, type LinePoint, lineChart } from './line-chart.ts';
export { type MarkdownOptions, markdown } from './markdown.ts';
export { minuteStrip } from './minute-strip.ts';
export { type PageContent, page, type Shell, type Visit } from './page.ts';
export type { PageData } from './page-data.ts';
export { type Pagination, pagination } from './pagination.ts';
export { type ChartMark, type PairedChart, type PairedPoint, pairedChart } from './paired-chart.ts';
export { type Place, placeScale } from './place-scale.ts';
export {
  type ResultCell,
  type ResultColumn,
  type ResultRow,
  type ResultsTable,
  resultsTable,
  type TextCell,
} from './results-table.ts';
export { type SearchField, searchField } from './search-field.ts';
export { type ShareBar, shareBars } from './share-bars.ts';
export { type SparkPoint, sparkline } from './sparkline.ts';
export { type StackedBar, type StackedPart, stackedBar } from './stacked-bar.ts';
export { beforeAfter, detailed, type Statistic, statistics } from './statistics.ts';
export { type Column, type Sort, type Table, table } from './table.ts';
export { type ToldFigure, toldFigures } from './told-figures.ts';
