import type { HttpContext } from '../../core/http/context.ts';
import type { PageContent } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { SiteContext } from '../server.ts';

/** What the routes of one part of the public site are made with, in one language. */
export type SitePart = {
  readonly site: SiteContext;
  readonly context: PageContext;
  /** What its paths start with. */
  readonly prefix: string;
  /** Answers a page in the frame of the site. */
  show(c: HttpContext, content: PageContent): Response | Promise<Response>;
};
