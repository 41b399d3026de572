// Several servers with one record: real members of etcd, real servers.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { until } from '../e2e/limit.ts';
import { Cluster, untilAlike } from './cluster.ts';
import { Live } from './live.ts';
import { rostrum, Serving } from './rostrum.ts';

const sheet = [
  'Room,Date,Start,State,Panellist,Kind,Speaker',
  'XXVII,2027-03-01,09:00,CU,Media,national,Ada Example',
  ',,,,Food,national,',
  '',
].join('\n');

/** Servers of a new record by their names; the first founds its room. */
async function serving(t: TestContext, ...names: string[]) {
  const cluster = await Cluster.start(t);
  const file = join(cluster.folder, 'programme.csv');
  writeFileSync(file, sheet);
  const servers = new Map<string, Serving>();
  const serve = async (name: string, ...more: string[]) =>
    servers.set(name, await cluster.serve(name, ...more));
  for (const name of names) await serve(name, ...(servers.size === 0 ? ['--programme', file] : []));
  let sent = 0;
  const on = (name: string) => servers.get(name)!;
  return {
    cluster,
    serve,
    on,
    /** Sends a command as the secretariat, or as another role, and wants it accepted. */
    async does(name: string, command: object, heading = 'Secretariat') {
      const server = on(name);
      const id = `command-${++sent}`;
      const answer = await server.command(server.token(heading), { id, ...command });
      assert.equal(answer.status, 200, await answer.text());
    },
    alike: (of: readonly string[], atLeast = 1) =>
      untilAlike(
        of.map((name) => ({ server: on(name), token: on(name).token('Chair') })),
        atLeast,
      ),
    /** The room as the secretariat of this server sees it. */
    async room(name: string): Promise<string> {
      return (await on(name).get('/api/v1/rooms/xxvii', on(name).token('Secretariat'))).text();
    },
    async verified(name: string): Promise<string> {
      const { code, out } = await rostrum(['verify', '--data', join(cluster.folder, name)]);
      assert.equal(code, 0, out);
      return out;
    },
    /** Whether a file of this folder has these bytes. */
    holds: (name: string, bytes: string) =>
      readdirSync(join(cluster.folder, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(bytes)),
  };
}

const cuba = { meetingId: 'cuba' };

test('what one server accepts, the others show, and all logs have the same chain', async (t) => {
  const record = await serving(t, 'a', 'b');
  const founded = await record.alike(['a', 'b']);
  await record.does('a', { openMeeting: cuba }, 'Chair');
  await record.alike(['a', 'b'], founded + 1);
  await record.does('b', { suspendMeeting: cuba }, 'Chair');
  assert.equal(await record.alike(['a', 'b'], founded + 2), founded + 2);
  for (const name of ['a', 'b']) await record.on(name).end('SIGTERM');
  assert.equal(await record.verified('a'), await record.verified('b'));
});

test('when a server dies, the others take commands, and it catches up when it returns', async (t) => {
  const record = await serving(t, 'a', 'b', 'c');
  const founded = await record.alike(['a', 'b', 'c']);
  await record.does('a', { openMeeting: cuba }, 'Chair');
  await record.on('a').end('SIGKILL');
  await record.does('b', { suspendMeeting: cuba }, 'Chair');
  await record.does('c', { resumeMeeting: cuba }, 'Chair');
  await record.serve('a');
  assert.equal(await record.alike(['a', 'b', 'c'], founded + 3), founded + 3);
});

test('a name reaches every server, no member of etcd, and is erased from all, also from one that was away', async (t) => {
  const record = await serving(t, 'a', 'b', 'c');
  await record.alike(['a', 'b', 'c']);
  const [, delegationId] = (await record.room('a')).match(/"id":"([^"]+)"[^{}]*"title":"Food"/)!;
  const plate = { meetingId: 'cuba', delegationId };
  await record.does('b', { nameSpeaker: { ...plate, name: 'Bo Persecuted' } });
  for (const name of ['a', 'b', 'c'])
    await until(async () => (await record.room(name)).includes('Bo Persecuted'));
  for (const member of ['m0', 'm1', 'm2']) {
    assert.ok(record.holds(member, 'xxvii'), 'the search finds what is there');
    assert.ok(!record.holds(member, 'Bo Persecuted') && !record.holds(member, 'Ada Example'));
  }
  await record.does('c', { withholdName: plate });
  await record.alike(['a', 'b', 'c']);
  await record.on('c').end('SIGKILL');
  await record.does('a', { eraseName: plate });
  await record.alike(['a', 'b']);
  await record.serve('c');
  assert.ok(!(await record.room('c')).includes('Bo Persecuted'));
  for (const name of ['a', 'b', 'c']) await until(() => !record.holds(name, 'Bo Persecuted'));
});

