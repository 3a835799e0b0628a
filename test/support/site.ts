/** A small published edition, taken from the real file of October 2025 for the variety of its cells. */
import { fixedClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { importEdition } from '../../src/editions/index.ts';

const LINES = [
  'Nom Démarche,ID Démarche,Périmètre ministériel (AC/SG),Ministère politique,Réf Administration,Statut En ligne,Categories Usagers,Volumétrie Totale,Volumétrie En Ligne,% Recours au Numérique,Note Satisfaction,Prise en compte Handicap,Taux Audit RGAA,Date Publication Déclaration (rouge : périmée ; orange : bientôt périmée),Note Clarté Langage,Niveau Autonomie,Aide Joignable,Aide Efficace,FranceConnect,Score DLNUF,Taux Dispo,Tps Moy Chargement,URL Démarche',
  `"Publication des comptes annuels des associations, fondations et fonds de dotation",1764,Services du Premier ministre et Autorités administratives indépendantes,Services du Premier Ministre et Autorités administratives indépendantes,DILA,Oui,Association,,,À venir,7.9,Partielle,0.9412,2024-08-23,7.9,0.76,Nombre d'avis insuffisant,Nombre d'avis insuffisant,Non applicable,3,0.99894,257,https://associations-depot-comptes.journal-officiel.gouv.fr/depotdescomptes/index.html`,
  `"Inscription sur ""Fil d'Ariane"" (alerte en cas de crise lors d'un voyage à l'étranger)",1716,Affaires étrangères,Ministère de l'Europe et des Affaires étrangères,CDCS,Oui,Particulier; Entreprise; Association,277537,277537,1,8.8,Partielle,0.75,2024-12-23,8.7,0.9,Nombre d'avis insuffisant,Nombre d'avis insuffisant,FranceConnect,2,1,181,https://fildariane.diplomatie.gouv.fr/fildariane-internet/accueil`,
];

export const SAMPLE_EDITION = '2025-10';

/** Publishes the small edition under `SAMPLE_EDITION`. */
export async function publishSampleEdition(db: Database): Promise<void> {
  const publishedAt = new Date('2025-10-15T10:00:00Z');
  await importEdition(
    db,
    {
      file: { bytes: Buffer.from(LINES.join('\n')), name: 'sample.csv' },
      slug: SAMPLE_EDITION,
      label: 'Octobre 2025',
      methodology: 'vde-2025',
      cutoffOn: '2025-09-30',
      publishedAt,
      author: 'test',
    },
    fixedClock(publishedAt.toISOString()),
  );
}
