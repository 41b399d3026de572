// Folders that have lost something: what the next start says, and how it is brought back.
import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { until } from '../e2e/limit.ts';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const pageSize = 4096;
const journalHeader = 32;
const frameSize = 24 + pageSize;

const log = (data: string) => join(data, 'log.db');
const journal = (data: string) => join(data, 'log.db-wal');
const alive = (data: string) => join(data, 'alive');

interface Heads {
  heads: { room: string; revision: number }[];
}

/** The last act that the heartbeat file notes. */
function noted(data: string): number {
  try {
    return (JSON.parse(readFileSync(alive(data), 'utf8')) as Heads).heads[0]?.revision ?? 0;
  } catch {
    // Not written yet, or just now.
    return 0;
  }
}

async function show(server: Serving, number: number): Promise<Response> {
  return server.command(server.token('Chair'), {
    id: `lost-notice-${number}`,
    showNotice: { text: `Notice ${number}` },
  });
}

async function does(server: Serving, number: number): Promise<number> {
  const answer = await show(server, number);
  assert.equal(answer.status, 200, await answer.clone().text());
  return Number(((await answer.json()) as { revision: string }).revision);
}

async function isRefused(server: Serving, number: number): Promise<void> {
  const answer = await show(server, number);
  assert.equal(answer.status, 503, await answer.text());
}

function flip(file: string, byte: number, bit = 0): void {
  const bytes = readFileSync(file);
  bytes[byte]! ^= 1 << bit;
  writeFileSync(file, bytes);
}

/**
 * A folder as `kill -9` leaves it in a meeting: the first acts in the log, the latest in its journal
 * alone.
 * @returns the last accepted act
 */
async function killed(t: TestContext, data: string): Promise<number> {
  let last = 0;
  let number = 0;
  // A slow machine may have emptied the journal just before.
  do {
    const server = await Serving.start(t, data, '--demo');
    await until(() => statSync(journal(data)).size === 0);
    for (let i = 0; i < 12; ++i) last = await does(server, ++number);
    await until(() => noted(data) === last);
    await server.end('SIGKILL');
  } while (statSync(journal(data)).size < 4 * frameSize);
  return last;
}

const serveAgain = (t: TestContext, data: string) =>
  Serving.start(t, data, '--demo', '--links', 'never');

/** Checks that a start and `verify` name the first missing act, and that neither changes anything. */
async function isMissed(t: TestContext, data: string, from: RegExp): Promise<void> {
  const before = readFileSync(log(data));
  await assert.rejects(serveAgain(t, data), (error: Error) => {
    assert.match(
      error.message,
      /ended with 3: rostrum: The log \S+log\.db lacks acts that were accepted: /,
    );
    assert.match(error.message, from);
    assert.match(error.message, /`rostrum recover`.*`rostrum restore`/);
    return true;
  });
  const { code, out } = await rostrum(['verify', '--data', data]);
  assert.equal(code, 3, out);
  assert.deepEqual(readFileSync(log(data)), before);
}

async function kept(data: string): Promise<{ kept: number; out: string }> {
  const output = `${data}-recovered`;
  rmSync(output, { recursive: true, force: true });
  const { code, out, err } = await rostrum(['recover', '--data', data, '--output', output]);
  assert.equal(code, 0, err);
  assert.equal((await rostrum(['verify', '--data', output])).code, 0);
  return { kept: Number(/^Room xxvii: (\d+) acts? w/m.exec(out)?.[1]), out };
}

test('acts behind a damaged place of the journal are missed, and recover reads them', async (t) => {
  const folder = dataFolder(t);
  const data = join(folder, 'killed');
  const last = await killed(t, data);
  const frames = (statSync(journal(data)).size - journalHeader) / frameSize;
  const places = {
    header: 20,
    'page of the first frame': journalHeader + 24 + 100,
    'header of the first frame': journalHeader + 2,
    'checksum of a frame in the middle':
      journalHeader + Math.floor(frames / 2) * frameSize + 24 - 1,
  };
  for (const [name, place] of Object.entries(places)) {
    const damaged = join(folder, name.replaceAll(' ', '-'));
    cpSync(data, damaged, { recursive: true });
    flip(journal(damaged), place);
    await isMissed(t, damaged, /room xxvii from act \d+ on, up to act \d+ at least/);
    const recovered = await kept(damaged);
    assert.equal(recovered.kept, last, name);
    assert.match(recovered.out, /Nothing is known to be lost\./);
  }
});

