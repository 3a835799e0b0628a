/** Names of fields are snake_case in public JSON, at every depth; keys that are words of the data stay as they are. */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  const snake = (key: string) =>
    /^[a-z]+([A-Z][a-z]*)+$/.test(key)
      ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      : key;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), snakeKeys(inner)]));
}
