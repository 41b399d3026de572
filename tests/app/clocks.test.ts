// A server's wall clock is set by hours, its time zone changes, a DST change comes, its machine sleeps:
// no timer moves by more than the time that passed.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster } from './cluster.ts';
import { Live } from './live.ts';
import { movableClocks } from './movable_clocks.ts';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

/** How exactly a round trip measures the server's clock on a busy machine. */
const exactMs = 250;

/** The server's clock minus this process's monotonic clock. */
async function offsetMs(live: Live): Promise<number> {
  let best = { trip: Infinity, offset: 0 };
  for (let i = 0; i < 8; ++i) {
    const sent = performance.now();
    live.send({ timeSync: { clientMs: sent } });
    const { serverUnixMs } = await live.next('timeSyncReply');
    const received = performance.now();
    const trip = received - sent;
    if (trip < best.trip) best = { trip, offset: serverUnixMs - (sent + received) / 2 };
  }
  return best.offset;
}

/** Gives Cuba the floor. Returns the chair's token. */
async function speaking(server: Serving): Promise<string> {
  const chair = server.token('Chair');
  await server.command(chair, { id: 'open-0001', openMeeting: { meetingId: 'cuba' } });
  await server.command(chair, { id: 'next-0001', next: {} });
  return chair;
}

