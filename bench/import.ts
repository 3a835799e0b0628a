/** Budget: a million earlier reviews are imported in 60 s, on a catalogue of 1,000 procedures and over three years. */
import { createWriteStream, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { recordProcedures } from '../src/catalogue/index.ts';
import { addDays, daysBetween, fixedClock } from '../src/core/clock.ts';
import type { Database } from '../src/core/database.ts';
import { importReviews } from '../src/feedback/index.ts';
import { writtenSince } from './import.sql.ts';
import { cpuSeconds, storeCpuSeconds } from './intake.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';
import { openBenchStore, PROCEDURES, THREE_YEARS } from './statistics-store.ts';

const LINES = Number(process.env.VIGIE_BENCH_LINES ?? 1_000_000);
const BUDGET_SECONDS = 60;
const clock = fixedClock(`${addDays(THREE_YEARS.to, 1)}T08:00:00Z`);

/** Seconds of an import of a new file, and of the same file again; of processor too, of this process and of the store. */
export async function measureImport(): Promise<Figures> {
  return withDirectory(async (directory) => {
    const path = join(directory, 'avis.csv');
    await pipeline(Readable.from(linesOf(LINES)), createWriteStream(path));
    const store = await openBenchStore(directory);
    try {
      const named = Array.from({ length: PROCEDURES }, (_, at) => ({
        publicId: String(at + 1),
        name: `Démarche ${at + 1}`,
        validFrom: THREE_YEARS.from,
      }));
      await store.db.transaction((tx) => recordProcedures(tx, named));
      return {
        ...{ lines: LINES, procedures: PROCEDURES, budgetSeconds: BUDGET_SECONDS },
        ...(await measureOnce(store.db, path, 'new')),
        ...(await measureOnce(store.db, path, 'again')),
      };
    } finally {
      await store.close();
    }
  });
}

async function measureOnce(db: Database, path: string, row: string): Promise<Figures> {
  const written = await writtenSince(db, '0/0');
  const before = [cpuSeconds(process.pid), storeCpuSeconds()] as const;
  const begun = performance.now();
  const file = await open(path);
  try {
    const options = { source: 'bench', version: 'import', author: 'bench', skipBad: false, clock };
    const { created, unchanged } = await db.transaction((tx) => importReviews(tx, file, options));
    const ended = performance.now();
    const figures = {
      seconds: (ended - begun) / 1_000,
      nodeCpuSeconds: cpuSeconds(process.pid) - before[0],
      storeCpuSeconds: storeCpuSeconds() - before[1],
      logMegabytes: (await writtenSince(db, written.at)).megabytes,
      created,
      unchanged,
    };
    return Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [`import.${row}.${name}`, Number(value.toFixed(1))]),
    );
  } finally {
    await file.close();
  }
}

const COLUMNS =
  'identifiant_avis,demarche,date,satisfaction,clarte,aide,joint_telephone,qualite_telephone,commentaire';

/**
 * A file as an earlier service would write it, by day: chance decides of the procedure, some having a hundred times as many
 * as others; seven in ten say how clear it was, six in ten whether they looked for help, and three in ten write something.
 */
function* linesOf(lines: number): Generator<string> {
  const comments = readComments();
  const days = daysBetween(THREE_YEARS.from, THREE_YEARS.to);
  const draw = createDraw();
  yield `${COLUMNS}\r\n`;
  for (let at = 0; at < lines; at += 1) {
    const procedure = Math.floor(PROCEDURES * draw() ** 3) + 1;
    const day = addDays(THREE_YEARS.from, Math.floor((at * days) / lines));
    const satisfaction = ['Bien', 'Bien', 'Bien', 'Moyennement', 'Mal'][Math.floor(draw() * 5)];
    const clarity = draw() < 0.7 ? Math.ceil(draw() * 5) : '';
    const help = draw() < 0.6 ? (draw() < 0.7 ? 'Aucune' : 'Téléphone') : '';
    const reached = help === 'Téléphone' ? (draw() < 0.6 ? 'Oui' : 'Non') : '';
    const quality = reached === 'Oui' ? Math.ceil(draw() * 5) : '';
    const comment = draw() < 0.3 ? `"${comments[Math.floor(draw() * comments.length)]}"` : '';
    yield `${at + 1},${procedure},${day},${satisfaction},${clarity},${help},${reached},${quality},${comment}\r\n`;
  }
}

function readComments(): string[] {
  return readFileSync(new URL('../test/golden/comments.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/\{\w+\|([^}]*)\}/g, '$1').replaceAll('"', ''));
}

/** The same numbers from 0 to 1 in each run: a linear congruence (Numerical Recipes, "quick and dirty"). */
function createDraw(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
