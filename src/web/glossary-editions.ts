/** The words of editions and of the files that hold them. */
import type { GlossaryTerm } from './glossary-term.ts';

export const EDITION_TERMS = [
  {
    id: 'edition',
    fr: {
      name: 'Édition',
      meaning:
        'Tous les chiffres arrêtés à une même date et publiés ensemble. Une édition publiée ne change plus. [Voir les éditions](editions).',
    },
    en: {
      name: 'Edition',
      meaning:
        'All the figures as they stood on one date, published together. A published edition never changes. [See the editions](editions).',
    },
  },
  {
    id: 'cutoff',
    fr: { name: 'Date d’arrêt', meaning: 'Le dernier jour dont parlent les chiffres d’une édition.' },
    en: { name: 'Cut-off date', meaning: 'The last day that the figures of an edition speak of.' },
  },
  {
    id: 'revision',
    fr: {
      name: 'Révision',
      meaning:
        'Une version publiée d’une édition. La première porte le numéro 1 ; chaque correction en fait une autre, et les précédentes restent lisibles.',
    },
    en: {
      name: 'Revision',
      meaning:
        'A published version of an edition. The first is number 1; each correction makes another, and earlier ones can still be read.',
    },
  },
  {
    id: 'correction',
    fr: {
      name: 'Correction',
      meaning:
        'Ce qu’une [révision](glossary#revision) change de la précédente : chaque différence, son auteur et son motif.',
    },
    en: {
      name: 'Correction',
      meaning:
        'What a [revision](glossary#revision) changes of the one before: each difference, its author and its reason.',
    },
  },
  {
    id: 'reconstructed',
    fr: {
      name: 'Reconstituée (édition)',
      meaning:
        'Calculée après coup avec les données de l’époque : elle n’a pas été publiée en son temps sous cette forme.',
    },
    en: {
      name: 'Reconstructed (edition)',
      meaning: 'Computed afterwards from the data of the time: it was not published then in this form.',
    },
  },
  {
    id: 'totals',
    fr: {
      name: 'Connue par ses totaux (édition)',
      meaning:
        'Une édition ancienne dont on ne connaît que les chiffres d’ensemble, sans le détail des démarches.',
    },
    en: {
      name: 'Known by its totals (edition)',
      meaning:
        'An older edition of which only overall figures are known, without the procedures behind them.',
    },
  },
  {
    id: 'selection',
    fr: {
      name: 'Choix des démarches',
      meaning:
        'La règle qui dit quelles démarches sont dans une édition : les plus utilisées, une liste avec un motif pour chacune, ou celles d’un fichier publié.',
    },
    en: {
      name: 'Choice of procedures',
      meaning:
        'The rule that says which procedures are in an edition: the most used, a list with a reason for each, or those of a published file.',
    },
  },
  {
    id: 'manifest',
    fr: {
      name: 'Manifeste',
      meaning: 'La liste des fichiers d’une édition, avec leur taille et leur [empreinte](glossary#sha-256).',
    },
    en: {
      name: 'Manifest',
      meaning:
        'The list of the files of an edition, with their size and their [fingerprint](glossary#sha-256).',
    },
  },
  {
    id: 'sha-256',
    fr: {
      name: 'Empreinte (SHA-256)',
      meaning:
        'Une suite de 64 signes calculée à partir d’un fichier. Si un seul caractère du fichier change, l’empreinte change : deux empreintes égales prouvent que deux copies sont identiques. [Vérifier une copie](data#verify).',
    },
    en: {
      name: 'Fingerprint (SHA-256)',
      meaning:
        'A string of 64 signs computed from a file. If one character of the file changes, so does the fingerprint: equal fingerprints prove that two copies are identical. [Check a copy](data#verify).',
    },
  },
  {
    id: 'json',
    fr: {
      name: 'JSON',
      meaning:
        'Une forme de fichier que les programmes lisent facilement. Chaque page de données en a une version.',
    },
    en: { name: 'JSON', meaning: 'A form of file that programs read easily. Each page of data has one.' },
  },
  {
    id: 'csv',
    fr: {
      name: 'CSV',
      meaning:
        'Un tableau écrit comme un simple texte, que tout tableur peut ouvrir. [Choisir le bon fichier](data#formats).',
    },
    en: {
      name: 'CSV',
      meaning:
        'A table written as plain text, which any spreadsheet can open. [Choose the right file](data#formats).',
    },
  },
  {
    id: 'atom',
    fr: {
      name: 'Atom (fil)',
      meaning:
        'Une adresse à donner à un lecteur de fils : il prévient à chaque publication, sans inscription.',
    },
    en: {
      name: 'Atom (feed)',
      meaning: 'An address to give to a feed reader: it tells of each publication, without signing up.',
    },
  },
] as const satisfies readonly GlossaryTerm[];
