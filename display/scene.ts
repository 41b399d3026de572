import type { LinkStatus } from '$kit/link';
import type { Delegation, Meeting, MeetingSummary, Room, Statement } from '$kit/protocol';
import { comesNext, type Next } from '$kit/next';
import { delegationOf } from '$kit/room';
import { turnOf, type Turn } from './turn';

export interface OnTheFloor {
  statement: Statement;
  speaker: Delegation;
  turn: Turn;
}

/** What the room display shows, by the room's state alone. */
export type Scene =
  | { kind: 'connecting' }
  | { kind: 'token-refused' }
  | { kind: 'no-such-room' }
  /** No meeting is announced. */
  | { kind: 'vacant' }
  | { kind: 'before'; meeting: Meeting }
  /** The meeting is open and nobody has the floor. */
  | { kind: 'between'; meeting: Meeting; next: Next | undefined }
  | { kind: 'speaking'; meeting: Meeting; floor: OnTheFloor; next: Next | undefined }
  /** For an empty chair, with the plate alone. */
  | { kind: 'silence'; meeting: Meeting; speaker: Delegation }
  /** `floor`: the statement that the suspension interrupted. */
  | { kind: 'suspended'; meeting: Meeting; floor: OnTheFloor | undefined }
  | { kind: 'closed'; meeting: Meeting; following: MeetingSummary | undefined };

/** A lost link leaves the scene as it is; a refused one hides the room, which this screen may not show. */
export function sceneOf(link: LinkStatus, room: Room | undefined): Scene {
  if (link === 'revoked') return { kind: 'token-refused' };
  if (link === 'token-refused' || link === 'no-such-room') return { kind: link };
  if (!room) return { kind: 'connecting' };
  const { meeting } = room;
  if (!meeting?.id) return { kind: 'vacant' };
  switch (meeting.course) {
    case 'COURSE_OPEN': {
      const floor = onTheFloor(room);
      const next = comesNext(room);
      if (!floor) return { kind: 'between', meeting, next };
      if (floor.statement.silence) return { kind: 'silence', meeting, speaker: floor.speaker };
      return { kind: 'speaking', meeting, floor, next };
    }
    case 'COURSE_SUSPENDED':
      return { kind: 'suspended', meeting, floor: onTheFloor(room) };
    case 'COURSE_CLOSED':
      return { kind: 'closed', meeting, following: followingMeeting(room) };
    case 'COURSE_PLANNED':
    case 'COURSE_UNSPECIFIED':
      return { kind: 'before', meeting };
  }
}

function onTheFloor(room: Room): OnTheFloor | undefined {
  const statement = room.floor?.statement;
  const speaker = statement && delegationOf(room, statement.delegationId);
  if (!speaker) return undefined;
  const inscription = room.list?.inscriptions.find(({ id }) => id === statement.inscriptionId);
  const turn = turnOf(inscription, speaker, room);
  return { statement, speaker, turn };
}

/** The next planned meeting of the programme. */
function followingMeeting(room: Room): MeetingSummary | undefined {
  const { meetings = [], currentMeetingId } = room.agenda ?? {};
  const current = meetings.findIndex(({ id }) => id === currentMeetingId);
  return meetings.slice(current + 1).find(({ course }) => course === 'COURSE_PLANNED');
}
