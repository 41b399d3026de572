import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from './fake_server';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
});

test('the first message is Hello, with the token and nothing seen', () => {
  server.open();
  expect(server.hello()).toMatchObject({ token: 'TOKEN', device: 'Lectern' });
  expect(server.hello().seen).toBeUndefined();
});

test('a Welcome brings the link up, with the role and the room', () => {
  expect(server.status).toBe('connecting');
  server.open().welcome();
  expect(server.status).toBe('up');
  expect(server.role).toBe('ROLE_CHAIR');
  expect(server.room?.room.agenda?.roomId).toBe('xxvii');
});

test('the time is measured six times at once, then every five seconds', () => {
  server.open().welcome();
  const asked = () => server.received.filter(({ timeSync }) => timeSync).length;
  server.answerTime = true;
  server.pass(1000);
  expect(asked()).toBe(6);
  server.pass(5000);
  expect(asked()).toBe(7);
  server.pass(5000);
  expect(asked()).toBe(8);
  expect(server.clock.proven(server.now)).toBe(true);
});

test('a change is applied', () => {
  server.open().welcome();
  server.change(7, 8, { noticeBoard: { notice: { id: '1', text: 'Please conclude' } } });
  expect(server.room?.revision).toBe(8);
  expect(server.room?.room.noticeBoard?.notice?.text).toBe('Please conclude');
});

test('after a gap the link connects again and asks for the whole room', () => {
  server.open().welcome();
  server.change(8, 9, {});
  expect(server.status).toBe('lost');
  server.pass(1000);
  server.open();
  expect(server.hello().seen).toBeUndefined();
});

test('a lost connection reconnects with the revision that it saw', () => {
  server.open().welcome();
  server.drop();
  expect(server.status).toBe('lost');
  server.pass(200);
  server.open();
  expect(server.hello().seen).toMatchObject({ logId: 'log', revision: 7, actsHash: '70' });
  server.confirm();
  expect(server.status).toBe('up');
  expect(server.room?.room.agenda?.roomId).toBe('xxvii');
});

test('in the first minute without a server it retries at least once a second', () => {
  server.open().welcome();
  server.drop();
  const before = server.sockets;
  server.refuseConnections = true;
  server.pass(59_000);
  expect(server.sockets - before).toBeGreaterThan(59);
});

test('after a long outage that ended, the next one begins with quick retries again', () => {
  server.open().welcome();
  server.drop();
  server.refuseConnections = true;
  server.pass(30_000);
  server.refuseConnections = false;
  server.pass(1000);
  server.open().welcome();
  server.drop();
  const before = server.sockets;
  server.pass(200);
  expect(server.sockets).toBe(before + 1);
});

test('a dropped connection has no effect', () => {
  server.open().welcome();
  server.change(8, 9, {});
  server.pass(1000);
  server.open().welcome();
  server.closeLate();
  expect(server.status).toBe('up');
});

test('a silent server is detected within ten seconds', () => {
  server.open().welcome();
  server.answerTime = true;
  server.pass(20_000);
  server.answerTime = false;
  server.pass(4999);
  expect(server.status).toBe('up');
  server.pass(5001);
  expect(server.status).toBe('lost');
});

test('a tab that slept does not take the server for silent', () => {
  server.open().welcome();
  server.answerTime = true;
  server.pass(10_000);
  server.sleep(600_000);
  expect(server.status).toBe('up');
  server.pass(20_000);
  expect(server.status).toBe('up');
});

test('a server that never sends a Welcome is given up', () => {
  server.open();
  const before = server.sockets;
  server.pass(6000);
  expect(server.sockets).toBeGreaterThan(before);
});

test('Goodbye is followed by a reconnect', () => {
  server.open().welcome();
  server.send({ goodbye: { reason: 'REASON_STOPPING' } });
  expect(server.status).toBe('lost');
  const before = server.sockets;
  server.pass(200);
  expect(server.sockets).toBe(before + 1);
});

test('an assignment and an identify request reach the listener', () => {
  server.open().welcome();
  server.send({ assigned: { name: 'Hallway', scene: 'SCENE_TIMER' } });
  server.send({ identify: { name: 'Hallway', forMs: 5000 } });
  expect(server.assigned).toMatchObject({ name: 'Hallway', scene: 'SCENE_TIMER', token: '' });
  expect(server.identified).toMatchObject({ name: 'Hallway', forMs: 5000 });
  expect(server.status).toBe('up');
});

test('a reassigned screen that stays reconnects, as after any Goodbye', () => {
  server.open().welcome();
  server.send({ goodbye: { reason: 'REASON_ASSIGNED' } });
  const before = server.sockets;
  server.pass(200);
  expect(server.sockets).toBe(before + 1);
});

