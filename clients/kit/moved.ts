import type { Agenda, MovedMeeting } from './protocol';

/** Further ahead, nobody looks for it yet: half a day. */
const AHEAD_MS = 12 * 3_600_000;

/** The meetings for which people may come to this room, although they are in another; the soonest first. */
export function movedFrom(
  { agenda, now }: { agenda: Agenda | undefined; now: number },
  aheadMs = AHEAD_MS,
): MovedMeeting[] {
  return (agenda?.moved ?? [])
    .filter(
      ({ startsAtUnixMs, endsAtUnixMs }) => now < endsAtUnixMs && startsAtUnixMs - now < aheadMs,
    )
    .sort((a, b) => a.startsAtUnixMs - b.startsAtUnixMs);
}
