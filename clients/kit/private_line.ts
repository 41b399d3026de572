import type { Room, Signal } from './protocol';

/** What chair and secretariat have said to each other, oldest first, as long as it is shown. */
export function linesOf(room: Room | undefined, now: number): Signal[] {
  return (room?.signals?.signals ?? []).filter(
    ({ kind, untilUnixMs }) => kind === 'SIGNAL_KIND_PRIVATE_LINE' && now < untilUnixMs,
  );
}
