import type { Role, Room, Signal } from './protocol';

/** How long words are news to who reads them. */
const NEWS_MS = 60_000;

/** What chair and secretariat have said to each other, oldest first, as long as it is shown. */
export function linesOf(room: Room | undefined, now: number): Signal[] {
  return (room?.signals?.signals ?? []).filter(
    ({ kind, untilUnixMs }) => kind === 'SIGNAL_KIND_PRIVATE_LINE' && now < untilUnixMs,
  );
}

/** What another has just said. */
export function newsOf(room: Room | undefined, now: number, self: Role): Signal | undefined {
  return linesOf(room, now).findLast(
    ({ from, sentAtUnixMs }) => from !== self && now - sentAtUnixMs < NEWS_MS,
  );
}
