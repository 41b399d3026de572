// The security headers, on every file of the screens and on every kind of response.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { dataFolder, Serving } from './rostrum.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
  "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

const everywhere: Record<string, string> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Checks that every header is present once, and none lets another site's page read the response. */
function check(headers: Headers, of: string): void {
  for (const [name, value] of Object.entries(everywhere))
    assert.equal(headers.get(name), value, of);
  for (const name of ['access-control-allow-origin', 'set-cookie', 'server', 'x-powered-by'])
    assert.equal(headers.get(name), null, of);
}

const web = 'build/web';
const files = readdirSync(web, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(web, join(entry.parentPath, entry.name)))
  // The compressed variants have no address of their own.
  .filter((file) => !file.endsWith('.gz'));

test('every file of the screens has security headers and a content type', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  assert.ok(files.filter((file) => file.endsWith('.html')).length >= 7, files.join(' '));
  for (const file of files) {
    const answer = await server.get(`/${file}`);
    assert.equal(answer.status, 200, file);
    check(answer.headers, file);
    assert.match(answer.headers.get('content-type') ?? '', /^[a-z]+\/[a-z0-9.+-]+/, file);
    assert.notEqual(answer.headers.get('content-type'), 'application/octet-stream', file);
    await answer.arrayBuffer();
  }
});

test('scripts, styles and pages are sent compressed, and match the build', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const texts = files.filter((file) => /\.(js|css|html)$/.test(file));
  assert.ok(texts.length > 50);
  for (const file of texts) {
    const answer = await server.get(`/${file}`);
    assert.equal(answer.headers.get('content-encoding'), 'gzip', file);
    assert.equal(await answer.text(), readFileSync(join(web, file), 'utf8'), file);
  }
  assert.equal((await server.get('/index.html.gz')).status, 404);
});

test('no page contains inline scripts or styles', () => {
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(join(web, file), 'utf8');
    assert.match(html, /<script\b[^>]*\bsrc=/, file);
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/, file);
    assert.doesNotMatch(html, /<style\b|\sstyle=|\son[a-z]+=|javascript:/i, file);
    assert.doesNotMatch(html, /\b(src|href)="(https?:)?\/\//, file);
  }
});

test('every kind of response has the security headers', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo', '--links', 'always');
  const [chair, secretariat] = [server.token('Chair'), server.token('Secretariat')];
  const room = '/api/v1/rooms/xxvii';
  const asked: [status: number, path: string, token?: string, method?: string, body?: string][] = [
    [200, '/'],
    [308, '/chair'],
    [404, '/nothing'],
    [200, '/healthz'],
    [200, '/readyz'],
    [200, '/metrics'],
    [200, '/api/v1/rooms'],
    [200, room, chair],
    [401, room],
    [403, '/api/v1/rooms/xx', chair],
    [404, '/api/v1/nothing', chair],
    [405, '/api/v1/rooms', chair, 'DELETE'],
    [405, '/api/v1/rooms', chair, 'OPTIONS'],
    [426, `${room}/live`, chair],
    [200, '/api/v1/access', chair],
    [200, `${room}/fit`, chair],
    [200, `${room}/floor-link`, chair],
    [403, `${room}/programme`, chair],
    [200, `${room}/programme`, secretariat],
    [200, `${room}/figures?format=csv`, secretariat],
    [200, `${room}/record`, secretariat],
    [200, '/api/v1/screens', secretariat],
    [200, '/api/v1/pairings', undefined, 'POST'],
    [404, '/api/v1/pairing'],
    [
      200,
      `${room}/commands`,
      chair,
      'POST',
      '{"id":"open-it-1","openMeeting":{"meetingId":"cuba"}}',
    ],
    [
      409,
      `${room}/commands`,
      chair,
      'POST',
      '{"id":"open-it-2","openMeeting":{"meetingId":"cuba"}}',
    ],
    [400, `${room}/commands`, chair, 'POST', '{'],
    [413, `${room}/commands`, chair, 'POST', ' '.repeat(70_000)],
  ];
  for (const [status, path, token, method, body] of asked) {
    const answer = await fetch(server.origin + path, {
      method: method ?? 'GET',
      redirect: 'manual',
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(body === undefined ? {} : { body }),
    });
    const of = `${method ?? 'GET'} ${path}`;
    assert.equal(answer.status, status, of);
    check(answer.headers, of);
    if (path.startsWith('/api/')) assert.equal(answer.headers.get('cache-control'), 'no-store', of);
    await answer.arrayBuffer();
  }
});

test('responses to malformed requests and refused upgrades have the security headers', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const upgrade =
    'GET /api/v1/rooms/xxvii/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
    'Sec-WebSocket-Protocol: rostrum.v1.json\r\nOrigin: https://elsewhere.example\r\n\r\n';
  for (const [status, request] of [
    [400, 'nonsense\r\n\r\n'],
    [431, `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(9000)}\r\n\r\n`],
    [403, upgrade],
  ] as const) {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    t.after(() => socket.destroy());
    let text = '';
    socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    socket.on('error', () => undefined);
    socket.write(request);
    await once(socket, 'close');
    assert.ok(text.startsWith(`HTTP/1.1 ${status} `), text);
    const lines = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n').slice(1);
    check(new Headers(lines.map((line) => line.split(': ', 2) as [string, string])), `${status}`);
  }
});
