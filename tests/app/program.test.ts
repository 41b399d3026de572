// The program as an operator sees it: output, exit codes, start and end.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

test('--version prints the version of the project', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  assert.deepEqual(await rostrum(['--version']), { code: 0, out: `rostrum ${version}\n`, err: '' });
});

test('--help shows the subcommands, examples, and where to read more', async () => {
  const { code, out } = await rostrum(['--help']);
  assert.equal(code, 0);
  for (const word of ['serve', 'import', 'token', 'verify', 'watch', 'command'])
    assert.match(out, new RegExp(`^  ${word} +\\S`, 'm'));
  assert.match(out, /^ {2}rostrum serve --demo/m);
  assert.match(out, /docs\/operations\.md/);
  assert.ok(existsSync('docs/operations.md'));
});

test('a mistake on the command line exits with 2', async () => {
  assert.equal((await rostrum([])).code, 2);
  assert.equal((await rostrum(['serve', '--colour', 'blue'])).code, 2);
  const { code, err } = await rostrum(['serve', '--listen', 'everywhere']);
  assert.equal(code, 2);
  assert.match(err, /^rostrum: `everywhere` is not an address to listen on: write it as /);
  assert.equal((await rostrum(['serve', '--demo', '--programme', 'round.json'])).code, 2);
  assert.equal((await rostrum(['serve', '--demo', '--new-room', 'Room XX'])).code, 2);
  assert.equal((await rostrum(['serve', '--demo', '--public-url', 'rostrum.local'])).code, 2);
  assert.equal((await rostrum(['serve', '--demo', '--trusted-proxy', 'nginx'])).code, 2);
});

test('without a room to serve, serve says what to do', async (t) => {
  const data = join(dataFolder(t), 'room');
  const { code, err } = await rostrum(['serve', '--data', data, '--listen', '127.0.0.1:0']);
  assert.equal(code, 2);
  assert.match(err, /^rostrum: There is no room to serve yet in /);
  const commands = [...err.matchAll(/^ {2}rostrum serve --data (\S+) (--\S+) ?(.*)$/gm)];
  assert.deepEqual(
    commands.map(([, folder, flag, value]) => [folder, flag, value]),
    [
      [data, '--demo', ''],
      [data, '--new-room', '"Room XXVII"'],
      [data, '--programme', 'round.xlsx'],
    ],
  );
  const begun = await Serving.start(t, data, '--new-room', 'Room XXVII');
  assert.match(begun.out, /^ {2}Chair +http/m);
});

test('a link for every role is printed once it serves, and each opens the room', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const access = async (heading: string) =>
    (await (await server.get('/api/v1/access', server.token(heading))).json()) as object;
  assert.deepEqual(await access('Chair'), {
    roomId: 'xxvii',
    role: 'ROLE_CHAIR',
    name: '',
    scene: 'SCENE_UNSPECIFIED',
  });
  assert.deepEqual(await access('Secretariat'), {
    roomId: 'xxvii',
    role: 'ROLE_SECRETARIAT',
    name: '',
    scene: 'SCENE_UNSPECIFIED',
  });
  assert.deepEqual(await access('Room display'), {
    roomId: 'xxvii',
    role: 'ROLE_DISPLAY',
    name: '',
    scene: 'SCENE_UNSPECIFIED',
  });
  assert.deepEqual(await access('Lectern'), {
    roomId: 'xxvii',
    role: 'ROLE_SPEAKER',
    name: '',
    scene: 'SCENE_UNSPECIFIED',
  });
  assert.deepEqual(await access('Observer'), {
    roomId: 'xxvii',
    role: 'ROLE_OBSERVER',
    name: '',
    scene: 'SCENE_UNSPECIFIED',
  });
  assert.equal((await server.get('/api/v1/access', '0000000000000000000000000')).status, 401);
});

test('--links never prints no token', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo', '--links', 'never');
  assert.doesNotMatch(server.out, /token/);
});

