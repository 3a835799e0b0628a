/** What a new subject starts from before anything is said of it. */
import type { Families } from './snapshot.ts';

const unnamed = { slug: '', name: '' };

export const BLANK: Readonly<Families> = {
  organisation: { ...unnamed, acronym: null, level: 'body', parentId: null },
  procedure: {
    ...unnamed,
    kind: 'online_procedure',
    publishedUrl: null,
    url: null,
    organisationId: null,
    ministryId: null,
    audiences: [],
    lifeEvents: [],
    onlineOnlySince: null,
    plannedOpeningOn: null,
    nextSteps: [],
    related: [],
    contactUrl: null,
    contactPhone: null,
    contactEmail: null,
    otherChannels: [],
  },
  site: {
    ...unnamed,
    network: null,
    organisationId: null,
    street: null,
    postcode: null,
    municipality: null,
    latitude: null,
    longitude: null,
    openingHours: null,
    premisesAccessibility: null,
  },
  other: { ...unnamed, organisationId: null },
};