for (const [name, damage] of Object.entries({
  emptied: (data: string) => truncateSync(journal(data), 0),
  removed: (data: string) => rmSync(journal(data)),
  'cut in half': (data: string) =>
    truncateSync(journal(data), Math.floor(statSync(journal(data)).size / 2)),
  garbage: (data: string) =>
    writeFileSync(journal(data), Buffer.alloc(statSync(journal(data)).size, 0xa5)),
})) {
  test(`acts are missed whose journal was ${name}`, async (t) => {
    const data = join(dataFolder(t), 'data');
    const last = await killed(t, data);
    damage(data);
    await isMissed(t, data, /room xxvii from act \d+ on, up to act \d+ at least/);
    const { kept: rest, out } = await kept(data);
    assert.ok(rest >= 1 && rest < last, out);
    const [, from, to] =
      /Act (\d+) is missing: lost from there on, up to act (\d+) at least\./.exec(out) ?? [];
    assert.equal(Number(from), rest + 1, out);
    assert.ok(Number(to) >= 12 && Number(to) <= last, out);
  });
}

test('no room is founded over a record that was there', async (t) => {
  const data = join(dataFolder(t), 'data');
  await killed(t, data);
  for (const file of [log(data), journal(data), `${log(data)}-shm`]) rmSync(file, { force: true });
  await assert.rejects(serveAgain(t, data), /ended with 3: rostrum: The log \S+log\.db is gone/);
  const other = join(dataFolder(t), 'other');
  const server = await Serving.start(t, other, '--demo');
  assert.equal(await server.end('SIGTERM'), 0);
  cpSync(log(other), log(data));
  await isMissed(t, data, /room xxvii from act 2 on, up to act \d+ at least/);
});

test('a record that was cut off or rewritten at its end is missed', async (t) => {
  const data = join(dataFolder(t), 'data');
  const server = await Serving.start(t, data, '--demo');
  for (let number = 0; number < 3; ++number) await does(server, number);
  await until(() => noted(data) === 4);
  assert.equal(await server.end('SIGTERM'), 0);
  cpSync(data, `${data}-before`, { recursive: true });
  const database = new DatabaseSync(log(data));
  database.exec('DELETE FROM events WHERE revision > 2; DELETE FROM acts WHERE revision > 2');
  database.close();
  await isMissed(t, data, /room xxvii from act 3 on, up to act 4 at least/);
  // The heartbeat of another course of events.
  const branch = await Serving.start(t, `${data}-before`, '--links', 'always');
  await does(branch, 10);
  await until(() => noted(`${data}-before`) === 5);
  assert.equal(await branch.end('SIGTERM'), 0);
  rmSync(alive(data));
  const shorter = await Serving.start(t, data);
  for (let number = 20; number < 25; ++number) await does(shorter, number);
  assert.equal(await shorter.end('SIGTERM'), 0);
  cpSync(alive(`${data}-before`), alive(data));
  await isMissed(t, data, /room xxvii has another act 5 than was accepted/);
});

test('a folder that was copied whole is served', async (t) => {
  const data = join(dataFolder(t), 'data');
  const last = await killed(t, data);
  const copy = `${data}-copy`;
  cpSync(data, copy, { recursive: true });
  chmodSync(copy, 0o700);
  const server = await Serving.start(t, copy);
  const state = await server.get('/api/v1/rooms/xxvii', server.token('Chair'));
  assert.equal(Number(((await state.json()) as { revision: string }).revision), last);
  assert.doesNotMatch(server.log, /warning: (?!running as root)/);
});

test('a copied folder is an independent room', async (t) => {
  const folder = dataFolder(t);
  const data = join(folder, 'data');
  const copy = join(folder, 'copy');
  const server = await Serving.start(t, data, '--demo');
  const token = server.token('Chair');
  // Uses the link: an unused one would end with the next start.
  assert.equal((await server.get('/api/v1/rooms/xxvii', token)).status, 200);
  assert.equal(await server.end('SIGTERM'), 0);
  mkdirSync(copy);
  cpSync(data, copy, { recursive: true });
  const both = await Promise.all([
    Serving.start(t, data, '--links', 'never'),
    Serving.start(t, copy, '--links', 'never'),
  ]);
  for (const [i, one] of both.entries()) {
    const answer = await one.command(token, { id: `copied-${i}`, showNotice: { text: 'Lunch' } });
    assert.equal(((await answer.json()) as { revision: string }).revision, '2');
  }
  for (const one of [data, copy])
    assert.match((await rostrum(['verify', '--data', one])).out, /is sound: 2 acts/);
});

test('the journal is brought into the file when nothing happens', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const last = await does(server, 1);
  await until(() => statSync(journal(data)).size === 0);
  await server.end('SIGKILL');
  rmSync(journal(data));
  const again = await Serving.start(t, data);
  const state = await again.get('/api/v1/rooms/xxvii', again.token('Chair'));
  assert.equal(Number(((await state.json()) as { revision: string }).revision), last);
});

