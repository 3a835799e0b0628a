/** The list of procedures over the made-up site of the journeys, and procedures under three storeys of organisations. */
import assert from 'node:assert/strict';
import { importCatalogue } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/core/database.ts';
import type { App } from '../../src/core/http/context.ts';
import type { PublishedProcedure } from '../../src/editions/index.ts';
import { openData } from '../../src/web/open-data/routes.ts';
import { publicSite } from '../../src/web/public/routes.ts';
import { createApp } from '../../src/web/server.ts';
import { withQuery } from '../../src/web/urls.ts';
import { appOptions } from './http.ts';

/**
 * Organisations in three storeys, one of which changed its slug, and procedures that tell life
 * events.
 */
const CATALOGUE = `genre,identifiant,valable_depuis,nom,niveau,rattachement,administration,publics,evenements_de_vie,slug
Administration,ministere-des-ports,2020-01-01,Ministère des Ports,Ministère,,,,,
Administration,capitainerie,2020-01-01,Direction des capitaineries,Direction,ministere-des-ports,,,,
Administration,capitainerie,2026-01-01,Direction des capitaineries,Direction,ministere-des-ports,,,,capitaineries
Administration,brest,2020-01-01,Capitainerie de Brest,Organisme,capitaineries,,,,
Démarche,901,2026-01-01,Réserver un anneau,,,brest,Particulier;Entreprise,Perdre un proche,
Démarche,902,2026-01-01,Déclarer une épave,,,capitaineries,Particulier,,
Démarche,903,2026-01-01,Signaler un filet,,,ministere-des-ports,,Perdre un proche,
`;

const SWAPPED = `genre,identifiant,valable_depuis,nom
Démarche,41,2026-01-05,Démarche d’essai numéro 42
Démarche,42,2026-01-05,Démarche d’essai numéro 41
`;

/** Imports those of the ports. */
export async function importPorts(db: Database): Promise<void> {
  await importText(db, CATALOGUE);
}

/** Gives procedures 41 and 42 of the journeys each other's name. */
export async function swapNames(db: Database): Promise<void> {
  await importText(db, SWAPPED);
}

async function importText(db: Database, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await db.transaction((tx) => importCatalogue(tx, bytes, { today: '2026-01-01' }));
}

export type Listed = {
  id: string;
  name: string;
  organisation: string | null;
  ministry: string | null;
  audiences: string[];
  life_events: string[];
  edition: string | null;
  volume_total: number | null;
  volume_online: number | null;
  results: PublishedProcedure['results'] | null;
};

export type Query = Readonly<Record<string, string | number>>;

/** Readers of the list of a database as it is now. */
export function listReaders(db: Database) {
  const app: App = createApp(appOptions(db, [publicSite, openData]));

  async function listed(query: Query): Promise<Listed[]> {
    const answer = await app.request(withQuery('/demarches.json', query));
    assert.equal(answer.status, 200);
    return ((await answer.json()) as { procedures: Listed[] }).procedures;
  }

  async function markup(query: Query, path = '/demarches'): Promise<string> {
    const answer = await app.request(withQuery(path, query), { headers: { accept: 'text/html' } });
    assert.equal(answer.status, 200, withQuery(path, query));
    return answer.text();
  }

  return {
    app,
    listed,
    markup,
    idsOf: async (query: Query) => (await listed(query)).map(({ id }) => id),
    /** The words of the page, with plain spaces. */
    said: async (query: Query, path?: string) => plain(await markup(query, path)),
  };
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}
