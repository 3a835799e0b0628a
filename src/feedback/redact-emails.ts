/** E-mail addresses, with their signs or in words ("arobase", "point"). */
import { matchesOf } from './redact-context.ts';
import type { FoldedText, Stretch } from './redact-folding.ts';

const AT =
  / ?[([{<] ?(?:@|at|a|arr?obas?[ecz]?e?) ?[)\]}>] ?| ?(?<![a-z])(?:arr?obas?[ecz]?e?)(?![a-z]) ?| (?:at|a|chez) (?=[a-z\d-]{1,30}(?:[.,]| (?:dot|point) |[([]))| {0,2}@ {0,2}/g;
const WEAK_AT = /^ (?:at|a|chez) $/;
const PROVIDERS =
  '(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|orange|wanadoo|free|sfr|neuf|laposte|bbox|numericable|icloud|aol|gmx|proton|protonmail)';
const ENDINGS =
  '(?:com|fr|net|org|eu|be|ch|lu|de|es|it|pt|nl|uk|ca|me|info|pro|gouv|asso|re|io|co|ma|dz|tn|nc|pf|gp|mq|gf|ie|pl|ro|dk|us|bzh|paris|alsace|corsica|ovh|online)';
const POINT = '(?:\\.|,| ?[([{]?(?<![a-z])(?:dot|point|pt)(?![a-z])[)\\]}]? ?| \\. ?|\\. )';
const LOCAL =
  /(?<=((?:[a-z0-9_%+'-]{1,40}(?:\.| (?:point|dot|pt|tiret|dash|underscore|plus|moins) | \. | ?[([](?:dot|point)[)\]] ?)){0,5}[a-z0-9_%+'-]{1,40}\.?))/y;
const PLAIN_DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}/;
const SAID_DOMAIN = new RegExp(
  `^[a-z0-9-]{1,63}(?: (?:tiret|dash) [a-z0-9-]{1,30})?(?:${POINT}[a-z0-9-]{1,63}){0,3}?${POINT}${ENDINGS}(?![a-z0-9])(?:${POINT}(?:fr|uk|com)(?![a-z0-9]))?`,
);
const BARE_PROVIDER = new RegExp(`^${PROVIDERS} ?${ENDINGS}?(?![a-z0-9])`);
const WELL_KNOWN = new RegExp(`^${PROVIDERS}(?![a-z])`);
const NOT_A_LOCAL_PART =
  /^(?:e-?mail|mail|adresse|address|account|compte|look|me|is|est|am|inscrit|boite|probleme|and|or)$/;
const LONGEST_DOMAIN = 160;

export function findEmails({ text }: FoldedText): Stretch[] {
  return matchesOf(text, AT).flatMap(({ 0: at, index }) => {
    const after = text.slice(index + at.length, index + at.length + LONGEST_DOMAIN);
    if (!/^[a-z0-9]/.test(after)) return [];
    LOCAL.lastIndex = index;
    const local = LOCAL.exec(text)?.[1];
    if (local === undefined || !/[a-z0-9]/.test(local)) return [];
    const domain = domainAt(after, local, at);
    if (domain === undefined) return [];
    const quotes = local.length - local.replace(/^['-]+/, '').length;
    return [{ from: index - local.length + quotes, to: index + at.length + domain.length }];
  });
}

function domainAt(after: string, local: string, at: string): string | undefined {
  const [plain] = PLAIN_DOMAIN.exec(after) ?? [];
  const [said] = SAID_DOMAIN.exec(after) ?? [];
  const longest = (said?.length ?? 0) > (plain?.length ?? 0) ? said : plain;
  if (!WEAK_AT.test(at)) return longest ?? BARE_PROVIDER.exec(after)?.[0];
  // "Look at impots.gouv.fr" is no address: words as common as these need more.
  if (longest === undefined || NOT_A_LOCAL_PART.test(local)) return undefined;
  const isSpelled = / (?:dot|point) /.test(longest) && at === ' at ';
  const isName = /[._\d]/.test(local) || at === ' at ';
  return isSpelled || (WELL_KNOWN.test(longest) && isName) ? longest : undefined;
}
