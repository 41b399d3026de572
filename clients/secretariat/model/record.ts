/** What GET /api/v1/rooms/{room}/record answers as JSON. */
export interface MeetingRecord {
  turns: RecordedTurn[];
  acts: RecordedAct[];
}

export interface RecordedTurn {
  from_unix_ms: number;
  to_unix_ms: number;
  kind: string;
  title: string;
  spoken_ms: number;
  silence: boolean;
  meeting_id?: string;
  /** The plate that read the statement; empty if the delegation spoke for itself. */
  read_by?: string;
}

export interface RecordedAct {
  revision: number;
  at_unix_ms: number;
  /** A Role by its name, with or without ROLE_. */
  role: string;
  device: string;
  /** An ActKind by its name, with or without ACT_KIND_. */
  kind: string;
  meeting_id: string;
  about: string;
}

/** `NEXT` of `ACT_KIND_NEXT` or `next`. */
export function bareName(name: string, prefix: string): string {
  const upper = name.toUpperCase();
  return upper.startsWith(prefix) ? upper.slice(prefix.length) : upper;
}

/** The acts that somebody looks for, in a text or by the device, newest first. */
export function actsFound(
  acts: readonly RecordedAct[],
  query: string,
  wordsOf: (act: RecordedAct) => string,
): RecordedAct[] {
  const wanted = query.trim().toLocaleLowerCase();
  const newest = [...acts].sort((a, b) => b.revision - a.revision);
  return wanted
    ? newest.filter((act) => wordsOf(act).toLocaleLowerCase().includes(wanted))
    : newest;
}
