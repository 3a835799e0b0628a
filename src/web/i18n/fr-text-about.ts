/** The French text of the page that says what Vigie is. */
import type { TextSection } from './text-section.ts';

const sections: readonly TextSection[] = [
  {
    id: 'what',
    title: 'Ce que fait Vigie',
    text: [
      'Vigie dit, pour chaque démarche administrative suivie, si elle se fait en ligne, ce qu’en pensent ses usagers, si elle est accessible, si son site répond et combien elle sert. Chaque chiffre porte sa source, sa date, le nombre de réponses sur lequel il repose et, quand on peut la calculer, sa marge d’incertitude.',
      'Un chiffre absent n’est jamais remplacé par un zéro : la page dit pourquoi il manque.',
    ],
  },
  {
    id: 'sources',
    title: 'D’où viennent les chiffres',
    text: [
      'Vigie recueille des [avis d’usagers](reviews) par le bouton « Je donne mon avis », que les administrations posent sur leurs sites et à leurs guichets. Elle les compte elle-même, et dit pour chaque démarche qui a répondu.',
      'Un [robot](robot) demande les pages des démarches suivies, et dit si elles [répondent](availability). Le reste vient de fichiers :',
      [
        'les éditions déjà publiées, avec leurs notes, leurs parts et leurs mesures ;',
        'les avis d’avant, comptés note par note ;',
        'les chiffres d’ensemble annoncés avant que le détail soit publié ;',
        'le catalogue des démarches, tenu à jour par les administrations ou par l’exploitant de ce site.',
      ],
      'Chaque valeur dit d’où elle vient : d’un fichier publié, c’est le fichier et la ligne. Ce qui n’a pas pu être lu est signalé sur la page de l’édition, et rien n’est deviné.',
    ],
  },
  {
    id: 'edition',
    title: 'Comment une édition est faite',
    text: [
      'Une édition est une photographie : tous les chiffres connus à une date. Elle se fait en quatre temps.',
      [
        'D’abord, [choisir les démarches](glossary#selection) : les plus utilisées, une liste avec un motif pour chacune, ou celles d’un fichier publié. La règle suivie est écrite sur la page.',
        'Puis réunir ce que l’on sait de chacune au jour d’arrêt.',
        'Ensuite, juger chaque valeur selon une [méthode](methodologies) écrite à l’avance : mêmes règles, mêmes seuils pour toutes les démarches.',
        'Enfin, publier. Les fichiers sont alors gardés tels quels, avec une [empreinte](glossary#sha-256) qui permet à chacun de vérifier sa copie.',
      ],
      'Une édition publiée ne change plus, même si la méthode change ensuite.',
    ],
  },
  {
    id: 'correction',
    title: 'Comment une erreur est corrigée',
    text: [
      'Une correction ne remplace rien en silence. C’est une nouvelle [révision](glossary#revision), datée et signée, avec son motif et la liste de tout ce qu’elle change. Les révisions précédentes restent lisibles, et un [fil](correctionsFeed) annonce chaque correction.',
      'Vous avez vu une erreur ? [Écrivez-nous](contact), avec l’adresse de la page.',
    ],
  },
  {
    id: 'independence',
    title: 'Une méthode que chacun peut refaire',
    text: [
      'La méthode est écrite, numérotée et publiée : formules, seuils, minimum de réponses, limites connues. Elle s’applique de la même façon à toutes les administrations, y compris à celle qui exploite ce site. Une valeur corrigée à la main est signalée comme telle.',
      'Qui a les fichiers peut refaire les calculs : [les données](data) sont ouvertes, et le logiciel aussi, sous [licence EUPL 1.2](codeLicence).',
    ],
  },
  {
    id: 'limits',
    title: 'Ce que Vigie ne fait pas',
    text: [
      [
        'Vigie n’est pas l’endroit où faire une démarche. La page de chaque démarche mène à son site ; [service-public.fr](servicePublic) aide à trouver la bonne.',
        'Vigie ne traite ni dossier ni réclamation. Écrivez à l’administration qui répond de la démarche ; si sa réponse ne vous convient pas, le [Défenseur des droits](defenderForm) peut être saisi gratuitement.',
        'Vigie ne classe pas les agents ni les services : elle juge des démarches.',
      ],
    ],
  },
  {
    id: 'who',
    title: 'Qui répond de ce site',
    text: [
      'Vigie est un logiciel libre ; plusieurs organismes peuvent l’exploiter, chacun sur son site. Celui qui publie ce site est nommé dans les [mentions légales](legal).',
    ],
  },
];

export const frAbout = {
  title: 'À propos de Vigie',
  lead: 'Vigie est un observatoire : il dit comment fonctionnent les démarches administratives en ligne, et montre d’où vient chaque chiffre.',
  sections,
};
