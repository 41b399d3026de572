// Disks that fail under the program: what it refuses, what continues meanwhile, and how it recovers.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../e2e/limit.ts';
import { dataFolder, program, rostrum, Serving } from './rostrum.ts';

const { EIO, ENOSPC, EROFS } = constants.errno;
/** How long a slow disk takes for a commit: far longer than all other answers together. */
const slowMs = 6000;

/** The program's disk: tests/app/faulty_disk.cpp. */
class Disk {
  readonly #orders: string;

  constructor(t: TestContext) {
    this.#orders = join(dataFolder(t), 'orders');
    this.is(0, 0);
  }

  /** Runs the program on this disk. */
  get program(): string[] {
    const library = resolve(
      process.env.ROSTRUM_FAULTY_DISK ?? 'build/release/tests/app/libfaulty_disk.so',
    );
    assert.ok(existsSync(library), `${library} is not there`);
    return ['env', `LD_PRELOAD=${library}`, `ROSTRUM_DISK=${this.#orders}`, program];
  }

  is(error: number, milliseconds: number): void {
    this.#order(error, error, milliseconds);
  }

  /** Takes every write, and fails to bring it to the disk. */
  failsToSync(error: number): void {
    this.#order(0, error, 0);
  }

  #order(write: number, sync: number, milliseconds: number): void {
    const next = `${this.#orders}.next`;
    writeFileSync(next, `${write} ${sync} ${milliseconds}\n`);
    renameSync(next, this.#orders);
  }
}

/** A client that asks for the server's time, as every screen does. */
class Live {
  readonly #socket: WebSocket;
  #heard = (_message: string) => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#heard(String(data));
  }

  static async join(t: TestContext, server: Serving): Promise<Live> {
    const address = `${server.origin.replace('http', 'ws')}/api/v1/rooms/xxvii/live`;
    const socket = new WebSocket(address, 'rostrum.v1.json');
    t.after(() => socket.close());
    await new Promise((open) => (socket.onopen = open));
    const live = new Live(socket);
    const hello = { token: server.token('Room display'), device: 'Left wall' };
    assert.match(await live.#ask({ hello }, 'welcome'), /"revision"/);
    return live;
  }

  async asksTheTime(): Promise<void> {
    await this.#ask({ timeSync: { clientMs: performance.now() } }, 'timeSyncReply');
  }

  #ask(message: object, answer: string): Promise<string> {
    const heard = new Promise<string>((heard) => {
      this.#heard = (text) => {
        if (text.includes(`"${answer}"`)) heard(text);
      };
    });
    this.#socket.send(JSON.stringify(message));
    return heard;
  }
}

/** A room with a client, and the commands that were accepted. */
class Meeting {
  readonly accepted = new Map<string, number>();
  readonly server: Serving;
  readonly live: Live;
  #count = 0;

  private constructor(server: Serving, live: Live) {
    this.server = server;
    this.live = live;
  }

  static async begin(t: TestContext, data: string, by: string[] = [program]): Promise<Meeting> {
    const server = await Serving.startBy(t, by, data, '--demo');
    const meeting = new Meeting(server, await Live.join(t, server));
    await meeting.does('before');
    return meeting;
  }

  async asks(id: string): Promise<Response> {
    const text = `Notice ${++this.#count}`;
    const answer = await this.server.command(this.server.token('Chair'), {
      id: `disk-command-${id}`,
      showNotice: { text },
    });
    if (answer.status === 200) {
      const { revision } = (await answer.clone().json()) as { revision: string };
      this.accepted.set(`disk-command-${id}`, Number(revision));
    }
    return answer;
  }

  async does(id: string): Promise<void> {
    const answer = await this.asks(id);
    assert.equal(answer.status, 200, await answer.text());
  }

  async isRefused(id: string, code = 'LOG_UNAVAILABLE'): Promise<void> {
    const answer = await this.asks(id);
    const problem = (await answer.json()) as { code: string; detail: string };
    assert.equal(answer.status, 503, JSON.stringify(problem));
    assert.equal(problem.code, `REFUSAL_CODE_${code}`);
    const isUnknown = code === 'OUTCOME_UNKNOWN';
    assert.match(problem.detail, isUnknown ? /it may be done, or not/ : /so this was not done/);
  }

  /** The request link, whose token is made when a client first asks for it. */
  link(): Promise<Response> {
    return this.server.get('/api/v1/rooms/xxvii/floor-link', this.server.token('Room display'));
  }