test('--public-url is in every link', async (t) => {
  const server = await Serving.start(
    t,
    dataFolder(t),
    '--demo',
    '--public-url',
    'https://floor.example',
  );
  assert.equal(server.out.match(/https:\/\/floor\.example\/\w+\/#room=xxvii&token=/g)?.length, 7);
});

test('/readyz reports when the log cannot be written', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  assert.equal((await server.get('/readyz')).status, 200);
  renameSync(join(data, 'log.db'), join(data, 'gone.db'));
  assert.equal((await server.get('/readyz')).status, 503);
  assert.equal((await server.get('/healthz')).status, 200);
});

test('SIGTERM and SIGINT end serve with 0', async (t) => {
  const data = dataFolder(t);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    assert.equal(await (await Serving.start(t, data, '--demo')).end(signal), 0);
});

test('a data folder in use is refused in a sentence', async (t) => {
  const data = dataFolder(t);
  await Serving.start(t, data, '--demo');
  const second = await rostrum(['serve', '--data', data, '--listen', '127.0.0.1:0']);
  assert.equal(second.code, 3);
  assert.match(second.err, /^rostrum: The data folder \S+ is in use by another rostrum: .+\.\n$/);
});

test('an address in use is refused in a sentence', async (t) => {
  const first = await Serving.start(t, dataFolder(t), '--demo');
  const port = new URL(first.origin).port;
  const args = ['serve', '--demo', '--data', dataFolder(t), '--listen', `127.0.0.1:${port}`];
  const second = await rostrum(args);
  assert.equal(second.code, 5);
  assert.match(
    second.err,
    new RegExp(`rostrum: Cannot listen on 127.0.0.1, port ${port}: .+\\.\n`),
  );
});

test('a damaged log is refused in a sentence, never served as an empty room', async (t) => {
  const data = dataFolder(t);
  await (await Serving.start(t, data, '--demo')).end('SIGTERM');
  const log = join(data, 'log.db');
  const bytes = readFileSync(log);
  bytes.fill(0x5a, 4096, 8192);
  writeFileSync(log, bytes);
  const { code, out, err } = await rostrum(['serve', '--data', data, '--listen', '127.0.0.1:0']);
  assert.equal(code, 3);
  assert.equal(out, '');
  assert.match(err, /^rostrum: The log \S+log\.db cannot be used: it is damaged: [^\n*]+\n$/);
});

test('a room in the log keeps its programme, and the start says so', async (t) => {
  const data = dataFolder(t);
  await (await Serving.start(t, data, '--demo')).end('SIGTERM');
  const again = await Serving.start(t, data, '--demo');
  assert.match(
    again.out,
    /^Room XXVII is in \S+ already, and keeps its programme and its record\.$/m,
  );
  const lobby = (await (await again.get('/api/v1/rooms')).json()) as { rooms: object[] };
  assert.equal(lobby.rooms.length, 1);
});

test('a programme founds its rooms', async (t) => {
  const data = dataFolder(t);
  const file = join(data, 'round.json');
  writeFileSync(file, programme());
  const server = await Serving.start(t, data, '--programme', file);
  const lobby = (await (await server.get('/api/v1/rooms')).json()) as {
    rooms: { agenda: { roomId: string; meetings: { id: string }[] } }[];
  };
  assert.deepEqual(
    lobby.rooms.map(({ agenda }) => [agenda.roomId, agenda.meetings.map(({ id }) => id)]),
    [
      ['xx', ['canada']],
      ['xxiii', ['germany']],
    ],
  );
});

test('a programme with faults is refused whole: file, place and reason of each', async (t) => {
  const data = dataFolder(t);
  const file = join(data, 'round.json');
  writeFileSync(file, programme({ allottedS: 900 }, { starts_on: 'Monday' }));
  const { code, err } = await rostrum(['serve', '--data', join(data, 'd'), '--programme', file]);
  assert.equal(code, 4);
  assert.match(err, /^rostrum: \S+round\.json was rejected: it has /);
  assert.match(err, /^ {2}line 1, rooms\[1\]\.meetings\[0\]\.starts_on: Unknown field\./m);
  assert.match(
    err,
    /^ {2}line 1, rooms\[1\]\.meetings\[0\]\.panel\[0\]\.allottedS: .*5:00 to 7:00/m,
  );
  assert.ok(!existsSync(join(data, 'd')), 'nothing was founded');
});

test('a token issued while serving opens the room; revoked, it opens nothing', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const issue = ['token', 'issue', '--data', data, '--room', 'xxvii', '--role', 'chair'];
  const issued = await rostrum([...issue, '--label', 'Second tablet']);
  assert.equal(issued.code, 0);
  const token = issued.out.trim();
  assert.equal((await server.get('/api/v1/rooms/xxvii', token)).status, 200);

  const list = await rostrum(['token', 'list', '--data', data]);
  const [, id] = list.out.match(/^(\S+) {2}xxvii {2}chair {2}until .* Second tablet$/m) ?? [];
  assert.ok(id, list.out);
  assert.ok(!list.out.includes(token), 'the list gives no token away');

  assert.equal((await rostrum(['token', 'revoke', '--data', data, id])).code, 0);
  assert.equal((await server.get('/api/v1/rooms/xxvii', token)).status, 401);
});

