import { z } from 'zod';
import type { Procedure } from '../../catalogue/index.ts';
import { VigieError } from '../../core/errors.ts';
import { foldText } from '../../core/text.ts';
import {
  downloadLinks,
  emptyState,
  html,
  type PageContent,
  pageHead,
  pagination,
  searchField,
  table,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { asFormat, urlsIn, withQuery } from '../urls.ts';

/** A page of the list of procedures. */
export type ProcedureList = {
  readonly search: string;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly Procedure[];
};

const PAGE_SIZE = 50;

/** What the list's address asks for. */
export type ProcedureQuery = { readonly search: string; readonly page: number };

const query = z.object({
  q: z.string().trim().max(200).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** @throws VigieError InvalidInput naming the faulty parameter */
export function parseProcedureQuery(parameters: Readonly<Record<string, string>>): ProcedureQuery {
  const parsed = query.safeParse(parameters);
  if (parsed.success) return { search: parsed.data.q, page: parsed.data.page };
  throw new VigieError(
    'InvalidInput',
    'The address asks for a page that cannot exist.',
    parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  );
}

/**
 * The page of procedures that a query asks for: every word of it is in the name, or else in the names of the
 * procedure and of those who answer for it.
 */
export function selectProcedures(all: readonly Procedure[], { search, page }: ProcedureQuery): ProcedureList {
  const words = foldText(search)
    .split(' ')
    .filter((word) => word !== '');
  const holds = (text: string) => words.every((word) => foldText(text).includes(word));
  const [byName, others] = [all.filter(({ name }) => holds(name)), all.filter(({ name }) => !holds(name))];
  const found = [...byName, ...others.filter((procedure) => holds(wordsOf(procedure)))];
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return {
    search,
    found: found.length,
    page: shown,
    pages,
    shown: found.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE),
  };
}

function wordsOf({ name, organisation, ministry }: Procedure): string {
  return [name, organisation?.name, organisation?.acronym, ministry?.name].join(' ');
}

/** Every procedure of the catalogue, found by name. */
export function proceduresPage({ l, urls }: PageContext, list: ProcedureList): PageContent {
  const words = l.messages.catalogue;
  const namesakes = Map.groupBy(list.shown, ({ name }) => name);
  const hrefOf = (page: number) =>
    withQuery(urls.procedures(), { q: list.search, page: page === 1 ? undefined : page });
  return {
    title: words.title,
    description: words.intro,
    paths: { fr: urlsIn('fr').procedures(), en: urlsIn('en').procedures() },
    main: html`${pageHead({ title: words.title, lead: words.intro })}
${searchField(l, { action: urls.procedures(), name: 'q', label: words.searchLabel, value: list.search, prominent: true })}
<p class="result-count" role="status">${l.messages.units.procedures(list.found)}</p>
${
  list.found === 0
    ? emptyState(words.empty, l.messages.edition.emptyRemedy)
    : table(l, {
        caption: words.title,
        captionHidden: true,
        columns: [
          l.messages.edition.procedure,
          l.messages.edition.organisation,
          l.messages.edition.ministry,
        ].map((label) => ({ label })),
        rows: list.shown.map((procedure) => [
          html`<a href="${urls.procedure(procedure)}" lang="fr">${procedure.name}</a>${(namesakes.get(procedure.name)?.length ?? 0) > 1 ? html` <small>${words.publicId(procedure.publicId)}</small>` : ''}`,
          html`<span lang="fr">${procedure.organisation?.acronym ?? procedure.organisation?.name ?? '–'}</span>`,
          html`<span class="ministry" lang="fr">${procedure.ministry?.name ?? '–'}</span>`,
        ]),
      })
}
${pagination(l, { page: list.page, pages: list.pages, hrefOf })}
${downloadLinks(l, [
  { format: 'JSON', href: asFormat(urls.procedures(), 'json') },
  { format: 'CSV', href: asFormat(urls.procedures(), 'csv') },
])}`,
  };
}
