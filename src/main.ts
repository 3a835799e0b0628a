/** The server: settings, state, store, features, audiences, listen. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemClock } from './core/clock.ts';
import { readConfig } from './core/config.ts';
import { claimDataDirectory } from './core/data-directory.ts';
import type { Database } from './core/database.ts';
import { VigieError } from './core/errors.ts';
import { listen } from './core/http/listen.ts';
import { openStoreOrLater } from './core/later-store.ts';
import { type Log, openLog } from './core/log.ts';
import { createMetrics, measurePool } from './core/metrics.ts';
import { clientAddressFrom } from './core/networks.ts';
import { followPublicChanges } from './core/public-changes.ts';
import {
  type DemonstrationFiles,
  loadDemonstration,
  loadOpinions,
  loadProbes,
  loadVisits,
} from './demonstration/index.ts';
import { formsFile, openFeedback } from './feedback/index.ts';
import { loadShippedFigures } from './observations/index.ts';
import { openProbes } from './probes/index.ts';
import { openVisits } from './visits/index.ts';
import { loadAssets } from './web/assets.ts';
import { buttonImages } from './web/button-images.ts';
import { feedbackForm } from './web/feedback-form/routes.ts';
import { openData } from './web/open-data/routes.ts';
import { ownRobotName } from './web/probe-robot.ts';
import { publicSite } from './web/public/routes.ts';
import { createApp } from './web/server.ts';
import { visitCounter } from './web/visit-counter/routes.ts';

/** Time that requests in flight have to finish once the server is told to stop. */
const STOP_WITHIN_MS = 10_000;
/** Answers go through connections of their own: no page makes them wait. */
const INTAKE_POOL = { connections: 3, statementTimeoutMs: 2_000, pipeline: true };

type Release = () => Promise<unknown>;

async function serve(releases: Release[]): Promise<void> {
  const config = readConfig();
  const log = openLog(config.logLevel);
  for (const warning of config.warnings) log.warn(warning);
  const { databaseUrl, dataDirectory, host, port } = config;

  const claim = await claimDataDirectory(dataDirectory);
  releases.push(() => claim.release());
  const mayWait = existsSync(formsFile(dataDirectory));
  const store = await openStoreOrLater({ databaseUrl, dataDirectory, log, mayWait });
  releases.push(() => store.close());
  const { db } = store;
  if (databaseUrl === null && store.isOpen()) await fillEmptyStore(db, log);
  const changes = followPublicChanges({ target: () => store.target(), log });
  releases.push(() => changes.stop());
  const metrics = createMetrics();
  measurePool(metrics, db);
  const feedback = await openFeedback({
    db,
    intakeDb: store.pool(INTAKE_POOL),
    dataDirectory,
    clock: systemClock,
    generation: changes.generation,
    log,
    metrics,
  });
  releases.push(() => feedback.stop());

  const { generation } = changes;
  const visits = await openVisits({ db, clock: systemClock, generation, log, metrics });
  releases.push(() => visits.stop());

  const probes = openProbes({
    ...{ db, clock: systemClock, generation, log, metrics },
    isOn: config.probes,
    holder: `${hostname()}:${dataDirectory}`,
    userAgent: ownRobotName(config.publicUrl),
    allow: config.probeAllow,
    references: config.probeReferences,
  });
  releases.push(() => probes.stop());

  const assets = loadAssets();
  const trustedAddress = clientAddressFrom(config.trustedProxies);
  const form = feedbackForm({
    registry: feedback.registry,
    intake: feedback.intake,
    clock: systemClock,
    countOpening: feedback.openings.count,
    assets,
    origin: config.publicUrl,
    trustedAddress,
  });
  const counter = visitCounter({ receive: visits.receive, trustedAddress, assets });
  const app = createApp({
    config,
    db,
    clock: systemClock,
    log,
    metrics,
    changes,
    assets,
    audiences: [publicSite, form.routes, counter.routes, buttonImages(feedback.registry), openData],
  });
  const lanes = { list: [form.lane, ...counter.lanes], metrics };
  const server = await listen(app, { host, port, log, lanes });
  releases.push(() => server.stop(STOP_WITHIN_MS));
  const shownHost = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  process.stdout.write(`vigie: listening on http://${shownHost}:${server.port}\n`);
  if (databaseUrl === null && store.isOpen()) releases.push(addUse(db, log));
}

const DEMONSTRATION = new URL('../data/demonstration/', import.meta.url);

/**
 * A store of our own with nothing in it shows what Vigie does, until real data are imported; beside it, the figures that
 * the project ships, which are real and stay.
 */
async function fillEmptyStore(db: Database, log: Log): Promise<void> {
  const files: DemonstrationFiles = {
    catalogue: await readFile(new URL('catalogue.csv', DEMONSTRATION)),
    targets: await readFile(new URL('targets.csv', DEMONSTRATION)),
  };
  const isLoaded = await db.transaction(async (tx) => {
    const loaded = await loadDemonstration(tx, files, systemClock);
    if (loaded) await loadShippedFigures(tx, systemClock);
    return loaded;
  });
  if (isLoaded) log.info('the demonstration is loaded');
}

/**
 * The demonstration's reviews, visits and probes come once the server answers: the first page does not wait for them.
 * @returns waits for the end of it
 */
function addUse(db: Database, log: Log): Release {
  const loading = loadOpinions(db)
    .then(() => loadVisits(db))
    .then(() => loadProbes(db, systemClock))
    .catch((error: unknown) =>
      log.warn({ err: error }, 'the reviews, visits and probes of the demonstration were not loaded'),
    );
  return () => loading;
}

/** Undoes what was done, last first; says what could not be. */
async function releaseAll(releases: Release[]): Promise<void> {
  for (const release of releases.splice(0).reverse()) {
    await release().catch((error: unknown) => complain(error));
  }
}

/** One line for an error that was foreseen, the whole of it for a defect. */
function complain(error: unknown): void {
  const text = error instanceof VigieError ? error.message : ((error as Error).stack ?? String(error));
  process.stderr.write(`vigie: ${text}\n`);
}

const releases: Release[] = [];
let stopping = false;

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await started;
    await releaseAll(releases);
    process.exit();
  });
}

const started = serve(releases).catch(async (error: unknown) => {
  stopping = true;
  complain(error);
  await releaseAll(releases);
  process.exit(1);
});
