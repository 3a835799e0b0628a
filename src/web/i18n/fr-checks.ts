/** The French words of the checks of pages by a browser: results, figures, advice. */
import type { CheckDivergence } from '../../editions/index.ts';
import type {
  AccessibilityTheme,
  CHECK_ADVICE,
  CheckKind,
  CheckResult,
  DeclaredState,
  Impact,
  MobileVerdict,
  UnknownReason,
} from '../../probes/index.ts';
import { formats } from './formats.ts';

const { number, plural } = formats('fr');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

const kinds: Record<CheckKind, { label: string; meaning: string }> = {
  display_speed: {
    label: 'Vitesse d’affichage',
    meaning:
      'Le temps que met l’essentiel de la page à s’afficher, en laboratoire : médiane de plusieurs essais sur un téléphone et un ordinateur simulés.',
  },
  automatic_accessibility: {
    label: 'Accessibilité, partie automatique',
    meaning:
      'Ce qu’un outil (axe-core) voit de fautif pour les personnes handicapées. Un outil ne voit qu’une part des défauts : ne rien trouver ne veut pas dire que la page est conforme.',
  },
  accessibility_declaration: {
    label: 'Déclaration d’accessibilité',
    meaning:
      'La mention obligatoire sur la page, et la déclaration à laquelle elle mène : état, taux, date, contact. Une déclaration vaut trois ans.',
  },
  mobile: {
    label: 'Affichage sur téléphone',
    meaning: 'La page dans une fenêtre de 360 pixels de large, celle d’un petit téléphone.',
  },
  authentication: {
    label: 'Connexion par FranceConnect ou ProConnect',
    meaning: 'Le bouton de connexion de l’État, cherché sur la page.',
  },
  contact_and_help: {
    label: 'Contact et aide',
    meaning: 'Les moyens de joindre quelqu’un que la page, ou sa page de contact, donne.',
  },
  feedback_button: {
    label: 'Bouton pour donner son avis',
    meaning:
      'Le bouton de la dernière page, et le formulaire auquel il mène. Un avis d’essai, jamais compté, y est parfois envoyé.',
  },
  https_and_headers: {
    label: 'Connexion chiffrée et protections',
    meaning: 'HTTPS, et ce que la page demande au navigateur pour protéger l’usager.',
  },
};

const results: Record<CheckResult, string> = {
  pass: 'Réussi',
  fail: 'À corriger',
  unknown: 'Non vérifié',
};

/** Why a check could not tell. */
const reasons: Record<UnknownReason, string> = {
  browser_missing: 'le navigateur de contrôle n’était pas installé',
  browser_crashed: 'le navigateur de contrôle s’est arrêté',
  took_too_long: 'le contrôle a pris trop de temps',
  page_not_reached: 'la page n’a pas pu être vue',
  page_refused_robot: 'le site a refusé notre robot',
  address_refused: 'l’adresse n’est pas publique',
  not_a_page: 'l’adresse ne donne pas une page',
  declaration_not_reached: 'la page de la déclaration n’a pas pu être vue',
  declaration_is_a_file: 'la déclaration est un fichier, que nous ne lisons pas',
  declaration_not_understood: 'le texte trouvé n’a pas été reconnu comme une déclaration',
  no_sign_in_seen: 'aucune page de connexion n’a été vue',
  form_not_reached: 'le formulaire du bouton n’a pas pu être vu',
  button_not_known: 'le bouton n’est pas l’un des nôtres : l’avis d’essai n’a pas été envoyé',
  canary_refused: 'l’avis d’essai n’a pas été accepté',
  not_measured: 'la mesure n’a rien donné',
};

type AdviceWords = {
  [Kind in CheckKind]: Record<(typeof CHECK_ADVICE)[Kind][number], string>;
};