  /** The secretariat admits a screen that shows a code. */
  async pairs(): Promise<Response> {
    const begun = await fetch(`${this.server.origin}/api/v1/pairings`, { method: 'POST' });
    const { code } = (await begun.json()) as { code: string };
    const assigned = { code, roomId: 'xxvii', role: 'ROLE_DISPLAY', name: 'Left wall' };
    return fetch(`${this.server.origin}/api/v1/screens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.server.token('Secretariat')}` },
      body: JSON.stringify(assigned),
    });
  }

  /** Checks that screens are served in spite of the disk. */
  async continues(): Promise<void> {
    await this.live.asksTheTime();
    const state = await this.server.get('/api/v1/rooms/xxvii', this.server.token('Chair'));
    assert.equal(state.status, 200);
    const { revision } = (await state.json()) as { revision: string };
    assert.equal(Number(revision), Math.max(...this.accepted.values()));
    assert.equal((await this.server.get('/healthz')).status, 200);
  }

  /** Checks that a request that waits for the disk delays no other. */
  async continuesBefore(asked: Promise<Response>): Promise<void> {
    const began = performance.now();
    let isAnswered = false;
    const answer = asked.then((answer) => {
      isAnswered = true;
      return answer;
    });
    for (let i = 0; i < 5; ++i) await this.continues();
    assert.ok(!isAnswered, 'the room waited for the disk');
    assert.equal((await answer).status, 200);
    assert.ok(performance.now() - began >= slowMs, 'it was answered when it was durable');
  }

  /** Polls, since the server checks the disk only when asked. */
  async isReadyAgain(): Promise<void> {
    await until(async () => (await this.server.get('/readyz')).status === 200);
  }

  /** Checks that during a fault commands, and nothing else, are refused. */
  async survives(fault: () => void, end: () => void, code?: string): Promise<void> {
    fault();
    await this.isRefused('during', code);
    await this.continues();
    await this.isRefused('during-too');
    for (let i = 0; i < 10; ++i) assert.equal((await this.server.get('/readyz')).status, 503);
    end();
    await this.isReadyAgain();
    // The sender sends the refused command again.
    await this.does('during');
    await this.does('after');
    await this.continues();
  }

  /** Kills the server, and checks that the log holds every accepted command. */
  async isDurable(data: string): Promise<void> {
    await this.server.end('SIGKILL');
    const { code, out, err } = await rostrum(['verify', '--data', data]);
    assert.equal(code, 0, out + err);
    const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
    const revision = log.prepare('SELECT revision FROM acts WHERE command_id = ?');
    for (const [id, accepted] of this.accepted)
      assert.equal(revision.get(id)?.['revision'], accepted, id);
    log.close();
  }
}

for (const [name, error] of Object.entries({ ENOSPC, EIO, EROFS })) {
  test(`${name}: commands are refused until the fault ends, and the room continues`, async (t) => {
    const data = dataFolder(t);
    const disk = new Disk(t);
    const meeting = await Meeting.begin(t, data, disk.program);
    await meeting.survives(
      () => disk.is(error, 0),
      () => disk.is(0, 0),
    );
    await meeting.isDurable(data);
  });
}

test('a command whose commit failed half-way is answered as unknown, and undone', async (t) => {
  const data = dataFolder(t);
  const disk = new Disk(t);
  const meeting = await Meeting.begin(t, data, disk.program);
  disk.failsToSync(EIO);
  // The disk may have kept it, and fails to say.
  await meeting.isRefused('half-way', 'OUTCOME_UNKNOWN');
  for (let i = 0; i < 10; ++i) assert.equal((await meeting.server.get('/readyz')).status, 503);
  await meeting.isDurable(data);
  disk.failsToSync(0);
  const again = await Serving.startBy(t, disk.program, data, '--links', 'never');
  const state = await again.get('/api/v1/rooms/xxvii', meeting.server.token('Chair'));
  const { revision } = (await state.json()) as { revision: string };
  assert.equal(Number(revision), Math.max(...meeting.accepted.values()));
  assert.match((await rostrum(['verify', '--data', data])).out, /is sound: 2 acts/);
});

test('a slow disk delays only those who send commands', async (t) => {
  const data = dataFolder(t);
  const disk = new Disk(t);
  const meeting = await Meeting.begin(t, data, disk.program);
  disk.is(0, slowMs);
  await meeting.continuesBefore(meeting.asks('slow'));
  disk.is(0, 0);
  await meeting.does('after');
  await meeting.isDurable(data);
});

test('a full disk refuses links and screens with a reason, until there is room', async (t) => {
  const disk = new Disk(t);
  const meeting = await Meeting.begin(t, dataFolder(t), disk.program);
  disk.is(ENOSPC, 0);
  for (const answer of [await meeting.link(), await meeting.pairs()]) {
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    assert.equal(((await answer.json()) as { code: string }).code, 'NOT_READY');
  }
  await meeting.continues();
  disk.is(0, 0);
  assert.equal((await meeting.link()).status, 200);
  assert.equal((await meeting.pairs()).status, 200);
});

test('a link and a screen that wait for a slow disk delay nobody else', async (t) => {
  const disk = new Disk(t);
  const meeting = await Meeting.begin(t, dataFolder(t), disk.program);
  disk.is(0, slowMs);
  await meeting.continuesBefore(meeting.link());
  await meeting.continuesBefore(meeting.pairs());
});

