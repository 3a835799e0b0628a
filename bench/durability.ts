/**
 * The promise of the intake, at length: the application and the store killed two hundred times under load, then the store
 * away for a minute, and the application started without it.
 */
import { killUnderLoad, silenceUnderLoad } from '../test/support/intake-kills.ts';
import type { Figures } from './run.ts';
import { withDirectory } from './server.ts';

const KILLS = 200;
const PEOPLE = 8;
const AWAY_MS = 60_000;

/** What was acknowledged in all. @throws AssertionError when any of it is lost or counted twice */
export async function measureDurability(): Promise<Figures> {
  const seed = `durability ${performance.timeOrigin}`;
  const figures: Figures = {};
  await withDirectory(async (directory) => {
    const report = await killUnderLoad(directory, { kills: KILLS, people: PEOPLE, seed });
    figures.kills = report.kills;
    figures.acknowledgedThroughKills = report.acknowledged;
  });
  const ends: (() => unknown)[] = [];
  await withDirectory(async (directory) => {
    const after = (end: () => unknown) => void ends.push(end);
    const report = await silenceUnderLoad({ after }, directory, { awayMs: AWAY_MS, people: PEOPLE, seed });
    figures.awayS = AWAY_MS / 1_000;
    figures.acknowledgedThroughSilence = report.acknowledged;
  });
  for (const end of ends) await end();
  return { ...figures, lost: 0, countedTwice: 0 };
}
