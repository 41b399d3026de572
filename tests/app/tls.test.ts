// The program over TLS: what it prints, refuses and renews, and how its own client connects.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { type TestContext, test } from 'node:test';
import { connect } from 'node:tls';
import { until } from '../e2e/limit.ts';
import { flags, selfSigned } from './certificate.ts';
import { dataFolder, program, rostrum, Serving } from './rostrum.ts';

/** The name in the certificate that the server presents now. */
function shownBy(origin: string): Promise<string> {
  const port = Number(new URL(origin).port);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => {
      resolve(String(socket.getPeerCertificate().subject?.CN));
      socket.destroy();
    }).once('error', reject);
  });
}

/** `rostrum watch`, and its output so far. */
function watching(t: TestContext, args: readonly string[], token: string) {
  const child = spawn(program, ['watch', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ROSTRUM_TOKEN: token },
  });
  t.after(() => child.kill('SIGKILL'));
  const result = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.err += text));
  return result;
}

test('over TLS, links say https, and a room is watched and commanded with a trusted certificate', async (t) => {
  const data = dataFolder(t);
  const files = selfSigned(dataFolder(t), 'room.example');
  const server = await Serving.start(t, data, '--demo', ...flags(files));
  assert.match(server.origin, /^https:\/\/127\.0\.0\.1:\d+$/);
  assert.match(server.log, /the certificate is valid until \d{4}-\d\d-\d\d/);

  const token = { ROSTRUM_TOKEN: server.token('Chair') };
  const room = ['--server', server.origin, '--room', 'xxvii'];
  const opening = [...room, '{"openMeeting":{"meetingId":"nosuch"}}'];
  const trusting = await rostrum(['command', '--ca', files.certificate, ...opening], token);
  assert.equal(trusting.code, 6, trusting.err);
  assert.match(trusting.err, /meeting/);

  const doubting = await rostrum(['command', ...opening], token);
  assert.equal(doubting.code, 7);
  assert.match(
    doubting.err,
    /^rostrum: The certificate of 127\.0\.0\.1:\d+ is not trusted: self-signed certificate\. --ca names a file with an authority to trust\.\n$/,
  );
  const watcher = await rostrum(['watch', ...room], token);
  assert.equal(watcher.code, 7);
  assert.match(watcher.err, /is not trusted/);

  const plain = server.origin.replace('https:', 'http:');
  const inPlain = await rostrum(['command', '--server', plain, '--room', 'xxvii', 'next'], token);
  assert.match(inPlain.err, /This server speaks https and wss only\./);
  const [status, location] = await new Promise<[number?, string?]>((resolve) =>
    get(`${plain}/chair/`, (answer) => resolve([answer.statusCode, answer.headers.location])),
  );
  assert.deepEqual([status, location], [308, `${server.origin}/chair/`]);
});

test('the names of the certificate are names of the server', async (t) => {
  const files = selfSigned(dataFolder(t), 'room', 'DNS:room.example,DNS:*.rooms.example');
  const server = await Serving.start(t, dataFolder(t), '--demo', ...flags(files));
  const port = Number(new URL(server.origin).port);
  const asked = (host: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
      let answer = '';
      socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
      socket.once('close', () => resolve(answer.slice(9, 12))).once('error', reject);
      socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
  assert.equal(await asked(`room.example:${port}`), '200');
  assert.equal(await asked('xx.rooms.example'), '200');
  assert.equal(await asked('rooms.example'), '421');
  assert.equal(await asked('evil.example'), '421');
});

test('a trusted certificate with another name is rejected', async (t) => {
  const files = selfSigned(dataFolder(t), 'room.example', 'DNS:localhost');
  const server = await Serving.start(t, dataFolder(t), '--demo', ...flags(files));
  const token = { ROSTRUM_TOKEN: server.token('Observer') };
  const asked = (origin: string) =>
    rostrum(
      ['command', '--ca', files.certificate, '--server', origin, '--room', 'xxvii', 'next'],
      token,
    );
  const byAddress = await asked(server.origin);
  assert.equal(byAddress.code, 7);
  assert.match(byAddress.err, /is not trusted: IP address mismatch\./);
  const byName = await asked(server.origin.replace('127.0.0.1', 'localhost'));
  assert.equal(byName.code, 6, byName.err);
});

test('SIGHUP renews the certificate, and nobody is dropped', async (t) => {
  const folder = dataFolder(t);
  const used = selfSigned(folder, 'old.example');
  const first = { certificate: `${folder}/first.pem`, key: used.key };
  copyFileSync(used.certificate, first.certificate);
  const server = await Serving.start(t, dataFolder(t), '--demo', ...flags(used));
  const room = ['--server', server.origin, '--room', 'xxvii'];
  const watched = watching(
    t,
    ['--json', '--ca', first.certificate, ...room],
    server.token('Observer'),
  );
  await until(() => watched.out !== '');
  assert.equal(await shownBy(server.origin), 'old.example');

  const renewed = selfSigned(folder, 'new.example');
  copyFileSync(renewed.certificate, used.certificate);
  server.signal('SIGHUP');
  await until(() => server.log.includes('does not belong to the certificate'));
  assert.match(server.log, /keeping the current certificate: The private key in \S+ does not/);
  assert.equal(await shownBy(server.origin), 'old.example');

  copyFileSync(renewed.key, used.key);
  server.signal('SIGHUP');
  await until(async () => (await shownBy(server.origin)) === 'new.example');

  const before = watched.out;
  const notice = '{"showNotice":{"text":"Still here."}}';
  const result = await rostrum(['command', '--ca', used.certificate, ...room, notice], {
    ROSTRUM_TOKEN: server.token('Secretariat'),
  });
  assert.equal(result.code, 0, result.err);
  await until(() => watched.out !== before);
  assert.equal(watched.err, '');
  assert.equal(await server.end('SIGTERM'), 0);
});

test('an unusable certificate or key is refused before anything is served or written', async (t) => {
  const folder = dataFolder(t);
  const ours = selfSigned(folder, 'ours');
  const others = selfSigned(folder, 'others');
  writeFileSync(`${folder}/text`, 'no PEM');
  const cases: [string[], RegExp][] = [
    [['--tls-cert', ours.certificate], /Give both --tls-cert and --tls-key, or neither\./],
    [['--tls-key', ours.key], /Give both --tls-cert and --tls-key, or neither\./],
    [flags({ ...ours, key: others.key }), /does not belong to the certificate/],
    [flags({ ...ours, key: `${folder}/none` }), /none cannot be read: No such file/],
    [
      flags({ ...ours, certificate: `${folder}/text` }),
      /text contains no certificate in PEM format\./,
    ],
    [flags({ ...ours, key: `${folder}/text` }), /text contains no private key in PEM format\./],
  ];
  const data = dataFolder(t);
  for (const [args, sentence] of cases) {
    const ended = await rostrum(['serve', '--demo', '--data', data, ...args]);
    assert.equal(ended.code, 2, ended.err);
    assert.match(ended.err, sentence);
    assert.equal(ended.out, '');
  }
  assert.deepEqual(readdirSync(data), []);
});
