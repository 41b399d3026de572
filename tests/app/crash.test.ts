// kill -9 at random instants of a running meeting, and of the starts in between.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { random } from './random.ts';
import { dataFolder, rostrum, Serving, runAndKill } from './rostrum.ts';
import { type Asked, Screen } from './screen.ts';

const kills = Number(process.env.ROSTRUM_KILLS ?? (process.env.ROSTRUM_THOROUGH ? 500 : 40));
const seed = Number(process.env.ROSTRUM_SEED ?? Math.floor(Math.random() * 2 ** 32));
/** One in this many kills hits a starting server. */
const oneInStarts = 4;
const mostLateMs = 50;
/** Some kills fall between two taps, and the log stays as small as that of a round. */
const mostBetweenTapsMs = 60;

const pause = (ms: number) => new Promise((over) => setTimeout(over, ms));

interface Snapshot {
  revision: string;
  serverUnixMs: number;
  room: {
    floor: {
      statement: {
        id: string;
        allottedMs: string;
        elapsedBeforeMs?: string;
        runningSinceUnixMs: string;
      };
    };
  };
}

/** How long the statement has run, by the server's clock, and when it reported that, by this process's. */
interface Reading {
  revision: number;
  elapsedMs: number;
  askedMs: number;
  answeredMs: number;
}

async function read(server: Serving, token: string): Promise<Reading> {
  const askedMs = performance.now();
  const answer = await server.get('/api/v1/rooms/xxvii', token);
  const snapshot = (await answer.json()) as Snapshot;
  const { runningSinceUnixMs, elapsedBeforeMs } = snapshot.room.floor.statement;
  return {
    revision: Number(snapshot.revision),
    elapsedMs: snapshot.serverUnixMs - Number(runningSinceUnixMs) + Number(elapsedBeforeMs ?? 0),
    askedMs,
    answeredMs: performance.now(),
  };
}

/** A timer's error; 0 within the uncertainty of the two round trips. */
function lateness(first: Reading, later: Reading): number {
  const elapsed = later.elapsedMs - first.elapsedMs;
  const least = later.askedMs - first.answeredMs;
  const most = later.answeredMs - first.askedMs;
  return Math.max(0, least - elapsed, elapsed - most);
}

/** A user who taps all the time. */
class Tapping {
  readonly asked: Asked[] = [];
  readonly screen: Screen;
  readonly done: Promise<void>;
  #goesOn = true;

  constructor(screen: Screen, act: (count: number) => Parameters<Screen['ask']>[0]) {
    this.screen = screen;
    this.done = this.#tap(act);
  }

  async #tap(act: (count: number) => Parameters<Screen['ask']>[0]): Promise<void> {
    for (let count = 0; this.#goesOn; ++count) {
      this.asked.push(await this.screen.ask(act(count)));
      await pause(Math.random() * mostBetweenTapsMs);
    }
  }

  stop(): Promise<void> {
    this.#goesOn = false;
    return this.done;
  }

  get accepted(): number {
    return this.asked.filter(({ outcome }) => outcome.kind === 'accepted').length;
  }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const summary = (name: string, values: number[]) =>
  `${name} ${median(values).toFixed(0)} ms in the median, ${Math.max(...values).toFixed(0)} ms at most`;

async function verified(data: string): Promise<void> {
  const { code, out, err } = await rostrum(['verify', '--data', data]);
  assert.equal(code, 0, out + err);
}

/** The revision of each command that the log holds. */
function heldCommands(data: string): Map<string, number> {
  const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
  const rows = log.prepare("SELECT command_id, revision FROM acts WHERE room = 'xxvii'").all();
  log.close();
  return new Map(rows.map((row) => [String(row['command_id']), Number(row['revision'])]));
}

/** A demonstration whose first meeting is open, with a running statement. */
async function meeting(t: TestContext, data: string) {
  // Outside the range of ephemeral ports, so that every start finds it free.
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = await Serving.start(t, data, '--demo', '--listen', `127.0.0.1:${port}`);
  const token = server.token('Chair');
  const first = await server.get('/api/v1/rooms/xxvii', token);
  const { room } = (await first.json()) as { room: { agenda: { currentMeetingId: string } } };
  for (const act of [{ openMeeting: { meetingId: room.agenda.currentMeetingId } }, { next: {} }]) {
    const answer = await server.command(token, { id: `begin-${Object.keys(act)[0]}`, ...act });
    assert.equal(answer.status, 200, await answer.clone().text());
  }
  const later = await server.get('/api/v1/rooms/xxvii', token);
  const { id } = ((await later.json()) as Snapshot).room.floor.statement;
  return { server, token, statement: id };
}

