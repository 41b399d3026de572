/** What GET /api/v1/rooms/{room}/figures answers. */
export interface Figures {
  scope: { title: string; meetings: number };
  definitions: { nhri: NhriCounted };
  figures: { key: string; value: number }[];
  kinds: KindTime[];
  speakers: SpeakerTime[];
}

/** Whether the NHRIs are counted among the CSOs. */
export type NhriCounted = 'inside' | 'beside';

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
  kind: string;
  allotted_ms: number;
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