test('a revoked screen never reconnects, not even on wake', async () => {
  server.open().welcome();
  const outcome = server.link.send(pause);
  server.send({ goodbye: { reason: 'REASON_REVOKED' } });
  expect(server.status).toBe('revoked');
  const before = server.sockets;
  server.pass(60_000);
  server.link.nudge();
  server.pass(60_000);
  expect(server.sockets).toBe(before);
  expect(server.status).toBe('revoked');
  expect(await outcome).toEqual({ kind: 'unknown' });
  expect(await server.link.send(pause)).toEqual({ kind: 'disconnected' });
});

test.each([
  [4401, 'token-refused'],
  [4404, 'no-such-room'],
])('close code %i gives the status %s, and is retried rarely', (code, status) => {
  server.open().drop(code);
  expect(server.status).toBe(status);
  const before = server.sockets;
  server.pass(14_999);
  expect(server.sockets).toBe(before);
  server.pass(1);
  expect(server.sockets).toBe(before + 1);
  expect(server.status).toBe(status);
  server.open().welcome();
  expect(server.status).toBe('up');
});

test('a first connection that fails is not lost', () => {
  server.drop(1006);
  expect(server.status).toBe('connecting');
});

const pause = { case: 'pauseStatement', value: { statementId: '3' } } as const;

test('a command is answered with its outcome', async () => {
  server.open().welcome();
  const accepted = server.link.send(pause);
  const command = server.lastCommand();
  expect(command.pauseStatement).toEqual({ statementId: '3' });
  expect(command.id).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  server.send({ accepted: { id: command.id, revision: 8 } });
  expect(await accepted).toEqual({ kind: 'accepted', revision: 8 });

  const refused = server.link.send(pause);
  const { id } = server.lastCommand();
  server.send({ refused: { id, code: 'REFUSAL_CODE_STALE', text: 'too late' } });
  expect(await refused).toMatchObject({
    kind: 'refused',
    code: 'REFUSAL_CODE_STALE',
    text: 'too late',
  });
});

test('a command without a link is refused at once and never sent', async () => {
  expect(await server.link.send(pause)).toEqual({ kind: 'disconnected' });
  server.open().welcome();
  expect(server.received.filter(({ command }) => command)).toEqual([]);
});

test('a command whose answer was lost is sent again with its id', async () => {
  server.open().welcome();
  const outcome = server.link.send(pause);
  const { id } = server.lastCommand();
  server.drop();
  server.pass(200);
  server.open().welcome();
  expect(server.lastCommand().id).toBe(id);
  server.send({ accepted: { id, revision: 8 } });
  expect(await outcome).toEqual({ kind: 'accepted', revision: 8 });
});

test('a command that was answered is not sent again', async () => {
  server.open().welcome();
  const outcome = server.link.send(pause);
  server.send({ accepted: { id: server.lastCommand().id, revision: 8 } });
  await outcome;
  server.drop();
  server.pass(200);
  server.open().welcome();
  expect(server.received.filter(({ command }) => command)).toEqual([]);
});

test('a command older than fifteen seconds is not sent again', async () => {
  server.open().welcome();
  const outcome = server.link.send(pause);
  server.drop();
  server.refuseConnections = true;
  server.pass(17_000);
  expect(await outcome).toEqual({ kind: 'unknown' });
});

test('a nudge while waiting connects at once', () => {
  server.open().welcome();
  server.drop();
  const before = server.sockets;
  server.link.nudge();
  expect(server.sockets).toBe(before + 1);
  server.pass(1000);
  expect(server.sockets).toBe(before + 1);
});

test('a closed link stays closed', async () => {
  server.open().welcome();
  const outcome = server.link.send(pause);
  server.link.close();
  const before = server.sockets;
  server.pass(60_000);
  expect(server.sockets).toBe(before);
  expect(await outcome).toEqual({ kind: 'unknown' });
});

test('what a screen shows is said when it changes, and again after a reconnect', () => {
  const shows = {
    visible: true,
    scene: 'SCENE_UNSPECIFIED',
    display: 'DISPLAY_MODE_UNSPECIFIED',
    delegationId: '',
    signalId: '8',
    noticeId: '0',
  } as const;
  const said = () => server.received.flatMap(({ shows }) => (shows ? [shows.signalId] : []));
  server.link.say(shows);
  server.open().welcome();
  expect(said()).toEqual(['8']);
  server.link.say({ ...shows });
  server.link.say({ ...shows, signalId: '9' });
  expect(said()).toEqual(['8', '9']);
  server.drop();
  server.pass(200);
  server.open();
  expect(said()).toEqual([]);
  server.confirm();
  expect(said()).toEqual(['9']);
});

test('a phone hears whether it may ask', () => {
  server.open().welcome();
  const phone = { device: 'phone-1', standing: 'PHONE_STANDING_WAITING' } as const;
  server.send({ phone });
  expect(server.phone).toMatchObject(phone);
});

test('a screen asks for the screens of the room, and receives them', () => {
  server.open().welcome();
  expect(server.hello().watchesScreens).toBe(true);
  server.send({ roomScreens: { alike: [{ role: 'ROLE_DISPLAY', count: 2 }] } });
  expect(server.screens).toEqual([{ role: 'ROLE_DISPLAY', count: 2 }]);
});
