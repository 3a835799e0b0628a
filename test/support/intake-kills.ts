/** A server under load whose application and store are killed at random moments, and what is left in the end. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { recordProcedures } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/core/database.ts';
import { openEmbeddedServer } from '../../src/core/embedded-server.ts';
import { openStore } from '../../src/core/store.ts';
import { createButton } from '../../src/feedback/index.ts';
import { PLAIN_ENVIRONMENT } from './environment.ts';
import { killProcess, postmasterOf } from './ground.ts';
import { countsOfAnswers, gradesOfReviews, readCounts } from './intake.sql.ts';
import { chanceOf, gatherCrowd, type Memory } from './intake-load.ts';
import { networkTo } from './silent-network.ts';
import { freePort } from './start.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type KillReport = { readonly kills: number; readonly reviews: number; readonly acknowledged: number };

/** Answers that are acknowledged between two kills, however slow the machine. */
const BETWEEN_KILLS = 3;

type Server = { readonly child: ChildProcess; readonly ended: Promise<unknown> };

/**
 * Lets a crowd answer while the application or its store is killed again and again.
 *
 * @param directory a VIGIE_DATA to be
 * @returns once everything is back, what was acknowledged is in the store once, and counts are those of a recount
 * @throws AssertionError otherwise
 */
export async function killUnderLoad(
  directory: string,
  { kills, people, seed }: { kills: number; people: number; seed: string },
): Promise<KillReport> {
  const buttonId = await prepare(directory);
  const port = await freePort();
  let server = await serve(directory, port);
  const crowd = gatherCrowd(`http://127.0.0.1:${port}`, buttonId, people, seed);
  try {
    const chance = chanceOf(`kills ${seed}`);
    for (let killed = 0; killed < kills; killed += 1) {
      await crowd.during(50 + chance() * 400);
      await crowd.untilAcknowledged(crowd.acknowledged() + BETWEEN_KILLS);
      if (chance() < 0.6) {
        await killProcess(server.child.pid ?? 0);
        await server.ended;
        // Now and then the store goes with it.
        if (chance() < 0.3) await killStore(directory);
        server = await serve(directory, port);
      } else {
        await killStore(directory);
      }
    }
    await crowd.end();
    await emptied(port);
    server.child.kill('SIGTERM');
    await server.ended;
  } finally {
    crowd.disperse();
    server.child.kill('SIGKILL');
  }
  await checkStore(directory, crowd.memory);
  return { kills, reviews: crowd.memory.size, acknowledged: crowd.acknowledged() };
}

/**
 * Lets a crowd answer while the store does not: silent for half of the time, then, the application started anew, still
 * silent. All of it is checked once the store is back.
 *
 * @param directory where the store is; the application keeps its own state in a folder of it
 */
export async function silenceUnderLoad(
  t: Pick<TestContext, 'after'>,
  directory: string,
  { awayMs, people, seed }: { awayMs: number; people: number; seed: string },
): Promise<KillReport> {
  const buttonId = await prepare(directory);
  const store = await openEmbeddedServer({ dataDirectory: directory });
  try {
    const { target, fallSilent, speakAgain } = await networkTo(t, store.target);
    const url = `postgres://${target.user}@${target.host}:${target.port}/${target.database}`;
    const port = await freePort();
    const state = join(directory, 'application');
    let server = await serve(state, port, { VIGIE_DATABASE_URL: url });
    const crowd = gatherCrowd(`http://127.0.0.1:${port}`, buttonId, people, seed);
    try {
      await crowd.during(500);
      fallSilent();
      await crowd.during(awayMs / 2);
      await killProcess(server.child.pid ?? 0);
      await server.ended;
      server = await serve(state, port, { VIGIE_DATABASE_URL: url });
      // Started without its store, it takes answers.
      await crowd.untilAcknowledged(crowd.acknowledged() + 1);
      await crowd.during(awayMs / 2);
      speakAgain();
      await crowd.during(500);
      await crowd.end();
      await emptied(port);
      server.child.kill('SIGTERM');
      await server.ended;
    } finally {
      crowd.disperse();
      server.child.kill('SIGKILL');
    }
    await checkStore(directory, crowd.memory);
    return { kills: 1, reviews: crowd.memory.size, acknowledged: crowd.acknowledged() };
  } finally {
    await store.close();
  }
}

async function prepare(directory: string): Promise<string> {
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  const [subjectId = 0] = await store.db.transaction((tx) =>
    recordProcedures(tx, [{ publicId: '1', name: 'Refaire sa carte', validFrom: '2025-01-01' }]),
  );
  const button = await createButton(
    store.db,
    { subjectId, channel: 'web', step: null, language: 'fr', questionnaire: 'avis', author: 'test' },
    new Date(),
  );
  await store.close();
  return button.id;
}

async function serve(
  directory: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...PLAIN_ENVIRONMENT,
      VIGIE_DATA: directory,
      PORT: String(port),
      VIGIE_LOG_LEVEL: 'fatal',
      VIGIE_TRUSTED_PROXIES: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('vigie: listening')) return { child, ended };
  }
  throw new Error('the server did not start');
}

async function killStore(directory: string): Promise<void> {
  const postmaster = postmasterOf(directory);
  if (postmaster !== null) await killProcess(postmaster);
}

/** Waits until nothing is left in the journal. */
async function emptied(port: number): Promise<void> {
  const deadline = AbortSignal.timeout(180_000);
  for (;;) {
    deadline.throwIfAborted();
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    if (/^vigie_feedback_journal_bytes 0$/m.test(metrics)) return;
    await pause(50);
  }
}

async function checkStore(directory: string, memory: Memory): Promise<void> {
  const store = await openStore({ databaseUrl: null, dataDirectory: directory });
  try {
    await checkAnswers(store.db, memory);
    await checkCounts(store.db);
  } finally {
    await store.close();
  }
}

/** Everything that was acknowledged is there; what is there was sent. */
async function checkAnswers(db: Database, memory: Memory): Promise<void> {
  const kept = new Map((await gradesOfReviews(db)).map(({ key, grades }) => [key, grades]));
  for (const [reviewId, questions] of memory) {
    for (const [question, { acknowledged, sent }] of questions) {
      const grade = kept.get(`${reviewId} ${question}`);
      const possible = [acknowledged, sent].filter((one) => one !== null);
      if (acknowledged === null && grade === undefined) continue;
      assert.ok(
        grade !== undefined && possible.includes(grade),
        `${question} of ${reviewId} is ${grade}, not ${possible.join(' or ')}`,
      );
      kept.delete(`${reviewId} ${question}`);
    }
  }
  assert.deepEqual([...kept.keys()], [], 'nobody sent these');
}

async function checkCounts(db: Database): Promise<void> {
  assert.deepEqual(await readCounts(db), await countsOfAnswers(db));
}
