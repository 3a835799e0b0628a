/** `npm run bench -- NAME [--json]`: runs one measurement of bench/ and prints its figures (design §7). */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Figures by name; the name says the unit. Those named `table.row.column` are printed as tables. */
export type Figures = Record<string, number | string>;

/** Each is read only when it is asked: what one needs does not weigh on another. */
const MEASUREMENTS: Readonly<Record<string, () => Promise<Figures>>> = {
  durability: async () => (await import('./durability.ts')).measureDurability(),
  edition: async () => (await import('./edition.ts')).measureEdition(),
  import: async () => (await import('./import.ts')).measureImport(),
  intake: async () => (await import('./intake.ts')).measureIntake(),
  page: async () => (await import('./page.ts')).measurePage(),
  probes: async () => (await import('./probes.ts')).measureProbes(),
  redaction: async () => (await import('./redaction.ts')).measureRedaction(),
  start: async () => (await import('./start.ts')).measureStart(),
  statistics: async () => (await import('./statistics.ts')).measureStatistics(),
  visits: async () => (await import('./visits.ts')).measureVisits(),
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
const stolenBefore = readStolen();
const figures = await measure();
const machine = describeMachine(loadBefore, stolenPercent(stolenBefore, readStolen()));
const report = { name, machine, at: new Date().toISOString(), figures };
process.stdout.write(options.includes('--json') ? `${JSON.stringify(report)}\n` : asLines(report));

type Stolen = { readonly stolen: number; readonly asked: number };

/** Of the time that this machine's processors were asked for, what others of the same host had, since its start. */
function readStolen(): Stolen | null {
  if (!existsSync('/proc/stat')) return null;
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, stolen = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return { stolen, asked: user + nice + system + irq + softirq + stolen };
}

/** What nobody measures of another machine is not told. */
function stolenPercent(before: Stolen | null, after: Stolen | null): number | 'unknown' {
  if (before === null || after === null || after.asked === before.asked) return 'unknown';
  return Number(((100 * (after.stolen - before.stolen)) / (after.asked - before.asked)).toFixed(1));
}

function describeMachine(load: number, stolen: number | 'unknown') {
  const [cpu] = cpus();
  return {
    cpu: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    version: versionOf(),
    loadBefore: Number(load.toFixed(2)),
    stolenPercent: stolen,
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
  const single = Object.entries(figures).filter(([figure]) => !figure.includes('.'));
  const rows = single.map(([figure, value]) => `  ${figure.padEnd(44)} ${value}`);
  return `${[...head, ...rows, ...asTables(figures)].join('\n')}\n`;
}

function asTables(figures: Figures): string[] {
  const cells = Object.entries(figures).flatMap(([name, value]) => {
    const [table, row, column] = name.split('.');
    return table && row && column ? [{ table, row, column, value }] : [];
  });
  return [...Map.groupBy(cells, ({ table }) => table)].flatMap(([table, ofTable]) => {
    const columns = [...new Set(ofTable.map(({ column }) => column))];
    const inColumns = (values: readonly (string | number)[]) =>
      values.map((value, i) => String(value).padStart(Math.max(columns[i]?.length ?? 0, 7) + 2)).join('');
    const lines = [...Map.groupBy(ofTable, ({ row }) => row)].map(([row, ofRow]) => {
      const values = columns.map((name) => ofRow.find(({ column }) => column === name)?.value ?? '–');
      return `  ${row.padEnd(30)}${inColumns(values)}`;
    });
    return ['', `  ${table.padEnd(30)}${inColumns(columns)}`, ...lines];
  });
}
