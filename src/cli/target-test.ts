import type { Command } from 'commander';
import { systemClock } from '../core/clock.ts';
import { type Config, readConfig } from '../core/config.ts';
import {
  type Advice,
  adviseOn,
  createOwnNetwork,
  daysLeft,
  guardAddresses,
  OUTCOME_WORDS,
  openProbeContext,
  type Probe,
  type ProbeDetail,
  probeTarget,
  verdictOf,
} from '../probes/index.ts';
import { ownRobotName } from '../web/probe-robot.ts';
import { answer } from './command.ts';
import { type DemandOptions, demandOptions, readDemand } from './target-options.ts';

type Options = DemandOptions & { json?: true };
type Told = {
  readonly url: string;
  readonly probe: Probe;
  readonly advice: readonly Advice[];
  readonly now: Date;
};

/** `vigie target test URL`: looks at an address once, from here. It needs no store. */
export function targetTestCommand(parent: Command): void {
  const command = parent
    .command('test')
    .description('look at an address once, from here: verdict, times, redirects, certificate, advice')
    .argument('<url>', 'the address, https://…');
  demandOptions(command)
    .option('--json', 'answer in JSON')
    .action(async (url: string, { json, ...options }: Options) => {
      const demand = readDemand(url, options);
      const { publicUrl, probeAllow, probeReferences } = readConfig();
      const userAgent = ownRobotName(publicUrl);
      const seen = await probeTarget(demand, openProbeContext(userAgent, probeAllow, systemClock));
      const probe = await blameOwnNetwork(seen, probeReferences);
      const now = systemClock.now();
      const told = { url: demand.url, probe, advice: adviseOn(demand, probe, { now, userAgent }), now };
      answer(json === true, toJson(told), toLines(told));
      // Whatever the site does, the command did what was asked; where it could not look, it did not.
      if (verdictOf(probe.outcome) === 'unknown') process.exitCode = 1;
    });
}

/** A failure that may be ours is not the site's. What stands on an inner network does not depend on the outer one. */
async function blameOwnNetwork(probe: Probe, references: Config['probeReferences']): Promise<Probe> {
  if (verdictOf(probe.outcome) !== 'down' || !probe.detail.addresses.every(guardAddresses([]))) return probe;
  const network = createOwnNetwork({ references, clock: systemClock });
  return (await network.isOurs(probe.outcome)) ? { ...probe, outcome: 'own_network' } : probe;
}

function toJson({ url, probe, advice, now }: Told) {
  const { outcome, detail, ...phases } = probe;
  const { certificate } = detail;
  return {
    ...{ verdict: verdictOf(outcome), outcome, words: OUTCOME_WORDS[outcome], error: detail.error, url },
    phases: {
      ...{ name_ms: phases.nameMs, connect_ms: phases.connectMs, tls_ms: phases.tlsMs },
      ...{ first_byte_ms: phases.firstByteMs, whole_ms: phases.wholeMs },
    },
    ...{ status: detail.status, http_version: detail.httpVersion, bytes: detail.bytes },
    ...{ redirects: detail.redirects, last_url: detail.url, address: detail.address },
    addresses: familiesOf(detail),
    certificate: certificate && {
      ...{ subject: certificate.subject, issuer: certificate.issuer },
      valid_from: certificate.validFrom.toISOString(),
      valid_to: certificate.validTo.toISOString(),
      ...{ days_left: daysLeft(certificate.validTo, now), chain: certificate.chain },
    },
    retry_after_ms: detail.retryAfterMs,
    advice,
  };
}

function familiesOf({ addresses }: ProbeDetail) {
  return {
    ipv4: addresses.filter((one) => !one.includes(':')),
    ipv6: addresses.filter((one) => one.includes(':')),
  };
}

function toLines({ url, probe, advice, now }: Told): string[] {
  const { outcome, detail } = probe;
  const { certificate, redirects } = detail;
  const version = detail.httpVersion === null ? '' : `HTTP/${detail.httpVersion}, `;
  return [
    `${verdictOf(outcome)}: ${OUTCOME_WORDS[outcome]}`,
    ...(detail.error === null ? [] : [`error: ${detail.error}`]),
    `asked: ${url}`,
    ...redirects.map((one) => `redirect: ${one.url} answered ${one.status}`),
    ...(redirects.length === 0 || detail.url === null ? [] : [`last: ${detail.url}`]),
    ...(detail.status === null ? [] : [`answer: ${version}status ${detail.status}${sizeWords(detail)}`]),
    ...phaseLines(probe),
    ...addressLines(detail),
    ...(certificate === null
      ? []
      : [
          `certificate: ${certificate.subject}, by ${certificate.issuer}, until ${certificate.validTo.toISOString().slice(0, 10)} ` +
            `(${daysLeft(certificate.validTo, now)} days left)`,
          `chain: ${certificate.chain.join(' < ')}`,
        ]),
    ...(detail.retryAfterMs === null
      ? []
      : [`to be left alone for ${detail.retryAfterMs / 1_000} s (Retry-After)`]),
    ...advice.map(({ text }) => `advice: ${text}`),
  ];
}

function sizeWords({ bytes }: ProbeDetail): string {
  return bytes === null ? '' : `, ${bytes} bytes`;
}

/** Times since the request began, each with what comes before it. */
function phaseLines({ nameMs, connectMs, tlsMs, firstByteMs, wholeMs }: Probe): string[] {
  const phases = {
    name: nameMs,
    connection: connectMs,
    TLS: tlsMs,
    'first byte': firstByteMs,
    whole: wholeMs,
  };
  const reached = Object.entries(phases).filter(([, ms]) => ms !== null);
  if (reached.length === 0) return [];
  return [`times from the start: ${reached.map(([name, ms]) => `${name} ${ms} ms`).join(', ')}`];
}

function addressLines(detail: ProbeDetail): string[] {
  if (detail.addresses.length === 0) return [];
  const { ipv4, ipv6 } = familiesOf(detail);
  const words = (list: readonly string[]) => (list.length === 0 ? 'none' : list.join(', '));
  const used = detail.address === null ? '' : `; used: ${detail.address}`;
  return [`addresses: IPv4 ${words(ipv4)}; IPv6 ${words(ipv6)}${used}`];
}
