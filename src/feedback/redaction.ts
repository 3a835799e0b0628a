/**
 * Personal data taken out of what citizens write, before anything is kept: each datum gives way to its kind, in French
 * and in brackets. The rest stays as written, to the byte.
 */
import { findAddresses } from './redact-addresses.ts';
import { findAccounts, findCards } from './redact-bank-numbers.ts';
import { findEmails } from './redact-emails.ts';
import { type FoldedText, foldText, type Stretch } from './redact-folding.ts';
import { findNames, isShouted } from './redact-names.ts';
import { findPhones } from './redact-phones.ts';
import { findPlates } from './redact-plates.ts';
import { findSocialSecurityNumbers, findTaxNumbers } from './redact-state-numbers.ts';

/** The kinds of personal data that are taken out; of two that overlap, the first one names both. */
export const REDACTION_KINDS = [
  'email',
  'iban',
  'nir',
  'card',
  'tax_number',
  'address',
  'phone',
  'plate',
  'name',
] as const;
export type RedactionKind = (typeof REDACTION_KINDS)[number];

/** What stands in place of a datum. */
export const REDACTION_LABELS: Readonly<Record<RedactionKind, string>> = {
  email: '[courriel]',
  iban: '[IBAN]',
  nir: '[numéro de sécurité sociale]',
  card: '[carte bancaire]',
  tax_number: '[numéro fiscal]',
  address: '[adresse postale]',
  phone: '[téléphone]',
  plate: '[plaque d’immatriculation]',
  name: '[nom]',
};

const FINDERS: Readonly<Record<RedactionKind, (folded: FoldedText) => readonly Stretch[]>> = {
  email: findEmails,
  iban: findAccounts,
  nir: findSocialSecurityNumbers,
  card: findCards,
  tax_number: findTaxNumbers,
  address: findAddresses,
  phone: findPhones,
  plate: findPlates,
  name: findNames,
};
const NEEDS_A_DIGIT: ReadonlySet<RedactionKind> = new Set(['iban', 'nir', 'card', 'tax_number', 'plate']);
const LABELS = new Set(Object.values(REDACTION_LABELS));
/** A datum may show only once the one it touches is out. Two readings nearly always do, and no more are owed. */
const MOST_READINGS = 4;
/** A text of so many characters, which nearly all are, is read until nothing is found; a longer one where a datum touches something. */
const ALWAYS_READ_AGAIN = 1_000;

export type PersonalDatum = Stretch & { readonly kind: RedactionKind };

/**
 * Replaces personal data by their kinds: `je m'appelle [nom]`. Never throws; redacting the result changes nothing more.
 *
 * @returns the text, the same string where nothing was found, and the kinds found, each once, as in REDACTION_KINDS
 */
export function redact(text: string): { text: string; kinds: readonly RedactionKind[] } {
  const kinds = new Set<RedactionKind>();
  let redacted = text;
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const data = findPersonalData(redacted);
    if (data.length === 0) break;
    for (const { kind } of data) kinds.add(kind);
    const written = redacted;
    redacted = replaceAll(written, data);
    if (
      text.length > ALWAYS_READ_AGAIN &&
      !data.some((datum) => touchesSomething(written, datum)) &&
      readsAlike(written, redacted, data)
    )
      break;
  }
  return { text: redacted, kinds: REDACTION_KINDS.filter((kind) => kinds.has(kind)) };
}

const FREE_BEFORE = /(?:^|[^\p{L}\p{N}][\s,;:.!?("«’'…]{1,2}|\p{L}[\s,;:!?("«’']{1,2})$/u;
const FREE_AFTER = /^(?:$|[\s,;:.!?)"»…]{1,2}(?:$|\(?(?:[^\p{N}+(mMoO-]|[mM][^\s.sS]|[oO]\p{L})))/u;
/** Taking out words in capitals may change whether the whole is read as written in capitals. */
const IN_CAPITALS = /[A-Z]{2} [A-Z]{2}/;

/** Whether letters or figures stand so near that they could read otherwise once the datum is out. */
function touchesSomething(text: string, { from, to }: Stretch): boolean {
  return (
    !FREE_BEFORE.test(text.slice(Math.max(0, from - 3), from)) || !FREE_AFTER.test(text.slice(to, to + 5))
  );
}

/** Whether both are in capitals, or neither: small letters outside the data nearly always settle it for both. */
function readsAlike(written: string, redacted: string, data: readonly Stretch[]): boolean {
  if (!IN_CAPITALS.test(written) || isMostlySmall(written, data)) return true;
  const isWrittenInCapitals = isShouted(foldText(written, LABELS).cased);
  return isWrittenInCapitals === isShouted(foldText(redacted, LABELS).cased);
}

/** Whether letters that may be capitals are fewer than twice the small ones outside the data. One sign folds to 4 at most. */
function isMostlySmall(text: string, data: readonly Stretch[]): boolean {
  let capitals = 0;
  let small = 0;
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    while (at >= (data[next]?.to ?? Number.POSITIVE_INFINITY)) next += 1;
    if (code >= 97 && code <= 122) small += at >= (data[next]?.from ?? text.length) ? 0 : 1;
    else if (code >= 65 && code <= 90) capitals += 1;
    else if (code > 127) capitals += 4;
  }
  return capitals <= 2 * small;
}

/** Where the personal data stand in a text, in order and apart from one another; labels already put are no data. */
export function findPersonalData(text: string): PersonalDatum[] {
  const folded = foldText(text, LABELS);
  const hasDigit = /\d/.test(folded.text);
  const found = REDACTION_KINDS.filter((kind) => hasDigit || !NEEDS_A_DIGIT.has(kind)).flatMap((kind) =>
    FINDERS[kind](folded).map((stretch) => ({ kind, ...folded.unfold(stretch) })),
  );
  return found.length < 2 ? found : joinOverlapping(found);
}

function joinOverlapping(found: readonly PersonalDatum[]): PersonalDatum[] {
  const joined: PersonalDatum[] = [];
  for (const datum of found.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || datum.from >= last.to) {
      joined.push(datum);
      continue;
    }
    const isFirst = REDACTION_KINDS.indexOf(last.kind) <= REDACTION_KINDS.indexOf(datum.kind);
    const to = Math.max(last.to, datum.to);
    joined[joined.length - 1] = { kind: isFirst ? last.kind : datum.kind, from: last.from, to };
  }
  return joined;
}

function replaceAll(text: string, data: readonly PersonalDatum[]): string {
  let redacted = '';
  let kept = 0;
  for (const { kind, from, to } of data) {
    redacted += text.slice(kept, from) + REDACTION_LABELS[kind];
    kept = to;
  }
  return redacted + text.slice(kept);
}
