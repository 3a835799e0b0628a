/** The forms over a real store, served as the server serves them: lane, intake, journal, limits. */
import { rm } from 'node:fs/promises';
import type { TestContext } from 'node:test';
import { recordProcedures } from '../../src/catalogue/index.ts';
import { openDatabase } from '../../src/core/database.ts';
import { listen } from '../../src/core/http/listen.ts';
import { clientAddressFrom } from '../../src/core/networks.ts';
import { closeButton, createButton, openFeedback } from '../../src/feedback/index.ts';
import { feedbackForm } from '../../src/web/feedback-form/routes.ts';
import { openData } from '../../src/web/open-data/routes.ts';
import { publicSite } from '../../src/web/public/routes.ts';
import { createApp } from '../../src/web/server.ts';
import { testDatabase } from './database.ts';
import { appOptions, HOST } from './http.ts';
import { temporaryPath } from './server.ts';

/** A button that asks for an opinion at the end of a procedure on the web. */
export const OPINION_BUTTON = {
  channel: 'web',
  step: null,
  language: 'fr',
  questionnaire: 'avis',
  author: 'test',
} as const;

/** A server until the end of the test, with an open button and a closed one on each of two procedures. */
export async function serveFeedback(t: TestContext) {
  const db = await testDatabase(t);
  const options = appOptions(db, []);
  const { clock, log, metrics, assets } = options;
  const names = ['Refaire sa carte', 'Déclarer un déménagement'];
  const procedures = names.map((name, at) => ({ publicId: String(at + 1), name, validFrom: '2025-01-01' }));
  const subjectIds = await db.transaction((tx) => recordProcedures(tx, procedures));
  const open = [];
  const closed = [];
  for (const subjectId of subjectIds) {
    open.push(await createButton(db, { ...OPINION_BUTTON, subjectId }, clock.now()));
    const shut = await createButton(db, { ...OPINION_BUTTON, subjectId }, clock.now());
    await closeButton(db, shut.id, 'la démarche ferme', clock.now());
    closed.push(shut);
  }
  const dataDirectory = temporaryPath();
  const intakeDb = openDatabase(db.target, { connections: 3, pipeline: true });
  const feedback = await openFeedback({
    db,
    intakeDb,
    dataDirectory,
    clock,
    generation: () => 1,
    log,
    metrics,
  });
  const form = feedbackForm({
    registry: feedback.registry,
    intake: feedback.intake,
    clock,
    countOpening: feedback.openings.count,
    assets,
    origin: options.config.publicUrl,
    trustedAddress: clientAddressFrom([HOST]),
  });
  const app = createApp({ ...options, audiences: [publicSite, form.routes, openData] });
  const server = await listen(app, { host: HOST, port: 0, log, lanes: { list: [form.lane], metrics } });
  t.after(async () => {
    await server.stop(0);
    await feedback.stop();
    await intakeDb.close();
    await rm(dataDirectory, { recursive: true, force: true });
  });
  const origin = `http://${HOST}:${server.port}`;
  return { db, app, feedback, metrics, origin, port: server.port, open, closed, logged: options.logged };
}

/** Opens a form as a person does; the token of its first page. */
export async function openForm(origin: string, buttonId: string): Promise<string> {
  const page = await (await fetch(`${origin}/avis/${buttonId}`)).text();
  const token = / name="f" value="([^"]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error(`the form has no token: ${page.slice(0, 200)}`);
  return token;
}
