// The server's wall clock is set by hours, to and fro, while it runs and while it does not: no timer
// moves by more than the time that passed.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Live } from './live.ts';
import { dataFolder, Serving } from './rostrum.ts';

/** How exactly a round trip tells the server's clock on a machine that does other things too. */
const exactMs = 250;

/** The server's clock against this process's own, which nobody sets. */
async function offsetMs(live: Live): Promise<number> {
  let best = { trip: Infinity, offset: 0 };
  for (let i = 0; i < 8; ++i) {
    const sent = performance.now();
    live.say({ timeSync: { clientMs: sent } });
    const { serverUnixMs } = await live.told('timeSyncReply');
    const received = performance.now();
    const trip = received - sent;
    if (trip < best.trip) best = { trip, offset: serverUnixMs - (sent + received) / 2 };
  }
  return best.offset;
}

test('a wall clock that is set by hours moves no timer, not even over a crash', async (t) => {
  const library = process.env.ROSTRUM_WALL_CLOCK;
  assert.ok(library, 'ROSTRUM_WALL_CLOCK names the library that sets the clock');
  const data = dataFolder(t);
  const file = join(dataFolder(t), 'off');
  const setWallClock = (hours: number) => writeFileSync(file, String(hours * 3600));
  setWallClock(0);
  process.env.ROSTRUM_WALL_CLOCK_OFF = file;
  process.env.LD_PRELOAD = library;

  let server = await Serving.start(t, data, '--demo');
  const chair = server.token('Chair');
  await server.command(chair, { id: 'open-0001', openMeeting: { meetingId: 'cuba' } });
  await server.command(chair, { id: 'next-0001', next: {} });
  let live = await Live.join(server.origin, chair);
  const { room } = await live.told('welcome');
  const anchors = room.floor.statement;
  const offset = await offsetMs(live);

  for (const hours of [6, -6]) {
    setWallClock(hours);
    const moved = (await offsetMs(live)) - offset;
    assert.ok(Math.abs(moved) < exactMs, `set by ${hours} h, the clock moved by ${moved} ms`);
  }
  for (const hours of [7, -7]) {
    await sleep(1500);
    await server.end('SIGKILL');
    setWallClock(hours);
    server = await Serving.start(t, data, '--links', 'never');
    live = await Live.join(server.origin, chair);
    const { room: after } = await live.told('welcome');
    assert.deepEqual(after.floor.statement, anchors);
    const moved = (await offsetMs(live)) - offset;
    assert.ok(Math.abs(moved) < exactMs, `started ${hours} h off, it moved by ${moved} ms`);
  }
  // With no meeting open nobody counts on the clock, and a wall clock that was set right is believed.
  await server.command(chair, { id: 'close-001', closeMeeting: { meetingId: 'cuba' } });
  await sleep(1500);
  await server.end('SIGKILL');
  setWallClock(3);
  server = await Serving.start(t, data, '--links', 'never');
  live = await Live.join(server.origin, chair);
  const moved = (await offsetMs(live)) - offset;
  assert.ok(Math.abs(moved - 3 * 3_600_000) < 2000, `it moved by ${moved} ms, and not by 3 h`);
  live.close();
});
