/** Real open data beside the project, which does not ship it: tests that need it skip by name where it is absent. */
import { existsSync, readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const DIRECTORY = new URL('../../../shared/data/', import.meta.url);

/** The bytes of a file of `../shared/data`; null after the test `t` was skipped with its name. */
export function sharedData(t: TestContext, name: string): Buffer | null {
  return shared(t, name, DIRECTORY);
}

/** The same of `../shared/figures`. */
export function sharedFigures(t: TestContext, name: string): Buffer | null {
  return shared(t, name, new URL('../figures/', DIRECTORY));
}

function shared(t: TestContext, name: string, directory: URL): Buffer | null {
  const path = fileURLToPath(new URL(name, directory));
  if (existsSync(path)) return readFileSync(path);
  t.skip(`SKIPPED: ${name} is not there (${path}); put it in ${fileURLToPath(directory)} to run this`);
  return null;
}
