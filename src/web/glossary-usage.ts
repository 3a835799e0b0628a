/** The words of counted use: visits, what becomes of them, and what is declared beside. */
import type { GlossaryTerm } from './glossary-term.ts';

export const USAGE_TERMS = [
  {
    id: 'visit',
    fr: {
      name: 'Visite',
      meaning:
        'Une suite de pages vues par une même personne, sans pause d’une demi-heure. Des personnes qui partagent un réseau et une sorte de navigateur peuvent compter pour une seule : les visites sont un minimum. [Voir les usages](usages).',
    },
    en: {
      name: 'Visit',
      meaning:
        'Pages seen one after the other by one person, without a pause of half an hour. People who share a network and a kind of browser may count as one: visits are a minimum. [See usage](usages).',
    },
  },
  {
    id: 'visitor-day',
    fr: {
      name: 'Visiteur-jour',
      meaning:
        'Une personne venue un jour donné sur une démarche. Qui vient trois jours compte trois fois, car Vigie ne reconnaît personne d’un jour à l’autre, ni d’une démarche à l’autre : les visiteurs de plusieurs démarches ne s’additionnent donc pas.',
    },
    en: {
      name: 'Visitor-day',
      meaning:
        'One person who came to a procedure on a given day. Whoever comes on three days counts three times, as Vigie recognises nobody from one day to the next, nor from one procedure to another: visitors of several procedures are therefore not added up.',
    },
  },
  {
    id: 'counter',
    fr: {
      name: 'Compteur de visites',
      meaning:
        'Une image ou un petit programme qu’une administration pose sur les pages de sa démarche, pour que Vigie en compte les visites. Il n’écrit aucun témoin (cookie) et ne garde que des nombres, par jour.',
    },
    en: {
      name: 'Counter of visits',
      meaning:
        'An image or a small program that an administration puts on the pages of its procedure, so that Vigie counts their visits. It writes no cookie and keeps nothing but numbers, by day.',
    },
  },
  {
    id: 'completion',
    fr: {
      name: 'Achèvement',
      meaning:
        'Part des visites démarrées qui vont jusqu’à une fin valable : un envoi, ou un refus justifié, car dire non à bon droit est aussi une fin. Pour plusieurs démarches, toutes les fins sont divisées par tous les démarrages ; les taux ne sont jamais moyennés.',
    },
    en: {
      name: 'Completion',
      meaning:
        'Share of the visits started that come to a valid ending: a submission, or a correct refusal, for rightly saying no is an ending too. For several procedures, all endings are divided by all starts; rates are never averaged.',
    },
  },
  {
    id: 'drop-out',
    fr: {
      name: 'Abandon',
      meaning:
        'Une visite qui a démarré et n’a pas eu de fin valable : les démarrages moins les fins. Ce n’est pas toujours un échec : on peut être venu se renseigner, ou revenir finir un autre jour.',
    },
    en: {
      name: 'Drop-out',
      meaning:
        'A visit that started and had no valid ending: starts less endings. It is not always a failure: one may have come to find out, or come back another day to finish.',
    },
  },
  {
    id: 'steps',
    fr: {
      name: 'Étapes (entonnoir)',
      meaning:
        'Combien de visites atteignent chaque étape d’une démarche, du démarrage à l’envoi, et combien se perdent de l’une à l’autre. Chaque démarche a ses propres étapes : entre démarches, seuls le démarrage et les fins se comparent.',
    },
    en: {
      name: 'Steps (funnel)',
      meaning:
        'How many visits reach each step of a procedure, from start to submission, and how many are lost from one to the next. Each procedure has steps of its own: between procedures, only the start and the endings compare.',
    },
  },
] as const satisfies readonly GlossaryTerm[];
