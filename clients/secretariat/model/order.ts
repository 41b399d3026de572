/** Moving a meeting among those to come, by what MoveMeeting says: in front of whom, or at the end. */

/** Whom `moved` stands in front of; empty at the end. */
export function beforeIn(order: readonly string[], moved: string): string {
  return order[order.indexOf(moved) + 1] ?? '';
}

/** In front of whom it goes one place up or down; undefined where there is no such place. */
export function neighbourMove(
  order: readonly string[],
  moved: string,
  direction: -1 | 1,
): string | undefined {
  const at = order.indexOf(moved);
  if (at < 0 || at + direction < 0 || at + direction >= order.length) return undefined;
  return direction < 0 ? order[at - 1]! : (order[at + 2] ?? '');
}
