/** The reception sites of the made-up site: two of a network, one with reviews, one of no network. */
import { recordSites } from '../../src/catalogue/index.ts';
import { addDays } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { createButton, keepContributions } from '../../src/feedback/index.ts';
import { contributionOf, TODAY } from './review-store.ts';

/** Slugs. */
export const TOLD_SITE = 'centre-des-impots-de-lille';
export const LONE_SITE = 'guichet-sans-reseau';

export async function stateJourneyPlaces(db: Database): Promise<void> {
  const validFrom = '2025-12-31';
  const network = 'Centres des impôts';
  const [told = 0] = await db.transaction((tx) =>
    recordSites(tx, [
      {
        ...{ slug: TOLD_SITE, name: 'Centre des impôts de Lille', network, validFrom },
        ...{ street: '22 rue Lavoisier', postcode: '59000', municipality: 'Lille' },
        ...{ latitude: 50.6292, longitude: 3.0573 },
        openingHours: 'Lundi : 9 h – 12 h\nMardi : fermé',
        premisesAccessibility: 'Plain-pied',
      },
      { slug: 'centre-des-impots-de-brest', name: 'Centre des impôts de Brest', network, validFrom },
      { slug: LONE_SITE, name: 'Guichet sans réseau', validFrom },
    ]),
  );
  const button = await createButton(
    db,
    {
      ...{ subjectId: told, channel: 'counter', step: null },
      ...{ language: 'fr', questionnaire: 'avis', author: 'test' },
    },
    new Date('2026-01-02T12:00:00Z'),
  );
  await keepContributions(
    db,
    Array.from({ length: 40 }, (_, at) => contributionOf(button, { openedOn: addDays(TODAY, -at), at })),
  );
}
