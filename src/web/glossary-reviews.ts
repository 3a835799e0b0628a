/** The words of reviews, of their buttons and of what is left out of the figures. */
import type { GlossaryTerm } from './glossary-term.ts';

export const REVIEW_TERMS = [
  {
    id: 'review',
    fr: {
      name: 'Avis',
      meaning:
        'Ce qu’un usager répond au formulaire « Je donne mon avis » : une question demandée, les autres facultatives. Un avis est anonyme. [Voir les avis](reviews).',
    },
    en: {
      name: 'Review',
      meaning:
        'What a user answers to the “Je donne mon avis” form (“I give my opinion”): one question required, the others optional. A review is anonymous. [See the reviews](reviews).',
    },
  },
  {
    id: 'button',
    fr: {
      name: 'Bouton « Je donne mon avis »',
      meaning:
        'Le lien qui mène au formulaire. L’administration le pose sur le site d’une démarche, à un guichet ou dans un courriel ; un bouton fermé n’accepte plus rien. Une démarche qui en a un ouvert est dite équipée.',
    },
    en: {
      name: '“Je donne mon avis” button',
      meaning:
        'The link that leads to the form. The organisation puts it on the site of a procedure, at a counter or in an e-mail; a closed button takes nothing any more. A procedure with an open one is said to be equipped.',
    },
  },
  {
    id: 'ending',
    fr: {
      name: 'Fin de la démarche',
      meaning:
        'Comment la démarche s’est terminée pour celui qui donne son avis : réussie, refusée, arrêtée par une erreur… Le service le dit en le signant ; sans signature, la fin est inconnue. Interroger seulement ceux qui réussissent surestime la satisfaction.',
    },
    en: {
      name: 'Ending of a procedure',
      meaning:
        'How the procedure ended for the person who gives a review: completed, refused, stopped by an error… The service says so by signing it; without a signature, the ending is unknown. To ask only those who succeed overstates satisfaction.',
    },
  },
  {
    id: 'quarantine',
    fr: {
      name: 'Quarantaine',
      meaning:
        'Des avis reçus et gardés, mais laissés hors des chiffres parce qu’ils ressemblent à un envoi en rafale. Leur nombre est montré, et un agent peut les rendre aux chiffres.',
    },
    en: {
      name: 'Quarantine',
      meaning:
        'Reviews that were received and kept, but left out of the figures because they look like a burst of a few hands. Their number is shown, and an agent may give them back to the figures.',
    },
  },
] as const satisfies readonly GlossaryTerm[];
