/** What GET /api/v1/rooms/{room}/figures answers. */
export interface Figures {
  scope: { title: string; meetings: number };
  definitions: { nhri: NhriCounted; read_by: ReadByCounted };
  figures: { key: string; value: number }[];
  kinds: KindTime[];
  speakers: SpeakerTime[];
  /** The Missions that attended, in the order of their English names. */
  attendance: { state: { code: string; name: string }; meetings: number; left: number }[];
  /** Bodies that are no States and attended, by their names. */
  guests: { name: string; meetings: number; left: number }[];
}

/** Whether the NHRIs are counted among the CSOs. */
export type NhriCounted = 'inside' | 'beside';

/** Whether who had a statement read by another has taken the floor. */
export type ReadByCounted = 'counted' | 'not_counted';

export interface KindTime {
  /** An InscriptionKind by its name, with or without INSCRIPTION_KIND_. */
  kind: string;
  count: number;
  allotted_ms: number;
  used_ms: number;
}

export interface SpeakerTime {
  meeting_id: string;
  state: { code: string; name: string };
  title: string;
  /** Of a State's plate; empty otherwise. */
  state_code: string;
  kind: string;
  /** Null for an answer: its round is allotted the time. */
  allotted_ms: number | null;
  used_ms: number;
  turns: number;
}

/** A meeting's speakers, in the order received. */
export interface MeetingTimes {
  meetingId: string;
  state: SpeakerTime['state'];
  speakers: SpeakerTime[];
}

export function byMeeting(speakers: readonly SpeakerTime[]): MeetingTimes[] {
  const meetings = new Map<string, MeetingTimes>();
  for (const speaker of speakers) {
    const { meeting_id: meetingId, state } = speaker;
    const its = meetings.get(meetingId) ?? { meetingId, state, speakers: [] };
    its.speakers.push(speaker);
    meetings.set(meetingId, its);
  }
  return [...meetings.values()];
}

/** `QUESTION` of `INSCRIPTION_KIND_QUESTION`. */
export function kindKey(kind: string): string {
  return kind.replace(/^INSCRIPTION_KIND_/, '').toUpperCase();
}
