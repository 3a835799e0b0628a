/** What a procedure is now, and was over the last day and the last ninety. */
import { daysLeft, isRecent, type LastLook, verdictOf } from '../../probes/index.ts';
import { countDays, runsOf } from '../day-state.ts';
import {
  dayLegend,
  dayStrip,
  dayTable,
  disclosure,
  externalLink,
  type Html,
  html,
  inFrench,
  minuteStrip,
  stateBadge,
} from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import type { ProcedureProbes } from '../procedure-probes.ts';
import type { ProbedAddress } from '../procedure-probes-addresses.ts';
import { capital } from '../procedure-probes-words.ts';
import { shareText } from '../shares.ts';

export function nowSection(context: PageContext, probes: ProcedureProbes): Html {
  const { l } = context;
  const words = l.messages.procedureProbes.now;
  const { state, addresses, now, stops } = probes;
  return html`<section aria-labelledby="now"><h2 id="now">${words.title}</h2>
<p class="note">${words.seenAt(l.instant(now))}</p>
${
  state === null
    ? ''
    : html`<p>${stateBadge(l, state.verdict ?? 'unseen')}${state.since === null ? '' : ` ${words.since(l.instant(state.since))}`}. ${l.messages.probes.verdicts[state.verdict ?? 'unseen'].meaning}</p>`
}
${
  stops.length === 0
    ? ''
    : html`<h3>${words.stops}</h3><ul>${stops.map(
        ({ startsAt, endsAt, reason }) =>
          html`<li>${
            startsAt <= now
              ? l.messages.availability.underWay(l.instant(endsAt))
              : l.messages.availability.announcedFor(l.instant(startsAt), l.instant(endsAt))
          }${l.messages.shell.colon} <span lang="fr">${reason}</span></li>`,
      )}</ul>`
}
<div>${addresses.map((address) => targetNow(context, address, probes))}</div></section>`;
}

function targetNow({ l }: PageContext, address: ProbedAddress, probes: ProcedureProbes): Html {
  const words = l.messages.procedureProbes.now;
  const { probes: told } = l.messages;
  const { id, url, role, until, closedReason } = address;
  const state = probes.state?.targets.find(({ targetId }) => targetId === id);
  const endsAt = probes.certificates.get(id);
  const head = html`<h3>${told.roles[role]}</h3><p class="address">${externalLink(url, url)}</p>`;
  if (until !== null || state === undefined) {
    const end = until === null ? '' : words.followedUntil(l.instant(until));
    return html`<article class="target-now">${head}<p>${end}${closedReason === null ? '' : html` ${words.reason}<span lang="fr">${closedReason}</span>`}</p></article>`;
  }
  const { verdict, outcome, since, lookedAt } = state;
  const open = probes.vantages.filter(({ closedAt: closed }) => closed === null);
  const looks = address.looks.filter((look) => isRecent(look, address, probes.now));
  const isSame = (look: LastLook) => verdictOf(look.outcome) === verdict;
  const others = looks.filter((look) => verdict !== null && !isSame(look));
  return html`<article class="target-now">${head}
<p>${stateBadge(l, verdict ?? 'unseen')}${since === null ? '' : ` ${words.since(l.instant(since))}`}${outcome === null ? '' : `${l.messages.shell.colon} ${told.outcomes[outcome]}`}.</p>
<p class="note">${verdict === null || verdict === 'maintenance' ? '' : `${words.seenFrom(looks.filter(isSame).length, open.length)} `}${lookedAt === null ? words.neverLooked : words.lastLook(l.instant(lookedAt))}${others.map(
    (look) =>
      html` ${inFrench(l, words.otherwise(look.vantageName, told.verdicts[verdictOf(look.outcome)].label), look.vantageName)}`,
  )}</p>
${endsAt === undefined ? '' : html`<p class="note">${words.certificate(daysLeft(endsAt, probes.now))}</p>`}</article>`;
}

/** The last day, minute by minute: of the procedure, and of each of its addresses where it has several. */
export function daySection({ l }: PageContext, { timeline, addresses }: ProcedureProbes): Html {
  const words = l.messages.procedureProbes.minutes;
  const { startsAt } = timeline;
  const several = timeline.targets.length > 1;
  return html`<section aria-labelledby="day"><h2 id="day">${words.title}</h2>
${several ? html`<p>${words.wholeMeaning}</p><h3>${words.whole}</h3>` : ''}
${minuteStrip(l, { minutes: timeline.minutes, startsAt, caption: words.whole })}
${
  several
    ? timeline.targets.map(({ targetId, minutes }) => {
        const address = addresses.find(({ id }) => id === targetId);
        const role = address === undefined ? '' : l.messages.probes.roles[address.role];
        return html`<h3>${role} <small class="address">${address?.url ?? ''}</small></h3>
${minuteStrip(l, { minutes, startsAt, caption: `${role} ${address?.url ?? ''}` })}`;
      })
    : ''
}</section>`;
}

export function glanceSection({ l }: PageContext, { cells }: ProcedureProbes): Html {
  const { availability, procedureProbes: words } = l.messages;
  return html`<section aria-labelledby="ninety"><h2 id="ninety">${words.glance}</h2>
${dayStrip(l, cells)}
${dayLegend(
  l,
  countDays(cells).map(({ state }) => state),
)}
${disclosure(
  availability.dayByDay,
  dayTable(l, capital(words.glance), runsOf(cells), ({ coverage }) => shareText(l, coverage.share) ?? '–'),
)}</section>`;
}
