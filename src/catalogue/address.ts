/** The address of a procedure, as published by others and as we can link to it. */

/**
 * The http(s) address that a published one stands for: spaces around it trimmed, `https://` added when it has no
 * scheme, `http` kept. Null when it is empty or not the address of a page (another scheme, no host with a dot,
 * credentials, spaces inside).
 */
export function normaliseAddress(published: string): string | null {
  const text = published.trim();
  if (text === '' || /[\s\p{Cc}]/u.test(text)) return null;
  const candidate =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+(\/|$)/.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\//i.test(candidate) || !URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  const named = /^[^.]+(\.[^.]+)+\.?$/.test(url.hostname);
  if (!named || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** True when `text` is the whole http(s) address of a page, as it stands. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && normaliseAddress(text) !== null;
}
