/** The French accessibility statement. It claims only what an audit showed: docs/accessibility.md says how to change it. */
import type { TextSection } from './text-section.ts';

export const frAccessibility = {
  title: 'Accessibilité',
  state:
    'Vigie n’est pas conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1) : aucun audit complet n’a encore été réalisé.',
  scope: (origin: string) =>
    `L’article 47 de la loi n° 2005-102 du 11 février 2005 demande que les sites publics soient accessibles à tous. Cette déclaration s’applique au site ${origin}.`,
  establishedOn: (day: string) => `Cette déclaration a été établie le ${day}.`,
  sections: [
    {
      id: 'state',
      title: 'État de conformité',
      text: [
        'Non conforme : aucun audit complet n’a été fait selon le [RGAA](rgaa). Aucun taux de conformité ne peut donc être donné.',
      ],
    },
    {
      id: 'automatic',
      title: 'Ce que les contrôles automatiques vérifient',
      text: [
        'À chaque modification du logiciel, sur des données inventées :',
        [
          'chaque type de page est contrôlé par axe-core (règles WCAG 2.2, niveaux A et AA) et par un validateur HTML ;',
          'la mise en page est vérifiée de 320 à 1 280 pixels, à 400 % de zoom, avec un texte espacé, en couleurs forcées et à l’impression ;',
          'la taille des cibles, l’ordre des titres et les repères de la page sont vérifiés ;',
          'les parcours principaux sont rejoués sans JavaScript, et l’un d’eux au clavier seul.',
        ],
        'Ces contrôles ne voient qu’une partie des critères. Ils ne remplacent pas un audit et ne prouvent aucune conformité.',
      ],
    },
    {
      id: 'unknown',
      title: 'Ce qui n’est pas accessible, ou pas encore vérifié',
      text: [
        [
          'La lecture par les lecteurs d’écran n’a pas été essayée.',
          'Aucun autre navigateur que Chromium, ni téléphone réel, ni commande vocale, ni contacteur n’a été essayé.',
          'Les critères qui demandent un jugement humain, comme la clarté des textes, des titres et des liens, n’ont pas été évalués.',
          'Les grands tableaux de résultats demandent de défiler sur le côté à des largeurs intermédiaires ; sur un écran étroit, ils deviennent des fiches.',
          'Certains noms de démarches viennent de fichiers publiés par d’autres : leurs sigles ne sont pas tous expliqués.',
        ],
      ],
    },
    {
      id: 'making',
      title: 'Comment cette déclaration a été établie',
      text: [
        'Technologies utilisées : HTML, WAI-ARIA, CSS, SVG. JavaScript n’apporte que du confort : chaque page est complète sans lui.',
        'Outils des contrôles automatiques : Chromium, axe-core, html-validate.',
      ],
    },
  ] as readonly TextSection[],
  reportTitle: 'Signaler une difficulté',
  report:
    'Vous n’arrivez pas à lire une page ou à utiliser une fonction ? Dites-le à ceux qui exploitent ce site, qui peuvent vous orienter ou vous donner le contenu sous une autre forme :',
  notStated:
    'L’exploitant de ce site n’a pas indiqué d’adresse de contact ; adressez-vous à l’organisme nommé dans les [mentions légales](legal).',
  remediesTitle: 'Voies de recours',
  remedies:
    'Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu et que vous n’avez pas obtenu de réponse satisfaisante, vous pouvez :',
  remedyList: [
    '[écrire un message au Défenseur des droits](defenderForm) ;',
    '[contacter le délégué du Défenseur des droits de votre région](defenderDelegates) ;',
    'envoyer un courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
  ],
};
