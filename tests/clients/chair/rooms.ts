import type { InscriptionKind, InscriptionStatus, Room } from '$kit/protocol';
import { type Fields, received } from '../../kit/received';
import { type DelegationSchema, RoomSchema } from '$proto/room_pb';

/** Ten o'clock. */
export const TEN = Date.UTC(2026, 10, 22, 10);
export const MINUTE = 60_000;

/** A delegation and its inscription, waiting and present by default. */
export interface Seat {
  id: string;
  minutes: number;
  status?: InscriptionStatus;
  absent?: boolean;
  expected?: boolean;
  kind?: InscriptionKind;
  roundId?: string;
  addressedTo?: string[];
  addedMs?: number;
  spokenMs?: number;
}

/** Sections that are empty by default. */
type Section = 'roll' | 'questions' | 'signals' | 'settings' | 'memory';

/** Whether its kind of entry is a Mission’s. */
function isOnTheRoll({ kind = 'INSCRIPTION_KIND_PANEL_STATEMENT' }: Seat): boolean {
  return [
    'INSCRIPTION_KIND_FOLLOW_UP',
    'INSCRIPTION_KIND_QUESTION',
    'INSCRIPTION_KIND_RIGHT_OF_REPLY',
    'INSCRIPTION_KIND_POINT_OF_ORDER',
  ].includes(kind);
}

function delegationOf(seat: Seat): Fields<typeof DelegationSchema> {
  const { id, absent, expected } = seat;
  const ofThePodium =
    id === 'sur' ? 'DELEGATION_KIND_STATE_UNDER_REVIEW' : 'DELEGATION_KIND_NATIONAL_CSO';
  return {
    id,
    title: id,
    kind: isOnTheRoll(seat) ? 'DELEGATION_KIND_MISSION' : ofThePodium,
    standing: absent ? 'STANDING_ABSENT' : expected ? 'STANDING_EXPECTED' : 'STANDING_PRESENT',
  };
}

type RoomInit = Fields<typeof RoomSchema>;

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
      (status ?? 'INSCRIPTION_STATUS_WAITING') === 'INSCRIPTION_STATUS_WAITING' &&
      !absent &&
      !expected,
  );
  const init: RoomInit = {
    agenda: {
      currentMeetingId: 'cuba',
      meetings: [{ id: 'cuba', state: { code: 'CU', name: 'Cuba' }, course: 'COURSE_OPEN' }],
      ...agenda,
    },
    meeting: {
      id: 'cuba',
      state: { code: 'CU', name: 'Cuba' },
      course: 'COURSE_OPEN',
      startsAtUnixMs: TEN,
      endsAtUnixMs: TEN + 60 * MINUTE,
      openedAtUnixMs: TEN,
      dueAtUnixMs: TEN + 60 * MINUTE,
      ...meeting,
    },
    plates: { delegations: seats.filter((seat) => !isOnTheRoll(seat)).map(delegationOf) },
    roll: { delegations: seats.filter(isOnTheRoll).map(delegationOf) },
    list: {
      inscriptions: seats.map(
        ({
          id,
          minutes,
          status,
          kind,
          addedMs = 0,
          spokenMs = 0,
          roundId = '0',
          addressedTo = [],
        }) => ({
          roundId,
          addressedTo,
          id: `${id}-1`,
          delegationId: id,
          kind:
            kind ??
            (id === 'sur' ? 'INSCRIPTION_KIND_SUR_STATEMENT' : 'INSCRIPTION_KIND_PANEL_STATEMENT'),
          status: status ?? 'INSCRIPTION_STATUS_WAITING',
          allottedMs: minutes * MINUTE,
          addedMs: addedMs,
          spokenMs: spokenMs,
        }),
      ),
      nextInscriptionId: waiting ? `${waiting.id}-1` : '',
      rounds,
    },
    floor: { ...floor },
    hour: { dueAtUnixMs: TEN + 60 * MINUTE, ...hour },
    ...sections,
  };
  return received(RoomSchema, init);
}
