import type { AlikeScreens, Role, Room, Signal } from './protocol';

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

/** The last words of the other, as long as they are shown. */
export function lastOfTheOther(
  room: Room | undefined,
  now: number,
  self: Role,
): string | undefined {
  return linesOf(room, now)
    .filter(({ from }) => from !== self)
    .at(-1)?.id;
}

/** Whether these words were on a screen of whom they are for. Ids grow. */
export function isRead({ id, from }: Signal, screens: readonly AlikeScreens[] = []): boolean {
  const reader: Role = from === 'ROLE_CHAIR' ? 'ROLE_SECRETARIAT' : 'ROLE_CHAIR';
  return screens.some(
    ({ role, shows }) => role === reader && Number(shows?.signalId ?? 0) >= Number(id),
  );
}
