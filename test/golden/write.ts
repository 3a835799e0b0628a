/** Writes the texts of articles that `src/web/public/article.test.ts` compares with: `node test/golden/write.ts`. Read them. */
import { writeFileSync } from 'node:fs';
import { LOCALES } from '../../src/web/i18n/index.ts';
import { ARTICLE_CASES } from '../support/article-editions.ts';
import { goldenFile, pageOf, textOf } from '../support/article-text.ts';

for (const [name, given] of Object.entries(ARTICLE_CASES)) {
  for (const locale of LOCALES) {
    writeFileSync(goldenFile(name, locale), await textOf(pageOf(given, locale)));
  }
}
