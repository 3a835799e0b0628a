import type { LinkedProcedure, Procedure, ProcedureLinks, Step } from '../../catalogue/index.ts';
import { type Html, html } from '../design/index.ts';
import type { PageContext } from '../page-context.ts';
import { withQuery } from '../urls.ts';

/** The course that a procedure is a step of, from the first step to the last; those of one rank stand together. */
export function stepsSection(
  context: PageContext,
  current: Procedure,
  { previousSteps, nextSteps }: ProcedureLinks,
): Html | '' {
  if (previousSteps.length === 0 && nextSteps.length === 0) return '';
  const words = context.l.messages.procedure;
  const ranks = (steps: readonly Step[]) =>
    [...Map.groupBy(steps, ({ distance }) => distance).values()].map(
      (rank) => html`<li>${rank.map((step) => linked(context, step))}</li>`,
    );
  return html`<section aria-labelledby="steps"><h2 id="steps">${words.steps}</h2>
<p>${words.stepsMeaning}</p>
<ol class="steps">${ranks(previousSteps)}<li aria-current="step">${here(context, current)}</li>${ranks(nextSteps)}</ol></section>`;
}

/** The procedures that go with this one, and the way to the others of its organisation. */
export function linksSection(
  context: PageContext,
  current: Procedure,
  { related }: ProcedureLinks,
): Html | '' {
  const { l, urls } = context;
  const words = l.messages.procedure;
  const owner = current.organisation ?? current.ministry;
  if (related.length === 0 && owner === null) return '';
  return html`<section aria-labelledby="related"><h2 id="related">${words.related}</h2>
${related.length === 0 ? '' : html`<ul class="linked">${related.map((one) => html`<li>${linked(context, one)}</li>`)}</ul>`}
${
  owner === null
    ? ''
    : html`<p><a href="${withQuery(urls.procedures(), { administration: owner.slug })}">${words.othersOf(owner.acronym ?? owner.name)}</a></p>`
}</section>`;
}

function linked({ l, urls }: PageContext, one: LinkedProcedure): Html {
  return html`<p><a href="${urls.procedure(one)}" lang="fr">${one.name}</a> <span class="kind">${l.messages.catalogue.kinds[one.kind]}</span></p>`;
}

function here({ l }: PageContext, { name, kind }: Procedure): Html {
  return html`<p><strong lang="fr">${name}</strong> <span class="kind">${l.messages.catalogue.kinds[kind]}, ${l.messages.procedure.thisProcedure}</span></p>`;
}