/** Checks that nothing is accepted any more, and `/readyz` says why. */
async function stops(server: Serving, reason: RegExp): Promise<void> {
  for (let number = 100_000; number < 100_004; ++number) await isRefused(server, number);
  const ready = await server.get('/readyz');
  assert.equal(ready.status, 503);
  assert.match(await ready.text(), reason);
  assert.match(server.log, reason);
}

test('a journal that is cut under a running server ends the accepting of acts', async (t) => {
  const data = join(dataFolder(t), 'data');
  const server = await Serving.start(t, data, '--demo');
  let last = 0;
  for (let number = 0; noted(data) < 5; ++number) last = await does(server, number);
  truncateSync(journal(data), 0);
  await stops(server, /its journal was changed/);
  await server.end('SIGKILL');
  await isMissed(t, data, /room xxvii from act \d+ on, up to act \d+ at least/);
  assert.ok(noted(data) <= last);
});

test('a stop leaves a journal that somebody cut as it is', async (t) => {
  const data = join(dataFolder(t), 'data');
  const server = await Serving.start(t, data, '--demo');
  for (let number = 0; noted(data) < 5; ++number) await does(server, number);
  const before = readFileSync(log(data));
  writeFileSync(journal(data), Buffer.alloc(statSync(journal(data)).size, 0xa5));
  await stops(server, /its journal was changed/);
  assert.equal(await server.end('SIGTERM'), 0);
  assert.deepEqual(readFileSync(log(data)), before);
  await isMissed(t, data, /room xxvii from act \d+ on, up to act \d+ at least/);
});

test('an act that is deleted under a running server ends the accepting of acts', async (t) => {
  const data = join(dataFolder(t), 'data');
  const server = await Serving.start(t, data, '--demo');
  for (let number = 0; noted(data) < 5; ++number) await does(server, number);
  const database = new DatabaseSync(log(data));
  database.exec(
    'PRAGMA foreign_keys = OFF; BEGIN; ' +
      'DELETE FROM events WHERE revision = (SELECT max(revision) FROM acts); ' +
      'DELETE FROM acts WHERE revision = (SELECT max(revision) FROM acts); COMMIT',
  );
  database.close();
  await stops(server, /act \d+ of room xxvii, which was accepted, is gone/);
});

test('a folder whose tokens are gone says so at its start', async (t) => {
  const data = dataFolder(t);
  const first = await Serving.start(t, data, '--demo');
  assert.doesNotMatch(first.log, /access\.db/);
  const token = first.token('Chair');
  assert.equal((await first.get('/api/v1/rooms/xxvii', token)).status, 200);
  assert.equal(await first.end('SIGTERM'), 0);
  rmSync(join(data, 'access.db'));
  const second = await Serving.start(t, data);
  assert.equal((await second.get('/api/v1/rooms/xxvii', token)).status, 401);
  const sentence = /The list of tokens \S+access\.db was gone/;
  await until(() => sentence.test(second.log));
  assert.match(second.out, sentence);
});

test('a second server is refused also when the lock was removed', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  rmSync(join(data, 'lock'));
  await assert.rejects(Serving.start(t, data), /ended with 3: .* is in use by another rostrum/);
  await does(server, 1);
});

test('a folder that others could read is closed to them, and the start says so', async (t) => {
  const data = join(dataFolder(t), 'data');
  const first = await Serving.start(t, data, '--demo');
  assert.equal(await first.end('SIGTERM'), 0);
  const files = ['log.db', 'access.db', 'alive', 'lock'];
  chmodSync(data, 0o755);
  for (const file of files) chmodSync(join(data, file), 0o644);
  const second = await Serving.start(t, data);
  assert.equal(statSync(data).mode & 0o777, 0o700);
  for (const file of files) assert.equal(statSync(join(data, file)).mode & 0o777, 0o600, file);
  await until(() => /warning: Others could read the data folder/.test(second.log));
});

test('a heartbeat file with a changed digit is ignored, and the start says so', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const chair = server.token('Chair');
  await server.command(chair, { id: 'open-0001', openMeeting: { meetingId: 'cuba' } });
  await until(() => noted(data) === 2);
  await server.end('SIGKILL');
  const text = readFileSync(alive(data), 'utf8');
  const at = /"at_unix_ms": (\d+)/.exec(text)!;
  const anHourAhead = String(Number(at[1]) + 3_600_000);
  writeFileSync(alive(data), text.replace(at[1]!, anHourAhead));
  const again = await Serving.start(t, data, '--links', 'never');
  await until(() => /warning: The heartbeat file \S+alive is damaged/.test(again.log));
  await until(() => Math.abs(mark(data) - Date.now()) < 60_000);
});

/** When the heartbeat file says that the server last ran, by the room's clock. */
function mark(data: string): number {
  return Number(/"at_unix_ms": (\d+)/.exec(readFileSync(alive(data), 'utf8'))?.[1] ?? 0);
}
