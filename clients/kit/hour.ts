/** How the hour fits. Pure; the server computes the same (tests/cases/hour.json tests both). */

/** The inputs of the fit from the section Hour; an instant that is not set is 0. */
export interface HourAnchors {
  /** The planned start of a meeting that is not open yet. */
  beginsAtUnixMs: number;
  dueAtUnixMs: number;
  /** The time of all who wait and are not absent. */
  waitingMs: number;
  /** The uncommitted part of the reserve for questions. */
  reserveLeftMs: number;
  /** One question and its answers. */
  questionMs: number;
  closedAtUnixMs: number;
  /** The answers to the questions that wait or are being asked; a room of an older version has none. */
  answersOwedMs?: number;
}

/** The projected end of a meeting. */
export interface Forecast {
  /** In Unix milliseconds; of a closed meeting, its actual end. */
  endMs: number;
  /** How long after the due end; negative before it. */
  overMs: number;
  /** How many more questions fit, with their answers. */
  questions: number;
}

/** @param remainingMs of the statement in progress; overtime counts as 0 */
export function forecast(hour: HourAnchors, remainingMs: number, now: number): Forecast {
  const dueMs = hour.dueAtUnixMs;
  const closedMs = hour.closedAtUnixMs;
  if (closedMs) return { endMs: closedMs, overMs: closedMs - dueMs, questions: 0 };
  const begins = Math.max(now, hour.beginsAtUnixMs);
  const committed = begins + Math.max(0, remainingMs) + hour.waitingMs;
  const endMs = committed + hour.reserveLeftMs;
  const questionMs = hour.questionMs;
  const fit =
    questionMs > 0 ? Math.floor((dueMs - committed - (hour.answersOwedMs ?? 0)) / questionMs) : 0;
  return { endMs, overMs: endMs - dueMs, questions: Math.max(0, fit) };
}

/**
 * The end as a person is shown it: as many minutes from the due end as `fitOf` says, so that the clock and the
 * minutes next to it agree.
 */
export function shownEndMs(endMs: number, overMs: number): number {
  const fit = fitOf(overMs);
  const dueMs = endMs - overMs;
  if (fit.kind === 'onTime') return dueMs;
  return dueMs + (fit.kind === 'over' ? 1 : -1) * fit.minutes * MINUTE;
}

export type Fit = { kind: 'before' | 'over'; minutes: number } | { kind: 'onTime' };

/** Rounds minutes to spare down and minutes over up, so that no chair is promised too much. */
export function fitOf(overMs: number): Fit {
  if (overMs <= -MINUTE) return { kind: 'before', minutes: Math.floor(-overMs / MINUTE) };
  if (overMs < TOLERATED) return { kind: 'onTime' };
  return { kind: 'over', minutes: Math.ceil(overMs / MINUTE) };
}

const MINUTE = 60_000;
const TOLERATED = 30_000;

/** In Unix milliseconds. */
export interface ExpectedMeeting {
  id: string;
  startsMs: number;
  endsMs: number;
}

export interface MeetingOfTheDay extends ExpectedMeeting {
  /** Of a meeting that was opened: its actual start, and its actual or projected end. */
  held?: { fromMs: number; toMs: number } | undefined;
}

/** Meetings whose starts are closer than this are on the same day. */
const SAME_DAY = 12 * 60 * MINUTE;

/**
 * The expected times of a room's meetings. A meeting that ends late moves those after it on the same day;
 * an overdue one begins now.
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
