import type { MeetingSummary, PlannedMeeting, Standing } from '$kit/protocol';

/** What POST /api/v1/programme/preview answers. */
export interface PreviewJson {
  meetings?: PlannedMeeting[];
  rooms?: { id?: string; meetings?: PlannedMeeting[] }[];
  faults?: PreviewFault[];
  plates?: PlateChange[];
  remarks?: string[];
}

/** What the import does to a plate, where there is something to say. */
export interface PlateChange {
  meetingId: string;
  plateId: string;
  /** `heard` and `hidden`: the file lacks it, and it stays. */
  fate: 'stays' | 'renamed' | 'added' | 'removed' | 'heard' | 'hidden';
  title: string;
  formerTitle: string;
  name: 'unchanged' | 'given' | 'stays_withheld' | 'stays_erased' | 'withheld_too' | 'not_taken';
  /** As the room has it. */
  standing: Standing;
  absenceReason: string;
}

export interface PreviewFault {
  row: number;
  /** `C`; empty for a fault of a whole row. */
  column: string;
  heading: string;
  reason: string;
}

/** What a file would make of the room's programme. */
export interface Preview {
  meetings: PreviewedMeeting[];
  faults: PreviewFault[];
  remarks: string[];
  /** Meetings of the file that are held in other rooms: they are left out. */
  elsewhere: number;
}

export interface PreviewedMeeting {
  meeting: PlannedMeeting;
  /** It is new, or changes one that is there, or cannot: that one is closed. */
  change: 'new' | 'edit' | 'closed';
  plates: PlateChange[];
}

export function previewOf(
  json: PreviewJson,
  roomId: string,
  there: readonly MeetingSummary[],
): Preview {
  const rooms = json.rooms ?? [];
  const here = rooms.find(({ id }) => id === roomId);
  // A file that names no room at all is about this one.
  const meant = here ? (here.meetings ?? []) : rooms.length > 0 ? [] : (json.meetings ?? []);
  const all = rooms.flatMap(({ meetings = [] }) => meetings).length;
  return {
    meetings: meant.map((meeting) => {
      const same = there.find(({ id }) => id === meeting.id);
      const change = !same ? 'new' : same.course === 'COURSE_CLOSED' ? 'closed' : 'edit';
      const plates = (json.plates ?? []).filter(({ meetingId }) => meetingId === meeting.id);
      return { meeting, change, plates };
    }),
    faults: json.faults ?? [],
    remarks: json.remarks ?? [],
    elsewhere: rooms.length > 0 ? all - meant.length : 0,
  };
}

/** What is sent: nothing of a file that has a fault. */
export function toImport({ meetings, faults }: Preview): PlannedMeeting[] {
  if (faults.length > 0) return [];
  return meetings.filter(({ change }) => change !== 'closed').map(({ meeting }) => meeting);
}
