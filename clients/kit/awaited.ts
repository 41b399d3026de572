import type { RoomScreen } from './room_screen.svelte';
import { lateStartOn, type DayView } from './day';
import { awaitedAt, digitsUntil } from './until';

/** How long until the opening, as digits; undefined outside its last hour, and for a meeting that is late. */
export function countdownOn(screen: DayView & Pick<RoomScreen, 'now'>): string | undefined {
  const { meeting, now } = screen;
  if (!meeting || lateStartOn(screen, meeting)) return undefined;
  return digitsUntil(awaitedAt(meeting), now);
}
