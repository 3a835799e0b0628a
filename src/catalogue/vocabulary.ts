/** The closed lists of the catalogue, as data: each code with its words. Codes are stored; words are shown. */
import { slugify } from './slug.ts';

/** A text in the two languages of the interface. */
export type Words = { readonly fr: string; readonly en: string };

/** A closed list: the words of each code, in the order in which they are shown. */
export type Vocabulary<Code extends string = string> = Readonly<Record<Code, Words>>;

function words(fr: string, en: string): Words {
  return { fr, en };
}

export const SUBJECT_KINDS = {
  organisation: words('Administration', 'Organisation'),
  procedure: words('Démarche', 'Procedure'),
  site: words('Lieu d’accueil', 'Reception site'),
  portal: words('Portail', 'Portal'),
  application: words('Application', 'Application'),
  federation: words('Fédération d’identité', 'Identity federation'),
  survey: words('Enquête', 'Survey'),
  country: words('Pays', 'Country'),
} as const satisfies Vocabulary;
export type SubjectKind = keyof typeof SUBJECT_KINDS;

/** From the widest to the closest; `body` also stands for an organisation whose nature is not known. */
export const ORGANISATION_LEVELS = {
  perimeter: words('Périmètre ministériel', 'Ministerial perimeter'),
  ministry: words('Ministère', 'Ministry'),
  direction: words('Direction', 'Directorate'),
  agency: words('Opérateur', 'Agency'),
  body: words('Organisme', 'Body'),
} as const satisfies Vocabulary;
export type OrganisationLevel = keyof typeof ORGANISATION_LEVELS;

export const PROCEDURE_KINDS = {
  online_procedure: words('Démarche en ligne', 'Online procedure'),
  simulator: words('Simulateur', 'Simulator'),
  mobile_application: words('Application mobile', 'Mobile application'),
  automatic_entitlement: words('Droit automatique', 'Automatic entitlement'),
} as const satisfies Vocabulary;
export type ProcedureKind = keyof typeof PROCEDURE_KINDS;

/** Whom a procedure serves; the French words are those of the published editions. */
export const AUDIENCES = {
  individual: words('Particulier', 'Individual'),
  business: words('Entreprise', 'Business'),
  association: words('Association', 'Association'),
  public_body: words('Collectivité', 'Public body'),
  other: words('Autres', 'Other'),
} as const satisfies Vocabulary;
export type Audience = keyof typeof AUDIENCES;

export const LIFE_EVENTS = {
  having_a_child: words('Attendre ou accueillir un enfant', 'Having a child'),
  raising_children: words('Élever des enfants', 'Raising children'),
  studying: words('Étudier et se former', 'Studying and training'),
  entering_work: words('Entrer dans la vie active', 'Entering working life'),
  losing_a_job: words('Perdre ou chercher un emploi', 'Losing or looking for a job'),
  living_as_a_couple: words('Vivre en couple', 'Living as a couple'),
  separating: words('Se séparer', 'Separating'),
  housing: words('Se loger ou déménager', 'Housing and moving'),
  being_ill: words('Être malade', 'Being ill'),
  living_with_a_disability: words('Vivre avec un handicap', 'Living with a disability'),
  caring_for_someone: words('Aider un proche', 'Caring for someone'),
  retiring: words('Prendre sa retraite', 'Retiring'),
  losing_someone: words('Perdre un proche', 'Losing someone'),
  driving: words('Conduire et posséder un véhicule', 'Driving and owning a vehicle'),
  moving_abroad: words('Partir à l’étranger', 'Moving abroad'),
  settling_in_france: words('S’installer en France', 'Settling in France'),
  proving_identity: words('Justifier de son identité', 'Proving one’s identity'),
  paying_taxes: words('Déclarer et payer ses impôts', 'Declaring and paying taxes'),
  voting: words('Voter et participer', 'Voting and taking part'),
  going_to_court: words('Faire valoir ses droits en justice', 'Going to court'),
  running_a_business: words('Créer ou gérer une entreprise', 'Starting or running a business'),
  hiring: words('Recruter et employer', 'Hiring and employing'),
  running_an_association: words('Créer ou gérer une association', 'Starting or running an association'),
} as const satisfies Vocabulary;
export type LifeEvent = keyof typeof LIFE_EVENTS;

/** How a procedure can be done without the web. */
export const CHANNELS = {
  counter: words('Au guichet', 'At a counter'),
  phone: words('Par téléphone', 'By telephone'),
  post: words('Par courrier', 'By post'),
  email: words('Par courriel', 'By e-mail'),
  assisted: words('Avec un accompagnement sur place', 'With help on site'),
} as const satisfies Vocabulary;
export type Channel = keyof typeof CHANNELS;

/** Whether a procedure can be done online, by the very words of the published editions. */
export const ONLINE_STATUSES = {
  Oui: words('Oui', 'Yes'),
  Partiel: words('Partiel', 'Partly'),
  Non: words('Non', 'No'),
  'À venir': words('À venir', 'To come'),
  'En cours de déploiement local': words('En cours de déploiement local', 'Local roll-out under way'),
  'Démarche proactive': words('Démarche proactive', 'Done without a request'),
  Bêta: words('Bêta', 'Beta'),
} as const satisfies Vocabulary;
export type OnlineStatus = keyof typeof ONLINE_STATUSES;

/** The codes of a vocabulary, in its order. */
export function codesOf<Code extends string>(vocabulary: Vocabulary<Code>): Code[] {
  return Object.keys(vocabulary) as Code[];
}

/** The code a person meant by `text`: the code itself or its French word, whatever the case and accents. */
export function findCode<Code extends string>(vocabulary: Vocabulary<Code>, text: string): Code | undefined {
  const sought = slugify(text);
  return codesOf(vocabulary).find(
    (code) => code === text || (text.trim() !== '' && slugify(vocabulary[code].fr) === sought),
  );
}

/**
 * The codes of a list as files write it ("Particulier; Entreprise"), each once, in the vocabulary's order, and
 * the words that the vocabulary does not know, as written.
 */
export function findCodes<Code extends string>(
  vocabulary: Vocabulary<Code>,
  text: string,
): { codes: Code[]; unknown: string[] } {
  const written = text
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const found = new Set(written.map((word) => findCode(vocabulary, word)));
  return {
    codes: codesOf(vocabulary).filter((code) => found.has(code)),
    unknown: written.filter((word) => findCode(vocabulary, word) === undefined),
  };
}
