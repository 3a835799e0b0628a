/** `npm run bench -- NAME [--json]`: runs one measurement of bench/ and prints its figures (design §7). */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { measureEdition } from './edition.ts';
import { measurePage } from './page.ts';
import { measureStart } from './start.ts';

/** Figures by name; the name says the unit. */
export type Figures = Record<string, number | string>;

const MEASUREMENTS: Readonly<Record<string, () => Promise<Figures>>> = {
  edition: measureEdition,
  page: measurePage,
  start: measureStart,
};

const [name = '', ...options] = process.argv.slice(2);
const measure = MEASUREMENTS[name];
if (measure === undefined || options.some((option) => option !== '--json')) {
  process.stderr.write(
    `bench: say which, one of ${Object.keys(MEASUREMENTS).join(', ')}, then --json or nothing\n`,
  );
  process.exit(1);
}

const loadBefore = loadavg()[0] ?? 0;
const figures = await measure();
const report = { name, machine: describeMachine(loadBefore), at: new Date().toISOString(), figures };
process.stdout.write(options.includes('--json') ? `${JSON.stringify(report)}\n` : asLines(report));

function describeMachine(load: number) {
  const [cpu] = cpus();
  return {
    cpu: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    version: versionOf(),
    loadBefore: Number(load.toFixed(2)),
  };
}

function versionOf(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function asLines({
  name,
  machine,
  at,
  figures,
}: {
  name: string;
  machine: object;
  at: string;
  figures: Figures;
}): string {
  const head = [
    `${name} · ${at}`,
    Object.entries(machine)
      .map(([key, value]) => `${key} ${value}`)
      .join(', '),
  ];
  const rows = Object.entries(figures).map(([figure, value]) => `  ${figure.padEnd(44)} ${value}`);
  return `${[...head, ...rows].join('\n')}\n`;
}
