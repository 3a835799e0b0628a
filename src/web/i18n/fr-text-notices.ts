/** The French text of the pages that say who answers for the site: contact, legal notice, personal data. */
import type { TextSection } from './text-section.ts';

export const frContact = {
  title: 'Contact',
  lead: 'À qui écrire, selon ce qui vous amène.',
  aboutSite: 'Un chiffre, une page, une difficulté sur ce site',
  writeTo: 'Écrivez à ceux qui exploitent ce site :',
  form: 'le formulaire de contact',
  whatToSay:
    'Donnez l’adresse de la page et, si une erreur s’est affichée, la référence qu’elle porte. N’envoyez ni pièce de votre dossier, ni numéro de sécurité sociale, ni mot de passe.',
  notStated:
    'L’exploitant de ce site n’a pas indiqué d’adresse de contact. Écrivez à l’administration qui répond de la démarche, ou à l’organisme nommé dans les [mentions légales](legal).',
  aboutProcedure: 'Une démarche, un dossier, une réclamation',
  procedure: [
    'Vigie n’est pas un service d’assistance et n’a accès à aucun dossier. Seule l’administration qui répond de la démarche peut vous aider.',
    '[Cherchez la démarche](procedures) : sa page nomme l’administration et donne ses contacts, quand elle les a indiqués. L’[aide](help#failing) dit que faire si une démarche ne fonctionne pas.',
  ],
};

export const frLegal = {
  title: 'Mentions légales',
  lead: 'Qui publie ce site, qui l’héberge, et ce que l’on peut faire de ce qu’il contient.',
  notStated: 'non renseigné par l’exploitant de ce site',
  who: 'Qui publie ce site',
  publisher: 'Éditeur',
  director: 'Direction de la publication',
  hosting: 'Hébergement',
  contact: 'Contact',
  sections: [
    {
      id: 'data',
      title: 'Réutiliser les données',
      text: [
        'Les données publiées ici (chiffres, textes des éditions, fichiers) sont sous [Licence Ouverte 2.0](openLicence). Vous pouvez les copier, les modifier et les vendre, à une condition : dire d’où elles viennent et la date de leur dernière mise à jour.',
        'Exemple : « Vigie, édition Octobre 2025, révision 1, consulté le 3 novembre 2025 ». Chaque page de données porte la phrase à recopier.',
        'Les noms, les sigles et les sites des administrations leur appartiennent.',
      ],
    },
    {
      id: 'code',
      title: 'Réutiliser le logiciel',
      text: [
        'Le logiciel Vigie est libre, sous [licence publique de l’Union européenne, version 1.2](codeLicence) (EUPL-1.2).',
      ],
    },
    {
      id: 'links',
      title: 'Liens vers d’autres sites',
      text: [
        'Ce site mène vers les sites des démarches, qui ont leurs propres éditeurs. Un lien vers une page de Vigie ne demande aucune autorisation ; les adresses des éditions sont faites pour durer.',
      ],
    },
    {
      id: 'accuracy',
      title: 'Exactitude',
      text: [
        'Chaque chiffre dit sa source et sa date. Une erreur signalée et reconnue donne lieu à une [correction publique](about#correction). Les pages de Vigie informent ; elles ne remplacent ni la loi ni la réponse d’une administration.',
      ],
    },
  ] as readonly TextSection[],
};