test(`${kills} kills at random instants lose nothing and do nothing twice`, async (t) => {
  t.diagnostic(`ROSTRUM_SEED=${seed}`);
  const below = random(seed);
  const data = dataFolder(t);
  const begun = await meeting(t, data);
  let { server } = begun;
  const { token, statement } = begun;
  const listen = ['--listen', new URL(server.origin).host, '--links', 'never'];
  const address = `${server.origin.replace('http', 'ws')}/api/v1/rooms/xxvii/live`;
  const screen = (heading: string, device: string) =>
    new Screen(t, address, server.token(heading), device);

  const first = await read(server, token);
  const chair = new Tapping(screen('Chair', 'tablet'), () => ({
    case: 'addTime',
    value: { statementId: statement, addedMs: 1 },
  }));
  const secretariat = new Tapping(screen('Secretariat', 'laptop'), (count) => ({
    case: 'showNotice',
    value: { text: `Notice ${count}` },
  }));
  const display = screen('Room display', 'display');
  const everybody = [chair.screen, secretariat.screen, display];

  let atStarts = 0;
  let lastRevision = first.revision;
  const starts: number[] = [];
  const backs: number[] = [];
  const late: number[] = [];
  for (let kill = 0; kill < kills; ++kill) {
    await Promise.all(everybody.map((one) => one.until('up')));
    await pause(below(120));
    await server.end('SIGKILL');
    await Promise.all(everybody.map((one) => one.until('lost')));
    while (kill + 1 < kills && below(oneInStarts) === 0) {
      ++kill;
      ++atStarts;
      const afterMs = below(1.2 * median(starts) + 10);
      assert.equal(await runAndKill(['serve', '--data', data, ...listen], afterMs), null);
    }
    const started = performance.now();
    server = await Serving.start(t, data, ...listen);
    const serves = performance.now();
    starts.push(serves - started);
    const now = await read(server, token);
    late.push(lateness(first, now));
    assert.ok(late.at(-1)! <= mostLateMs, `after kill ${kill} the timer is ${late.at(-1)} ms off`);
    assert.ok(now.revision >= lastRevision, `after kill ${kill} the record is shorter`);
    lastRevision = now.revision;
    await Promise.all(everybody.map((one) => one.until('up')));
    backs.push(performance.now() - serves);
    if (kill % 20 === 0) await verified(data);
  }
  await Promise.all([chair.stop(), secretariat.stop()]);
  await verified(data);

  // Every accepted command is in the record once, at the reported revision.
  const asked = [...chair.asked, ...secretariat.asked];
  const held = heldCommands(data);
  for (const { id, outcome } of asked) {
    assert.notEqual(
      outcome.kind,
      'refused',
      JSON.stringify(outcome, (_, v) => String(v)),
    );
    if (outcome.kind === 'accepted') assert.equal(held.get(id), Number(outcome.revision), id);
  }
  // The record holds nothing else, except commands without an answer.
  const unknown = asked.filter(({ outcome }) => outcome.kind === 'unknown');
  const doneUnknown = unknown.filter(({ id }) => held.has(id)).length;
  const accepted = chair.accepted + secretariat.accepted;
  assert.equal(held.size, 3 + accepted + doneUnknown);
  const added = chair.asked.filter(({ id }) => held.has(id)).length;
  const last = await server.get('/api/v1/rooms/xxvii', token);
  const { room } = (await last.json()) as Snapshot;
  assert.equal(Number(room.floor.statement.allottedMs), 120_000 + added);
  await display.until('up');

  t.diagnostic(
    `${kills} kills, ${atStarts} of them while starting; ${accepted} commands accepted, ` +
      `${unknown.length} of unknown end; ${summary('starts took', starts)}; ` +
      `${summary('all clients were back after', backs)}; timers ${summary('off by', late)}`,
  );
  assert.ok(accepted > kills, 'the meeting was running');
});