test('a link opens the room on every server, and ends on every server', async (t) => {
  const record = await serving(t, 'a', 'b');
  const chair = record.on('a').token('Chair');
  const status = async (name: string) =>
    (await record.on(name).get('/api/v1/rooms/xxvii', chair)).status;
  await until(async () => (await status('b')) === 200);
  const live = await Live.join(record.on('b').origin, chair);
  const folder = ['--data', join(record.cluster.folder, 'a')];
  const id = createHash('sha256').update(chair).digest('hex').slice(0, 10);
  const { code, err } = await rostrum(['token', 'revoke', id, ...folder]);
  assert.equal(code, 0, err);
  await assert.rejects(live.next('timeSyncReply'));
  assert.equal(await status('a'), 401);
  assert.equal(await status('b'), 401);
});

test('a room that one server founds is served by the others', async (t) => {
  const record = await serving(t, 'a', 'b');
  const made = await fetch(`${record.on('a').origin}/api/v1/rooms`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${record.on('a').token('Secretariat')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'Room XX', timeZone: 'Europe/Zurich' }),
  });
  assert.equal(made.status, 200, await made.text());
  await until(async () =>
    (await (await record.on('b').get('/api/v1/rooms')).text()).includes('Room XX'),
  );
});

test('a record moves in with its history, and out again', async (t) => {
  const cluster = await Cluster.start(t);
  const [a, file] = [join(cluster.folder, 'a'), join(cluster.folder, 'programme.csv')];
  writeFileSync(file, sheet);
  const alone = await Serving.start(t, a, '--programme', file);
  const opened = await alone.command(alone.token('Chair'), { id: 'open-001', openMeeting: cuba });
  assert.equal(opened.status, 200);
  await alone.end('SIGTERM');

  const adopted = await rostrum(['replicas', 'adopt', '--data', a, ...cluster.client]);
  assert.equal(adopted.code, 0, adopted.err);
  const servers = [await cluster.serve('a'), await cluster.serve('b')];
  const [first, second] = servers.map((server) => ({ server, token: server.token('Chair') }));
  const revision = await untilAlike([first!, second!]);
  const before = await second!.server.command(second!.token, {
    id: 'suspend-1',
    suspendMeeting: cuba,
  });
  assert.equal(before.status, 200, await before.text());
  await untilAlike([first!, second!], revision + 1);
  const again = await rostrum(['replicas', 'adopt', '--data', `${a}-none`, ...cluster.client]);
  assert.equal(again.code, 3);

  for (const server of servers) await server.end('SIGTERM');
  const out = await Serving.start(t, join(cluster.folder, 'b'));
  const resumed = await out.command(out.token('Chair'), { id: 'resume-1', resumeMeeting: cuba });
  assert.equal(resumed.status, 200, await resumed.text());
  await out.end('SIGTERM');
  const other = await rostrum([
    'replicas',
    'adopt',
    '--data',
    join(cluster.folder, 'b'),
    ...cluster.client,
  ]);
  assert.equal(other.code, 6);
  assert.match(other.err, /has a room xxvii already, with other acts\.$/m);
});

test('an operator sees which servers there are, what each lacks, and forgets one', async (t) => {
  const record = await serving(t, 'a', 'b');
  await record.alike(['a', 'b']);
  const shown = () => rostrum(['replicas', ...record.cluster.client]);
  await until(async () => (await shown()).code === 0);
  const { out } = await shown();
  assert.equal(out.match(/3\.\d+\.\d+, [\d.]+ of [\d.]+ MiB in use$/gm)?.length, 3, out);
  assert.equal(out.match(/serves http:\/\/127\.0\.0\.1:\d+, \d/g)?.length, 2, out);
  await record.on('b').end('SIGKILL');
  await record.does('a', { openMeeting: cuba }, 'Chair');
  const after = await shown();
  assert.equal(after.code, 1);
  const [, id] =
    after.out.match(/^ {2}(\S+) {2}https\S+ {2}away, \S+, lacks at most \d acts?$/m) ?? [];
  assert.ok(id, after.out);
  const forgotten = await rostrum(['replicas', '--forget', id, ...record.cluster.client]);
  assert.equal(forgotten.code, 0, forgotten.err);
  assert.equal((await shown()).code, 0);
});
