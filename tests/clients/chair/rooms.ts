import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  Course,
  DelegationKind,
  InscriptionKind,
  InscriptionStatus,
  RoomSchema,
  Standing,
  type Room,
} from '$proto/room_pb';

/** Ten o'clock. */
export const TEN = Date.UTC(2026, 10, 22, 10);
export const MINUTE = 60_000;

/** A delegation and its inscription, waiting and present unless told. */
export interface Seat {
  id: string;
  minutes: number;
  status?: InscriptionStatus;
  absent?: boolean;
  addedMs?: number;
  spokenMs?: number;
}

type RoomInit = MessageInitShape<typeof RoomSchema>;

/**
 * A room whose meeting on Cuba was planned for ten and opened then, with one hour to go; Next calls
 * the first who waits and is present.
 */
export function roomOf(
  seats: Seat[],
  { meeting, floor, agenda }: Partial<Record<'meeting' | 'floor' | 'agenda', object>> = {},
): Room {
  const waiting = seats.find(
    ({ status, absent }) =>
      (status ?? InscriptionStatus.WAITING) === InscriptionStatus.WAITING && !absent,
  );
  const init: RoomInit = {
    agenda: {
      currentMeetingId: 'cuba',
      meetings: [{ id: 'cuba', state: { code: 'CU', name: 'Cuba' }, course: Course.OPEN }],
      ...agenda,
    },
    meeting: {
      id: 'cuba',
      state: { code: 'CU', name: 'Cuba' },
      course: Course.OPEN,
      startsAtUnixMs: BigInt(TEN),
      endsAtUnixMs: BigInt(TEN + 60 * MINUTE),
      openedAtUnixMs: BigInt(TEN),
      dueAtUnixMs: BigInt(TEN + 60 * MINUTE),
      ...meeting,
    },
    plates: {
      delegations: seats.map(({ id, absent }) => ({
        id,
        title: id,
        kind: id === 'sur' ? DelegationKind.STATE_UNDER_REVIEW : DelegationKind.NATIONAL_CSO,
        standing: absent ? Standing.ABSENT : Standing.PRESENT,
      })),
    },
    list: {
      inscriptions: seats.map(({ id, minutes, status, addedMs = 0, spokenMs = 0 }) => ({
        id: `${id}-1`,
        delegationId: id,
        kind: id === 'sur' ? InscriptionKind.SUR_STATEMENT : InscriptionKind.PANEL_STATEMENT,
        status: status ?? InscriptionStatus.WAITING,
        allottedMs: BigInt(minutes * MINUTE),
        addedMs: BigInt(addedMs),
        spokenMs: BigInt(spokenMs),
      })),
      nextInscriptionId: waiting ? `${waiting.id}-1` : '',
    },
    floor: { ...floor },
  };
  return create(RoomSchema, init);
}
