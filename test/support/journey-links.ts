/** What the made-up site of the journeys knows of a procedure beside its editions: steps, ties, contacts, a note. */
import { recordProcedures } from '../../src/catalogue/index.ts';
import { fixedClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { listEditions, writeNote } from '../../src/editions/index.ts';

/** Public ids of the procedures that are tied together. */
type Tied = {
  /** Stated here, in no edition. */
  readonly unpublished: string;
  /** The one that gets everything. */
  readonly long: string;
  readonly plain: string;
  readonly renamed: string;
};

/** States a simulator in no edition that leads to the procedure with the long name, and all there is of that one. */
export async function stateJourneyLinks(db: Database, tied: Tied): Promise<void> {
  const validFrom = '2025-12-31';
  const [latest] = await listEditions(db);
  await db.transaction(async (tx) => {
    await recordProcedures(tx, [
      {
        publicId: tied.unpublished,
        name: 'Démarche absente des éditions',
        kind: 'simulator',
        plannedOpeningOn: '2026-09-01',
        nextSteps: [tied.long],
        validFrom,
      },
      {
        publicId: tied.long,
        nextSteps: [tied.plain],
        related: [tied.renamed],
        contactUrl: 'https://exemple.example.org/une-page-d-aide',
        contactPhone: '01 23 45 67 89',
        contactEmail: `${'aide-et-contact-'.repeat(4)}usagers@exemple.example.org`,
        otherChannels: ['counter', 'phone', 'post', 'email', 'assisted'],
        lifeEvents: ['living_with_a_disability', 'running_a_business'],
        onlineOnlySince: '2024-01-01',
        validFrom,
      },
    ]);
    await writeNote(
      tx,
      {
        edition: latest?.slug ?? '',
        procedure: tied.long,
        lang: 'fr',
        body: '## Une refonte\n\nLa démarche a **changé** de nom ; [le dossier](https://exemple.example.org) est le même.',
        author: 'Cellule de mesure',
      },
      fixedClock('2026-01-05T09:00:00Z'),
    );
  });
}
