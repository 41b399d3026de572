import type { CommandBody, Meeting } from '$kit/protocol';

const MINUTE = 60_000;

/** How long a suspension is offered for, in minutes. */
export const breaks = [5, 10, 15, 30] as const;

/** The chair says a time of day, so it is a whole minute: the one in which the break is over. */
const wholeMinute = (ms: number): number => Math.ceil(ms / MINUTE) * MINUTE;

const suspend = (meetingId: string, resumesAtUnixMs: number): CommandBody => ({
  case: 'suspendMeeting',
  value: { meetingId, resumesAtUnixMs },
});

/** @param minutes 0: without a time of return */
export const suspendFor = (meetingId: string, minutes: number, now: number): CommandBody =>
  suspend(meetingId, minutes > 0 ? wholeMinute(now + minutes * MINUTE) : 0);

/** Another time of return, counted from the one that is known and still to come. */
export function moveReturn(
  { id, resumesAtUnixMs }: Pick<Meeting, 'id' | 'resumesAtUnixMs'>,
  byMinutes: number,
  now: number,
): CommandBody {
  const from = Math.max(resumesAtUnixMs, wholeMinute(now));
  return suspend(id, Math.max(from + byMinutes * MINUTE, wholeMinute(now + 1)));
}

/** Takes the time of return away. */
export const leaveOpen = ({ id }: Pick<Meeting, 'id'>): CommandBody => suspend(id, 0);
