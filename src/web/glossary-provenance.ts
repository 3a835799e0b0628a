/** The words of what is known of a figure: whether there is one, where it comes from, what it is worth. */
import type { GlossaryTerm } from './glossary-term.ts';

export const PROVENANCE_TERMS = [
  {
    id: 'status',
    fr: {
      name: 'Statut',
      meaning:
        'Ce qui dit si une valeur existe, et sinon pourquoi : [mesuré](glossary#measured), [déclaré](glossary#declared), [trop peu de réponses](glossary#insufficient), [sans objet](glossary#not-applicable), [non renseigné](glossary#not-reported), [douteux](glossary#suspect).',
    },
    en: {
      name: 'Status',
      meaning:
        'What says whether there is a value, and if not why: [measured](glossary#measured), [declared](glossary#declared), [too few answers](glossary#insufficient), [not applicable](glossary#not-applicable), [not reported](glossary#not-reported), [doubtful](glossary#suspect).',
    },
  },
  {
    id: 'measured',
    fr: {
      name: 'Mesuré',
      meaning: 'Calculé à partir de réponses d’usagers, de comptages ou de mesures automatiques.',
    },
    en: { name: 'Measured', meaning: 'Computed from answers of users, counts or automatic measurements.' },
  },
  {
    id: 'declared',
    fr: {
      name: 'Déclaré',
      meaning: 'Dit par l’administration qui répond de la démarche, sans mesure de notre part.',
    },
    en: {
      name: 'Declared',
      meaning: 'Said by the administration that answers for the procedure, without measurement of ours.',
    },
  },
  {
    id: 'insufficient',
    fr: {
      name: 'Trop peu de réponses',
      meaning:
        'Des usagers ont répondu, mais moins que le minimum fixé par la méthode : publier la valeur tromperait.',
    },
    en: {
      name: 'Too few answers',
      meaning:
        'Users answered, but fewer than the minimum set by the methodology: to publish the value would mislead.',
    },
  },
  {
    id: 'not-applicable',
    fr: { name: 'Sans objet', meaning: 'La question ne se pose pas pour cette démarche.' },
    en: { name: 'Not applicable', meaning: 'The question makes no sense for this procedure.' },
  },
  {
    id: 'not-reported',
    fr: {
      name: 'Non renseigné',
      meaning: 'La question se pose, et personne n’a encore donné la réponse. Ce n’est pas un zéro.',
    },
    en: {
      name: 'Not reported',
      meaning: 'The question makes sense, and nobody has given the answer yet. It is not a zero.',
    },
  },
  {
    id: 'suspect',
    fr: {
      name: 'Douteux (valeur douteuse)',
      meaning:
        'La valeur reçue n’est pas plausible : une panne presque continue alors que des usagers ont répondu, par exemple. Elle reste montrée, et aucun niveau n’en est tiré.',
    },
    en: {
      name: 'Doubtful (value)',
      meaning:
        'The value received is not plausible: a nearly constant outage while users were answering, for instance. It is still shown, and no level is drawn from it.',
    },
  },
  {
    id: 'origin',
    fr: {
      name: 'Origine',
      meaning:
        'Comment un chiffre est arrivé ici : relevé par une machine, déclaré par l’administration, repris d’un fichier publié, ou corrigé à la main.',
    },
    en: {
      name: 'Origin',
      meaning:
        'How a figure came here: recorded by a machine, declared by the administration, taken from a published file, or corrected by hand.',
    },
  },
  {
    id: 'source',
    fr: {
      name: 'Source',
      meaning: 'Le fichier et la ligne où un chiffre a été lu. On peut donc toujours y revenir.',
    },
    en: {
      name: 'Source',
      meaning: 'The file and the line where a figure was read. One can therefore always go back to it.',
    },
  },
  {
    id: 'divergence',
    fr: {
      name: 'Divergence (écart avec la source)',
      meaning: 'La source donne son propre niveau, et la méthode en donne un autre : les deux sont montrés.',
    },
    en: {
      name: 'Divergence (from the source)',
      meaning: 'The source gives a level of its own, and the methodology gives another: both are shown.',
    },
  },
  {
    id: 'stale',
    fr: {
      name: 'Valeur inchangée',
      meaning:
        'Identique à celle de l’édition précédente jusqu’au dernier chiffre : elle n’a sans doute pas été mise à jour.',
    },
    en: {
      name: 'Unchanged value',
      meaning: 'The same as in the edition before to the last digit: it has probably not been updated.',
    },
  },
] as const satisfies readonly GlossaryTerm[];
