import type { Course, Room } from '$kit/protocol';
import { type Fields, received } from '../kit/received';
import { RoomSchema } from '$proto/room_pb';

type Init = Exclude<Fields<typeof RoomSchema>, Room>;

/** A room whose meeting on Cuba has the State under Review, two CSOs, and the second one waiting. */
export function room(course: Course, changes: Init = {}): Room {
  return received(RoomSchema, {
    agenda: {
      roomName: 'Room XX',
      timeZone: 'Europe/Zurich',
      currentMeetingId: 'cuba',
      meetings: [
        { id: 'colombia', course: 'COURSE_PLANNED' },
        { id: 'cuba', course },
        { id: 'canada', course: 'COURSE_CLOSED' },
        { id: 'djibouti', course: 'COURSE_PLANNED' },
      ],
    },
    meeting: { id: 'cuba', course, state: { code: 'CU', name: 'Cuba' } },
    plates: {
      delegations: [
        {
          id: 'sur',
          kind: 'DELEGATION_KIND_STATE_UNDER_REVIEW',
          title: 'Cuba',
          standing: 'STANDING_PRESENT',
        },
        {
          id: 'food',
          kind: 'DELEGATION_KIND_NATIONAL_CSO',
          title: 'National CSO: right to food',
          standing: 'STANDING_PRESENT',
        },
        {
          id: 'media',
          kind: 'DELEGATION_KIND_NATIONAL_CSO',
          title: 'National CSO: media freedom',
          standing: 'STANDING_ABSENT',
          absenceReason: 'Prevented from travelling',
        },
      ],
    },
    list: {
      inscriptions: [
        {
          id: 'i-food',
          delegationId: 'food',
          kind: 'INSCRIPTION_KIND_PANEL_STATEMENT',
          status: 'INSCRIPTION_STATUS_WAITING',
        },
      ],
      nextInscriptionId: 'i-food',
    },
    floor: {},
    noticeBoard: {},
    ...changes,
  });
}