test('setting the wall clock by hours moves no timer, not even over a crash', async (t) => {
  const move = movableClocks(t);
  const setWallClock = (hours: number) => move(hours * 3600);
  const data = dataFolder(t);
  let server = await Serving.start(t, data, '--demo');
  const chair = await speaking(server);
  let live = await Live.join(server.origin, chair);
  const { room } = await live.next('welcome');
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
    const { room: after } = await live.next('welcome');
    assert.deepEqual(after.floor.statement, anchors);
    const moved = (await offsetMs(live)) - offset;
    assert.ok(Math.abs(moved) < exactMs, `started ${hours} h off, it moved by ${moved} ms`);
  }
  // Without an open meeting no timer needs the clock, so a restart adopts a corrected wall clock.
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

test("while no meeting is open, the clock follows the machine's, back from 2100 too", async (t) => {
  const move = movableClocks(t);
  const data = dataFolder(t);
  const [hour, year2100] = [3600, Math.round((Date.UTC(2100, 0, 1) - Date.now()) / 1000)];
  /** How many seconds the server's clock is ahead of this machine's. */
  const ahead = async () => {
    const live = await Live.join(server.origin, chair);
    const offset = await offsetMs(live);
    live.close();
    return (performance.now() + offset - Date.now()) / 1000;
  };
  const isAhead = async (seconds: number) => {
    let shown = await ahead();
    for (let i = 0; i < 100 && Math.abs(shown - seconds) > 2; ++i) {
      await sleep(100);
      shown = await ahead();
    }
    assert.ok(Math.abs(shown - seconds) <= 2, `it is ${shown} s ahead, and not ${seconds} s`);
  };
  const done = async (id: string, command: object) => {
    const answer = await server.command(chair, { id, ...command });
    assert.equal(answer.status, 200, await answer.text());
  };

  move(hour);
  let server = await Serving.start(t, data, '--demo');
  let chair = server.token('Chair');
  await isAhead(hour);
  await done('first-open', { openMeeting: { meetingId: 'cuba' } });
  await done('first-next', { next: {} });
  move(0);
  await sleep(1500);
  assert.ok(Math.abs((await ahead()) - hour) < 2, 'the clock of an open meeting moved');
  await done('first-shut', { closeMeeting: { meetingId: 'cuba' } });
  // Corrected while serving.
  await isAhead(0);
  // An act is dated by the clock, though the one before it is dated an hour later.
  const room = (await (await server.get('/api/v1/rooms/xxvii', chair)).json()) as {
    room: { memory: { last: { revision: string } } };
  };
  const undo = await server.command(chair, {
    id: 'undo-shut',
    undo: { revision: room.room.memory.last.revision },
  });
  assert.equal(undo.status, 409, 'a meeting of the hour to come goes on');

  // Corrected while no server runs.
  await server.end('SIGTERM');
  move(year2100);
  server = await Serving.start(t, data);
  chair = server.token('Chair');
  await isAhead(year2100);
  await done('notice-2100', { showNotice: { text: 'Happy new century.' } });
  await server.end('SIGKILL');
  move(0);
  server = await Serving.start(t, data, '--links', 'never');
  await isAhead(0);

  await done('notice-now', { showNotice: { text: 'Back in time.' } });
  await server.end('SIGKILL');
  const { code, out } = await rostrum(['verify', '--data', data]);
  assert.equal(code, 0, out);
});

/** When clocks in Zurich are set from 03:00 to 02:00. */
const clocksAreSet = Date.UTC(2026, 9, 25, 1);

test('neither a DST change nor another time zone of the server moves a timer', async (t) => {
  const move = movableClocks(t);
  const data = dataFolder(t);
  process.env.TZ = 'Europe/Zurich';
  t.after(() => delete process.env.TZ);
  move(Math.round((clocksAreSet - Date.now()) / 1000) - 3);
  let server = await Serving.start(t, data, '--demo');
  const chair = await speaking(server);
  const shown = async () => {
    const answer = await server.get('/api/v1/rooms/xxvii', chair);
    const { room } = (await answer.json()) as { room: { agenda: object; floor: object } };
    return { agenda: room.agenda, floor: room.floor };
  };
  const before = await shown();
  let live = await Live.join(server.origin, chair);
  const offset = await offsetMs(live);
  assert.ok(performance.now() + offset < clocksAreSet, 'it took too long to begin');
  await sleep(clocksAreSet - performance.now() - offset + 500);
  assert.ok(performance.now() + offset > clocksAreSet);

  const stepped = (await offsetMs(live)) - offset;
  assert.ok(Math.abs(stepped) < exactMs, `as clocks were set, it moved by ${stepped} ms`);
  assert.deepEqual(await shown(), before);

  await server.end('SIGKILL');
  process.env.TZ = 'America/New_York';
  server = await Serving.start(t, data, '--links', 'never');
  assert.deepEqual(await shown(), before);
  live = await Live.join(server.origin, chair);
  const moved = (await offsetMs(live)) - offset;
  assert.ok(Math.abs(moved) < exactMs, `in another zone, it moved by ${moved} ms`);
  live.close();
});

test('a programme is read in the time zone of its rooms, not of the server', async (t) => {
  const folder = dataFolder(t);
  const csv = join(folder, 'round.csv');
  const json = join(folder, 'round.json');
  // From half past one, in summer, to half past three, in winter: three hours.
  writeFileSync(
    csv,
    'Room,State,Start,End,Panellist,Kind\nXX,CU,2026-10-25 01:30,2026-10-25 03:30,One,national\n',
  );
  for (const zone of ['Europe/Zurich', 'America/New_York', 'Pacific/Auckland']) {
    const { code, err } = await rostrum(['import', csv, '--output', json], { TZ: zone });
    assert.equal(code, 0, err);
    const written = readFileSync(json, 'utf8');
    assert.match(written, /"2026-10-24T23:30:00Z"/, zone);
    assert.match(written, /"2026-10-25T02:30:00Z"/, zone);
    rmSync(json);
  }
});

test('time passes while the machine sleeps, and the podium is notified', async (t) => {
  const move = movableClocks(t);
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const chair = await speaking(server);
  const live = await Live.join(server.origin, chair);
  const anchors = (await live.next('welcome')).room.floor.statement;
  const offset = await offsetMs(live);

  move(600, 600);
  const moved = (await offsetMs(live)) - offset;
  assert.ok(Math.abs(moved - 600_000) < exactMs, `it moved by ${moved} ms, and not by 10 min`);
  live.close();
  // The server checks its clock every second.
  await sleep(1500);
  const later = await Live.join(server.origin, chair);
  const { room } = await later.next('welcome');
  assert.deepEqual(room.floor.statement, anchors);
  assert.ok(room.floor.lostTime, 'the podium sees no lost time');
  const lostMs = Number(room.floor.lostTime.awayMs);
  assert.ok(lostMs >= 600_000 && lostMs < 605_000, `${lostMs} ms were reported`);
  later.close();
});

for (const [how, offSeconds] of Object.entries({ ahead: 3600, behind: -3600 }))
  test(`a server whose wall clock is an hour ${how} follows the clock of the one that serves already, and stays with it`, async (t) => {
    const cluster = await Cluster.start(t);
    const a = await cluster.serve('a', '--demo');
    const move = movableClocks(t);
    move(offSeconds);
    const b = await cluster.serve('b');
    const [on, off] = await Promise.all(
      [a, b].map((server) => Live.join(server.origin, server.token('Chair'))),
    );
    // The first corrections come in the seconds after it begins to serve.
    for (let second = 0; second < 5; ++second) {
      const apart = (await offsetMs(off!)) - (await offsetMs(on!));
      assert.ok(Math.abs(apart) < exactMs, `${apart} ms apart after ${second} s`);
      await sleep(1000);
    }
  });
