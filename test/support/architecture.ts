/**
 * The rules of the structure (docs/architecture.md), each a function from sources to violations. Sources are read as
 * text: a rule is a grep that a reader can check, not a compiler.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file: its path from the root of the project, and its text. */
export type Source = { readonly path: string; readonly text: string };
export type Rule = (sources: readonly Source[]) => string[];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript file of the given folders. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name))
      .map((path) => ({ path: path.replaceAll(sep, '/'), text: readFileSync(join(ROOT, path), 'utf8') })),
  );
}

const FACTS = ['observations', 'feedback', 'visits', 'probes'];
/** What publication shows and commands do. */
const DOMAIN = ['catalogue', ...FACTS, 'criteria', 'editions', 'accounts'];
const FEATURES = [...DOMAIN, 'demonstration'];
const AUDIENCES = ['public', 'feedback-form', 'visit-counter', 'open-data', 'back-office'];

/** What each part may import beside itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  catalogue: ['core'],
  ...Object.fromEntries(FACTS.map((feature) => [feature, ['core', 'catalogue']])),
  criteria: ['core'],
  accounts: ['core'],
  editions: ['core', 'catalogue', ...FACTS, 'criteria'],
  demonstration: ['core', 'catalogue', ...FACTS, 'criteria', 'editions'],
  web: ['core', ...DOMAIN],
  cli: ['core', ...DOMAIN, 'web'],
  main: ['core', ...FEATURES, 'web', 'cli'],
  warm: ['core', ...FEATURES, 'web'],
};

/** What the method may import: figures, errors, the arithmetic of days, and libraries of computation. */
const PURE = ['src/core/figure.ts', 'src/core/errors.ts', 'src/core/clock.ts', 'decimal.js', 'jstat', 'zod'];

type Import = { from: string; to: string };

const IMPORT = /^(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(IMPORT)].map(([, name = '', dynamic]) => {
    const target = dynamic ?? name;
    const to = target.startsWith('.') ? normalize(join(dirname(path), target)).replaceAll(sep, '/') : target;
    return { from: path, to };
  });
}

const isTest = ({ path }: Source) => path.endsWith('.test.ts');
const isSource = (source: Source) => source.path.startsWith('src/') && !isTest(source);

/** `src/web/x.ts` is of `web`, `src/cli.ts` of `cli`. */
function partOf(path: string): string | undefined {
  return /^src\/([^/.]+)/.exec(path)?.[1];
}

const audienceOf = (path: string) => AUDIENCES.find((audience) => path.startsWith(`src/web/${audience}/`));

function imports(sources: readonly Source[]): Import[] {
  return sources.filter(isSource).flatMap(importsOf);
}

/** A rule that looks at lines: `isExempt` files apart, none but comments may match `pattern`. */
function forbid(pattern: RegExp, why: string, isConcerned: (source: Source) => boolean): Rule {
  return (sources) =>
    sources.filter(isConcerned).flatMap(({ path, text }) => {
      const lines = text.split('\n').map((line) => (/^\s*(\/\/|\/?\*)/.test(line) ? '' : line));
      const found = pattern.exec(lines.join('\n'));
      if (!found) return [];
      const line = lines.join('\n').slice(0, found.index).split('\n').length;
      return [`${path}:${line} ${why}`];
    });
}