/** What to do, to whoever runs the site. */
const advice: AdviceWords = {
  display_speed: {
    late_on_mobile:
      'Sur téléphone, l’essentiel s’affiche après 2,5 s : allégez les images et les scripts du haut de la page.',
    late_on_desktop:
      'Sur ordinateur, l’essentiel s’affiche après 2,5 s : allégez les images et les scripts du haut de la page.',
    moves_while_loading:
      'La page bouge pendant qu’elle s’affiche : donnez leurs dimensions aux images et aux bandeaux.',
    heavy: 'La page est lourde : compressez les images, et n’envoyez que ce qui sert.',
    many_third_parties:
      'La page appelle beaucoup d’autres sites : chacun la ralentit, et voit passer les usagers.',
  },
  automatic_accessibility: {
    mend_broken_rules: 'Corrigez les règles listées, en commençant par les plus graves.',
  },
  accessibility_declaration: {
    add_mention:
      'Écrivez sur la page « Accessibilité : non conforme », « partiellement conforme » ou « totalement conforme », avec un lien vers la déclaration.',
    state_in_mention: 'Dites l’état de conformité dans la mention elle-même.',
    publish_declaration: 'Publiez la déclaration d’accessibilité, et menez-y depuis la mention.',
    renew_declaration: 'La déclaration a plus de trois ans : faites un nouvel audit et publiez-la à nouveau.',
    state_conformance: 'Dites dans la déclaration si le site est totalement, partiellement ou non conforme.',
    state_rate: 'Donnez dans la déclaration le taux de critères respectés.',
    date_declaration: 'Datez la déclaration.',
    add_contact: 'Donnez dans la déclaration un moyen de signaler un défaut.',
    add_remedies: 'Rappelez dans la déclaration les voies de recours (Défenseur des droits).',
    agree_with_mention: 'La mention et la déclaration ne disent pas le même état : accordez-les.',
    agree_with_rate:
      'L’état déclaré ne va pas avec le taux : « totalement conforme » veut 100 %, « partiellement », 50 % au moins.',
  },
  mobile: {
    no_sideways_scroll: 'La page déborde : il faut la faire glisser de côté sur un téléphone.',
    declare_viewport: 'Ajoutez la balise « viewport » qui adapte la page à la largeur de l’écran.',
    let_zoom: 'Laissez l’usager agrandir la page : la balise « viewport » le lui interdit.',
    larger_targets: 'Agrandissez ou écartez ce qu’on touche du doigt : 24 pixels au moins.',
    larger_text: 'Écrivez à 12 pixels au moins.',
  },
  authentication: {
    offer_franceconnect: 'Proposez FranceConnect (ou ProConnect) à côté du mot de passe.',
  },
  contact_and_help: {
    give_direct_contact: 'Donnez un moyen de joindre quelqu’un : téléphone, courriel ou formulaire.',
    give_opening_hours: 'Donnez les heures où le téléphone répond.',
    add_help_page: 'Ajoutez un lien vers une page d’aide.',
  },
  feedback_button: {
    add_button: 'Posez le bouton d’avis sur la dernière page.',
    mend_button_link: 'Réparez le lien du bouton d’avis : il ne mène pas à un formulaire qui répond.',
  },
  https_and_headers: {
    serve_https: 'Servez la page en HTTPS.',
    redirect_to_https: 'Renvoyez de HTTP vers HTTPS.',
    renew_certificate: 'Renouvelez le certificat : il finit dans moins de quatorze jours.',
    add_hsts: 'Demandez au navigateur de rester en HTTPS six mois au moins (Strict-Transport-Security).',
    add_csp: 'Limitez ce que la page peut charger (Content-Security-Policy).',
    add_no_sniff: 'Interdisez au navigateur de deviner le type des fichiers (X-Content-Type-Options).',
    limit_framing: 'Interdisez que la page soit montrée dans celle d’un autre (frame-ancestors).',
    add_referrer_policy: 'Dites ce que la page transmet de son adresse aux autres sites (Referrer-Policy).',
    secure_cookies: 'Réservez les cookies au HTTPS (Secure).',
  },
};

