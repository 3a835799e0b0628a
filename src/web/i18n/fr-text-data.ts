/** The French text of the page of data. */

export const frData = {
  title: 'Données ouvertes',
  lead: 'Tout ce que montre ce site se télécharge, gratuitement et sans inscription.',
  datasetDescription: (label: string, day: string) =>
    `Qualité et usage des démarches administratives en ligne, édition ${label}, données arrêtées au ${day}.`,
  files: 'Les fichiers',
  filesNote: (address: string) =>
    `Chaque page de données a les mêmes chiffres en fichiers : ajoutez \`.json\` ou \`.csv\` à son adresse. Les liens ci-dessous mènent à de vrais exemples${address === '' ? '' : `, pris dans la dernière édition (\`${address}\`)`}.`,
  caption: 'Les fichiers et leurs adresses',
  content: 'Ce que contient le fichier',
  address: 'Adresse',
  downloads: 'Fichiers',
  spreadsheet: 'CSV pour tableur',
  rows: {
    editions: 'La liste des éditions',
    edition: 'Une édition entière : chaque démarche, chaque critère',
    revision: 'Une révision d’une édition, qui ne change jamais',
    manifest: 'Les fichiers d’une édition et leurs empreintes',
    summary: 'La synthèse d’une édition : l’ensemble, les ministères, les administrations, les publics',
    comparison: 'Ce qui change entre deux éditions',
    procedures: 'La liste des démarches, avec leurs derniers résultats',
    procedure: 'Une démarche : ses résultats dans toutes les éditions',
    organisations: 'La liste des administrations, avec leurs chiffres',
    organisation: 'Une administration : ce que donnent ses démarches, critère par critère',
    criteria: 'La liste des critères, avec l’ensemble des démarches',
    criterion: 'Un critère : toutes les démarches',
    methodologies: 'La liste des méthodes',
    methodology: 'Une méthode entière : critères, formules, seuils',
    editionsFeed: 'Le fil des publications et des corrections',
    correctionsFeed: 'Le fil des corrections seules',
    sitemap: 'La liste de toutes les pages, pour les moteurs de recherche',
  },
  formats: 'Quel format choisir',
  formatList: {
    excel: (parameter: string) =>
      `[CSV](glossary#csv) pour tableur (adresse suivie de \`${parameter}\`) : s’ouvre d’un double clic dans un tableur réglé en français. Point-virgule entre les colonnes, virgule décimale. Une apostrophe est placée devant tout texte que le tableur prendrait pour une formule.`,
    csv: 'CSV : le même tableau pour les programmes. UTF-8, virgule entre les colonnes, point décimal, case vide quand la valeur manque.',
    json: '[JSON](glossary#json) : le plus complet, avec les totaux, les corrections et les remarques de lecture.',
    atom: '[Atom](glossary#atom) : un fil à suivre avec un lecteur, pour être prévenu de chaque publication.',
  },
  meaning:
    'Les valeurs sont telles que reçues ou calculées : nous ne les arrondissons pas, et si la source l’a fait, une colonne le dit. Les notes vont de 0 à 10, les parts de 0 à 1, les durées sont en millisecondes. Une valeur absente est vide, et son statut dit pourquoi ; elle n’est jamais remplacée par zéro.',
  promise: 'Ce que nous promettons',
  promises: [
    'Des noms stables : des clés et des colonnes peuvent s’ajouter, aucune n’est renommée ni retirée. Un programme doit ignorer celles qu’il ne connaît pas.',
    'Des adresses stables : une édition garde la sienne, et chacune de ses révisions aussi.',
    'Des fichiers inchangés : ceux d’une édition sont gardés octet pour octet tels qu’ils ont été publiés.',
    'Pas de travail inutile : chaque réponse a une étiquette (`ETag`) ; renvoyez-la, et ce qui n’a pas changé ne sera pas renvoyé.',
  ],
  licence: 'Licence et citation',
  licenceText: [
    'Les données sont sous [Licence Ouverte 2.0](openLicence) : vous pouvez les réutiliser, y compris pour vendre, à condition de dire d’où elles viennent et de quand elles datent.',
    'Chaque page de données porte la phrase à recopier, par exemple : « Vigie, édition Octobre 2025, révision 1, consulté le 3 novembre 2025 ». Pour qu’un lecteur retrouve exactement vos chiffres, citez l’adresse d’une révision.',
  ],
  verify: 'Vérifier une copie',
  verifyText:
    'Le [manifeste](glossary#manifest) d’une édition donne l’[empreinte](glossary#sha-256) de chaque fichier. Si celle de votre copie est la même, votre copie est exacte :',
  examples: 'Exemples',
  examplesText: 'Dans un terminal, avec l’outil `curl` :',
  exampleEdition: 'Une édition, en CSV',
  exampleList: 'Les éditions publiées',
  exampleUnchanged: 'Seulement si la liste a changé depuis la dernière fois',
  noEdition: 'Aucune édition n’est encore publiée : les exemples viendront avec la première.',
};
