/** Targets and answers made up for tests. */

import type { Outcome } from '../../src/probes/index.ts';
import { NO_DETAIL, NO_PHASES, type Probe, type ProbeDetail } from '../../src/probes/sample.ts';
import type { ProbedTarget } from '../../src/probes/target.sql.ts';
import { USUAL_DEMAND } from '../../src/probes/target.ts';

export function probeOf(outcome: Outcome, detail: Partial<ProbeDetail> = {}): Probe {
  return { ...NO_PHASES, outcome, detail: { ...NO_DETAIL, ...detail } };
}

export function targetOf(id: number, changes: Partial<ProbedTarget> = {}): ProbedTarget {
  return { ...USUAL_DEMAND, id, url: `https://site-${id}.example/`, maintenances: [], ...changes };
}
