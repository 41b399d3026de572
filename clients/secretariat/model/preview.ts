import type { MeetingSummary, PlannedMeeting, Standing } from '$kit/protocol';
import type { Sentence } from '../fault_words';

/** What POST /api/v1/programme/preview answers. */
export interface PreviewJson {
  meetings?: PlannedMeeting[];
  rooms?: { id?: string; meetings?: PlannedMeeting[] }[];
  faults?: Finding[];
  plates?: PlateChange[];
  remarks?: Finding[];
  dates?: TwoWays[];
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
  /** The file says that it stands otherwise. */
  standsOtherwise?: boolean;
}

/** A fault or a remark, in a sentence. */
export interface Finding extends Sentence {
  row: number;
  /** `C`; empty for a fault of a whole row. */
  column: string;
  heading: string;
}

/** A date that can be read two ways: `2018-05-04` or `2018-04-05`. */
export interface TwoWays {
  row: number;
  text: string;
  dayFirst: string;
  monthFirst: string;
}

export type DateOrder = 'day-first' | 'month-first';

/** What a file would make of the room's programme. */
export interface Preview {
  meetings: PreviewedMeeting[];
  faults: Finding[];
  remarks: Finding[];
  /** Dates that wait for the user to say how they are meant. */
  dates: TwoWays[];
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
    // The question says it better.
    faults: (json.faults ?? []).filter(({ code }) => code !== 'date_two_ways'),
    remarks: json.remarks ?? [],
    dates: json.dates ?? [],
    elsewhere: rooms.length > 0 ? all - meant.length : 0,
  };
}

/** What is sent: nothing of a file that has a fault, or dates of which nobody has said how they are meant. */
export function toImport({ meetings, faults, dates }: Preview): PlannedMeeting[] {
  if (faults.length > 0 || dates.length > 0) return [];
  return meetings.filter(({ change }) => change !== 'closed').map(({ meeting }) => meeting);
}
