/** Budget: from an empty state to the first page in 5 s. */
import { median } from './median.ts';
import type { Figures } from './run.ts';
import { startServer, withDirectory } from './server.ts';

const RUNS = 5;

/** Seconds from the start of the process to its first page, on an empty state and on the one it left. */
export async function measureStart(): Promise<Figures> {
  const empty: number[] = [];
  const existing: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await withDirectory(async (directory) => {
      empty.push(await secondsToFirstPage(directory));
      existing.push(await secondsToFirstPage(directory));
    });
  }
  return {
    runs: RUNS,
    emptyStateToFirstPageS: median(empty),
    emptyStateToFirstPageWorstS: Number(Math.max(...empty).toFixed(2)),
    existingStateToFirstPageS: median(existing),
    budgetS: 5,
  };
}

async function secondsToFirstPage(directory: string): Promise<number> {
  const begun = performance.now();
  const server = await startServer(directory);
  const response = await fetch(`${server.url}/`);
  await response.text();
  const seconds = (performance.now() - begun) / 1_000;
  await server.stop();
  if (response.status !== 200) throw new Error(`the first page answered ${response.status}`);
  return seconds;
}
