/** Names of ministries, organisations and audiences in the order of a French index. */
const french = new Intl.Collator('fr');

/** Compares by name; what has none comes last. */
export function byName(
  { name: one }: { readonly name: string | null },
  { name: other }: { readonly name: string | null },
): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return french.compare(one, other);
}
