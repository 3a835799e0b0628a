/** Whether a page lets people sign in with an identity of the State: what its links, buttons and forms say. Pure. */
import { type CheckOutcome, type SignInScheme, unknownCheck } from './check.ts';
import { excerptOf, fold, hostOf, type PageReading } from './page-reading.ts';

/** Where the buttons lead; the sites that explain the schemes bear the bare names, and are no sign-in. */
const HOSTS: readonly (readonly [scheme: SignInScheme, host: RegExp])[] = [
  ['FranceConnect', /^(?!www\.)[\w-]+(?:\.[\w-]+)*\.franceconnect\.gouv\.fr$/],
  ['ProConnect', /^(?!www\.)[\w-]+(?:\.[\w-]+)*\.(?:proconnect|agentconnect)\.gouv\.fr$/],
];
const WORDS: readonly (readonly [scheme: SignInScheme, words: RegExp])[] = [
  ['FranceConnect', /\bfrance ?connect\b/],
  ['ProConnect', /\b(?:pro ?connect|agent ?connect)\b/],
];
const PATHS: readonly (readonly [scheme: SignInScheme, path: RegExp])[] = [
  ['FranceConnect', /\/[\w-]*france-?connect/],
  ['ProConnect', /\/[\w-]*(?:pro|agent)-?connect/],
];
const PLUS = /\bfrance ?connect ?(?:\+|plus\b)/;
/** Links that explain, beside the buttons or in an article. */
const EXPLAINS = /qu'est[- ]ce|what is|en savoir plus|learn more|comment|pourquoi|actualite|presentation/;
const SIGN_IN =
  /\b(?:se connecter|s'identifier|connexion|s'authentifier|mon compte|mon espace|sign in|log in)\b/;

export function checkSignIn(reading: PageReading): CheckOutcome<'authentication'> {
  const links = reading.links.map(({ text, href }) => ({ text: fold(text), href }));
  const buttons = reading.buttons.map((text) => ({ text: fold(text), href: '' }));
  const forms = reading.formActions.map((href) => ({ text: '', href }));
  const all = [...links, ...buttons, ...forms];
  const doors = all.filter(({ text }) => !EXPLAINS.test(text));
  const offered = new Map(doors.flatMap((door) => schemesOf(door).map((scheme) => [scheme, door])));
  const isPlus = offered.has('FranceConnect') && all.some(({ text }) => PLUS.test(text));
  const schemes = [...offered.keys()].map((one) =>
    isPlus && one === 'FranceConnect' ? 'FranceConnect+' : one,
  );
  const asksToSignIn = reading.hasPasswordField || all.some(({ text }) => SIGN_IN.test(text));
  const [door] = offered.values();
  const excerpts = [excerptOf(reading, door === undefined ? '' : `${door.text} ${door.href}`)];
  // Who only sees a way to the page where one signs in has not seen that page.
  if (door === undefined && !reading.hasPasswordField) {
    const unknown = unknownCheck('authentication', reading.url, 'no_sign_in_seen', excerpts);
    return { ...unknown, figures: { schemes: [], asksToSignIn } };
  }
  return {
    kind: 'authentication',
    result: door === undefined ? 'fail' : 'pass',
    figures: { schemes, asksToSignIn: true },
    evidence: {
      url: reading.url,
      reason: null,
      advice: door === undefined ? ['offer_franceconnect'] : [],
      excerpts,
    },
  };
}

function schemesOf({ text, href }: { readonly text: string; readonly href: string }): SignInScheme[] {
  const host = hostOf(href) ?? '';
  const path = URL.canParse(href) ? fold(new URL(href).pathname) : '';
  const explainsItself = /^(?:www\.)?(?:france|pro|agent)connect\.gouv\.fr$/.test(host);
  if (explainsItself) return [];
  return (['FranceConnect', 'ProConnect'] as const).filter((scheme) => {
    const isOf = (list: typeof WORDS, one: string) =>
      list.some(([of, pattern]) => of === scheme && pattern.test(one));
    return isOf(HOSTS, host) || isOf(WORDS, text) || isOf(PATHS, path);
  });
}
