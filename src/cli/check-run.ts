import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import type { Database } from '../core/database.ts';
import { VigieError } from '../core/errors.ts';
import { findSecretButton, signTrial } from '../feedback/index.ts';
import {
  type Check,
  type CheckedTarget,
  type CheckKind,
  type CheckOptions,
  listMaintenances,
  listOpenTargets,
  listTargets,
  openProbeContext,
  recordCheck,
  runChecks,
} from '../probes/index.ts';
import { ownRobotName } from '../web/probe-robot.ts';
import { parseCheckKind, parseTargetId } from './check-kind.ts';
import { answer, sayProgress, withStore } from './command.ts';

type Options = { target?: string; kind?: string[]; json?: true };

/** `vigie check run`: looks at the pages of targets in a browser, and keeps what it saw. */
export function checkRunCommand(parent: Command): void {
  parent
    .command('run')
    .description(
      'look at the pages of targets in a browser: speed, accessibility, mobile, sign-in, help, button',
    )
    .option('--target <id>', 'this target only')
    .option('--kind <kind...>', 'these checks only')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      const kinds = options.kind?.map((one) => parseCheckKind('--kind', one));
      const targetId = options.target === undefined ? null : parseTargetId('--target', options.target);
      const run = await withStore((db) => checkAll(db, targetId, kinds));
      sayProgress('');
      answer(options.json === true, toJson(run), toLines(run));
      // Whatever the sites do, the command did what was asked; without a browser it did nothing.
      const { made } = run;
      if (made.length > 0 && made.every(({ evidence }) => evidence.reason === 'browser_missing')) {
        throw new VigieError('Unavailable', 'No browser can be started: see docs/checks.md.');
      }
    });
}

type Run = {
  readonly made: readonly Check[];
  readonly targets: readonly CheckedTarget[];
  /** Those that were in maintenance. */
  readonly skipped: readonly CheckedTarget[];
};

async function checkAll(
  db: Database,
  targetId: number | null,
  kinds: readonly CheckKind[] | undefined,
): Promise<Run> {
  const targets = await listCheckedTargets(db, targetId);
  const { publicUrl, probeAllow, chromium } = readConfig();
  const { userAgent, resolve, isAllowed } = openProbeContext(
    ownRobotName(publicUrl),
    probeAllow,
    systemClock,
  );
  const skipped: CheckedTarget[] = [];
  const options: CheckOptions = {
    ...{ userAgent, resolve, isAllowed, publicUrl, kinds },
    chromiumPath: chromium,
    clock: systemClock,
    signTrial: (buttonId, form) => signTrialOf(db, buttonId, form),
    onStart: ({ id, url }, kind) => {
      const at = targets.findIndex((one) => one.id === id) + 1;
      sayProgress(`${at} of ${targets.length}: ${kind}, ${url}`);
    },
    onSkip: (target) => skipped.push(target),
  };
  const made: Check[] = [];
  for await (const check of runChecks(targets, options)) {
    await recordCheck(db, check);
    made.push(check);
  }
  return { made, targets, skipped };
}

/** @throws VigieError NotFound for a target that is not there, or no more */
async function listCheckedTargets(db: Database, targetId: number | null): Promise<CheckedTarget[]> {
  const found = await listTargets(db, targetId === null ? {} : { id: targetId });
  if (targetId !== null && found.length === 0) {
    throw new VigieError('NotFound', `There is no open target ${targetId}; see "vigie target list".`);
  }
  // The addresses of a demonstration are nobody's.
  const probed = new Set((await listOpenTargets(db)).map(({ id }) => id));
  const wanted = targetId === null ? found.filter(({ id }) => probed.has(id)) : found;
  const maintenances = Map.groupBy(await listMaintenances(db), (one) => one.targetId);
  return wanted.map(({ uses, ...target }) => ({
    ...target,
    maintenances: maintenances.get(target.id) ?? [],
    roles: [...new Set(uses.map(({ role }) => role))],
  }));
}

async function signTrialOf(db: Database, buttonId: string, form: string): Promise<string | null> {
  const button = await findSecretButton(db, buttonId);
  return button === null ? null : signTrial(button, form);
}

function toJson({ made, skipped }: Run) {
  return {
    checks: made.map(({ targetId, kind, checkedAt, result, figures, evidence }) => ({
      ...{ target: targetId, kind, checked_at: checkedAt, result, figures, evidence },
    })),
    skipped: skipped.map(({ id }) => id),
  };
}

function toLines({ made, targets, skipped }: Run): string[] {
  const count = (result: Check['result']) => made.filter((one) => one.result === result).length;
  const ids = skipped.map(({ id }) => id).join(', ');
  return [
    `${made.length} checks: ${count('pass')} pass, ${count('fail')} fail, ${count('unknown')} unknown`,
    ...(ids === '' ? [] : [`${skipped.length} of ${targets.length} targets skipped, in maintenance: ${ids}`]),
    ...made.map(checkLine),
  ];
}

/** A check on one line: what it came to, and why. */
export function checkLine({ targetId, kind, result, evidence }: Check): string {
  const { reason, advice, url } = evidence;
  const why = reason ?? advice.join(', ');
  return `  target ${targetId}  ${kind.padEnd(25)}  ${result.padEnd(7)}  ${why === '' ? url : `${why}  ${url}`}`;
}