const SQL =
  /(['"`])\s*(?:select\s(?:(?!\1)[\s\S])*?\bfrom\b|select\s+[\w.]+\(|insert\s+into\s|update\s+[\w.]+\s+set\s|delete\s+from\s|(?:create|alter|drop)\s+(?:table|schema|index|view|database|function|role|user|extension|sequence|type)\b|truncate\s+\w|(?:un)?listen\s+\w|notify\s+\w|with\s+\w+\s+as\s*\()/i;

export const RULES: Readonly<Record<string, Rule>> = {
  'imports go to the left only': (sources) =>
    imports(sources).flatMap(({ from, to }) => {
      const [part, other] = [partOf(from), partOf(to)];
      if (part === undefined || other === undefined || part === other) return [];
      return ARROWS[part]?.includes(other) ? [] : [`${from} imports ${to}`];
    }),

  'a feature is entered through its index': (sources) =>
    imports(sources).flatMap(({ from, to }) => {
      const feature = partOf(to);
      const enters = feature !== undefined && FEATURES.includes(feature) && partOf(from) !== feature;
      return enters && to !== `src/${feature}/index.ts` ? [`${from} imports ${to}`] : [];
    }),

  'audiences do not know one another, nor do commands and what audiences share know them': (sources) =>
    imports(sources).flatMap(({ from, to }) => {
      const audience = audienceOf(to);
      const knowsNone = ['web', 'cli'].includes(partOf(from) ?? '');
      const outside = audience !== undefined && knowsNone && audienceOf(from) !== audience;
      return outside ? [`${from} imports ${to}`] : [];
    }),

  'the method is pure': (sources) =>
    imports(sources).flatMap(({ from, to }) => {
      if (partOf(from) !== 'criteria' || partOf(to) === 'criteria') return [];
      return PURE.includes(to) ? [] : [`${from} imports ${to}`];
    }),

  'there are no cycles': findCycles,

  'SQL is in *.sql.ts only': forbid(
    SQL,
    'holds SQL',
    (source) => isSource(source) && !source.path.endsWith('.sql.ts'),
  ),

  'the environment is read in core/config.ts only': forbid(
    /\bprocess\.env\b/,
    'reads the environment',
    (source) => isSource(source) && source.path !== 'src/core/config.ts',
  ),

  'the time comes from core/clock.ts only': forbid(
    /\bDate\.now\(|\bnew Date\(\s*\)|[^.\w]Date\(\)/,
    'reads the time',
    (source) => isSource(source) && source.path !== 'src/core/clock.ts',
  ),

  'markup is in web/ only': forbid(
    /\bhtml`|'hono\/html'|<\/(?:a|body|div|h[1-6]|html|li|p|span|table|td|ul)>/,
    'holds markup',
    (source) => isSource(source) && partOf(source.path) !== 'web',
  ),

  'attributes are quoted': forbid(
    /\s[a-zA-Z][\w:-]*=\$\{/,
    'has an unquoted attribute',
    (source) => isSource(source) && /\bhtml`/.test(source.text),
  ),

  'an address from data becomes a link only after a check of its scheme': forbid(
    /\b(?:href|src|action)="\$\{[^}]*(?:\burl|Url)\}/,
    'links an unchecked address',
    (source) => isSource(source) && partOf(source.path) === 'web',
  ),

  'unescaped markup is made in web/design only': forbid(
    /\braw\(/,
    'calls raw',
    (source) => isSource(source) && !source.path.startsWith('src/web/design/'),
  ),

  'a feature holds its door, notions, their tests and SQL': (sources) =>
    sources.flatMap(({ path }) => {
      const [, , name = ''] = /^src\/([^/]+)\/(?:.*\/)?([^/]+)$/.exec(path) ?? [];
      const isKnown = /^[a-z0-9]+(-[a-z0-9]+)*(\.sql|\.d)?(\.test)?\.ts$/.test(name);
      return FEATURES.includes(partOf(path) ?? '') && !isKnown ? [`${path} is of no known kind`] : [];
    }),

  'a door says what its feature owns': (sources) =>
    sources.flatMap(({ path, text }) => {
      const isDoor = FEATURES.some((feature) => path === `src/${feature}/index.ts`);
      return isDoor && !text.startsWith('/**') ? [`${path} has no header`] : [];
    }),

  'notions do no input nor output': (sources) =>
    imports(sources).flatMap(({ from, to }) => {
      const isEffect = /^node:(fs|http|https|net|child_process|worker_threads|dgram|dns)\b/.test(to);
      // To probe is to reach the network: it is the notion there, under the rule of addresses (address-guard.ts).
      if (partOf(from) === 'probes' && /^node:(http|https|net|dns)\b/.test(to)) return [];
      // Languages of forms are the files of their directory, imported as what is named would be.
      if (from === 'src/feedback/languages/index.ts' && to === 'node:fs') return [];
      return isEffect && FEATURES.includes(partOf(from) ?? '') ? [`${from} imports ${to}`] : [];
    }),

  'files are short': (sources) =>
    sources.flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > 300 ? [`${path} has ${lines} lines`] : [];
    }),

  'names say something': (sources) =>
    sources.flatMap(({ path }) =>
      /(^|[/.-])(utils?|helpers?|common|managers?|misc)([/.-]|$)/i.test(path) ? [`${path} says nothing`] : [],
    ),
};

function findCycles(sources: readonly Source[]): string[] {
  const graph = Map.groupBy(imports(sources), ({ from }) => from);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const { to } of graph.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
