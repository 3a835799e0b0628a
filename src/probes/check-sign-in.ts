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
/** One of the ways in which a link says what it is, where that is no more than the name. */
const NAME_ALONE = /^(?:france|pro|agent) ?connect ?(?:\+|plus)?$/;
const PATHS: readonly (readonly [scheme: SignInScheme, path: RegExp])[] = [
  ['FranceConnect', /\/[\w-]*france-?connect/],
  ['ProConnect', /\/[\w-]*(?:pro|agent)-?connect/],
];
const PLUS = /\bfrance ?connect ?(?:\+|plus\b)/;
/** Links that explain, beside the buttons or in an article; words of addresses too, where hyphens are spaces. */
const EXPLAINS =
  /qu[' ]est[- ]ce|what is|en savoir plus|learn more|\bcomment\b|pourquoi|actualite|presentation|problemes? (?:de connexion|avec)/;
const SIGN_IN =
  /\b(?:(?:se|me) connecter|connectez-vous|[sm]'identifier|identifiez-vous|connexion|[sm]'authentifier|mon compte|mon espace|sign in|log in)\b/;
/** Words that are those of a sign-in beside a name only. */
const WITH_NAME = /\b(?:continuer|acceder|entrer|continue) (?:avec|via|par|with)\b/;
const SIGN_IN_PATH =
  /\/(?:auth|login|log-in|signin|sign-in|sso|oauth2?|oidc|openid|connexion|identification)\b/;

type Way = { readonly kind: 'link' | 'button' | 'form'; readonly text: string; readonly href: string };

export function checkSignIn(reading: PageReading): CheckOutcome<'authentication'> {
  const links = reading.links.map(({ text, href }): Way => ({ kind: 'link', text: fold(text), href }));
  const buttons = reading.buttons.map((text): Way => ({ kind: 'button', text: fold(text), href: '' }));
  const forms = reading.formActions.map((href): Way => ({ kind: 'form', text: '', href }));
  const all = [...links, ...buttons, ...forms];
  const doors = all.filter(({ text, href }) => !EXPLAINS.test(text) && !EXPLAINS.test(wordsOf(pathOf(href))));
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

/** A button or a form that bears a name is one to sign in; a link may lead to news or to terms of use, and must say that it is. */
function schemesOf({ kind, text, href }: Way): SignInScheme[] {
  const host = hostOf(href) ?? '';
  const path = pathOf(href);
  const explainsItself = /^(?:www\.)?(?:france|pro|agent)connect\.gouv\.fr$/.test(host);
  if (explainsItself) return [];
  const saysSo = kind !== 'link' || SIGN_IN.test(text);
  const isNamed = saysSo || WITH_NAME.test(text) || text.split(' — ').some((one) => NAME_ALONE.test(one));
  const isPath = saysSo || SIGN_IN_PATH.test(path);
  return (['FranceConnect', 'ProConnect'] as const).filter((scheme) => {
    const isOf = (list: typeof WORDS, one: string) =>
      list.some(([of, pattern]) => of === scheme && pattern.test(one));
    return isOf(HOSTS, host) || (isNamed && isOf(WORDS, text)) || (isPath && isOf(PATHS, path));
  });
}

function pathOf(href: string): string {
  return URL.canParse(href) ? fold(new URL(href).pathname) : '';
}

function wordsOf(path: string): string {
  return path.replaceAll(/[/_-]+/g, ' ');
}
