// No server for some seconds, while a statement runs: the podium is told, and gives the time back, once.
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

/** The room as the chair sees it, once so much lost time is offered. */
async function offers(server: Serving, chair: string, leastMs: number): Promise<LiveRoom> {
  for (;;) {
    const answer = await server.get('/api/v1/rooms/xxvii', chair);
    const { room } = (await answer.json()) as { room: LiveRoom };
    if (Number(room.floor.lostTime?.awayMs ?? 0) >= leastMs) return room;
    await sleep(20);
  }
}

test('time lost without a server is told to the podium, and given back once', async (t) => {
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
  assert.equal((await public_.told('welcome')).room.floor.lostTime, undefined);
  public_.close();

  const tablets = [];
  for (const token of Object.values(tokens)) tablets.push(await Live.join(server.origin, token));
  for (const [i, tablet] of tablets.entries()) {
    const { floor } = (await tablet.told('welcome')).room;
    assert.ok(floor.lostTime, 'the podium was not told');
    const { awayMs: toldMs, offeredMs } = floor.lostTime;
    assert.ok(Number(toldMs) >= 5000 && Number(toldMs) <= awayMs + 2500, `${toldMs} of ${awayMs}`);
    assert.equal(offeredMs, toldMs);
    const settleLostTime = { statementId: floor.statement?.id, offeredMs, giveBack: true };
    tablet.say({ command: { id: `give-000${i}`, settleLostTime } });
  }
  // The founding, the opening, the floor, the outage, and the time that is given back, once.
  assert.equal((await tablets[0]!.told('accepted')).revision, '5');
  assert.equal((await tablets[1]!.told('refused')).code, 'REFUSAL_CODE_ALREADY_SO');
  for (const tablet of tablets) tablet.close();

  const later = await Live.join(server.origin, chair);
  const { floor } = (await later.told('welcome')).room;
  assert.ok(Number(floor.statement?.allottedMs) >= 125_000);
  assert.equal(floor.lostTime, undefined);
  later.close();
});

test('what two outages cost is one offer, and a restart does not drop it', async (t) => {
  const move = movableClocks(t);
  const data = dataFolder(t);
  let server = await Serving.start(t, data, '--demo');
  const chair = server.token('Chair');
  await opened(server, chair);
  await server.command(chair, { id: 'next-0001', next: {} });

  let awayS = 0;
  /** The plug is pulled, and so much later there is a server again. */
  const isAway = async (seconds: number, leastS = awayS + seconds) => {
    await sleep(1500);
    await server.end('SIGKILL');
    awayS += seconds;
    move(awayS, awayS);
    server = await Serving.start(t, data, '--links', 'never');
    return offers(server, chair, leastS * 1000);
  };
  const toldS = (room: LiveRoom) => Number(room.floor.lostTime?.awayMs) / 1000;

  const first = toldS(await isAway(60));
  assert.ok(first >= 60 && first < 65, `${first} s were told`);
  const both = toldS(await isAway(30));
  assert.ok(both >= first + 30 && both < first + 35, `${both} s were told`);
  // This one is too short to cost anything, but on a machine that is slow.
  const room = await isAway(0);
  const still = toldS(room);
  assert.ok(still >= both && still < both + 25, `${still} s were told`);

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
