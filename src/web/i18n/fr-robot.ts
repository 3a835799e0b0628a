/** The French text of the page that explains the robot to those who find it in their logs. */
import type { TextSection } from './text-section.ts';

const sections: readonly TextSection[] = [
  {
    id: 'what',
    title: 'Ce qu’il fait',
    text: [
      'Ce robot vérifie que des démarches administratives en ligne répondent. Il demande quelques pages connues d’avance (l’accueil, la connexion, le début du formulaire, la dernière page), regarde si la réponse est la bonne et combien de temps elle met. Ce qu’il voit est public, sur la page [Disponibilité](availability).',
      [
        'Il n’explore pas le site : il suit les renvois de l’adresse demandée, et aucun lien, sauf une fois par semaine ceux qui sont dits plus bas.',
        'Il n’envoie aucun formulaire de votre site et ne s’y connecte à aucun compte.',
        'Il ne garde pas les pages, mais leur état, leur taille et leur délai.',
      ],
      'Une fois par semaine, un navigateur ouvre aussi ces pages, une dizaine de fois chacune, pour contrôler leur vitesse d’affichage, leur accessibilité, leur lecture sur téléphone, leurs protections, et si l’on y trouve comment se connecter et à qui s’adresser. Il demande leur adresse en HTTP aussi, pour voir si elle mène à HTTPS.',
      'De chaque page, ce navigateur suit trois liens au plus : vers la déclaration d’accessibilité, vers la page de contact et, sur la dernière page d’une démarche, vers le formulaire du bouton d’avis. Si ce formulaire est l’un des nôtres, il y envoie un avis d’essai, jamais compté ; à ceux des autres, il n’envoie rien. De ce contrôle, seuls sont gardés des chiffres et de courts extraits, qui montrent ce qui a été constaté.',
    ],
  },
  {
    id: 'pace',
    title: 'À quel rythme il vient',
    text: [
      [
        'Chaque adresse est demandée une fois par minute d’ordinaire, depuis chaque point de mesure. Un point de mesure est un lieu d’où le robot regarde.',
        'Une panne est vérifiée par un second essai, cinq secondes plus tard.',
        'Depuis un point de mesure, jamais deux demandes à la fois au même site.',
        'Une réponse qui ne vient pas est abandonnée, au bout de dix secondes d’ordinaire.',
        'Une adresse que plusieurs démarches partagent n’est demandée qu’une fois.',
      ],
    ],
  },
  {
    id: 'let-in',
    title: 'Le laisser passer',
    text: [
      'Un pare-feu ou une protection contre les robots peut refuser le nôtre. La démarche est alors dite « robot refusé » : cela ne compte pas comme une panne, mais sa disponibilité n’est plus connue.',
      'Pour le laisser passer, acceptez les demandes qui portent ce nom dans l’en-tête `User-Agent`, sans leur poser d’épreuve. Si votre règle demande aussi les adresses réseau d’où il vient, [écrivez-nous](contact) : nous les donnons.',
    ],
  },
  {
    id: 'keep-away',
    title: 'Lui demander de s’éloigner',
    text: [
      [
        'Pour un moment : répondez avec l’en-tête `Retry-After`. Le robot attend le temps demandé, une heure au plus, puis revient voir.',
        'Pour un arrêt prévu : [annoncez-nous la maintenance](contact). Ce temps est compté à part, et le robot ne vient pas.',
        'Pour toujours : [écrivez-nous](contact), avec l’adresse à ne plus demander. La démarche est alors dite non suivie.',
      ],
      'Le fichier `robots.txt` s’adresse aux robots qui explorent les sites. Celui-ci ne demande que des adresses choisies une à une, et ne lit pas ce fichier.',
    ],
  },
];

export const frRobot = {
  title: 'Le robot de mesure',
  lead: 'Vous avez trouvé ce nom dans les journaux de votre site ? Voici qui vient, pourquoi, et comment le laisser passer ou l’éloigner.',
  name: 'Comment il se nomme',
  nameText:
    'Toutes ses demandes portent son nom, sa version et l’adresse de cette page. Le navigateur du contrôle hebdomadaire l’ajoute à la fin de son propre nom.',
  sections,
  places: 'D’où il regarde',
  placesOf: (count: number): string =>
    count === 1 ? 'Il regarde d’un point de mesure :' : 'Il regarde de plusieurs points de mesure :',
  noPlace: 'Aucun point de mesure ne travaille pour le moment.',
  contact: 'À qui écrire',
};
