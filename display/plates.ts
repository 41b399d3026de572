import type { Delegation } from '$kit/protocol';
import type { TitleOf } from './titles';
import { said, t, type Said } from './words';

/** A name plate as the display shows it. */
export interface Plate {
  id: string;
  title: Said;
  speaking: boolean;
  /** The chair behind the plate is empty, and the display says so. */
  emptyChair: boolean;
  /** Why, as told to the public; may be empty. */
  reason: string;
  /** Who reads the statement of one who could not be here. */
  readBy: Said | undefined;
}

/**
 * The State under Review may be in the room, decline or stay away, and each is a normal outcome: its
 * plate stands like any other and no empty chair is held against it. A reason that the chair gave
 * to the public is shown.
 *
 * @param reader who reads the statement, where another delegation does
 */
export function plateOf(
  delegation: Delegation,
  speakingId: string | undefined,
  titleOf: TitleOf,
  reader?: Delegation,
): Plate {
  const absent = delegation.standing === 'STANDING_ABSENT';
  return {
    id: delegation.id,
    title: titleOf(delegation),
    speaking: delegation.id === speakingId,
    emptyChair: absent && delegation.kind !== 'DELEGATION_KIND_STATE_UNDER_REVIEW',
    reason: absent ? delegation.absenceReason : '',
    readBy:
      delegation.standing === 'STANDING_READ_BY' && reader ? sayReader(titleOf(reader)) : undefined,
  };
}

const sayReader = ({ first: reader }: Said): Said =>
  said(t('plate.read-by', { reader }), undefined);

/** A plate is easiest to read about this many times as wide as it is high. */
const PLATE_RATIO = 1.5;

/**
 * In how many columns to set the plates, so that each of them is as large as the place allows.
 *
 * @param count of plates, at least 1
 * @param width of the place, in the same unit as its height
 */
export function columnsFor(count: number, width: number, height: number): number {
  let best = { columns: 1, size: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const plateWidth = width / columns;
    const plateHeight = height / Math.ceil(count / columns);
    const size = Math.min(plateWidth, plateHeight * PLATE_RATIO);
    if (size > best.size) best = { columns, size };
  }
  return best.columns;
}
