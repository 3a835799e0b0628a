/**
 * Loads what the server loads and does nothing with it, so that Node keeps it compiled (`NODE_COMPILE_CACHE`) and the first start
 * finds it so. Run by npm after an install; without it a first start takes about a second more.
 */
await Promise.all([
  import('./core/store.ts'),
  import('./demonstration/index.ts'),
  import('./web/server.ts'),
  import('./web/public/routes.ts'),
  import('./web/open-data/routes.ts'),
]);