const impacts: Record<Impact, (n: number) => string> = {
  critical: (n) => counted(n, 'bloquant', 'bloquants'),
  serious: (n) => counted(n, 'grave', 'graves'),
  moderate: (n) => counted(n, 'gênant', 'gênants'),
  minor: (n) => counted(n, 'mineur', 'mineurs'),
};

const themes: Record<AccessibilityTheme, string> = {
  'text-alternatives': 'images et alternatives',
  color: 'couleurs et contrastes',
  forms: 'formulaires',
  keyboard: 'clavier',
  language: 'langue',
  'name-role-value': 'noms et rôles des composants',
  parsing: 'code de la page',
  semantics: 'titres et structure du texte',
  'sensory-and-visual-cues': 'indications visuelles',
  structure: 'structure de la page',
  tables: 'tableaux',
  'time-and-media': 'son, vidéo et délais',
  aria: 'ARIA',
  other: 'autres',
};

const states: Record<DeclaredState | 'bare', string> = {
  full: 'totalement conforme',
  partial: 'partiellement conforme',
  none: 'non conforme',
  bare: 'un lien sans état',
};

const fits: Record<MobileVerdict, string> = { Oui: 'oui', Partiel: 'en partie', Non: 'non' };

const figures = {
  display: (device: string, lcp: string, fcp: string, runs: number) =>
    `${device} : essentiel affiché en ${lcp}, premier élément en ${fcp} (médiane de ${counted(runs, 'essai', 'essais')})`,
  mobileDevice: 'Téléphone',
  desktopDevice: 'Ordinateur',
  weight: (bytes: string, requests: number, thirdParties: number, cls: string) =>
    `Poids ${bytes} ko, ${counted(requests, 'requête', 'requêtes')}, ${counted(thirdParties, 'autre site appelé', 'autres sites appelés')}, stabilité ${cls} (0 : rien ne bouge)`,
  elements: (n: number) =>
    n === 0 ? 'Aucun élément fautif vu par l’outil' : counted(n, 'élément fautif', 'éléments fautifs'),
  rules: (broken: number, met: number, undecided: number) =>
    `${counted(broken, 'règle enfreinte', 'règles enfreintes')}, ${counted(met, 'respectée', 'respectées')}, ${number(undecided)} à vérifier par une personne`,
  rule: (id: string, elements: number) => `${id} : ${counted(elements, 'élément', 'éléments')}`,
  theme: (theme: string, n: number) => `${theme} : ${number(n)}`,
  noMention: 'Aucune mention d’accessibilité sur la page',
  mention: (state: string) => `Mention : ${state}`,
  declaredState: (state: string) => `Déclaration : ${state}`,
  rate: (share: string) => `taux ${share}`,
  audited: (day: string) => `audit du ${day}`,
  declared: (day: string) => `déclaration du ${day}`,
  expires: (day: string) => `valable jusqu’au ${day} inclus`,
  contact: (has: boolean): string => (has ? 'un contact' : 'pas de contact'),
  remedies: (has: boolean): string => (has ? 'voies de recours' : 'pas de voies de recours'),
  fit: (verdict: string) => `Adaptée au téléphone : ${verdict}`,
  width: (pixels: string) => `largeur affichée ${pixels} pixels sur 360`,
  smallTargets: (k: number, n: string) =>
    `${counted(k, 'cible trop petite', 'cibles trop petites')} sur ${n}`,
  smallText: (k: number, n: string) =>
    `${counted(k, 'caractère', 'caractères')} de moins de 12 pixels sur ${n}`,
  viewports: {
    fits: 'page adaptée à l’écran',
    missing: 'pas de balise « viewport »',
    fixed: 'largeur fixe',
    blocks_zoom: 'agrandissement interdit',
  },
  schemes: (list: string) => `Proposé : ${list}`,
  noScheme: 'Ni FranceConnect ni ProConnect sur la page de connexion',
  means: (list: string) => `Trouvé : ${list}`,
  noMeans: 'Aucun moyen de contact trouvé',
  meansNames: {
    email: 'courriel',
    phone: 'téléphone',
    form: 'formulaire',
    openingHours: 'horaires',
    helpPage: 'page d’aide',
  },
  button: {
    this_site: 'Bouton de ce site',
    vigie: 'Bouton d’un autre site Vigie',
    je_donne_mon_avis: 'Bouton « Je donne mon avis » de l’État',
    other: 'Bouton d’un autre service',
  },
  noButton: 'Aucun bouton d’avis sur la page',
  status: (status: string) => `le formulaire répond ${status}`,
  noStatus: 'le formulaire n’a pas pu être vu',
  canary: (taken: boolean): string => (taken ? 'avis d’essai reçu' : 'avis d’essai non reçu'),
  https: (yes: boolean): string => (yes ? 'HTTPS' : 'pas de HTTPS'),
  redirects: (yes: boolean): string => (yes ? 'HTTP renvoie à HTTPS' : 'HTTP ne renvoie pas à HTTPS'),
  certificateDays: (days: number) => `certificat valable ${counted(days, 'jour', 'jours')}`,
  protections: (list: string) => `Protections : ${list}`,
  framing: 'encadrement limité (frame-ancestors ou X-Frame-Options)',
  noProtections: 'Aucune protection demandée au navigateur',
  cookies: (n: number, notSecure: number) =>
    `${counted(n, 'cookie', 'cookies')}, dont ${number(notSecure)} sans « Secure »`,
};

