// `rostrum verify`, on the folder of a running server and on a copy.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const verify = (data: string, ...args: string[]) => rostrum(['verify', '--data', data, ...args]);

async function show(server: Serving, id: string, text: string): Promise<void> {
  const answer = await server.command(server.token('Chair'), { id, showNotice: { text } });
  assert.equal(answer.status, 200, await answer.text());
}

/** A folder in which a server has run the demonstration and shown a notice: two acts. */
async function servedOnce(t: TestContext): Promise<string> {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  await show(server, 'verify-first', 'Lunch is served');
  assert.equal(await server.end('SIGTERM'), 0);
  return data;
}

test('the record of a running server can be verified', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const first = await verify(data);
  assert.equal(first.code, 0, first.err);
  assert.match(
    first.out,
    /^Room xxvii is sound: 1 act, 0 erased names\. Its head is 1 [0-9a-f]{12}\.\n$/,
  );
  await show(server, 'verify-served', 'Lunch is served');
  assert.match((await verify(data)).out, /^Room xxvii is sound: 2 acts, .* head is 2 /);
  assert.equal((await server.get('/readyz')).status, 200);
});

test('a changed letter is found: room, act and fault', async (t) => {
  const data = await servedOnce(t);
  const log = join(data, 'log.db');
  const bytes = readFileSync(log);
  const place = bytes.indexOf('Lunch is served');
  assert.notEqual(place, -1);
  bytes.write('P', place);
  writeFileSync(log, bytes);
  const heads = join(data, 'heads.json');
  const { code, out, err } = await verify(data, '--output', heads);
  assert.equal(code, 3);
  assert.match(
    out,
    /^Room xxvii is broken: 2 acts, .*\n {2}act 2, payload: One of its events was changed\.\n$/,
  );
  assert.equal(
    err,
    `rostrum: The log in ${data} was changed. docs/operations.md says what to do.\n`,
  );
  assert.ok(!existsSync(heads), 'no heads of a broken record are written');
});

test('earlier heads reveal a record that lost its end', async (t) => {
  const data = await servedOnce(t);
  const shorter = dataFolder(t);
  cpSync(data, shorter, { recursive: true });
  const server = await Serving.start(t, data);
  await show(server, 'verify-second', 'Back at two');
  const heads = join(dataFolder(t), 'heads.json');
  assert.equal((await verify(data, '--output', heads)).code, 0);
  const noted = JSON.parse(readFileSync(heads, 'utf8')) as { heads: { revision: number }[] };
  assert.equal(noted.heads[0]?.revision, 3);

  await show(server, 'verify-third', 'The room is closed');
  assert.equal((await verify(data, '--expect', heads)).code, 0, 'later acts are not a break');
  assert.equal((await verify(shorter)).code, 0, 'the chain alone is sound');
  const cut = await verify(shorter, '--expect', heads);
  assert.equal(cut.code, 3);
  assert.match(cut.out, /^ {2}act 3, head: The head notes this act, but it is missing\.$/m);

  const other = await servedOnce(t);
  const { code, err } = await verify(other, '--expect', heads);
  assert.equal(code, 3);
  assert.match(err, / is another one than that of \S+heads\.json\.\n$/);
});

test('an unverifiable folder is refused in a sentence', async (t) => {
  const data = dataFolder(t);
  assert.deepEqual(await verify(data), {
    code: 3,
    out: '',
    err: `rostrum: The log ${data}/log.db cannot be used: there is none.\n`,
  });
  const { code, err } = await verify(await servedOnce(t), '--expect', join(data, 'none.json'));
  assert.equal(code, 2);
  assert.match(err, /^rostrum: \S+none\.json holds no heads of a log\./);
});