export const frPrivacy = {
  title: 'Données personnelles',
  lead: 'Ce site se lit, et ses formulaires d’avis se remplissent, sans compte ni cookie, et aucun tiers n’en sait rien. Voici ce qu’il retient, et ce qu’il ne retient pas.',
  sections: [
    {
      id: 'browser',
      title: 'Dans votre navigateur',
      text: [
        [
          'Aucun cookie.',
          'Aucun traceur, aucune publicité, aucun suivi d’une page à l’autre.',
          'Rien n’est rangé dans la mémoire que les sites peuvent utiliser dans le navigateur.',
          'Aucun contenu venu d’un autre site : pages, images, styles et scripts viennent tous d’ici.',
        ],
        'Comme pour tout site, votre navigateur peut garder une copie des pages pour les afficher plus vite, et leur adresse dans son historique. Ce que vous cherchez fait partie de l’adresse.',
      ],
    },
    {
      id: 'server',
      title: 'Sur le serveur',
      text: [
        'Votre adresse IP sert à vous envoyer la page, comme partout sur Internet. Vigie ne l’enregistre pas. Ne sont pas enregistrés non plus : le navigateur que vous utilisez, la page d’où vous venez, l’adresse exacte demandée, les mots que vous cherchez.',
        'Ce que le journal du serveur peut contenir :',
        [
          'pour une réponse lente, ou pour toutes quand l’exploitant fait un diagnostic : l’heure, une référence propre à la demande, la méthode HTTP, le type de page (« une édition », sans dire laquelle), le code de réponse et la durée ;',
          'pour une panne : l’heure, la même référence et la cause technique.',
        ],
        'Des compteurs disent aussi combien de demandes ont été faites par type de page, code de réponse et durée. Aucun ne permet de savoir qui a demandé quoi.',
        'L’hébergeur, ou un serveur placé devant celui-ci, peut tenir son propre journal : c’est à l’exploitant de ce site de le dire.',
      ],
    },
    {
      id: 'reviews',
      title: 'Quand vous donnez votre avis',
      text: [
        'Le formulaire « Je donne mon avis » est anonyme. Il ne demande ni compte ni coordonnées.',
        [
          'Gardé : vos réponses, le jour et l’heure, le bouton et sa langue, et la fin de la démarche (réussie, refusée…) quand le service la signe, avec l’étape et la version du service.',
          'Pas gardé : aucun cookie, ni votre adresse IP, ni le navigateur ou l’appareil que vous utilisez.',
          'Votre commentaire est relu par un programme avant d’être enregistré : il retire ce qu’il reconnaît de personnel (courriel, téléphone, numéro de sécurité sociale, numéro fiscal, IBAN, carte bancaire, plaque, adresse postale, nom). Aucun programme ne reconnaît tout : n’écrivez rien qui dise qui vous êtes. Les commentaires sont destinés à l’administration et ne sont pas publiés.',
          'Pour reconnaître les envois en rafale, une empreinte de votre réseau est calculée avec une clé tirée au hasard, qui change chaque jour. Elle reste dans la mémoire du serveur, n’est jamais écrite, et ne permet pas de retrouver votre adresse.',
          'Un formulaire ouvert peut être rempli pendant 24 heures. L’adresse de la page porte un numéro signé par le serveur, tiré au hasard : il évite de compter deux fois le même avis, et ne dit rien de vous.',
          'Nous comptons combien de formulaires sont ouverts par jour et par bouton, et combien de fois un bouton fermé est suivi. Ce ne sont que des totaux.',
        ],
        'Un avis anonyme ne peut pas être retrouvé ensuite : ni vous ni nous ne pouvons dire lequel est le vôtre. Si votre commentaire disait qui vous êtes, écrivez-nous le jour et la démarche : l’exploitant de ce site peut l’effacer.',
      ],
    },
    {
      id: 'visits',
      title: 'Sur les pages des démarches',
      text: [
        'Des administrations demandent à Vigie de compter les visites de leurs démarches et les étapes franchies, par une image ou un script, sans cookie et sans rien ranger dans votre navigateur : votre adresse IP est tronquée dès sa réception, une empreinte qui change chaque jour et d’une démarche à l’autre reste en mémoire une heure au plus, et seuls des totaux sont enregistrés. Si votre navigateur demande à ne pas être suivi (signal « Global Privacy Control » ou « Do Not Track »), votre visite n’est pas comptée ; seul le nombre de ces refus l’est.',
      ],
    },
    {
      id: 'published',
      title: 'Dans les données publiées',
      text: [
        'Les chiffres portent sur des démarches, jamais sur des personnes : les réponses d’usagers n’y sont que des totaux. Les seuls noms de personnes que ce site peut montrer sont ceux d’agents qui ont signé une correction ou une note, et les contacts que les administrations ont choisi de publier.',
      ],
    },
  ] as readonly TextSection[],
  rightsTitle: 'Vos droits',
  rights:
    'Si votre nom figure sur ce site, ou si vous nous avez écrit, vous pouvez demander à voir les données qui vous concernent, à les faire corriger ou effacer.',
  writeTo: 'Pour cela, écrivez à :',
  notStated:
    'L’exploitant de ce site n’a pas indiqué d’adresse de contact ; adressez-vous à l’organisme nommé dans les [mentions légales](legal).',
  complaint:
    'Si la réponse ne vous convient pas, vous pouvez adresser une plainte à la [Commission nationale de l’informatique et des libertés (CNIL)](cnil).',
};
