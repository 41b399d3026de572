// What a server sends a display through hours of meetings: another state of the room every minute. In a
// file of its own because it needs the protocol, which Vite resolves.
import { clone, create, toJsonString, type MessageInitShape } from '@bufbuild/protobuf';
import { ServerMessageSchema } from '$proto/live_pb';
import { RoomSchema, type Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';
import { rooms, T0 } from '../scenes/rooms.ts';

/** When the rooms of the scenes are as they say. */
export const startUnixMs = T0;

const everyMs = 60_000;
const turns = [
  'before between speaking warning overtime paused speaking question answer reply speaking longest',
  'point-of-order speaking silence read-by forty suspended follow-up warning overtime closed',
]
  .join(' ')
  .split(' ');

export function welcome(): string {
  const value = { role: Role.DISPLAY, logId: 'log', revision: 1n, serverUnixMs: T0 };
  return encoded({ case: 'welcome', value: { ...value, room: rooms.before! } });
}

/** @returns what is sent in the hour of this number, from 0, as `VirtualClock.advance` takes it */
export function messagesIn(hour: number, ms: number): [atMs: number, message: string][] {
  const acts = Math.floor(ms / everyMs);
  return Array.from({ length: acts }, (_, i) => {
    const turn = hour * acts + i;
    const atMs = i * everyMs + 500;
    const sections = at(rooms[turns[turn % turns.length]!]!, hour * ms + atMs);
    const previousRevision = BigInt(turn + 1);
    const value = { previousRevision, revision: previousRevision + 1n, sections };
    return [atMs, encoded({ case: 'changed', value })];
  });
}

/** The room `ms` later: a timer that runs began that much later. */
function at(room: Room, ms: number): Room {
  const moved = clone(RoomSchema, room);
  const statement = moved.floor?.statement;
  if (statement?.runningSinceUnixMs) statement.runningSinceUnixMs += BigInt(ms);
  return moved;
}

function encoded(message: MessageInitShape<typeof ServerMessageSchema>['message']): string {
  const sent = create(ServerMessageSchema, { message });
  return toJsonString(ServerMessageSchema, sent, { alwaysEmitImplicit: true });
}
