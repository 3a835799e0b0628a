import type { Procedure, ProcedureHistory } from '../../catalogue/index.ts';
import { type Html, html, table } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { runsOf } from '../runs.ts';

/**
 * What the procedure was called, where it was and who answered for it, the latest first; its ids elsewhere. Versions
 * that say the same of these are told once, from the day of the first.
 */
export function namesSection({ l }: PageContext, { versions, foreignIds }: ProcedureHistory): Html {
  const words = l.messages.procedure;
  const ids = foreignIds.map(({ scheme, value }) => words.foreignId(words.schemes[scheme] ?? scheme, value));
  const distinct = runsOf(versions, wordsOf).flatMap((run) => {
    const [version] = run;
    return version === undefined ? [] : [{ version, since: run.at(-1)?.validFrom ?? version.validFrom }];
  });
  return html`<section aria-labelledby="through-time"><h2 id="through-time">${words.throughTime}</h2>
${table(l, {
  caption: words.throughTime,
  captionHidden: true,
  columns: [words.knownSince, words.name, words.owner, words.address].map((label) => ({ label })),
  cards: true,
  rows: distinct.map(({ since, version }) => [
    l.day(since, 'short'),
    html`<span lang="fr">${version.name}</span>`,
    html`<span class="ministry" lang="fr">${ownersText(version) || '–'}</span>`,
    html`<span class="address">${version.publishedUrl?.trim() || '–'}</span>`,
  ]),
})}
${ids.length === 0 ? '' : html`<p class="note">${words.foreignIds(l.list(ids))}</p>`}</section>`;
}

function ownersText({ organisation, ministry }: Procedure): string {
  const names = [organisation?.acronym ?? organisation?.name, ministry?.name].filter((name) => name != null);
  return [...new Set(names)].join(' · ');
}

function wordsOf(version: Procedure): string {
  return JSON.stringify([version.name, ownersText(version), version.publishedUrl]);
}
