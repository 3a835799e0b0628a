/** The English words of the checks of pages by a browser: results, figures, advice. */
import { formats } from './formats.ts';
import type { frChecks } from './fr-checks.ts';

const { number, plural } = formats('en');
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${plural(count, { one, other })}`;

type Words = typeof frChecks;

const kinds: Words['kinds'] = {
  display_speed: {
    label: 'Display speed',
    meaning:
      'The time that the main part of the page takes to show, in the laboratory: the median of several tries on a simulated phone and computer.',
  },
  automatic_accessibility: {
    label: 'Accessibility, the automatic part',
    meaning:
      'What a tool (axe-core) sees as faulty for disabled people. A tool sees only some of the faults: finding none does not mean that the page conforms.',
  },
  accessibility_declaration: {
    label: 'Accessibility statement',
    meaning:
      'The mention that the law asks for on the page, and the statement that it leads to: state, rate, date, contact. A statement holds for three years.',
  },
  mobile: {
    label: 'Display on a phone',
    meaning: 'The page in a window 360 pixels wide, that of a small phone.',
  },
  authentication: {
    label: 'Sign-in by FranceConnect or ProConnect',
    meaning: 'The sign-in button of the State, looked for on the page.',
  },
  contact_and_help: {
    label: 'Contact and help',
    meaning: 'The ways to reach someone that the page, or its contact page, gives.',
  },
  feedback_button: {
    label: 'Button to give one’s opinion',
    meaning:
      'The button of the last page, and the form that it leads to. A test review, never counted, is sometimes sent there.',
  },
  https_and_headers: {
    label: 'Encrypted connection and protections',
    meaning: 'HTTPS, and what the page asks of browsers to protect its users.',
  },
};

const results: Words['results'] = { pass: 'Passed', fail: 'To be mended', unknown: 'Not checked' };

const reasons: Words['reasons'] = {
  browser_missing: 'the checking browser was not installed',
  browser_crashed: 'the checking browser stopped',
  took_too_long: 'the check took too long',
  page_not_reached: 'the page could not be seen',
  page_refused_robot: 'the site refused our robot',
  address_refused: 'the address is not public',
  not_a_page: 'the address gives no page',
  declaration_not_reached: 'the page of the statement could not be seen',
  declaration_is_a_file: 'the statement is a file, which we do not read',
  declaration_not_understood: 'the text that was found was not recognised as a statement',
  no_sign_in_seen: 'no page to sign in was seen',
  form_not_reached: 'the form of the button could not be seen',
  button_not_known: 'the button is not one of ours: the test review was not sent',
  canary_refused: 'the test review was not taken',
  not_measured: 'the measure gave nothing',
};

const advice: Words['adviceWords'] = {
  display_speed: {
    late_on_mobile:
      'On a phone the main part shows after 2.5 s: lighten the images and scripts of the top of the page.',
    late_on_desktop:
      'On a computer the main part shows after 2.5 s: lighten the images and scripts of the top of the page.',
    moves_while_loading: 'The page moves while it loads: give images and banners their dimensions.',
    heavy: 'The page is heavy: compress images, and send only what is used.',
    many_third_parties: 'The page calls many other sites: each slows it down, and sees its users go by.',
  },
  automatic_accessibility: { mend_broken_rules: 'Mend the rules that are listed, the gravest first.' },
  accessibility_declaration: {
    add_mention:
      'Write on the page “Accessibilité : non conforme”, “partiellement conforme” or “totalement conforme”, with a link to the statement.',
    state_in_mention: 'Say the state of conformance in the mention itself.',
    publish_declaration: 'Publish the accessibility statement, and lead to it from the mention.',
    renew_declaration: 'The statement is more than three years old: audit again, and publish it anew.',
    state_conformance: 'Say in the statement whether the site conforms fully, partly or not.',
    state_rate: 'Give in the statement the rate of criteria that are met.',
    date_declaration: 'Date the statement.',
    add_contact: 'Give in the statement a way to report a fault.',
    add_remedies: 'Recall in the statement the ways of appeal (Défenseur des droits).',
    agree_with_mention: 'The mention and the statement do not say the same state: make them agree.',
    agree_with_rate:
      'The declared state does not go with the rate: “fully” needs 100%, “partly” at least 50%.',
  },
  mobile: {
    no_sideways_scroll: 'The page is too wide: on a phone it must be moved sideways.',
    declare_viewport: 'Add the “viewport” tag that fits the page to the width of the screen.',
    let_zoom: 'Let users enlarge the page: its “viewport” tag forbids it.',
    larger_targets: 'Make what is touched larger, or set it apart: 24 pixels at least.',
    larger_text: 'Write at 12 pixels at least.',
  },
  authentication: { offer_franceconnect: 'Offer FranceConnect (or ProConnect) beside the password.' },
  contact_and_help: {
    give_direct_contact: 'Give a way to reach someone: telephone, e-mail or form.',
    give_opening_hours: 'Give the hours when the telephone is answered.',
    add_help_page: 'Add a link to a help page.',
  },
  feedback_button: {
    add_button: 'Put the review button on the last page.',
    mend_button_link: 'Mend the link of the review button: it leads to no form that answers.',
  },
  https_and_headers: {
    serve_https: 'Serve the page by HTTPS.',
    redirect_to_https: 'Redirect from HTTP to HTTPS.',
    renew_certificate: 'Renew the certificate: it ends in less than fourteen days.',
    add_hsts: 'Ask browsers to keep to HTTPS for six months at least (Strict-Transport-Security).',
    add_csp: 'Limit what the page may load (Content-Security-Policy).',
    add_no_sniff: 'Forbid browsers to guess the type of files (X-Content-Type-Options).',
    limit_framing: 'Forbid that the page be shown within another’s (frame-ancestors).',
    add_referrer_policy: 'Say what the page tells other sites of its address (Referrer-Policy).',
    secure_cookies: 'Keep cookies to HTTPS (Secure).',
  },
};

const impacts: Words['impacts'] = {
  critical: (n) => `${number(n)} critical`,
  serious: (n) => `${number(n)} serious`,
  moderate: (n) => `${number(n)} moderate`,
  minor: (n) => `${number(n)} minor`,
};

const themes: Words['themes'] = {
  'text-alternatives': 'images and alternatives',
  color: 'colours and contrasts',
  forms: 'forms',
  keyboard: 'keyboard',
  language: 'language',
  'name-role-value': 'names and roles of components',
  parsing: 'code of the page',
  semantics: 'headings and structure of the text',
  'sensory-and-visual-cues': 'visual cues',
  structure: 'structure of the page',
  tables: 'tables',
  'time-and-media': 'sound, video and time limits',
  aria: 'ARIA',
  other: 'others',
};

const figures: Words['figures'] = {
  display: (device, lcp, fcp, runs) =>
    `${device}: main part shown in ${lcp}, first element in ${fcp} (median of ${counted(runs, 'try', 'tries')})`,
  mobileDevice: 'Phone',
  desktopDevice: 'Computer',
  weight: (bytes, requests, thirdParties, cls) =>
    `Weight ${bytes} kB, ${counted(requests, 'request', 'requests')}, ${counted(thirdParties, 'other site called', 'other sites called')}, stability ${cls} (0: nothing moves)`,
  elements: (n) =>
    n === 0 ? 'The tool saw no faulty element' : counted(n, 'faulty element', 'faulty elements'),
  rules: (broken, met, undecided) =>
    `${counted(broken, 'rule', 'rules')} broken, ${number(met)} met, ${number(undecided)} for a person to look at`,
  rule: (id, elements) => `${id}: ${counted(elements, 'element', 'elements')}`,
  theme: (theme, n) => `${theme}: ${number(n)}`,
  noMention: 'No mention of accessibility on the page',
  mention: (state) => `Mention: ${state}`,
  declaredState: (state) => `Statement: ${state}`,
  rate: (share) => `rate ${share}`,
  audited: (day) => `audit of ${day}`,
  declared: (day) => `statement of ${day}`,
  expires: (day) => `valid until ${day} included`,
  contact: (has) => (has ? 'a contact' : 'no contact'),
  remedies: (has) => (has ? 'ways of appeal' : 'no ways of appeal'),
  fit: (verdict) => `Fit for a phone: ${verdict}`,
  width: (pixels) => `width shown ${pixels} pixels of 360`,
  smallTargets: (k, n) => `${counted(k, 'target', 'targets')} too small of ${n}`,
  smallText: (k, n) => `${counted(k, 'character', 'characters')} under 12 pixels of ${n}`,
  viewports: {
    fits: 'page fits the screen',
    missing: 'no “viewport” tag',
    fixed: 'fixed width',
    blocks_zoom: 'enlarging forbidden',
  },
  schemes: (list) => `Offered: ${list}`,
  noScheme: 'Neither FranceConnect nor ProConnect on the page where one signs in',
  means: (list) => `Found: ${list}`,
  noMeans: 'No way of contact found',
  meansNames: {
    email: 'e-mail',
    phone: 'telephone',
    form: 'form',
    openingHours: 'opening hours',
    helpPage: 'help page',
  },
  button: {
    this_site: 'Button of this site',
    vigie: 'Button of another Vigie site',
    je_donne_mon_avis: 'Button “Je donne mon avis” of the State',
    other: 'Button of another service',
  },
  noButton: 'No review button on the page',
  status: (status) => `the form answers ${status}`,
  noStatus: 'the form could not be seen',
  canary: (taken) => (taken ? 'test review received' : 'test review not received'),
  https: (yes) => (yes ? 'HTTPS' : 'no HTTPS'),
  redirects: (yes) => (yes ? 'HTTP redirects to HTTPS' : 'HTTP does not redirect to HTTPS'),
  certificateDays: (days) => `certificate valid for ${counted(days, 'day', 'days')}`,
  protections: (list) => `Protections: ${list}`,
  framing: 'limits to framing (frame-ancestors or X-Frame-Options)',
  noProtections: 'No protection asked of browsers',
  cookies: (n, notSecure) =>
    `${counted(n, 'cookie', 'cookies')}, of which ${number(notSecure)} without “Secure”`,
};

export const enChecks: Words = {
  title: 'Checks of the pages',
  note: 'Each week as a rule, a browser opens each monitored address. Each result gives its evidence; “Not checked” says nothing of the site.',
  none: 'No check has been made yet of the pages of this procedure.',
  summary: (pass, fail, unknown) =>
    `${counted(pass, 'check', 'checks')} passed, ${number(fail)} to be mended, ${number(unknown)} not checked.`,
  checkedAt: (day) => `Checked on ${day}.`,
  because: (reason) => `Not checked: ${reason}.`,
  lastKnown: (result, day, days) =>
    `Last known result: ${result}, on ${day}, ${counted(days, 'day', 'days')} before.`,
  neverKnown: 'This check has never come to an end yet.',
  advice: 'What to do',
  evidence: 'Evidence',
  page: 'Page that was checked',
  hash: 'Hash (SHA-256) of the text that was read',
  blank: 'The text that was looked for is not in the page.',
  replies: 'Reply of the organisation',
  reply: (author, day) => `${author}, on ${day}:`,
  rightOfReply:
    'Those who answer for the procedure may have their reply published beside each check: it is kept and shown here.',
  divergenceTitle: 'Divergences from what is declared',
  divergenceNote:
    'What the checks saw that does not go with the declared value of the latest edition. Neither is changed: the divergence is shown.',
  noDivergence: 'No divergence: what the checks saw contradicts no declared value.',
  criterion: 'Criterion',
  declaredValue: 'Declared',
  seenValue: 'Seen',
  nothingSeen: 'nothing',
  why: 'Divergence',
  kinds,
  results,
  reasons,
  adviceWords: advice,
  impacts,
  themes,
  states: {
    full: 'fully conforming',
    partial: 'partly conforming',
    none: 'not conforming',
    bare: 'a link without a state',
  },
  fits: { Oui: 'yes', Partiel: 'partly', Non: 'no' },
  figures,
  divergences: {
    rate_differs: 'the statement of the site gives another rate',
    state_differs: 'the statement of the site says another state',
    declaration_expired: 'the statement of the site is more than three years old',
    declaration_not_found: 'the page leads to no statement',
    scheme_seen: 'the site offers FranceConnect',
    scheme_not_seen: 'FranceConnect is not on the page where one signs in',
    fit_differs: 'the check on a phone gives another result',
  },
};
