/** Which requests of a log are pages that people saw, and what is kept of their path. Pure. */
import type { FieldError } from '../core/errors.ts';
import { counterFaults, pageOf } from './counter.ts';
import { COMMON_STEPS, VIEW } from './visit-count.ts';

/** A step, and the path of the page that bears it; `*` stands for one part of the path, between two `/`. */
export type StepPath = { readonly step: string; readonly path: string };

export type LogPages = {
  /** Scheme, host and port of the site, so that visits that come from itself are known. */
  readonly origins: readonly string[];
  /** Beginnings of the paths that count, and are told apart; where there are none, all paths count. */
  readonly paths: readonly string[];
  readonly steps: readonly StepPath[];
};

/** Why a line that was read is not counted. */
export const LEFT_OUT = ['method', 'status', 'asset', 'path', 'day'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** All that is kept of a path. */
export type LogPage = { readonly step: string; readonly page: string | null };

/** What pages are made of, and what they offer to download: files, by the end of their names. */
const ASSET = new RegExp(
  `\\.(?:${[
    'css|js|mjs|map|json|xml|rss|atom|txt|csv|wasm|webmanifest|appcache',
    'ico|png|jpe?g|gif|svgz?|webp|avif|bmp|tiff?|woff2?|ttf|otf|eot',
    'mp[34]|m4[av]|webm|og[gv]|wav|vtt|mov|avi',
    'pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|ics|vcf|zip|gz|tar|7z|rar|exe|msi|dmg|apk',
  ].join('|')})$`,
  'i',
);

/**
 * Makes the judge of requests: a page is what a GET was answered with 2xx or 304 for, whose name does not end as a file's, and
 * that stands under a path that counts or bears a step. A query string is cut off unread, and so is what follows a `;`.
 */
export function createPageReader({
  paths,
  steps,
}: Pick<LogPages, 'paths' | 'steps'>): (request: string, status: number) => LogPage | LeftOut {
  const stepOf = stepReader(steps);
  return (request, status) => {
    if (!request.startsWith('GET /')) return 'method';
    if (!((status >= 200 && status < 300) || status === 304)) return 'status';
    const path = pathOf(request);
    const step = stepOf(path);
    if (step === null && ASSET.test(path)) return 'asset';
    const page = pageOf({ paths }, path);
    if (step === null && page === null && paths.length > 0) return 'path';
    return { step: step ?? VIEW, page };
  };
}

const PATH_AT = 'GET '.length;

function pathOf(request: string): string {
  const end = request.slice(PATH_AT).search(/[?#; ]/);
  return end === -1 ? request.slice(PATH_AT) : request.slice(PATH_AT, PATH_AT + end);
}

function stepReader(steps: readonly StepPath[]): (path: string) => string | null {
  const plain = new Map<string, string>();
  const patterns: { readonly step: string; readonly pattern: RegExp }[] = [];
  for (const { step, path } of steps) {
    if (!path.includes('*')) plain.set(withoutSlash(path), step);
    else {
      const parts = withoutSlash(path).split('/');
      const pattern = parts.map((part) => (part === '*' ? '[^/]+' : part.replaceAll('.', '\\.'))).join('/');
      patterns.push({ step, pattern: new RegExp(`^${pattern}/?$`) });
    }
  }
  return (path) =>
    plain.get(withoutSlash(path)) ?? patterns.find(({ pattern }) => pattern.test(path))?.step ?? null;
}

const withoutSlash = (path: string) => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);

/**
 * What is wrong with the pages that are asked for, by option of the command.
 * @param steps each as written: `name=/path`
 */
export function readLogPages(
  asked: { readonly origins: readonly string[]; readonly paths: readonly string[] },
  steps: readonly string[],
): { readonly pages: LogPages; readonly faults: readonly FieldError[] } {
  const { origins, paths } = asked;
  const read = steps.map((text) => {
    const at = text.indexOf('=');
    return { step: text.slice(0, Math.max(at, 0)), path: text.slice(at + 1), text };
  });
  const own = new Set(read.map(({ step }) => step).filter((step) => !COMMON_STEPS.includes(step)));
  const shared = counterFaults({ origins, paths, steps: [...own], author: 'import' });
  const written = new Set<string>();
  const faults = read.flatMap(({ path, text }): FieldError[] => {
    const isTwice = written.has(withoutSlash(path));
    written.add(withoutSlash(path));
    if (isTwice) return [{ path: '--step', message: `"${text}": another step has this path` }];
    if (/^\/(?:\*|[\w.~-]+)?(?:\/(?:\*|[\w.~-]+))*\/?$/.test(path)) return [];
    const form =
      'name=/path, the path in letters without accents, digits, ., _, ~, -, or * for one part of it';
    return [{ path: '--step', message: `"${text}" is not ${form}` }];
  });
  return {
    pages: { origins, paths, steps: read.map(({ step, path }) => ({ step, path })) },
    faults: [...shared.filter(({ path }) => path !== '--origin' || origins.length > 0), ...faults],
  };
}
