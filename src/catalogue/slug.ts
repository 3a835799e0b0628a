/** The readable part of an address. */

const LONGEST = 80;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/**
 * The slug of a text: lower-case ASCII words joined by hyphens, at most 80 characters, cut at a word where one
 * ends. Never empty: a text without a letter or digit becomes `sans-nom`.
 */
export function slugify(text: string): string {
  return cutAtWord(hyphenate(text)) || 'sans-nom';
}

/** True when two names are one, case, accents and punctuation apart. Long names that begin alike stay two. */
export function isSameName(one: string, other: string): boolean {
  return (hyphenate(one) || 'sans-nom') === (hyphenate(other) || 'sans-nom');
}

function hyphenate(text: string): string {
  return text
    .toLowerCase()
    .replace(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const end = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, end > 0 ? end : LONGEST);
}

/** True when `text` may serve as a slug as it is. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
