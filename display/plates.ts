import type { Delegation } from '$kit/protocol';
import type { TitleOf } from './titles';
import { said, t, type Said } from './words';

/** A name plate as the display shows it. */
export interface Plate {
  id: string;
  title: Said;
  speaking: boolean;
  /** The display shows an empty chair. */
  emptyChair: boolean;
  /** The public reason, or empty. */
  reason: string;
  /** Who reads the statement of an absent delegation. */
  readBy: Said | undefined;
}

/**
 * The State under Review may attend, decline or stay away: its plate shows no empty chair, only the public
 * reason if there is one.
 *
 * @param reader another delegation that reads the statement
 */
export function plateOf(
  delegation: Delegation,
  speakingId: string | undefined,
  titleOf: TitleOf,
  reader?: Delegation,
): Plate {
  const reads = delegation.standing === 'STANDING_READ_BY' ? reader : undefined;
  const absent = delegation.standing === 'STANDING_ABSENT';
  return {
    id: delegation.id,
    title: titleOf(delegation),
    speaking: delegation.id === speakingId,
    emptyChair: absent && delegation.kind !== 'DELEGATION_KIND_STATE_UNDER_REVIEW',
    reason: absent ? delegation.absenceReason : '',
    readBy: reads && readBy(titleOf(reads)),
  };
}

const readBy = ({ first: reader }: Said): Said => said(t('plate.read-by', { reader }), undefined);

/** The most legible ratio of width to height. */
const PLATE_RATIO = 1.5;

/** The number of columns that makes `count` plates (at least 1) largest. */
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
