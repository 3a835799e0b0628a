/** The words of probes and of automatic checks: whether a service answers, how fast, and what a machine can see of it. */
import type { GlossaryTerm } from './glossary-term.ts';

export const PROBE_TERMS = [
  {
    id: 'availability',
    fr: {
      name: 'Disponibilité',
      meaning:
        'La part du temps pendant laquelle le site d’une démarche répond. 99,9 % laisse 43 minutes d’arrêt par mois.',
    },
    en: {
      name: 'Availability',
      meaning:
        'The share of time during which the site of a procedure answers. 99.9% leaves 43 minutes of outage a month.',
    },
  },
  {
    id: 'response-time',
    fr: {
      name: 'Temps de réponse',
      meaning:
        'Le temps que le site d’une démarche met à répondre, en millisecondes (ms) : 1 000 ms font une seconde. Moins il y en a, mieux c’est.',
    },
    en: {
      name: 'Response time',
      meaning:
        'The time the site of a procedure takes to answer, in milliseconds (ms): 1,000 ms make a second. The less, the better.',
    },
  },
  {
    id: 'probe',
    fr: {
      name: 'Sonde',
      meaning:
        'Un programme qui demande à intervalles réguliers la page d’une démarche, pour savoir si elle répond et en combien de temps. Un site peut refuser ce programme tout en marchant pour le public : ce n’est pas une panne.',
    },
    en: {
      name: 'Probe',
      meaning:
        'A program that asks for the page of a procedure at regular intervals, to know whether it answers and how fast. A site may refuse this program and yet work for the public: that is not an outage.',
    },
  },
  {
    id: 'vantage',
    fr: {
      name: 'Point de mesure',
      meaning:
        'Un lieu d’où une [sonde](glossary#probe) regarde. Une panne que voit un point de mesure et qu’un autre ne voit pas peut être celle du réseau entre les deux : elle n’est pas comptée.',
    },
    en: {
      name: 'Vantage point',
      meaning:
        'A place from which a [probe](glossary#probe) looks. An outage that one vantage point sees and another does not may be that of the network between them: it is not counted.',
    },
  },
  {
    id: 'incident',
    fr: {
      name: 'Panne',
      meaning:
        'Une adresse qui ne répond pas, ou répond autre chose que ce qui est attendu, à deux essais et depuis tous les [points de mesure](glossary#vantage) qui la regardent. Elle va du premier échec au premier de deux succès de suite. [Voir les pannes](availability).',
    },
    en: {
      name: 'Outage',
      meaning:
        'An address that does not answer, or answers something else than expected, at two tries and from all the [vantage points](glossary#vantage) that look at it. It goes from the first failure to the first of two successes in a row. [See outages](availability).',
    },
  },
  {
    id: 'degraded',
    fr: {
      name: 'Perturbée',
      meaning:
        'Dit d’une démarche qui répond, mais en plus de deux secondes, ou au second essai seulement. Ce temps compte comme disponible ; l’[Apdex](glossary#apdex) dit ce qu’il coûte.',
    },
    en: {
      name: 'Disrupted',
      meaning:
        'Said of a procedure that answers, yet in more than two seconds, or at the second try only. This time counts as available; the [Apdex](glossary#apdex) tells what it costs.',
    },
  },
  {
    id: 'blocked',
    fr: {
      name: 'Robot refusé',
      meaning:
        'Le site répond au robot qu’il ne veut pas de lui, ou lui demande de prouver qu’il est une personne. On ne sait pas alors si les usagers passent : ce temps n’est ni disponible ni en panne. [Qui est ce robot](robot).',
    },
    en: {
      name: 'Robot refused',
      meaning:
        'The site tells the robot that it is not welcome, or asks it to prove that it is a person. Whether users get through is then not known: this time is neither available nor an outage. [Who this robot is](robot).',
    },
  },
  {
    id: 'unmonitored',
    fr: {
      name: 'Temps non surveillé',
      meaning:
        'Le temps dont aucune mesure ne dit rien, parce que rien ne regardait. Il n’entre pas dans la [disponibilité](glossary#availability), et baisse la [couverture](glossary#coverage) affichée à côté d’elle.',
    },
    en: {
      name: 'Unmonitored time',
      meaning:
        'The time of which no measurement tells anything, as nothing was looking. It does not enter [availability](glossary#availability), and lowers the [coverage](glossary#coverage) shown beside it.',
    },
  },
  {
    id: 'maintenance',
    fr: {
      name: 'Maintenance annoncée',
      meaning:
        'Un arrêt dont l’administration a donné l’heure d’avance. Il est montré, et compté à part des pannes.',
    },
    en: {
      name: 'Announced maintenance',
      meaning:
        'A stop whose time the administration gave in advance. It is shown, and counted apart from outages.',
    },
  },
  {
    id: 'percentile',
    fr: {
      name: 'Centile',
      meaning:
        'Le 95ᵉ centile (p95) d’un temps de réponse est celui que 95 % des réponses ne dépassent pas : il dit ce que vivent les plus malchanceux, que la moyenne cache. Le 50ᵉ est la médiane.',
    },
    en: {
      name: 'Percentile',
      meaning:
        'The 95th percentile (p95) of response times is the one that 95% of answers do not exceed: it tells what the least lucky live through, which the mean hides. The 50th is the median.',
    },
  },
  {
    id: 'apdex',
    fr: {
      name: 'Apdex',
      meaning:
        'Un indice de 0 à 1 de ce que les temps de réponse valent pour les usagers : une réponse en une demi-seconde compte pour 1, en deux secondes au plus pour la moitié, plus tard ou jamais pour 0.',
    },
    en: {
      name: 'Apdex',
      meaning:
        'An index from 0 to 1 of what response times are worth to users: an answer within half a second counts as 1, within two seconds as half, later or never as 0.',
    },
  },
  {
    id: 'automatic-check',
    fr: {
      name: 'Contrôle automatique',
      meaning:
        'Ce qu’un robot vérifie dans un navigateur, chaque semaine, sur les pages d’une démarche. Une machine ne voit qu’une partie des défauts : qu’elle ne trouve rien ne prouve pas qu’il n’y a rien.',
    },
    en: {
      name: 'Automatic check',
      meaning:
        'What a robot verifies in a browser, every week, on the pages of a procedure. A machine sees only part of the defects: that it finds nothing does not prove that there is nothing.',
    },
  },
  {
    id: 'surge',
    fr: {
      name: 'Affluence',
      meaning:
        'Des jours où bien plus d’usagers viennent qu’à l’ordinaire. Vigie met les visites et le temps de réponse sur un même axe, pour voir si le site tient.',
    },
    en: {
      name: 'Surge',
      meaning:
        'Days on which many more users come than usual. Vigie puts visits and response time on one axis, to show whether the site holds.',
    },
  },
] as const satisfies readonly GlossaryTerm[];
