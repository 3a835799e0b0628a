import type { Localisation } from './i18n/index.ts';
import type { Urls } from './urls.ts';

/** What every page is drawn with: the words of one language and its addresses. */
export type PageContext = { readonly l: Localisation; readonly urls: Urls };
