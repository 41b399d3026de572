import { beforeEach, expect, test } from 'vitest';
import type { Outcome } from '$kit/pending';
import { FakeServer } from './fake_server';

const all = ['http://a', 'http://b'];
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.open().welcome(...all);
  server.answerTime = true;
  server.pass(1000);
});

const next = { case: 'next', value: { endingStatementId: '0' } } as const;

/** The server of `a` is gone: it refuses, and the link goes on to `b`. */
function goToB(): void {
  server.drop();
  server.pass(200);
  expect(server.at).toBe('http://a');
  server.drop();
  server.pass(400);
  expect(server.at).toBe('http://b');
}

test('the listener hears which server has the link, and which there are', () => {
  expect(server.present).toBe('http://a');
  expect(server.known).toEqual(all);
  goToB();
  server.open().confirm(...all);
  expect(server.present).toBe('http://b');
});

test('a link that moves to another server within three seconds is not reported as lost', () => {
  goToB();
  expect(server.status).toBe('up');
  server.open().confirm(...all);
  expect(server.status).toBe('up');
  server.pass(20_000);
  expect(server.status).toBe('up');
});

test('without any server the link is lost after three seconds', () => {
  server.drop();
  server.refuseConnections = true;
  server.pass(2999);
  expect(server.status).toBe('up');
  server.pass(1);
  expect(server.status).toBe('lost');
});

test('one server that is lost is reported at once', () => {
  server.send({ servers: { origins: [] } });
  server.drop();
  expect(server.status).toBe('lost');
});

test('a command in flight is sent to the other server, under its id', async () => {
  const outcome = server.link.send(next);
  const { id } = server.lastCommand();
  goToB();
  server.open();
  expect(server.received.filter(({ command }) => command)).toEqual([]);
  server.confirm(...all);
  expect(server.lastCommand().id).toBe(id);
  server.send({ accepted: { id, revision: 8 } });
  expect(await outcome).toEqual({ kind: 'accepted', revision: 8 });
});

test('a command that is given while the link moves is sent once, to the other server', async () => {
  server.drop();
  const outcome = server.link.send(next);
  server.pass(200);
  server.drop();
  server.pass(800);
  server.open().confirm(...all);
  const sent = server.received.filter(({ command }) => command);
  expect(sent).toHaveLength(1);
  server.send({ accepted: { id: server.lastCommand().id, revision: 8 } });
  expect(await outcome).toEqual({ kind: 'accepted', revision: 8 });
});

test('a command that no server takes for 15 seconds is of unknown outcome', async () => {
  server.drop();
  server.refuseConnections = true;
  const outcome = server.link.send(next);
  server.pass(16_000);
  expect(await outcome).toEqual({ kind: 'unknown' });
  // Once the link is reported as lost, a tap is refused at once, as with one server.
  expect(await Promise.race([server.link.send(next), Promise.resolve(undefined)])).toEqual<Outcome>(
    {
      kind: 'disconnected',
    },
  );
});

test('a server that stops is left for another', () => {
  server.send({ goodbye: { reason: 'REASON_STOPPING' } });
  server.pass(800);
  expect(server.at).toBe('http://b');
});

test('a server that has become silent is noticed three seconds after a tap, and left', () => {
  server.answerTime = false;
  void server.link.send(next);
  server.pass(3000);
  server.pass(800);
  expect(server.at).toBe('http://b');
});

test('a server that accepts and does not answer is passed over after 1.5 s', () => {
  goToB();
  server.open();
  const tried = server.sockets;
  server.pass(1499);
  server.pass(300);
  expect(server.sockets).toBe(tried);
  server.pass(1);
  expect(server.sockets).toBe(tried + 1);
});

test('a server that the policy of the page forbids is passed over', () => {
  server.send({ servers: { origins: [...all, 'http://c'] } });
  server.forbidden = 'http://b';
  server.send({ goodbye: { reason: 'REASON_STOPPING' } });
  server.pass(1400);
  expect(server.at).not.toBe('http://b');
  server.open().confirm(...all);
  expect(server.status).toBe('up');
});

test('a server that joins is known from the next message on', () => {
  server.send({ servers: { origins: [...all, 'http://c'] } });
  expect(server.known).toEqual([...all, 'http://c']);
});

test('a page whose server is gone finds the servers of its earlier visit', () => {
  const later = new FakeServer(all);
  expect(later.at).toBe('http://a');
  later.drop();
  later.pass(800);
  expect(later.at).toBe('http://b');
  later.open().welcome(...all);
  expect(later.status).toBe('up');
  expect(later.present).toBe('http://b');
});

test('a refused token is tried at the next server after 15 seconds', () => {
  server.drop(4401);
  expect(server.status).toBe('token-refused');
  server.pass(15_000);
  const first = server.at;
  server.drop(4401);
  server.pass(15_000);
  expect([first, server.at].sort()).toEqual(all);
});

test('the digits do not jump when the other server’s clock is 40 ms ahead, and its Welcome is slow', () => {
  expect(server.errorMs).toBeLessThan(2);
  goToB();
  server.open();
  server.aheadMs += 40;
  let before = server.clock.serverNow(server.now)!;
  // It was sent a second before it arrived, and has the time of then.
  const sentMs = server.now;
  server.now += 1000;
  server.welcomeSent(sentMs, ...all);
  for (let i = 0; i < 300; i++) {
    server.pass(10);
    const now = server.clock.serverNow(server.now)!;
    expect(now - before).toBeGreaterThanOrEqual(0);
    expect(now - before).toBeLessThan(i === 0 ? 1070 : 20);
    before = now;
  }
  expect(server.errorMs).toBeLessThan(5);
});
