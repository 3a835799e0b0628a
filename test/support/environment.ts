/** What processes that tests start are given of our own environment. */
import { fileURLToPath } from 'node:url';

/** Where the npm scripts keep what Node compiles: a command starts in a third of the time. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/vigie', import.meta.url));

/** Nothing of the settings of a Vigie, which each test gives itself. */
export const PLAIN_ENVIRONMENT = { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED };
