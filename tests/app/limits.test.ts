// One address, one file or one long message must not keep everybody else waiting.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { until } from '../e2e/limit.ts';
import { dataFolder, program, Serving } from './rostrum.ts';

const access = '/api/v1/access';

/** Starts the server under these limits of the shell, such as `-n 256`. */
function under(t: TestContext, ulimit: string): Promise<Serving> {
  const shell = ['bash', '-c', `ulimit ${ulimit}; exec "$@"`, 'bash', program];
  return Serving.startBy(t, shell, dataFolder(t), '--demo');
}

/** Opens connections that send nothing, from one address; resolves when each was open, or refused. */
async function silent(t: TestContext, server: Serving, from: string, count: number): Promise<void> {
  const port = Number(new URL(server.origin).port);
  const opening = Array.from({ length: count }, () => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    t.after(() => socket.destroy());
    socket.on('error', () => {});
    // The server may have cut it for a newcomer before this process learns that it was open.
    return new Promise((settled) => socket.once('connect', settled).once('close', settled));
  });
  await Promise.all(opening);
}

/** The status of a request on a connection of its own; 0 if there is no answer. */
async function ask(server: Serving, from: string, path: string, token = ''): Promise<number> {
  const port = Number(new URL(server.origin).port);
  const socket: Socket = connect({ port, host: '127.0.0.1', localAddress: from });
  socket.on('error', () => {});
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n` +
      `Authorization: Bearer ${token}\r\n\r\n`,
  );
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  await once(socket, 'close');
  return Number(answer.match(/^HTTP\/1\.1 (\d+) /)?.[1] ?? 0);
}

test('the soft limit of descriptors is raised to the hard one', async (t) => {
  const server = await under(t, '-Sn 1024');
  const limits = readFileSync(`/proc/${server.pid}/limits`, 'utf8');
  const [, soft, hard] = limits.match(/^Max open files +(\d+) +(\d+)/m) ?? [];
  assert.equal(soft, hard);
  await silent(t, server, '127.0.0.1', 960);
  assert.equal(await ask(server, '127.0.0.2', access, server.token('Chair')), 200);
});

test('an address that fills its places locks nobody out, and the log says so once', async (t) => {
  const server = await under(t, '-n 256');
  await until(() => /256 files, so 192 connections fit/.test(server.log));
  await silent(t, server, '127.0.0.1', 960);
  assert.equal(await ask(server, '127.0.0.2', access, server.token('Chair')), 200);
  // The chair may sit behind the same address.
  assert.equal(await ask(server, '127.0.0.1', access, server.token('Chair')), 200);
  await until(() => server.log.includes('All places of an address'));
  assert.equal(server.log.match(/All places of an address are taken/g)?.length, 1);
});

/**
 * Sends a request, and asks for something small until it is answered, each time on a new
 * connection: one that asks without a pause meets its rate limit.
 * @returns how often that was answered meanwhile
 */
async function answeredDuring(server: Serving, request: () => Promise<Response>): Promise<number> {
  let isDone = false;
  const asked = request().finally(() => (isDone = true));
  let answered = 0;
  while (!isDone) {
    assert.equal(await ask(server, '127.0.0.1', '/healthz'), 200);
    if (!isDone) ++answered;
  }
  assert.equal((await asked).status, 200);
  return answered;
}

/** A programme of rooms without names: long to read, and of no use. */
const emptyRooms = `{"rooms":[${Array(1_300_000).fill('{}').join()}]}`;

test('a large programme file is previewed while others are served', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const headers = {
    authorization: `Bearer ${server.token('Secretariat')}`,
    'rostrum-file-name': 'rooms.json',
  };
  const preview = () =>
    fetch(`${server.origin}/api/v1/programme/preview`, {
      method: 'POST',
      headers,
      body: emptyRooms,
    });
  // A hundred and more; three or four, from before the file has arrived, if they wait for it.
  assert.ok((await answeredDuring(server, preview)) > 30);
});

test('the body of a command is as long as the largest act of its role', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const status = async (heading: string, bytes: number) => {
    const text = 'x'.repeat(bytes - 60);
    const command = { id: 'too-long-1', showNotice: { text } };
    return (await server.command(server.token(heading), command)).status;
  };
  assert.equal(await status('Lectern', 16 * 1024), 413);
  assert.equal(await status('Chair', 32 * 1024), 413);
  assert.equal(await status('Secretariat', 4 * 1024 * 1024 + 100), 413);
  // Read, and refused for what it says.
  assert.equal(await status('Chair', 15 * 1024), 400);
  assert.equal(await status('Secretariat', 60 * 1024), 400);
  assert.equal(await status('Secretariat', 300 * 1024), 400);
});
