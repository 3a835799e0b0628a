/** Counters: which pages may count for a procedure, under which steps. Pure. */
import type { FieldError } from '../core/errors.ts';
import { COMMON_STEPS, STEP_NAME, VIEW } from './visit-count.ts';

export type Counter = {
  /** Ten lower-case letters and digits: it names the counter in addresses. */
  readonly id: string;
  readonly subjectId: number;
  /** Scheme, host and port of the sites whose pages count. */
  readonly origins: readonly string[];
  /** Beginnings of the paths under which pages are counted. */
  readonly paths: readonly string[];
  /** Steps of its own, in their order, between `start` and the endings. */
  readonly steps: readonly string[];
  readonly createdAt: Date;
  readonly author: string;
  readonly closedAt: Date | null;
  readonly closedReason: string | null;
};

export type NewCounter = Pick<Counter, 'subjectId' | 'origins' | 'paths' | 'steps' | 'author'>;

/** As many as a visit can be remembered to have met (tally.ts), the common steps apart. */
const MOST = { origins: 20, paths: 25, steps: 25 } as const;
const PATH_LENGTH = 120;

/** The origin of an address of a page, as browsers write it; null for what is none. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : null;
}

/** What is wrong with a counter, by option of the command. */
export function counterFaults({
  origins,
  paths,
  steps,
  author,
}: Omit<NewCounter, 'subjectId'>): FieldError[] {
  const fault = (path: string, message: string): FieldError[] => [{ path, message }];
  return [
    ...(origins.length === 0
      ? fault('--origin', 'give the address of the site, https://… ; several where it has several')
      : []),
    ...origins.flatMap((one) =>
      originOf(one) === one
        ? []
        : fault('--origin', `"${one}" is not http:// or https:// and a host, in lower case and without path`),
    ),
    ...paths.flatMap((one) =>
      one.startsWith('/') && one.length <= PATH_LENGTH && /^[\w/.~-]+$/.test(one)
        ? []
        : fault(
            '--path',
            `"${one}" is not the beginning of a path: / then letters without accents, digits, /, ., _, ~, -`,
          ),
    ),
    ...steps.flatMap((one) => {
      if (one === VIEW || COMMON_STEPS.includes(one))
        return fault('--step', `"${one}" is there in every counter`);
      return STEP_NAME.test(one)
        ? []
        : fault('--step', `"${one}" is not lower-case letters, digits, _, -, at most 40`);
    }),
    ...Object.entries({ origins, paths, steps }).flatMap(([name, list]) => {
      const option = `--${name.slice(0, -1)}`;
      const most = MOST[name as keyof typeof MOST];
      if (new Set(list).size < list.length) return fault(option, 'the same one is given twice');
      return list.length > most ? fault(option, `${list.length} are given, at most ${most}`) : [];
    }),
    ...(author.length >= 1 && author.length <= 120 ? [] : fault('--author', 'write 1 to 120 characters')),
  ];
}

/**
 * The registered beginning that a path falls under, the longest of them: all that is kept of it. `/aide` holds `/aide` and
 * `/aide/contact`, not `/aides`.
 */
export function pageOf({ paths }: Pick<Counter, 'paths'>, path: string): string | null {
  let found: string | null = null;
  for (const one of paths) {
    if (!path.startsWith(one) || (found !== null && one.length <= found.length)) continue;
    if (path.length === one.length || one.endsWith('/') || path[one.length] === '/') found = one;
  }
  return found;
}
