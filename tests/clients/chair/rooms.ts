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
  expected?: boolean;
  kind?: InscriptionKind;
  roundId?: bigint;
  addressedTo?: string[];
  addedMs?: number;
  spokenMs?: number;
}

/** Sections that are empty unless told. */
type Section = 'roll' | 'questions' | 'signals' | 'settings' | 'memory';

/** Whose kind of entry is a Mission’s. */
function isOnTheRoll({ kind = InscriptionKind.PANEL_STATEMENT }: Seat): boolean {
  const { FOLLOW_UP, QUESTION, RIGHT_OF_REPLY, POINT_OF_ORDER } = InscriptionKind;
  return [FOLLOW_UP, QUESTION, RIGHT_OF_REPLY, POINT_OF_ORDER].includes(kind);
}

function delegationOf(seat: Seat) {
  const { id, absent, expected } = seat;
  const ofThePodium =
    id === 'sur' ? DelegationKind.STATE_UNDER_REVIEW : DelegationKind.NATIONAL_CSO;
  return {
    id,
    title: id,
    kind: isOnTheRoll(seat) ? DelegationKind.MISSION : ofThePodium,
    standing: absent ? Standing.ABSENT : expected ? Standing.EXPECTED : Standing.PRESENT,
  };
}

type RoomInit = MessageInitShape<typeof RoomSchema>;

/**
 * A room whose meeting on Cuba was planned for ten and opened then, with one hour to go; Next calls
 * the first who waits and is present.
 */
export function roomOf(
  seats: Seat[],
  {
    meeting,
    floor,
    agenda,
    hour,
    rounds = [],
    ...sections
  }: Partial<Record<'meeting' | 'floor' | 'agenda' | 'hour' | Section, object>> & {
    rounds?: object[];
  } = {},
): Room {
  const waiting = seats.find(
    ({ status, absent, expected }) =>
      (status ?? InscriptionStatus.WAITING) === InscriptionStatus.WAITING && !absent && !expected,
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
    plates: { delegations: seats.filter((seat) => !isOnTheRoll(seat)).map(delegationOf) },
    roll: { delegations: seats.filter(isOnTheRoll).map(delegationOf) },
    list: {
      inscriptions: seats.map(
        ({ id, minutes, status, kind, addedMs = 0, spokenMs = 0, ...more }) => ({
          ...more,
          id: `${id}-1`,
          delegationId: id,
          kind:
            kind ??
            (id === 'sur' ? InscriptionKind.SUR_STATEMENT : InscriptionKind.PANEL_STATEMENT),
          status: status ?? InscriptionStatus.WAITING,
          allottedMs: BigInt(minutes * MINUTE),
          addedMs: BigInt(addedMs),
          spokenMs: BigInt(spokenMs),
        }),
      ),
      nextInscriptionId: waiting ? `${waiting.id}-1` : '',
      rounds,
    },
    floor: { ...floor },
    hour: { dueAtUnixMs: BigInt(TEN + 60 * MINUTE), ...hour },
    ...sections,
  };
  return create(RoomSchema, init);
}
