/** The columns of the catalogue file (docs/catalogue-csv.md), as data: which attributes of which kinds they hold. */
import {
  type Cell,
  day,
  degrees,
  email,
  mandatoryText,
  phone,
  procedureList,
  reference,
  slug,
  text,
  verbatim,
  webAddress,
  word,
  wordList,
} from './catalogue-cell.ts';
import type { Families, Family } from './snapshot.ts';
import { AUDIENCES, CHANNELS, LIFE_EVENTS, ORGANISATION_LEVELS, PROCEDURE_KINDS } from './vocabulary.ts';

/** An attribute of a family that has a column. `url` of a procedure has none: it follows the published one. */
export type AttributeColumn<F extends Family> = Cell & {
  readonly column: string;
  readonly attribute: keyof Families[F] & string;
};

function column<F extends Family>(
  attribute: keyof Families[F] & string,
  name: string,
  cell: Cell,
): AttributeColumn<F> {
  return { ...cell, column: name, attribute };
}

export const ATTRIBUTE_COLUMNS: { readonly [F in Family]: readonly AttributeColumn<F>[] } = {
  organisation: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('acronym', 'sigle', text),
    column('level', 'niveau', word(ORGANISATION_LEVELS)),
    column('parentId', 'rattachement', reference),
  ],
  procedure: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('organisationId', 'administration', reference),
    column('ministryId', 'ministere', reference),
    column('kind', 'type_de_demarche', word(PROCEDURE_KINDS)),
    column('publishedUrl', 'url', verbatim),
    column('audiences', 'publics', wordList(AUDIENCES)),
    column('lifeEvents', 'evenements_de_vie', wordList(LIFE_EVENTS)),
    column('onlineOnlySince', 'en_ligne_seulement_depuis', day),
    column('plannedOpeningOn', 'ouverture_prevue_le', day),
    column('nextSteps', 'etapes_suivantes', procedureList),
    column('related', 'demarches_liees', procedureList),
    column('contactUrl', 'contact_adresse', webAddress),
    column('contactPhone', 'contact_telephone', phone),
    column('contactEmail', 'contact_courriel', email),
    column('otherChannels', 'autres_moyens', wordList(CHANNELS)),
  ],
  site: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('organisationId', 'administration', reference),
    column('network', 'reseau', text),
    column('street', 'adresse', text),
    column('postcode', 'code_postal', text),
    column('municipality', 'commune', text),
    column('latitude', 'latitude', degrees(90)),
    column('longitude', 'longitude', degrees(180)),
    column('openingHours', 'horaires', text),
    column('premisesAccessibility', 'accessibilite_des_locaux', text),
  ],
  other: [
    column('name', 'nom', mandatoryText),
    column('slug', 'slug', slug),
    column('organisationId', 'administration', reference),
  ],
};

/** Every column, in the order of the file. */
export const CATALOGUE_COLUMNS: readonly string[] = [
  'genre',
  'identifiant',
  'valable_depuis',
  'nom',
  'slug',
  'sigle',
  'niveau',
  'rattachement',
  'administration',
  'ministere',
  'type_de_demarche',
  'url',
  'publics',
  'evenements_de_vie',
  'statut_en_ligne',
  'en_ligne_seulement_depuis',
  'ouverture_prevue_le',
  'etapes_suivantes',
  'demarches_liees',
  'contact_adresse',
  'contact_telephone',
  'contact_courriel',
  'autres_moyens',
  'reseau',
  'adresse',
  'code_postal',
  'commune',
  'latitude',
  'longitude',
  'horaires',
  'accessibilite_des_locaux',
  'identifiants_externes',
  'anciens_slugs',
];
