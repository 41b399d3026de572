// `rostrum backup` of a running server, and `rostrum restore`.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { dataFolder, rostrum, runAndKill, Serving } from './rostrum.ts';

const backup = (data: string, to: string) => rostrum(['backup', to, '--data', data]);
const restore = (from: string, data: string) => rostrum(['restore', from, '--data', data]);

interface Snapshot {
  revision: string;
  logId: string;
  room: { table?: { notice?: string } };
}

async function snapshot(server: Serving, token: string): Promise<Snapshot> {
  const answer = await server.get('/api/v1/rooms/xxvii', token);
  assert.equal(answer.status, 200);
  return (await answer.json()) as Snapshot;
}

async function show(server: Serving, token: string, id: string): Promise<void> {
  const answer = await server.command(token, { id, showNotice: { text: id } });
  assert.equal(answer.status, 200, await answer.text());
}

test('a backup of a running server is a data folder, and the room continues from it', async (t) => {
  const folder = dataFolder(t);
  const data = join(folder, 'data');
  const copy = join(folder, 'copy');
  const server = await Serving.start(t, data, '--demo');
  const token = server.token('Chair');
  await show(server, token, 'before-the-backup');
  const then = await snapshot(server, token);

  const made = await backup(data, copy);
  assert.equal(made.code, 0, made.err);
  assert.match(
    made.out,
    /^Room xxvii is sound: 2 acts, 0 erased names\. Its head is 2 [0-9a-f]{12}\.\n\S+copy is a copy of \S+data\.\n$/,
  );
  assert.deepEqual(readdirSync(copy).sort(), ['access.db', 'log.db']);
  await show(server, token, 'after-the-backup');
  assert.equal(await server.end('SIGKILL'), null);

  // The folder is lost. `restore` accepts an empty folder in its place.
  const restoredTo = join(folder, 'restored');
  mkdirSync(restoredTo);
  const restored = await restore(copy, restoredTo);
  assert.equal(restored.code, 0, restored.err);
  assert.match(restored.out, / can be served: it continues from \S+copy\.\n$/);
  const again = await Serving.start(t, restoredTo, '--links', 'never');
  const now = await snapshot(again, token);
  assert.equal(now.revision, '2');
  assert.deepEqual(now.room, then.room);
  assert.notEqual(now.logId, then.logId, 'a screen that saw act 3 must not take this for it');
  await show(again, token, 'another-course');
  assert.equal((await snapshot(again, token)).revision, '3');

  // The backup is unchanged, and can be served as well.
  const direct = await Serving.start(t, copy, '--links', 'never');
  assert.equal((await snapshot(direct, token)).revision, '2');
});

test('nothing is overwritten, and a failed copy leaves nothing behind', async (t) => {
  const folder = dataFolder(t);
  const data = join(folder, 'data');
  const server = await Serving.start(t, data, '--demo');
  await show(server, server.token('Chair'), 'Lunch-is-served');

  const taken = join(folder, 'taken');
  mkdirSync(taken);
  writeFileSync(join(taken, 'photograph'), 'precious');
  const over = await backup(data, taken);
  assert.equal(over.code, 3);
  assert.equal(
    over.err,
    `rostrum: ${taken} is there already, and nothing is overwritten: choose another name.\n`,
  );
  assert.equal(readFileSync(join(taken, 'photograph'), 'utf8'), 'precious');
  assert.equal((await restore(data, data)).code, 3, 'nor is a folder of ours');

  const nowhere = await backup(data, join(folder, 'none', 'copy'));
  assert.equal(nowhere.code, 3);
  assert.match(nowhere.err, /^rostrum: The folder \S+copy cannot be made: No such file .*\.\n$/);
  const nothing = await backup(join(folder, 'none'), join(folder, 'copy'));
  assert.equal(nothing.code, 3);
  assert.match(nothing.err, /^rostrum: The log \S+log\.db cannot be used: there is none\.\n$/);

  assert.equal(await server.end('SIGTERM'), 0);
  const log = join(data, 'log.db');
  const bytes = readFileSync(log);
  bytes.write('P', bytes.lastIndexOf('Lunch-is-served'));
  writeFileSync(log, bytes);
  const broken = await backup(data, join(folder, 'copy'));
  assert.equal(broken.code, 3);
  assert.match(broken.err, /was changed, so it was not copied/);
  assert.ok(!existsSync(join(folder, 'copy')));
  const left = readdirSync(dirname(data)).filter((name) => name !== basename(data));
  assert.deepEqual(left, ['taken']);
});

test('a killed backup is complete or absent', async (t) => {
  const folder = dataFolder(t);
  const data = join(folder, 'data');
  const server = await Serving.start(t, data, '--demo');
  for (let i = 0; i < 20; ++i) await show(server, server.token('Chair'), `notice-${i}`);
  const began = performance.now();
  assert.equal((await backup(data, join(folder, 'whole'))).code, 0);
  const tookMs = performance.now() - began;
  const kills = 10;
  for (let kill = 0; kill < kills; ++kill) {
    const copy = join(folder, `copy-${kill}`);
    await runAndKill(['backup', copy, '--data', data], (tookMs * (kill + 1)) / kills);
    if (!existsSync(copy)) continue;
    const { code, out } = await rostrum(['verify', '--data', copy]);
    assert.equal(code, 0, out);
    assert.match(out, /is sound: 21 acts/);
  }
  assert.equal((await backup(data, join(folder, 'later'))).code, 0, 'leftovers do not block it');
});
