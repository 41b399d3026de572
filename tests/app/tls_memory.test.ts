// The memory of an idle TLS connection. Meaningless under a sanitizer.
import assert from 'node:assert/strict';
import { connect as connectPlain } from 'node:net';
import { type TestContext, test } from 'node:test';
import { connect } from 'node:tls';
import { flags, selfSigned } from './certificate.ts';
import { dataFolder, Serving } from './rostrum.ts';

/** Connects this many clients, each after one request; they stay until the test ends. */
async function connectMany(t: TestContext, origin: string, count: number): Promise<void> {
  const { hostname: host, port, protocol } = new URL(origin);
  const options = { host, port: Number(port), rejectUnauthorized: false };
  const one = () =>
    new Promise<void>((answered, failed) => {
      const ask = () => socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
      const socket = protocol === 'https:' ? connect(options, ask) : connectPlain(options, ask);
      t.after(() => socket.destroy());
      socket.once('data', () => answered()).once('error', failed);
    });
  for (let done = 0; done < count; done += 20) await Promise.all(Array.from({ length: 20 }, one));
}

test('an idle TLS connection holds little memory', async (t) => {
  const count = process.env.ROSTRUM_THOROUGH ? 900 : 200;
  const each: Record<string, number> = {};
  for (const kind of ['plain', 'tls']) {
    const args = kind === 'tls' ? flags(selfSigned(dataFolder(t), 'room.example')) : [];
    const server = await Serving.start(t, dataFolder(t), '--demo', ...args);
    await connectMany(t, server.origin, 20);
    const before = server.memory();
    await connectMany(t, server.origin, count);
    each[kind] = (server.memory() - before) / count;
  }
  t.diagnostic(`KiB a connection: plain ${each.plain!.toFixed(1)}, TLS ${each.tls!.toFixed(1)}`);
  assert.ok(each.tls! - each.plain! < 64, JSON.stringify(each));
});
