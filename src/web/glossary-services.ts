/** The words of procedures, of those who answer for them, and of what is measured of them. */
import type { GlossaryTerm } from './glossary-term.ts';

export const SERVICE_TERMS = [
  {
    id: 'procedure',
    fr: {
      name: 'Démarche',
      meaning:
        'Ce qu’une personne ou un organisme fait auprès d’une administration : demander, déclarer, payer, s’inscrire. [Voir les démarches](procedures).',
    },
    en: {
      name: 'Procedure',
      meaning:
        'What a person or an organisation does with an administration: ask, declare, pay, register. [See the procedures](procedures).',
    },
  },
  {
    id: 'organisation',
    fr: {
      name: 'Administration',
      meaning:
        'L’organisme public qui répond d’une démarche. Il dépend le plus souvent d’un ministère. [Voir les administrations](organisations).',
    },
    en: {
      name: 'Organisation',
      meaning:
        'The public body that answers for a procedure. It most often belongs to a ministry. [See the organisations](organisations).',
    },
  },
  {
    id: 'reception-site',
    fr: {
      name: 'Lieu d’accueil, réseau',
      meaning:
        'Un endroit où les usagers sont reçus : centre des impôts, tribunal, consulat, caisse. Ceux d’une même sorte forment un réseau, dont la moyenne porte sur tous leurs avis réunis. [Voir les lieux d’accueil](sites).',
    },
    en: {
      name: 'Reception site, network',
      meaning:
        'A place where users are received: tax office, court, consulate, social security fund. Those of one kind form a network, whose mean is over all their reviews together. [See the reception sites](sites).',
    },
  },
  {
    id: 'perimeter',
    fr: {
      name: 'Périmètre ministériel',
      meaning: 'Un ensemble de ministères qui partagent les mêmes services d’appui.',
    },
    en: {
      name: 'Ministerial perimeter',
      meaning: 'A group of ministries that share the same support services.',
    },
  },
  {
    id: 'audience',
    fr: {
      name: 'Usagers',
      meaning: 'Ceux à qui une démarche s’adresse : particuliers, entreprises, associations, collectivités.',
    },
    en: {
      name: 'Users',
      meaning: 'Those whom a procedure serves: individuals, businesses, associations, local authorities.',
    },
  },
  {
    id: 'life-event',
    fr: {
      name: 'Événement de vie',
      meaning:
        'Ce qui, dans une vie, amène à faire une démarche : attendre un enfant, déménager, perdre un proche.',
    },
    en: {
      name: 'Life event',
      meaning: 'What in a life leads to a procedure: having a child, moving house, losing someone.',
    },
  },
  {
    id: 'volume',
    fr: {
      name: 'Volume',
      meaning:
        'Le nombre de fois qu’une démarche a été faite en un an. Le volume total compte tous les moyens (en ligne, papier, guichet, téléphone) ; le volume en ligne, Internet seul.',
    },
    en: {
      name: 'Volume',
      meaning:
        'How many times a procedure was carried out in a year. The total volume counts every means (online, paper, counter, telephone); the online volume counts the Internet alone.',
    },
  },
  {
    id: 'online',
    fr: {
      name: 'Réalisable en ligne',
      meaning:
        'Une démarche que l’on peut faire du début à la fin sur Internet. « Partiel » : une partie seulement se fait en ligne.',
    },
    en: {
      name: 'Available online',
      meaning:
        'A procedure that can be done from beginning to end on the Internet. “Partiel”: only a part of it.',
    },
  },
  {
    id: 'proactive',
    fr: {
      name: 'Démarche proactive',
      meaning: 'Un droit accordé sans qu’il faille le demander. Il n’y a donc pas de démarche à juger.',
    },
    en: {
      name: 'Proactive procedure',
      meaning: 'A right granted without having to ask for it. There is therefore no procedure to judge.',
    },
  },
  {
    id: 'digital-share',
    fr: {
      name: 'Recours au numérique',
      meaning: 'La part des démarches faites en ligne, parmi celles faites par tous les moyens.',
    },
    en: {
      name: 'Digital take-up',
      meaning: 'The share of cases filed online, among those filed by every means.',
    },
  },
  {
    id: 'once-only',
    fr: {
      name: 'Dites-le-nous une fois (DLNUF)',
      meaning:
        'Le principe selon lequel une administration ne redemande pas ce qu’une autre sait déjà. Le critère compte ce qui est redemandé : moins il y en a, mieux c’est.',
    },
    en: {
      name: 'Once only (DLNUF)',
      meaning:
        'The principle that an administration does not ask again for what another already knows. The criterion counts what is asked again: the fewer, the better.',
    },
  },
  {
    id: 'france-connect',
    fr: {
      name: 'FranceConnect',
      meaning:
        'Le service qui permet de se connecter à une administration avec un compte que l’on a déjà, celui des impôts ou de l’assurance maladie par exemple.',
    },
    en: {
      name: 'FranceConnect',
      meaning:
        'The French service for signing in to an administration with an account one already has, such as that of taxes or health insurance.',
    },
  },
  {
    id: 'rgaa',
    fr: {
      name: 'RGAA',
      meaning:
        'Référentiel général d’amélioration de l’accessibilité : les règles qu’un site public suit pour que les personnes handicapées puissent l’utiliser. Le taux RGAA dit quelle part de ces règles un site respecte, d’après son propre audit.',
    },
    en: {
      name: 'RGAA',
      meaning:
        'The French accessibility framework: the rules that let disabled people use a public site. The RGAA rate is the share of these rules that a site follows, by its own audit.',
    },
  },
] as const satisfies readonly GlossaryTerm[];