test('an outage on a full disk is recorded once there is room', async (t) => {
  const disk = new Disk(t);
  const server = await Serving.startBy(t, disk.program, dataFolder(t), '--demo');
  const chair = server.token('Chair');
  await server.command(chair, { id: 'open-0001', openMeeting: { meetingId: 'cuba' } });
  await server.command(chair, { id: 'next-0001', next: {} });
  server.signal('SIGSTOP');
  await sleep(5500);
  disk.is(ENOSPC, 0);
  server.signal('SIGCONT');
  await until(() => server.log.includes('cannot be written'));
  disk.is(0, 0);
  await until(async () =>
    (await (await server.get('/api/v1/rooms/xxvii', chair)).text()).includes('"lostTime"'),
  );
});

test('a deleted log accepts no acts until it is put back', async (t) => {
  const data = dataFolder(t);
  const meeting = await Meeting.begin(t, data);
  const log = join(data, 'log.db');
  await meeting.survives(
    () => renameSync(log, `${log}.away`),
    () => renameSync(`${log}.away`, log),
    // It is written to the file that was moved, and found once that is back.
    'OUTCOME_UNKNOWN',
  );
  await meeting.isDurable(data);
});

test('deleting the journal loses no accepted act', async (t) => {
  const data = dataFolder(t);
  const meeting = await Meeting.begin(t, data);
  rmSync(join(data, 'log.db-wal'));
  await meeting.asks('during');
  await meeting.does('during');
  await meeting.does('after');
  await meeting.continues();
  await meeting.isDurable(data);
});

/** Runs a program with private mounts, which end with it. */
function mounting(mount: string, folder: string): string[] {
  const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const through = ['unshare', '--mount', ...user, 'sh', '-c', `${mount} && exec "$@"`, folder];
  const { status, stderr, error } = spawnSync(through[0]!, [...through.slice(1), 'true']);
  assert.equal(
    status,
    0,
    `This test mounts a disk of its own, and may not (${error ?? String(stderr).trim()}): run it ` +
      'as root with CAP_SYS_ADMIN, or where user namespaces are allowed.',
  );
  return [...through, program];
}

test('a truly full disk behaves the same, also once it has room again', async (t) => {
  const folder = dataFolder(t);
  const through = mounting('mount -t tmpfs -o size=4m rostrum-test "$0"', folder);
  const meeting = await Meeting.begin(t, join(folder, 'data'), through);
  // Makes the server's disk visible to the test at the same path.
  const disk = `/proc/${meeting.server.pid}/root${folder}`;
  const filler = join(disk, 'filler');
  await meeting.survives(
    () => assert.throws(() => writeFileSync(filler, Buffer.alloc(8 << 20)), { code: 'ENOSPC' }),
    () => rmSync(filler),
  );
  // The disk disappears with the server, so its content is copied first.
  const taken = join(dataFolder(t), 'taken');
  cpSync(join(disk, 'data'), taken, { recursive: true });
  await meeting.isDurable(taken);
});

test('a read-only folder is refused in a sentence', async (t) => {
  const folder = dataFolder(t);
  const data = join(folder, 'data');
  const server = await Serving.start(t, data, '--demo');
  assert.equal(await server.end('SIGTERM'), 0);
  const through = mounting('mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"', folder);
  await assert.rejects(
    Serving.startBy(t, through, data),
    /ended with 3: rostrum: The data folder \S+data cannot be written: Read-only file system\.\n$/m,
  );
});

test('a torn last page is refused, and recover restores the last intact revision', async (t) => {
  const folder = dataFolder(t);
  const data = join(folder, 'data');
  const meeting = await Meeting.begin(t, data);
  for (let i = 0; i < 60; ++i) await meeting.does(`act-${i}`);
  const token = meeting.server.token('Chair');
  assert.equal(await meeting.server.end('SIGTERM'), 0);
  const log = join(data, 'log.db');
  const bytes = readFileSync(log);
  bytes.fill(0xa5, statSync(log).size - 4096);
  writeFileSync(log, bytes);

  await assert.rejects(
    Serving.start(t, data),
    /ended with 3: rostrum: The log \S+ cannot be used: it is damaged/m,
  );
  assert.deepEqual(readFileSync(log), bytes);
  const output = join(folder, 'recovered');
  const { code, out, err } = await rostrum(['recover', '--data', data, '--output', output]);
  assert.equal(code, 0, err);
  assert.deepEqual(readFileSync(log), bytes);
  const [, kept] =
    out.match(
      /^Room xxvii: (\d+) acts? w\w+ kept, the last of .* UTC\. Act \d+ .*: lost from there on/,
    ) ?? [];
  assert.ok(Number(kept) > 1, out);
  assert.equal((await rostrum(['verify', '--data', output])).code, 0);
  const again = await Serving.start(t, output, '--links', 'never');
  const state = await again.get('/api/v1/rooms/xxvii', token);
  assert.equal(state.status, 200);
  assert.equal(((await state.json()) as { revision: string }).revision, kept);
});
