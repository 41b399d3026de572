// No server for some seconds, while a statement runs: the podium is told, and gives the time back, once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Live, type LostTime } from './live.ts';
import { movableClocks } from './movable_clocks.ts';
import { dataFolder, Serving } from './rostrum.ts';

async function opened(server: Serving, chair: string): Promise<void> {
  const did = await server.command(chair, { id: 'open-0001', openMeeting: { meetingId: 'cuba' } });
  assert.equal(did.status, 200, await did.text());
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

  const public_ = await Live.join(server.origin, display);
  assert.equal((await public_.told('welcome')).lostTime, undefined);
  public_.close();

  const tablets = [];
  for (const token of Object.values(tokens)) tablets.push(await Live.join(server.origin, token));
  for (const tablet of tablets) {
    const { lostTime, room } = await tablet.told('welcome');
    assert.ok(lostTime, 'the podium was not told');
    const toldMs = Number(lostTime.toUnixMs) - Number(lostTime.fromUnixMs);
    assert.ok(toldMs >= 5500 && toldMs <= awayMs + 2500, `${toldMs} ms of ${awayMs} were told`);
    assert.equal(lostTime.inscriptionId, room.floor.statement?.inscriptionId);
    assert.equal(lostTime.addedBeforeMs, '0');
    const addTime = { statementId: room.floor.statement?.id, addedMs: '5000' };
    tablet.say({ command: { id: lostTime.commandId, addTime } });
  }
  for (const tablet of tablets) {
    assert.equal((await tablet.told('accepted')).revision, '4');
    tablet.close();
  }

  const later = await Live.join(server.origin, chair);
  const welcome = await later.told('welcome');
  assert.equal(welcome.room.floor.statement?.allottedMs, '125000');
  assert.equal(welcome.lostTime, undefined);
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
  const isAway = async (seconds: number) => {
    await sleep(1500);
    await server.end('SIGKILL');
    awayS += seconds;
    move(awayS, awayS);
    server = await Serving.start(t, data, '--links', 'never');
    const live = await Live.join(server.origin, chair);
    const welcome = await live.told('welcome');
    live.close();
    return welcome;
  };
  const toldS = ({ lostTime }: { lostTime?: LostTime }) =>
    Math.floor(Number(lostTime?.awayMs) / 1000);

  const first = toldS(await isAway(60));
  assert.ok(first >= 60 && first < 65, `${first} s were told`);
  const both = toldS(await isAway(30));
  assert.ok(both >= first + 30 && both < first + 35, `${both} s were told`);
  // This one is too short to cost anything, but on a machine that is slow.
  const { lostTime, room } = await isAway(0);
  const still = toldS({ lostTime });
  assert.ok(still >= both && still < both + 25, `${still} s were told`);

  const statementId = room.floor.statement?.id;
  const done = await server.command(chair, {
    id: lostTime?.commandId,
    addTime: { statementId, addedMs: String(still * 1000) },
  });
  assert.equal(done.status, 200, await done.text());
  const after = await isAway(0);
  assert.equal(after.room.floor.statement?.allottedMs, String(120_000 + still * 1000));
  assert.ok(Number(after.lostTime?.awayMs ?? 0) < 25_000, 'it is offered again');
});
