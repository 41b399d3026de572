import type { LinkStatus } from '$kit/link';
import {
  Course,
  type Delegation,
  type Meeting,
  type MeetingSummary,
  type Room,
  type Statement,
} from '$proto/room_pb';

/** A statement in progress and whose it is. */
export interface OnTheFloor {
  statement: Statement;
  speaker: Delegation;
}

/** What the room display shows. One of these at any moment, told by the room's state alone. */
export type Scene =
  | { kind: 'connecting' }
  | { kind: 'token-refused' }
  | { kind: 'no-such-room' }
  /** No meeting is on the room's screens. */
  | { kind: 'vacant' }
  | { kind: 'before'; meeting: Meeting }
  /** The meeting is open and nobody has the floor. */
  | { kind: 'between'; meeting: Meeting; next: Delegation | undefined }
  | {
      kind: 'speaking';
      meeting: Meeting;
      floor: OnTheFloor;
      next: Delegation | undefined;
    }
  /** A statement may have been interrupted by the suspension: it keeps the floor. */
  | { kind: 'suspended'; meeting: Meeting; floor: OnTheFloor | undefined }
  | { kind: 'closed'; meeting: Meeting; following: MeetingSummary | undefined };

/**
 * A link that is lost changes nothing in the scene: what is held stays up and counts on. A refusal
 * does, since this screen may then no longer show the room.
 */
export function sceneOf(link: LinkStatus, room: Room | undefined): Scene {
  if (link === 'token-refused' || link === 'no-such-room') return { kind: link };
  if (!room) return { kind: 'connecting' };
  const { meeting } = room;
  if (!meeting?.id) return { kind: 'vacant' };
  switch (meeting.course) {
    case Course.OPEN: {
      const floor = onTheFloor(room);
      const next = nextSpeaker(room);
      return floor
        ? { kind: 'speaking', meeting, floor, next }
        : { kind: 'between', meeting, next };
    }
    case Course.SUSPENDED:
      return { kind: 'suspended', meeting, floor: onTheFloor(room) };
    case Course.CLOSED:
      return { kind: 'closed', meeting, following: followingMeeting(room) };
    case Course.PLANNED:
    case Course.UNSPECIFIED:
      return { kind: 'before', meeting };
  }
}

function onTheFloor(room: Room): OnTheFloor | undefined {
  const statement = room.floor?.statement;
  const speaker = statement && delegation(room, statement.delegationId);
  return speaker && { statement, speaker };
}

/** Whom Next calls. */
function nextSpeaker(room: Room): Delegation | undefined {
  const { inscriptions = [], nextInscriptionId } = room.list ?? {};
  const next = inscriptions.find(({ id }) => id === nextInscriptionId);
  return next && delegation(room, next.delegationId);
}

function delegation(room: Room, id: string): Delegation | undefined {
  return room.plates?.delegations.find((candidate) => candidate.id === id);
}

/** The first meeting still to come after the current one, in the order of the programme. */
function followingMeeting(room: Room): MeetingSummary | undefined {
  const { meetings = [], currentMeetingId } = room.agenda ?? {};
  const current = meetings.findIndex(({ id }) => id === currentMeetingId);
  return meetings.slice(current + 1).find(({ course }) => course === Course.PLANNED);
}