test('a token for an unknown room is refused, and the rooms are listed', async (t) => {
  const data = dataFolder(t);
  await Serving.start(t, data, '--demo');
  const issue = ['token', 'issue', '--data', data, '--room', 'xxviii', '--role', 'chair'];
  assert.deepEqual(await rostrum(issue), {
    code: 2,
    out: '',
    err: `rostrum: There is no room \`xxviii\` in ${data}. There are: xxvii.\n`,
  });
});

test('unused links end with the next start, used ones stay', async (t) => {
  const data = dataFolder(t);
  const first = await Serving.start(t, data, '--demo');
  const [used, unused] = [first.token('Chair'), first.token('Observer')];
  assert.equal((await first.get('/api/v1/rooms/xxvii', used)).status, 200);
  await first.end('SIGTERM');
  const second = await Serving.start(t, data);
  assert.equal((await second.get('/api/v1/rooms/xxvii', used)).status, 200);
  assert.equal((await second.get('/api/v1/rooms/xxvii', unused)).status, 401);
});

test('a command from the shell is accepted, or refused in a sentence', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const send = (text: string, token = server.token('Chair')) =>
    rostrum(['command', '--server', server.origin, '--room', 'xxvii', text], {
      ROSTRUM_TOKEN: token,
    });
  assert.deepEqual(await send('next'), {
    code: 6,
    out: '',
    err: 'The meeting on Cuba is not open yet: open it first.\n',
  });
  const opened = await send('{"openMeeting":{"meetingId":"cuba"}}');
  assert.deepEqual(opened, { code: 0, out: 'Accepted: revision 2.\n', err: '' });
  assert.equal((await send('next')).out, 'Accepted: revision 3.\n');
  assert.equal((await send('undo')).out, 'Accepted: revision 4.\n');
  assert.equal((await send('next', 'no-token-at-all')).code, 8);

  await server.end('SIGTERM');
  assert.equal((await send('next')).code, 7);
});

test('no log message contains a token', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const token = server.token('Chair');
  await server.command(token, { id: 'no-token-in-logs', openMeeting: { meetingId: 'cuba' } });
  await server.end('SIGTERM');
  assert.match(server.log, /serving at port/);
  assert.ok(!server.log.includes(token));
});

/** Two rooms with a meeting each; `panellist` and `meeting` change the second one. */
function programme(panellist: object = {}, meeting: object = {}): string {
  const at = (
    id: string,
    name: string,
    code: string,
    state: string,
    more: object,
    plate: object,
  ) => ({
    id,
    name,
    timeZone: 'Europe/Zurich',
    meetings: [
      {
        id: state.toLowerCase(),
        state: { code, name: state },
        startsAt: '2018-04-11T09:00:00+02:00',
        endsAt: '2018-04-11T10:00:00+02:00',
        panel: [
          { id: 'p1', kind: 'DELEGATION_KIND_NHRI', title: 'NHRI', allottedS: 300, ...plate },
        ],
        ...more,
      },
    ],
  });
  return JSON.stringify({
    title: 'A day',
    rooms: [
      at('xx', 'Room XX', 'CA', 'Canada', {}, {}),
      at('xxiii', 'Room XXIII', 'DE', 'Germany', meeting, panellist),
    ],
  });
}
