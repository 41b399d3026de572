// A meeting that went to another room: the screens of the room that it left say where it is.
import { clone, create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { looked, openDesk } from './desk.ts';
import { answers, open, shows } from './open_screen.ts';
import { T0, rooms } from './rooms.ts';
import { table } from './table.ts';
import { MovedMeetingSchema, RoomSchema, type Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

const MINUTE = 60_000;

/** Chad's meeting went to Room XX; it begins in so many minutes, and takes an hour. */
function left(of: Room, beginsIn: number): Room {
  const room = clone(RoomSchema, of);
  const at = (minutes: number) => BigInt(T0 + minutes * MINUTE);
  room.agenda!.moved = [
    create(MovedMeetingSchema, {
      id: 'chad',
      state: { code: 'TD', name: 'Chad' },
      startsAtUnixMs: at(beginsIn),
      endsAtUnixMs: at(beginsIn + 60),
      roomId: 'xx',
      roomName: 'Room XX',
    }),
  ];
  return room;
}
const said = 'The meeting has moved to Room XX';

for (const [path, role] of [
  ['/display/', Role.DISPLAY],
  ['/speaker/', Role.SPEAKER],
  ['/interpreter/', Role.INTERPRETER],
  ['/delegation/', Role.DELEGATION],
] as const)
  test(`it is named at ${path} until its planned end, from half a day before`, async () => {
    const stored = { 'rostrum.state': 'NL' };
    const screen = await open(left(table.planned!, 5), { path, role, stored, answers });
    await shows(screen.page, said);
    await shows(screen.page, 'Chad');
    await screen.show(left(rooms.closed!, -59));
    await shows(screen.page, said);
    for (const beginsIn of [-61, 13 * 60]) {
      await screen.show(left(rooms.closed!, beginsIn));
      await expect.poll(() => screen.page.getByText(said).count()).toBe(0);
    }
  });

test('a display that shows a speaker names no other room', async () => {
  const screen = await open(left(rooms.speaking!, 5), { answers });
  await shows(screen.page, 'National CSO: right to food');
  expect(await screen.page.getByText(said).count()).toBe(0);
});

test('the phone of a panellist whose meeting moved says where it is, whatever happens here', async () => {
  const stored = { 'rostrum.plate.xxvii': JSON.stringify({ meeting: 'chad', delegation: '' }) };
  const speaker = { path: '/speaker/', role: Role.SPEAKER, stored };
  const { page } = await open(left(rooms.speaking!, 5), speaker);
  await shows(page, said);
  await page.getByRole('heading', { name: 'Chad' }).waitFor();
});

for (const lang of ['en', 'ar'])
  test(`the secretariat reads where a meeting went, ${lang}`, async () => {
    const screen = await openDesk('programme', lang, left(table.planned!, 30 * 60), {
      width: 1366,
      height: 768,
      answers: { '/api/v1/rooms': { rooms: [] } },
    });
    await shows(screen.page, 'Room XX');
    await looked(screen, `secretariat-moved-${lang}`);
  });
