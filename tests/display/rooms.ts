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

type Init = Exclude<MessageInitShape<typeof RoomSchema>, Room>;

/** A room whose meeting on Cuba has the State under Review, two CSOs, and the second one waiting. */
export function room(course: Course, changes: Init = {}): Room {
  return create(RoomSchema, {
    agenda: {
      roomName: 'Room XX',
      timeZone: 'Europe/Zurich',
      currentMeetingId: 'cuba',
      meetings: [
        { id: 'colombia', course: Course.PLANNED },
        { id: 'cuba', course },
        { id: 'canada', course: Course.CLOSED },
        { id: 'djibouti', course: Course.PLANNED },
      ],
    },
    meeting: { id: 'cuba', course, state: { code: 'CU', name: 'Cuba' } },
    plates: {
      delegations: [
        {
          id: 'sur',
          kind: DelegationKind.STATE_UNDER_REVIEW,
          title: 'Cuba',
          standing: Standing.PRESENT,
        },
        {
          id: 'food',
          kind: DelegationKind.NATIONAL_CSO,
          title: 'National CSO: right to food',
          standing: Standing.PRESENT,
        },
        {
          id: 'media',
          kind: DelegationKind.NATIONAL_CSO,
          title: 'National CSO: media freedom',
          standing: Standing.ABSENT,
          absenceReason: 'Prevented from travelling',
        },
      ],
    },
    list: {
      inscriptions: [
        {
          id: 'i-food',
          delegationId: 'food',
          kind: InscriptionKind.PANEL_STATEMENT,
          status: InscriptionStatus.WAITING,
        },
      ],
      nextInscriptionId: 'i-food',
    },
    floor: {},
    noticeBoard: {},
    ...changes,
  });
}
