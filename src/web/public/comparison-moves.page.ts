import type { ComparedProcedure, Comparison } from '../../editions/index.ts';
import { beforeAfter, disclosure, type Html, html, table } from '../design/index.ts';
import type { Localisation } from '../i18n/index.ts';
import type { PageContext } from '../page-context.ts';

/** More lines than this are folded. */
const MOST_SHOWN = 12;

/** Who entered, who left, who changed name or owner, and what came online. */
export function moveSections(context: PageContext, comparison: Comparison): Html {
  const { l } = context;
  const words = l.messages.comparison;
  return html`${section('entered', words.entered, html`<p>${words.enteredNote}</p>${procedureList(context, comparison.entered)}`)}
${section('left', words.left, html`<p>${words.leftNote}</p>${procedureList(context, comparison.left)}`)}
${section('renamed', words.renamed, renamedTable(context, comparison))}
${section('moved', words.moved, html`${movedTable(context, comparison)}${partiesTable(l, comparison)}`)}
${section('newly-online', words.newlyOnline, html`<p>${words.newlyOnlineNote}</p>${newlyOnlineTable(context, comparison)}`)}`;
}

function section(id: string, title: string, body: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`;
}

function procedureLink({ urls }: PageContext, { id, slug, name }: ComparedProcedure): Html {
  return html`<a href="${urls.procedure({ publicId: id, slug })}" lang="fr">${name}</a>`;
}

/** What is long waits until the reader unfolds it. */
function folded(l: Localisation, count: number, body: Html): Html {
  return count > MOST_SHOWN ? disclosure(l.messages.comparison.see(count), body) : body;
}

function procedureList(context: PageContext, procedures: readonly ComparedProcedure[]): Html {
  const { l } = context;
  if (procedures.length === 0) return html`<p>${l.messages.comparison.none}</p>`;
  const list = html`<ul class="names">${procedures.map(
    (one) =>
      html`<li>${procedureLink(context, one)} <small lang="fr">${one.organisation ?? one.ministry ?? ''}</small></li>`,
  )}</ul>`;
  return folded(l, procedures.length, list);
}

function renamedTable(context: PageContext, { renamed }: Comparison): Html {
  const { l } = context;
  const words = l.messages.comparison;
  if (renamed.length === 0) return html`<p>${words.none}</p>`;
  return folded(
    l,
    renamed.length,
    table(l, {
      caption: words.renamed,
      captionHidden: true,
      cards: true,
      columns: [{ label: words.formerName }, { label: words.presentName }],
      rows: renamed.map(({ procedure, before }) => [
        html`<span lang="fr">${before}</span>`,
        procedureLink(context, procedure),
      ]),
    }),
  );
}

function movedTable(context: PageContext, { moved }: Comparison): Html {
  const { l } = context;
  const words = l.messages.comparison;
  if (moved.length === 0) return html`<p>${words.noMove}</p>`;
  return folded(
    l,
    moved.length,
    table(l, {
      caption: words.moved,
      captionHidden: true,
      cards: true,
      columns: [l.messages.edition.procedure, words.formerOwner, words.presentOwner].map((label) => ({
        label,
      })),
      rows: moved.map(({ procedure, before }) => [
        procedureLink(context, procedure),
        html`<span lang="fr">${ownersText(before)}</span>`,
        html`<span lang="fr">${ownersText(procedure)}</span>`,
      ]),
    }),
  );
}

function ownersText({
  organisation,
  ministry,
}: Pick<ComparedProcedure, 'organisation' | 'ministry'>): string {
  return [organisation, ministry].filter((name) => name !== null).join(' · ') || '–';
}

/** Organisations and ministries that are the same under another name. */
function partiesTable(l: Localisation, { organisations_renamed, ministries_renamed }: Comparison): Html | '' {
  const renamings = [...ministries_renamed, ...organisations_renamed];
  if (renamings.length === 0) return '';
  const words = l.messages.comparison;
  return html`<h3>${words.organisationsRenamed}</h3>${table(l, {
    caption: words.organisationsRenamed,
    captionHidden: true,
    cards: true,
    columns: [{ label: words.formerName }, { label: words.presentName }],
    rows: renamings.map(({ before, after }) => [
      html`<span lang="fr">${before}</span>`,
      html`<span lang="fr">${after}</span>`,
    ]),
  })}`;
}

function newlyOnlineTable(context: PageContext, { newly_online }: Comparison): Html {
  const { l } = context;
  const words = l.messages.comparison;
  if (newly_online.length === 0) return html`<p>${words.none}</p>`;
  return folded(
    l,
    newly_online.length,
    table(l, {
      caption: words.newlyOnline,
      captionHidden: true,
      cards: true,
      columns: [{ label: l.messages.edition.procedure }, { label: words.change }],
      rows: newly_online.map(({ procedure, before, after }) => [
        procedureLink(context, procedure),
        beforeAfter(l, html`<span lang="fr">${before}</span>`, html`<span lang="fr">${after}</span>`),
      ]),
    }),
  );
}