const divergences: Record<CheckDivergence['code'], string> = {
  rate_differs: 'la déclaration du site donne un autre taux',
  state_differs: 'la déclaration du site dit un autre état',
  declaration_expired: 'la déclaration du site a plus de trois ans',
  declaration_not_found: 'la page ne mène à aucune déclaration',
  scheme_seen: 'le site propose FranceConnect',
  scheme_not_seen: 'FranceConnect n’est pas sur la page de connexion',
  fit_differs: 'le contrôle sur téléphone donne un autre résultat',
};

export const frChecks = {
  title: 'Contrôles des pages',
  note: 'Chaque semaine en principe, un navigateur ouvre chaque adresse suivie. Chaque résultat donne sa preuve ; « Non vérifié » ne dit rien du site.',
  none: 'Aucun contrôle n’a encore été fait sur les pages de cette démarche.',
  summary: (pass: number, fail: number, unknown: number) =>
    `${counted(pass, 'contrôle réussi', 'contrôles réussis')}, ${number(fail)} à corriger, ${counted(unknown, 'non vérifié', 'non vérifiés')}.`,
  checkedAt: (day: string) => `Contrôlé le ${day}.`,
  because: (reason: string) => `Non vérifié : ${reason}.`,
  lastKnown: (result: string, day: string, days: number) =>
    `Dernier résultat connu : ${result}, le ${day}, ${counted(days, 'jour', 'jours')} avant.`,
  neverKnown: 'Ce contrôle n’a encore jamais abouti.',
  advice: 'Que faire',
  evidence: 'Preuve',
  page: 'Page contrôlée',
  hash: 'Empreinte (SHA-256) du texte lu',
  blank: 'Le texte cherché n’est pas dans la page.',
  replies: 'Réponse de l’administration',
  reply: (author: string, day: string) => `${author}, le ${day} :`,
  rightOfReply:
    'Qui répond de la démarche peut faire publier sa réponse à côté de chaque contrôle : elle est gardée et montrée ici.',
  divergenceTitle: 'Écarts avec ce qui est déclaré',
  divergenceNote:
    'Ce que les contrôles ont vu et qui ne va pas avec la valeur déclarée de la dernière édition. Ni l’un ni l’autre n’est changé : l’écart est montré.',
  noDivergence: 'Aucun écart : ce que les contrôles ont vu ne contredit aucune valeur déclarée.',
  criterion: 'Critère',
  declaredValue: 'Déclaré',
  seenValue: 'Vu',
  nothingSeen: 'rien',
  why: 'Écart',
  kinds,
  results,
  reasons,
  adviceWords: advice,
  impacts,
  themes,
  states,
  fits,
  figures,
  divergences,
};
