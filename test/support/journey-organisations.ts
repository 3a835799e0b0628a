/** The organisation of the made-up site that no procedure names. */
import { recordOrganisations } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/core/database.ts';

/** Its slug. */
export const IDLE_ORGANISATION = 'agence-sans-demarche';

export async function stateIdleOrganisation(db: Database): Promise<void> {
  const idle = {
    slug: IDLE_ORGANISATION,
    name: 'Agence sans démarche',
    level: 'agency',
    validFrom: '2025-12-31',
  } as const;
  await db.transaction((tx) => recordOrganisations(tx, [idle]));
}
