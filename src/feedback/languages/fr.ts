import type { FormLanguage } from './form-language.ts';

/** Le français. */
export const language: FormLanguage = {
  code: 'fr',
  name: 'Français',
  words: {
    faults: {
      required: 'Choisissez une réponse.',
      unknown_choice: 'Choisissez une des réponses proposées.',
      none_excludes:
        'Vous avez coché « Non » et au moins une aide. Gardez l’un ou l’autre : « Non », ou les aides que vous avez essayées.',
      too_long: 'Votre texte est trop long. Gardez 5 000 caractères au plus.',
    },
    titleWithError: (title) => `À corriger : ${title}`,
    progress: (at, total) => `Question ${at} sur ${total}`,
    optional: 'facultative',
    oneTap: 'Votre réponse est enregistrée dès que vous la choisissez.',
    restIsOptional: 'La suite est facultative.',
    keptFirst: 'Merci, votre réponse est enregistrée. Vous pouvez vous arrêter ici, ou nous en dire plus.',
    keptSoFar: 'Ce que vous avez envoyé est enregistré. Vous pouvez vous arrêter quand vous voulez.',
    continue: 'Continuer',
    send: 'Envoyer',
    sendAgain: 'Envoyer à nouveau',
    skip: 'Passer cette question',
    finish: 'Terminer sans répondre',
    chosen: 'votre choix',
    help: { tried: 'Oui, auprès du service', others: 'Oui, ailleurs' },
    outcome: {
      reached: 'Avez-vous pu avoir quelqu’un ?',
      quality: 'Si oui, cette aide vous a-t-elle été utile ?',
    },
    comment: {
      personal:
        'N’écrivez rien qui dise qui vous êtes : ni nom, ni adresse, ni téléphone, ni numéro de dossier. Personne ne vous répondra ici.',
      length: '5 000 caractères au plus.',
      left: 'Caractères restants :',
      over: 'Caractères en trop :',
    },
    contact: {
      instead: 'Pour une question ou un dossier en cours, contactez le service :',
      page: 'la page de contact du service',
      phone: 'par téléphone :',
      email: 'par courriel :',
      service: 'la page de ce service',
    },
    trap: 'Laissez ce champ vide',
    invalid: {
      title: 'Votre réponse n’est pas encore enregistrée',
      text: 'Corrigez ce qui suit, puis envoyez.',
    },
    expired: {
      title: 'Votre réponse n’est pas encore enregistrée',
      text: 'Cette page était ouverte depuis trop longtemps. Ce que vous avez rempli est toujours là : envoyez à nouveau.',
    },
    trapped: {
      title: 'Votre réponse n’est pas encore enregistrée',
      text: 'Votre navigateur a rempli un champ caché, que nous demandons de laisser vide. Nous l’avons vidé. Ce que vous avez rempli est toujours là : envoyez à nouveau.',
    },
    unavailable: {
      title: 'Votre réponse n’a pas pu être enregistrée',
      text: 'La panne vient de nous. Ce que vous avez rempli est toujours là : attendez un instant, puis envoyez à nouveau.',
    },
    offline:
      'La connexion a été coupée : nous ne savons pas si votre réponse est arrivée. Ce que vous avez rempli est toujours là. Envoyez à nouveau dès que la connexion revient : votre réponse ne comptera qu’une fois.',
    thanks: {
      title: 'Merci, c’est enregistré',
      text: 'Vos réponses sont anonymes. Vous pouvez fermer cette page.',
      figures: 'Voir les résultats de ce service',
    },
    closed: {
      title: 'Ce formulaire est fermé',
      since: (day) => `Il ne reçoit plus de réponses depuis le ${day}.`,
      reason: 'Pourquoi :',
      kept: 'Rien de ce que vous enverriez ici ne serait enregistré. Les réponses déjà données restent comptées.',
      reach: 'Pour une question, un dossier en cours ou une remarque :',
    },
    tooOld: {
      title: 'Cette page est trop ancienne',
      text: 'Elle a été ouverte il y a plus d’un jour. Les réponses déjà confirmées restent enregistrées.',
      again: 'Remplir un nouveau formulaire',
    },
    unknown: {
      title: 'Ce formulaire n’existe pas',
      text: 'L’adresse est peut-être incomplète. Revenez à la page du service, et suivez de nouveau son bouton.',
    },
    malformed: {
      title: 'Cette réponse ne peut pas être lue',
      text: 'Rien n’a été enregistré. Ouvrez de nouveau le formulaire par le bouton du service.',
    },
    tooLong: {
      title: 'Votre texte est trop long',
      text: 'Rien n’a été enregistré de cette réponse. Gardez 5 000 caractères au plus, puis envoyez à nouveau.',
    },
    broken: {
      title: 'Votre réponse n’a pas pu être enregistrée',
      text: 'La panne vient de nous. Envoyez à nouveau dans un instant.',
    },
    back: 'Pour retrouver ce que vous avez rempli, revenez à la page précédente.',
    toContent: 'Aller au formulaire',
    home: 'Ouvrir le site Vigie',
    anonymous: 'Anonyme : aucun cookie, et votre adresse n’est pas gardée.',
    privacy: 'Données personnelles',
    accessibility: 'Accessibilité',
    languages: 'Langue',
  },
  questionnaires: {
    avis: {
      title: 'Je donne mon avis',
      questions: {
        satisfaction: {
          label: 'Comment cela s’est-il passé pour vous ?',
          options: { bad: 'Mal', medium: 'Moyennement', good: 'Bien' },
        },
        clarity: {
          label: 'Ce qu’il fallait faire était-il clair ?',
          hint: 'Les mots, les consignes, les courriers.',
          options: {
            '1': 'Pas clair du tout',
            '2': 'Plutôt pas clair',
            '3': 'Entre les deux',
            '4': 'Plutôt clair',
            '5': 'Très clair',
          },
        },
        help: {
          label: 'Avez-vous cherché de l’aide ?',
          hint: 'Cochez tout ce que vous avez essayé, même sans succès.',
          options: {
            none: 'Non, je n’ai pas eu besoin d’aide',
            counter: 'À l’accueil, au guichet',
            phone: 'Par téléphone',
            email: 'Par courriel ou par courrier',
            online: 'En ligne : formulaire, discussion, messagerie',
            relative: 'Auprès d’un proche',
            support: 'Auprès d’un professionnel : France services, association, travailleur social',
            web: 'Par moi-même, sur internet',
          },
        },
        help_outcome: {
          label: 'Comment cette aide s’est-elle passée ?',
          options: {
            counter: 'À l’accueil, au guichet',
            phone: 'Par téléphone',
            email: 'Par courriel ou par courrier',
            online: 'En ligne',
            yes: 'Oui',
            no: 'Non',
            '1': 'Pas utile du tout',
            '2': 'Plutôt pas utile',
            '3': 'Entre les deux',
            '4': 'Plutôt utile',
            '5': 'Très utile',
          },
        },
        comment: {
          label: 'Qu’est-ce qui a bien marché ? Qu’est-ce qui est à améliorer ?',
        },
      },
    },
    signalement: {
      title: 'Je signale un problème ou je fais une suggestion',
      questions: {
        report: {
          label: 'Que voulez-vous nous dire ?',
          options: { problem: 'J’ai un problème', suggestion: 'J’ai une suggestion' },
        },
        topic: {
          label: 'De quoi s’agit-il surtout ?',
          options: {
            understanding: 'La compréhension de ce qui est demandé',
            display: 'L’affichage ou la lecture de la page',
            sign_in: 'La connexion',
            attachment: 'Les documents à joindre',
            failure: 'Une erreur, un blocage',
            other: 'Autre chose',
          },
        },
        comment: {
          label: 'Que s’est-il passé, ou que proposez-vous ?',
          hint: 'Dites sur quelle page, et ce que vous vouliez faire.',
        },
      },
    },
  },
};
