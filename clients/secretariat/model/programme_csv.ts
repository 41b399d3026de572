import type {
  DelegationKind,
  PlannedMeeting,
  PlannedRoom,
  RepresentedBy,
  Standing,
} from '$kit/protocol';
import { csvOf } from './csv';
import { writtenSeconds } from './minutes';
import { dayTimeOf } from './zone';

/** The headings of a programme sheet, as the import reads them. */
const headings = [
  'Room',
  'Room name',
  'Time zone',
  'Meeting',
  'Date',
  'Start',
  'End',
  'State',
  'SuR time',
  'Hard stop',
  'Panellist',
  'Panellist id',
  'Kind',
  'Speaker',
  'Subject',
  'Minutes',
  'Standing',
  'Reason',
  'Represented by',
];

const kinds: Partial<Record<DelegationKind, string>> = {
  DELEGATION_KIND_NATIONAL_CSO: 'National CSO',
  DELEGATION_KIND_INTERNATIONAL_CSO: 'International CSO',
  DELEGATION_KIND_NHRI: 'NHRI',
};

const standings: Partial<Record<Standing, string>> = {
  STANDING_PRESENT: 'present',
  STANDING_EXPECTED: 'expected',
  STANDING_ABSENT: 'absent',
};

/** Who declared nothing is told nothing of. */
const represented: Partial<Record<RepresentedBy, string>> = {
  REPRESENTED_BY_WOMAN: 'woman',
  REPRESENTED_BY_MAN: 'man',
  REPRESENTED_BY_OTHER: 'other',
};

/** The programme of a room as a sheet that can be edited and imported again: one row a plate. */
export function programmeCsv(room: PlannedRoom): string {
  return csvOf([headings, ...room.meetings.flatMap((meeting) => rowsOf(room, meeting))]);
}

function rowsOf(room: PlannedRoom, meeting: PlannedMeeting): string[][] {
  const when = (timestamp: string | undefined) =>
    timestamp ? dayTimeOf(Date.parse(timestamp), room.timeZone) : { day: '', time: '' };
  const start = when(meeting.startsAt);
  /** With the day, where it is another than the meeting begins on. */
  const timeOf = (timestamp: string | undefined) => {
    const { day, time } = when(timestamp);
    return day === start.day ? time : `${day} ${time}`.trim();
  };
  return meeting.panel.map((plate) => [
    room.id,
    room.name,
    room.timeZone,
    meeting.id,
    start.day,
    start.time,
    timeOf(meeting.endsAt),
    meeting.state?.name ?? '',
    writtenSeconds(meeting.surStatementS),
    timeOf(meeting.hardStopAt),
    plate.title,
    plate.id,
    kinds[plate.kind] ?? '',
    plate.speakerName,
    plate.subject,
    writtenSeconds(plate.allottedS),
    standings[plate.standing] ?? 'present',
    plate.absenceReason,
    represented[plate.representedBy] ?? '',
  ]);
}
