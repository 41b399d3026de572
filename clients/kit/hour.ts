/**
 * How the hour fits, from the anchors that the server tells: pure, counted by each screen for
 * itself, and by the rules of the server in the same way (tests/cases/hour.json holds both to it).
 */

/** The part of the section Hour that the fit is counted from; 0 where there is no such instant. */
export interface HourAnchors {
  /** The planned start of a meeting that is not open yet. */
  beginsAtUnixMs: number;
  dueAtUnixMs: number;
  /** What all who wait will take; the absent take nothing. */
  waitingMs: number;
  /** Kept for questions, and not spoken for yet. */
  reserveLeftMs: number;
  /** One question and its answers. */
  questionMs: number;
  closedAtUnixMs: number;
}

/** How a meeting will end, as things stand. */
export interface Forecast {
  /** In Unix milliseconds; of a closed meeting, when it was closed. */
  endMs: number;
  /** How far that is after the due end; below 0 it is before. */
  overMs: number;
  /** Further questions that still fit, answers counted in. */
  questions: number;
}

/**
 * @param remainingMs what the statement in progress has left; overtime counts as nothing
 * @param now the server's clock
 */
export function forecast(hour: HourAnchors, remainingMs: number, now: number): Forecast {
  const dueMs = hour.dueAtUnixMs;
  const closedMs = hour.closedAtUnixMs;
  if (closedMs) return { endMs: closedMs, overMs: closedMs - dueMs, questions: 0 };
  const begins = Math.max(now, hour.beginsAtUnixMs);
  const committed = begins + Math.max(0, remainingMs) + hour.waitingMs;
  const endMs = committed + hour.reserveLeftMs;
  const questionMs = hour.questionMs;
  const fit = questionMs > 0 ? Math.floor((dueMs - committed) / questionMs) : 0;
  return { endMs, overMs: endMs - dueMs, questions: Math.max(0, fit) };
}

/** How a meeting fits its hour, for a sentence. */
export type Fit = { kind: 'before' | 'over'; minutes: number } | { kind: 'onTime' };

/** Minutes to spare round down and minutes over round up, so that no chair is promised too much. */
export function fitOf(overMs: number): Fit {
  if (overMs <= -MINUTE) return { kind: 'before', minutes: Math.floor(-overMs / MINUTE) };
  if (overMs < TOLERATED) return { kind: 'onTime' };
  return { kind: 'over', minutes: Math.ceil(overMs / MINUTE) };
}

const MINUTE = 60_000;
/** A meeting that ends this little after its time is on time. */
const TOLERATED = 30_000;

/** A meeting of the day, in Unix milliseconds. */
export interface MeetingOfTheDay {
  id: string;
  startsMs: number;
  endsMs: number;
  /** Of one that was opened: from when, and to when it was held or is projected to be. */
  held?: { fromMs: number; toMs: number } | undefined;
}

export interface ExpectedMeeting {
  id: string;
  startsMs: number;
  endsMs: number;
}

/** Meetings that start within this of each other are of the same day. */
const SAME_DAY = 12 * 60 * MINUTE;

/**
 * When each meeting of a room can be expected: one that ends late moves those that follow it on the
 * same day, and one that should have begun begins now.
 *
 * @param meetings in the order of the programme
 */
export function expectedMeetings(
  meetings: readonly MeetingOfTheDay[],
  now: number,
): ExpectedMeeting[] {
  const expected: ExpectedMeeting[] = [];
  for (const [at, { id, startsMs, endsMs, held }] of meetings.entries()) {
    if (held) {
      expected.push({ id, startsMs: held.fromMs, endsMs: held.toMs });
      continue;
    }
    const before = meetings[at - 1];
    const follows = before && startsMs - before.startsMs < SAME_DAY;
    let from = Math.max(startsMs, follows ? (expected[at - 1]?.endsMs ?? 0) : 0);
    if (now - from < SAME_DAY) from = Math.max(from, now);
    expected.push({ id, startsMs: from, endsMs: from + endsMs - startsMs });
  }
  return expected;
}
