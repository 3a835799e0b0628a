/** The French text of the page of help. */
import type { TextSection } from './text-section.ts';

const find: TextSection = {
  id: 'find',
  title: 'Trouver une démarche',
  text: [
    'Tapez quelques mots de son nom dans la [recherche](procedures) : « passeport », « permis », « carte grise ». Les accents et les majuscules ne comptent pas. Vous pouvez aussi partir d’une [administration](organisations).',
    'Une démarche qui manque n’est pas forcément mauvaise : Vigie ne les suit pas toutes. Chaque édition dit comment les siennes ont été choisies.',
  ],
};

const afterExamples: readonly TextSection[] = [
  {
    id: 'missing',
    title: 'Quand il n’y a pas de valeur',
    text: ['Une case sans chiffre dit toujours pourquoi. Voici les cas possibles :'],
  },
  {
    id: 'review',
    title: 'Donner son avis',
    text: [
      'Le bouton « Je donne mon avis » est posé par l’administration sur le site de la démarche, ou à son guichet. Une seule question est demandée ; les autres sont facultatives. Chaque réponse est enregistrée dès qu’elle est envoyée. [Ce qui est gardé, et ce qui ne l’est pas](privacy#reviews).',
      'Les [avis](reviews) sont comptés au fil de l’eau : la page de chaque démarche équipée dit combien, de qui, et avec quelle marge. Ce n’est pas un formulaire de contact : personne ne répond à un avis.',
    ],
  },
  {
    id: 'compare',
    title: 'Comparer deux éditions',
    text: [
      'Sur la page des [éditions](editions#compare), choisissez-en deux. Vigie ne parle de hausse ou de baisse que si l’écart est trop grand pour venir du hasard ; sinon elle dit « pas de changement établi ». D’une valeur déclarée, qui ne vient pas de réponses, tout écart est un changement.',
      'Quand la méthode a changé entre les deux, la page dit quels critères restent comparables. Sur un graphique, une [rupture de série](glossary#series-break) marque l’endroit.',
    ],
  },
  {
    id: 'download',
    title: 'Télécharger et citer',
    text: [
      'Au bas de chaque page de données : les mêmes chiffres en fichiers, et la phrase à recopier pour citer la page. Prenez « CSV pour tableur » pour ouvrir le fichier dans Excel ou LibreOffice ; les autres formats servent aux programmes. [Tout savoir sur les données](data).',
      'Réutiliser les données est libre et gratuit, à condition de dire d’où elles viennent et de quand elles datent.',
    ],
  },
  {
    id: 'failing',
    title: 'Si une démarche ne fonctionne pas',
    text: [
      'Vigie ne peut pas agir sur votre dossier.',
      [
        'Ouvrez la page de la démarche : elle donne les contacts et les autres moyens de la faire, quand l’administration les a indiqués.',
        'Écrivez ou téléphonez à l’administration qui en répond. Notez la date, l’heure et le message affiché.',
        'Une démarche peut souvent se faire au guichet, par courrier ou par téléphone. [service-public.fr](servicePublic) dit où s’adresser.',
        'Sans réponse, ou si vos droits ne sont pas respectés, saisissez le [Défenseur des droits](defenderForm) : c’est gratuit.',
      ],
    ],
  },
  {
    id: 'further',
    title: 'Aller plus loin',
    text: [
      'Le [glossaire](glossary) explique tous les mots du site, la [méthode](methodologies) toutes les formules, et [À propos](about) la façon dont une édition est faite.',
    ],
  },
];

export const frHelp = {
  title: 'Aide',
  lead: 'Trouver une démarche, lire un chiffre, télécharger les données, savoir quoi faire quand une démarche échoue.',
  find,
  read: 'Lire un chiffre',
  readIntro: 'Voici une note de satisfaction, comme sur la page d’une démarche :',
  /** Each part of the example, in the order of the drawing. */
  reading: [
    { term: 'La valeur', meaning: 'Les usagers ont donné en moyenne 8,2 sur 10.' },
    {
      term: 'Le niveau',
      meaning:
        'Le [niveau](glossary#level) est bon, parce que la méthode place le [seuil](glossary#threshold) à 8. Il est dit par un mot et une forme, pas seulement par une couleur.',
    },
    {
      term: 'L’intervalle',
      meaning:
        'Entre crochets, la marge due au nombre de réponses : avec d’autres réponses du même genre, la note serait sans doute entre 8,0 et 8,4. Elle ne dit rien de ceux qui ne répondent jamais. C’est [l’intervalle de confiance à 95 %](glossary#interval).',
    },
    { term: 'Le n', meaning: 'Le nombre de réponses. Plus il est grand, plus l’intervalle est étroit.' },
  ],
  borderlineIntro: 'Et voici une note dont le niveau n’est pas sûr :',
  borderline:
    '7,98 n’atteint pas 8 : le niveau est moyen. Mais l’intervalle va de 7,90 à 8,06 et passe le seuil : le mot [limite](glossary#borderline) prévient que le niveau pourrait être le voisin.',
  levels: 'Les niveaux, avec leur mot et leur forme :',
  levelsNote: '« Info » : la valeur est montrée sans être jugée.',
  afterExamples,
};
