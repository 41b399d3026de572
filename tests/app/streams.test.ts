// Standard error that nobody reads, that is closed or gone, and a limit on the size of files.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { limitMs, until } from '../e2e/limit.ts';
import { dataFolder, program, rostrum, Serving } from './rostrum.ts';

/** A pipe with a reader that decides when to read. */
class Pipe {
  readonly path: string;
  #file: number;
  text = '';

  constructor(folder: string) {
    this.path = join(folder, 'pipe');
    execFileSync('mkfifo', [this.path]);
    this.#file = openSync(this.path, constants.O_RDWR | constants.O_NONBLOCK);
  }

  /** Puts as much into it as it takes. */
  fill(): void {
    const page = Buffer.alloc(4096, '.');
    this.#untilItWouldWait(() => writeSync(this.#file, page));
  }

  /** Takes all out of it. */
  read(): void {
    const bytes = Buffer.alloc(4096);
    this.#untilItWouldWait(() => {
      this.text += bytes.toString('utf8', 0, readSync(this.#file, bytes));
    });
  }

  close(): void {
    closeSync(this.#file);
  }

  #untilItWouldWait(act: () => void): void {
    try {
      for (;;) act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

const answers = (server: Serving) =>
  fetch(`${server.origin}/healthz`, { signal: AbortSignal.timeout(limitMs) });

const show = (server: Serving, id: string) =>
  server.command(server.token('Chair'), { id, showNotice: { text: 'Lunch' } });

/** Makes the server write a line: its log is away, and it says so. */
async function complains(server: Serving, data: string, id: string): Promise<void> {
  const log = join(data, 'log.db');
  renameSync(log, `${log}.away`);
  assert.equal((await show(server, id)).status, 503);
  renameSync(`${log}.away`, log);
  await until(async () => (await show(server, id)).status === 200);
}

test('a server whose messages nobody reads continues, and says later how many it dropped', async (t) => {
  const data = dataFolder(t);
  const pipe = new Pipe(dataFolder(t));
  pipe.fill();
  const by = ['sh', '-c', 'exec "$@" 2>"$0"', pipe.path, program];
  const server = await Serving.startBy(t, by, data, '--demo');
  assert.equal((await answers(server)).status, 200);
  await complains(server, data, 'unread-0001');
  pipe.read();
  await complains(server, data, 'unread-0002');
  pipe.read();
  assert.match(pipe.text, /\d+ lines were dropped here: nobody read them\.\n.* warning: The log /);
  assert.equal(await server.end('SIGTERM'), 0);
  pipe.close();
});

test('a server whose reader of messages is gone continues', async (t) => {
  const data = dataFolder(t);
  const pipe = new Pipe(dataFolder(t));
  const by = ['sh', '-c', 'exec "$@" 2>"$0"', pipe.path, program];
  const server = await Serving.startBy(t, by, data, '--demo');
  await until(() => (pipe.read(), pipe.text.includes('serving at port')));
  pipe.close();
  await complains(server, data, 'gone-0001');
  assert.equal((await answers(server)).status, 200);
  assert.equal(await server.end('SIGTERM'), 0);
});

test('messages of a server without standard error get into no file', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.startBy(
    t,
    ['sh', '-c', 'exec "$@" 2>&-', '', program],
    data,
    '--demo',
  );
  await complains(server, data, 'closed-0001');
  assert.equal(await server.end('SIGTERM'), 0);
  for (const file of ['lock', 'alive', 'log.db', 'access.db'])
    assert.doesNotMatch(readFileSync(join(data, file), 'latin1'), /serving at port|stopping/, file);
  assert.equal((await rostrum(['verify', '--data', data])).code, 0);
});

test('a limit on the size of files refuses commands, and does not end the server', async (t) => {
  const data = dataFolder(t);
  const by = ['sh', '-c', 'ulimit -S -f 1000 && exec "$@"', '', program];
  const server = await Serving.startBy(t, by, data, '--demo');
  let accepted = 1;
  const text = 'Lunch is served. '.repeat(10);
  for (;;) {
    const notice = { id: `limited-${accepted}`, showNotice: { text: `${text}${accepted}` } };
    const answer = await server.command(server.token('Chair'), notice);
    if (answer.status !== 200) {
      assert.equal(answer.status, 503);
      assert.match(await answer.text(), /REFUSAL_CODE_LOG_UNAVAILABLE/);
      break;
    }
    ++accepted;
  }
  await until(() => /cannot be written: it may not grow: there is a limit/.test(server.log));
  assert.equal((await answers(server)).status, 200);
  await server.end('SIGKILL');
  assert.match((await rostrum(['verify', '--data', data])).out, RegExp(`sound: ${accepted} acts`));
});
