// What strangers send: ids that others use, texts that show nothing, names of other servers.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { test } from 'node:test';
import { dataFolder, Serving } from './rostrum.ts';

/** Sends these bytes, and returns the whole answer. */
async function raw(server: Serving, bytes: string): Promise<string> {
  const { hostname: host, port } = new URL(server.origin);
  const socket = connect(Number(port), host);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

/** The status of a request whose answer ends the connection. */
async function status(server: Serving, head: string, body = ''): Promise<number> {
  const answer = await raw(server, `${head}\r\nConnection: close\r\n\r\n${body}`);
  return Number(answer.match(/^HTTP\/1\.1 (\d+)/)?.[1]);
}

function codePoints(text: string): string {
  return [...text].map((character) => character.codePointAt(0)!.toString(16)).join(' ');
}

interface Refused {
  code: string;
  revision?: string;
}

test('an id counts as known only for the same actor and the same command', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const [chair, phone] = [server.token('Chair'), server.token('Missions')];
  const send = async (token: string, command: object, device = '') => {
    const answer = await fetch(`${server.origin}/api/v1/rooms/xxvii/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'rostrum-device': device },
      body: JSON.stringify(command),
    });
    return [answer.status, ((await answer.json()) as Refused).code];
  };
  const open = { id: 'opening-1', openMeeting: { meetingId: 'cuba' } };
  assert.deepEqual(await send(chair, open, 'Tablet'), [200, undefined]);

  // A phone uses an id before the chair does.
  const guessed = { id: 'guessed-1', enterRoll: { stateCodes: ['FR'] } };
  assert.deepEqual(await send(phone, guessed, 'phone-1'), [200, undefined]);
  const mine = { id: 'guessed-1', showNotice: { text: 'Please be brief.' } };
  assert.deepEqual(await send(chair, mine, 'Tablet'), [409, 'REFUSAL_CODE_ID_USED']);

  // Sent again by the same device it is accepted again; by another, or changed, it is refused.
  assert.deepEqual(await send(phone, guessed, 'phone-1'), [200, undefined]);
  assert.deepEqual(await send(phone, guessed, 'phone-2'), [409, 'REFUSAL_CODE_ID_USED']);
  const other = { id: 'guessed-1', enterRoll: { stateCodes: ['DE'] } };
  assert.deepEqual(await send(phone, other, 'phone-1'), [409, 'REFUSAL_CODE_ID_USED']);
});

test('a notice, a name or a signal that nobody can see is refused', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const chair = server.token('Chair');
  const shown: string[] = [];
  const invisible = ['\u200d', '\u2060', '\u3164', '\u00ad', '\ufe0f', '\u2800', '\u180e'];
  for (const [i, text] of [...invisible, '\u2003\u2060 \u{e0041}'].entries()) {
    const notice = await server.command(chair, { id: `notice-00${i}`, showNotice: { text } });
    const signal = { kind: 'SIGNAL_KIND_TEXT', text };
    const sent = await server.command(chair, { id: `signal-00${i}`, sendSignal: signal });
    if (notice.status !== 400 || sent.status !== 400) shown.push(codePoints(text));
  }
  assert.deepEqual(shown, []);
  // They may be part of a text: a family in one character needs U+200D.
  const family = { text: '\u{1f469}\u200d\u{1f467}' };
  const answer = await server.command(chair, { id: 'family-01', showNotice: family });
  assert.equal(answer.status, 200);
});

test('a body in an unknown encoding is refused, and no header of a trailer counts', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const chair = server.token('Chair');
  const post = 'POST /api/v1/rooms/xxvii/commands HTTP/1.1\r\nHost: 127.0.0.1';
  const command = '{"id":"notice-01","showNotice":{"text":"Hello."}}';
  const chunks = (trailer: string) =>
    `${command.length.toString(16)}\r\n${command}\r\n0\r\n${trailer}\r\n`;
  const token = `Authorization: Bearer ${chair}\r\n`;
  const health = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: xchunked';
  assert.equal(await status(server, health), 501);
  for (const encoding of ['xchunked', 'chunked, chunked', 'gzip, chunked', 'identity']) {
    const head = `${post}\r\n${token}Transfer-Encoding: ${encoding}`;
    const given = await status(server, head, chunks(''));
    assert.ok(given === 400 || given === 501, `${encoding} is answered with ${given}`);
  }
  const chunked = `${post}\r\nTransfer-Encoding: chunked`;
  assert.equal(await status(server, chunked, chunks(token)), 401);
  const authorized = `${post}\r\n${token}Transfer-Encoding: chunked`;
  assert.equal(await status(server, authorized, chunks('')), 200);
});

test("a request for a name that is not this server's is refused", async (t) => {
  const names = ['--host-name', 'floor.example', '--host-name', 'rostrum.test'];
  const server = await Serving.start(t, dataFolder(t), '--demo', ...names);
  const asked = (host: string, path: string) =>
    status(server, `GET ${path} HTTP/1.1\r\nHost: ${host}`);
  for (const path of ['/', '/api/v1/rooms', '/healthz', '/nothing'])
    for (const host of ['evil.example', 'evil.example:8080', '127.0.0.1.evil.example', '[evil]'])
      assert.equal(await asked(host, path), 421, `${host}${path}`);
  const pairing = 'POST /api/v1/pairings HTTP/1.1\r\nHost: evil.example';
  assert.equal(await status(server, pairing), 421);

  const machine = hostname().split('.')[0]!;
  const own = ['127.0.0.1', '127.0.0.1:80', '[::1]:8080', 'localhost', 'LOCALHOST:1', 'localhost.'];
  const given = ['floor.example', 'rostrum.test:8080', machine, `${machine}.local`, hostname()];
  for (const host of [...own, ...given]) assert.equal(await asked(host, '/healthz'), 200, host);
});

test('a page of another scheme or port may change nothing', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const from = (origin: string, host = 'localhost:8080') =>
    status(server, `POST /api/v1/pairings HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}`);
  assert.equal(await from('http://localhost:8080'), 200);
  assert.equal(await from('http://localhost', 'localhost:80'), 200);
  assert.equal(await from('https://localhost:8080'), 403);
  assert.equal(await from('http://localhost:8081'), 403);
  assert.equal(await from('http://localhost'), 403);
});

test('ten addresses that ask for codes leave a place for a screen', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const { port } = new URL(server.origin);
  const begin = async (from: string): Promise<number> => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path: '/api/v1/pairings',
      method: 'POST',
      localAddress: from,
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
    answer.resume();
    return answer.statusCode;
  };
  for (let i = 0; i < 200; ++i) await begin(`127.0.1.${1 + (i % 10)}`);
  assert.equal(await begin('127.0.0.1'), 200);
});
