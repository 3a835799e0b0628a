/** The text of a body, and how texts are compared. */

/** Where a page says its encoding at the latest (HTML, "prescan a byte stream"). */
const PRESCAN_BYTES = 1_024;

/**
 * The text of a body in the encoding that it says: in its headers, else in the page; UTF-8 otherwise, or windows-1252 where it
 * cannot be UTF-8. Never throws.
 * @param contentType the header `Content-Type`
 */
export function textOf(body: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(body.subarray(0, PRESCAN_BYTES));
  const named = charsetIn(contentType) ?? charsetIn(/<meta[^>]+charset[^>]*>/i.exec(start)?.[0] ?? '');
  for (const label of [named, 'utf-8']) {
    if (label === null) continue;
    try {
      return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(body);
    } catch {
      // An encoding that nobody knows, or bytes that are not of it.
    }
  }
  return new TextDecoder('windows-1252').decode(body);
}

function charsetIn(text: string): string | null {
  return /charset\s*=\s*(?:["']\s*)?([\w:.-]+)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Names of the characters U+00A0 to U+00FF in HTML, in order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCodePoint(0xa0 + i)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    rsquo: '’',
    lsquo: '‘',
    ldquo: '“',
    rdquo: '”',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    oelig: 'œ',
    OElig: 'Œ',
    euro: '€',
    nnbsp: '\u202f',
  }),
]);

/**
 * A text as it is compared: entities of HTML as the characters they are, one space for any run of white space, plain
 * apostrophes, composed accents. Case and accents stay: they are part of what was asked.
 */
export function normaliseText(text: string): string {
  return text
    .replaceAll(
      /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}\d{0,2}));/g,
      (entity, decimal, hexadecimal, name) => {
        if (name !== undefined) return NAMED.get(name) ?? entity;
        const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
        return point <= 0x10ffff ? String.fromCodePoint(point) : entity;
      },
    )
    .replaceAll(/[’‘ʼ]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .normalize('NFC');
}
