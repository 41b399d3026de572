// No server runs for some seconds of a statement: the podium sees the loss, and gives the time back once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Live, type LiveRoom } from './live.ts';
import { movableClocks } from './movable_clocks.ts';
import { dataFolder, Serving } from './rostrum.ts';

async function opened(server: Serving, chair: string): Promise<void> {
  const did = await server.command(chair, { id: 'open-0001', openMeeting: { meetingId: 'cuba' } });
  assert.equal(did.status, 200, await did.text());
}

/** The chair's view of the room, once this much lost time is offered. */
async function offers(server: Serving, chair: string, leastMs: number): Promise<LiveRoom> {
  for (;;) {
    const answer = await server.get('/api/v1/rooms/xxvii', chair);
    const { room } = (await answer.json()) as { room: LiveRoom };
    if (Number(room.floor.lostTime?.awayMs ?? 0) >= leastMs) return room;
    await sleep(20);
  }
}

test('the podium sees time lost without a server, and gives it back once', async (t) => {
  const data = dataFolder(t);
  let server = await Serving.start(t, data, '--demo');
  const chair = server.token('Chair');
  const tokens = { chair, secretariat: server.token('Secretariat') };
  const display = server.token('Room display');
  // Links that nobody opened are dropped at the next start.
  for (const token of [display, tokens.secretariat]) await server.get('/api/v1/access', token);
  await opened(server, chair);
  await server.command(chair, { id: 'next-0001', next: {} });
  // The server notes each second that it runs.
  await sleep(1500);

  await server.end('SIGKILL');
  const killed = Date.now();
  await sleep(5500);
  server = await Serving.start(t, data, '--links', 'never');
  const awayMs = Date.now() - killed;
  await offers(server, chair, 5000);

  const public_ = await Live.join(server.origin, display);
  assert.equal((await public_.next('welcome')).room.floor.lostTime, undefined);
  public_.close();

  const tablets = [];
  for (const token of Object.values(tokens)) tablets.push(await Live.join(server.origin, token));
  for (const [i, tablet] of tablets.entries()) {
    const { floor } = (await tablet.next('welcome')).room;
    assert.ok(floor.lostTime, 'the podium sees no lost time');
    const { awayMs: toldMs, offeredMs } = floor.lostTime;
    assert.ok(Number(toldMs) >= 5000 && Number(toldMs) <= awayMs + 2500, `${toldMs} of ${awayMs}`);
    assert.equal(offeredMs, toldMs);
    const settleLostTime = { statementId: floor.statement?.id, offeredMs, giveBack: true };
    tablet.send({ command: { id: `give-000${i}`, settleLostTime } });
  }
  // The founding, the opening, the floor, the outage, and one return of the time.
  assert.equal((await tablets[0]!.next('accepted')).revision, '5');
  assert.equal((await tablets[1]!.next('refused')).code, 'REFUSAL_CODE_ALREADY_SO');
  for (const tablet of tablets) tablet.close();

  const later = await Live.join(server.origin, chair);
  const { floor } = (await later.next('welcome')).room;
  assert.ok(Number(floor.statement?.allottedMs) >= 125_000);
  assert.equal(floor.lostTime, undefined);
  later.close();
});

test('two outages add up to one offer, which survives a restart', async (t) => {
  const move = movableClocks(t);
  const data = dataFolder(t);
  let server = await Serving.start(t, data, '--demo');
  const chair = server.token('Chair');
  await opened(server, chair);
  await server.command(chair, { id: 'next-0001', next: {} });

  let awayS = 0;
  /** Kills the server, and starts it again this much later. */
  const isAway = async (seconds: number, leastS = awayS + seconds) => {
    await sleep(1500);
    await server.end('SIGKILL');
    awayS += seconds;
    move(awayS, awayS);
    server = await Serving.start(t, data, '--links', 'never');
    return offers(server, chair, leastS * 1000);
  };
  const lostS = (room: LiveRoom) => Number(room.floor.lostTime?.awayMs) / 1000;

  const first = lostS(await isAway(60));
  assert.ok(first >= 60 && first < 65, `${first} s were reported`);
  const both = lostS(await isAway(30));
  assert.ok(both >= first + 30 && both < first + 35, `${both} s were reported`);
  // This outage is too short to count, except on a slow machine.
  const room = await isAway(0);
  const still = lostS(room);
  assert.ok(still >= both && still < both + 25, `${still} s were reported`);

  const { statement, lostTime } = room.floor;
  const settleLostTime = {
    statementId: statement?.id,
    offeredMs: lostTime?.offeredMs,
    giveBack: true,
  };
  const done = await server.command(chair, { id: 'give-0001', settleLostTime });
  assert.equal(done.status, 200, await done.text());
  const { floor } = await isAway(0, 0);
  assert.equal(floor.statement?.allottedMs, String(120_000 + still * 1000));
  assert.ok(Number(floor.lostTime?.awayMs ?? 0) < 25_000, 'it is offered again');
});
