/** An article as a text that people read: title, headings, paragraphs, links as [words](address). */
import type { PageContent } from '../../src/web/design/index.ts';
import type { Locale } from '../../src/web/i18n/index.ts';
import { localisation } from '../../src/web/i18n/index.ts';
import { articlePage } from '../../src/web/public/article.page.ts';
import { urlsIn } from '../../src/web/urls.ts';
import { type ArticleCase, articleFacts } from './article-editions.ts';

/** Where the text of a case is kept. */
export const goldenFile = (name: string, locale: Locale): URL =>
  new URL(`../golden/article-${name}-${locale}.txt`, import.meta.url);

export function pageOf(given: ArticleCase, locale: Locale): PageContent {
  const context = { l: localisation(locale), urls: urlsIn(locale) };
  return articlePage(context, articleFacts(given), given.notes ?? []);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export async function textOf({ main }: PageContent): Promise<string> {
  const lines = String(await main)
    .replaceAll(/\n/g, ' ')
    .replaceAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g, '[$2]($1)')
    .replaceAll(/<h(\d)[^>]*>/g, (_, level: string) => `\n\n${'#'.repeat(Number(level))} `)
    .replaceAll(/<(?:p|figure|figcaption)\b[^>]*>/g, '\n\n')
    .replaceAll(/<\/h\d>/g, '\n\n')
    .replaceAll(/<strong>(.*?)<\/strong>/g, '**$1**')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return `${lines.join('\n\n')}\n`;
}
