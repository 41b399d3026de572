/** Before which entry of `order` the moved one is, as a command names it; empty at the end. */
export function followerIn(order: readonly string[], moved: string): string {
  return order[order.indexOf(moved) + 1] ?? '';
}

/** The order with one entry a place up (-1) or down (+1); undefined at the ends. */
export function shifted(order: readonly string[], id: string, by: -1 | 1): string[] | undefined {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return undefined;
  return order.filter((other) => other !== id).toSpliced(to, 0, id);
}
