import type { CommandBody, ListOrder, Room } from '$kit/protocol';
import { waitingOf, type Row } from './list';

/** One place of the list: who has it now, and who would have it. */
export interface OrderLine {
  now: Row;
  then: Row;
}

/**
 * The present order beside the proposed one; undefined if the proposal is not of those who wait now, and has to be made
 * again.
 */
export function orderLines(room: Room, { inscriptionIds }: ListOrder): OrderLine[] | undefined {
  const waiting = waitingOf(room);
  const proposed = inscriptionIds.flatMap((id) => waiting.find((row) => row.id === id) ?? []);
  if (proposed.length !== waiting.length || proposed.length !== inscriptionIds.length)
    return undefined;
  return waiting.map((now, place) => ({ now, then: proposed[place]! }));
}

export const isSame = ({ now, then }: OrderLine): boolean => now.id === then.id;

export const changes = (lines: readonly OrderLine[]): boolean =>
  lines.some((line) => !isSame(line));

/** Accepts exactly what was shown. */
export const arrange = ({ by, inscriptionIds }: ListOrder): CommandBody => ({
  case: 'arrangeList',
  value: { by, inscriptionIds },
});
