// One network address sends everything that it may, while a chair works: every honest Mission still
// gets its place, a new screen gets in, and the server stands.
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { honest, kinds, Meeting, missionOf, seconds } from './hostile_meeting.ts';
import { random } from './random.ts';

const SEED = Number(process.env.ROSTRUM_SEED ?? 12);

/** Requests of a stranger who has the link that the display's code opens. */
function requestsOf(link: string): string[] {
  const json = { command: { id: 'x', showNotice: { text: 'x'.repeat(60_000) } } };
  const body = JSON.stringify(json);
  const commands = 'POST /api/v1/rooms/xxvii/commands HTTP/1.1\r\nHost: localhost\r\n';
  const bearer = `Authorization: Bearer ${link}\r\n`;
  const upgrade =
    'GET /api/v1/rooms/xxvii/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n' +
    'Sec-WebSocket-Protocol: rostrum.v1.json\r\n\r\n';
  return [
    '',
    'GET / HTTP/1.1\r\nHost: localhost\r\n',
    'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(50),
    'GET /api/v1/access HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer guessed\r\n\r\n',
    'POST /api/v1/pairings HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n',
    `GET /api/v1/rooms/xxvii HTTP/1.1\r\nHost: localhost\r\n${bearer}\r\n`.repeat(20),
    `${commands}${bearer}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    `${commands}${bearer}Transfer-Encoding: xchunked\r\n\r\n`,
    upgrade,
    `${upgrade}\x81\xfe\xff\xff\0\0\0\0${'x'.repeat(65_535)}`,
    '\x16\x03\x01\x02\0\x01',
  ];
}

test('one hostile address takes nobody’s place', async (t) => {
  const meeting = await Meeting.open(t);
  const { hostname, port } = new URL(meeting.server.origin);
  const requests = requestsOf(meeting.link);
  const below = random(SEED);
  const held: Socket[] = [];
  const until = Date.now() + seconds * 1000;
  let opened = 0;

  /** Opens a connection, sends, and keeps it or lets it go; 300 are kept at once. */
  async function attack(): Promise<void> {
    while (Date.now() < until) {
      const socket = connect({ host: hostname, port: Number(port), localAddress: '127.6.6.6' });
      socket.on('error', () => socket.destroy());
      await new Promise((ready) => socket.once('connect', ready).once('close', ready));
      opened += 1;
      socket.write(requests[below(requests.length)]!, 'latin1');
      await new Promise((ready) =>
        socket
          .once('data', ready)
          .once('close', ready)
          .setTimeout(50, () => ready(0)),
      );
      if (below(2)) held.push(socket);
      else socket.destroy();
      if (held.length > 300) held.splice(below(held.length), 1)[0]!.destroy();
    }
  }

  const attacks = Promise.all(Array.from({ length: 8 }, attack));
  const [waited] = await Promise.all([
    meeting.work(attacks),
    ...honest.map((code) => meeting.asks(code)),
  ]);
  const pairing = await fetch(`${meeting.server.origin}/api/v1/pairings`, { method: 'POST' });
  assert.equal(pairing.status, 200, await pairing.text());
  for (const socket of held) socket.destroy();

  const { questions } = (await meeting.state()).room;
  const asked = questions.requests.filter(({ kind }) => kind === kinds[0]);
  assert.deepEqual(
    asked.map(({ delegationId }) => delegationId).toSorted(),
    honest.map(missionOf).toSorted(),
  );
  t.diagnostic(`${opened} connections; ${waited}`);
});
