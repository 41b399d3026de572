// Behind a real nginx, configured as in docs/operations.md; skipped if none is installed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { until } from '../e2e/limit.ts';
import { selfSigned } from './certificate.ts';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const nginx = process.env.NGINX ?? '/usr/sbin/nginx';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

interface Asked {
  path: string;
  method?: string;
  from?: string;
  headers?: Record<string, string>;
}

/** Sends the proxy a request from one of this machine's addresses; returns status and body. */
function ask(port: number, { path, method = 'GET', from = '127.0.0.1', headers = {} }: Asked) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers, localAddress: from };
    request({ ...options, rejectUnauthorized: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode!, body }));
    })
      .once('error', reject)
      .end();
  });
}

test(
  'behind nginx as documented, clients are counted one by one and pages keep their origin',
  { skip: !existsSync(nginx) },
  async (t) => {
    const server = await Serving.start(t, dataFolder(t), '--demo', '--trusted-proxy', '127.0.0.1');
    const folder = dataFolder(t);
    const { certificate, key } = selfSigned(folder, 'room.example');
    const port = await freePort();
    const [, written] =
      readFileSync('docs/operations.md', 'utf8').match(/^nginx, [^`]+```\n(.+?)```/ms) ?? [];
    assert.ok(written);
    const site = written
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replace('/etc/ssl/rostrum.pem', certificate)
      .replace('/etc/ssl/rostrum.key', key)
      .replace('http://127.0.0.1:8080', server.origin);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    writeFileSync(
      `${folder}/nginx.conf`,
      `daemon off; master_process off; pid ${folder}/pid; error_log stderr;
      events {}
      http { access_log off; ${temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
      ${site} }`,
    );
    const proxy = spawn(nginx, ['-p', folder, '-c', `${folder}/nginx.conf`], { stdio: 'ignore' });
    t.after(() => proxy.kill('SIGKILL'));
    await until(() =>
      ask(port, { path: '/healthz' }).then(
        () => true,
        () => false,
      ),
    );

    // From one address 20 screens may wait; the client's own claims do not count.
    const pairing = { path: '/api/v1/pairings', method: 'POST' };
    const lie = { 'X-Forwarded-For': '192.0.2.7', Forwarded: 'for=192.0.2.8' };
    for (let i = 0; i < 20; ++i)
      assert.equal((await ask(port, { ...pairing, headers: lie })).status, 200);
    assert.equal((await ask(port, { ...pairing, headers: lie })).status, 429);
    assert.equal((await ask(port, { ...pairing, from: '127.0.0.2' })).status, 200);

    const room = ['--ca', certificate, '--server', `https://127.0.0.1:${port}`, '--room', 'xxvii'];
    const result = await rostrum(['command', ...room, '{"showNotice":{"text":"Through nginx."}}'], {
      ROSTRUM_TOKEN: server.token('Chair'),
    });
    assert.equal(result.code, 0, result.err);

    const live = (origin: string) =>
      ask(port, {
        path: '/api/v1/rooms/xxvii/live',
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          'Sec-WebSocket-Version': '13',
          Origin: origin,
        },
      });
    // With its own origin, the server rejects only the missing subprotocol.
    assert.match((await live(`https://127.0.0.1:${port}`)).body, /NO_SUBPROTOCOL/);
    assert.match((await live(`http://127.0.0.1:${port}`)).body, /FOREIGN_ORIGIN/);
    assert.match((await live('https://evil.example')).body, /FOREIGN_ORIGIN/);
    const { status, body } = await ask(port, {
      path: '/api/v1/rooms/xxvii/floor-link',
      headers: { Authorization: `Bearer ${server.token('Chair')}` },
    });
    assert.equal(status, 200);
    assert.match(body, new RegExp(`"url":"https://127.0.0.1:${port}/delegation/#`));
  },
);
