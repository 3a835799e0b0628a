import { AUDIENCES, type Organisation, type Procedure, type ProcedureLinks } from '../../catalogue/index.ts';
import type { PageContext } from '../page-context.ts';

/**
 * A procedure as schema.org describes a public service. No rating: its marks are ours and a declaration of others, and
 * search engines would show them without their number of answers.
 */
export function describeProcedure(
  { l, urls }: PageContext,
  current: Procedure,
  { previousSteps, nextSteps, related }: ProcedureLinks,
  origin: string,
): Record<string, unknown> {
  const { organisation, ministry, audiences, url } = current;
  const absolute = (procedure: Pick<Procedure, 'publicId' | 'slug'>) =>
    `${origin}${urls.procedure(procedure)}`;
  const described = (one: Organisation) => ({
    '@type': 'GovernmentOrganization',
    name: one.name,
    url: `${origin}${urls.organisation(one.slug)}`,
  });
  const tied = new Map(
    [...previousSteps, ...nextSteps, ...related].map(({ publicId, slug, name }) => [
      publicId,
      { publicId, slug, name },
    ]),
  );
  return {
    '@type': 'GovernmentService',
    name: current.name,
    identifier: current.publicId,
    mainEntityOfPage: absolute(current),
    ...(url === null ? {} : { url, availableChannel: { '@type': 'ServiceChannel', serviceUrl: url } }),
    ...(organisation === null ? {} : { serviceOperator: described(organisation) }),
    ...(ministry === null ? {} : { provider: described(ministry) }),
    ...(audiences.length === 0
      ? {}
      : {
          audience: audiences.map((code) => ({
            '@type': 'Audience',
            audienceType: AUDIENCES[code][l.locale],
          })),
        }),
    ...(tied.size === 0
      ? {}
      : {
          isRelatedTo: [...tied.values()].map((one) => ({
            '@type': 'GovernmentService',
            name: one.name,
            url: absolute(one),
          })),
        }),
  };
}
