// Data folders that an earlier version wrote (tests/data/before) stay readable.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const before = new URL('../data/before/', import.meta.url).pathname;

/** Verifies a copy of the folder, serves it, and compares the room with its last state. */
async function accepted(t: TestContext, name: string, verified: RegExp): Promise<void> {
  const data = dataFolder(t);
  cpSync(before + name, data, { recursive: true });
  const { code, out, err } = await rostrum(['verify', '--data', data]);
  assert.equal(code, 0, out + err);
  assert.match(out, verified);

  const server = await Serving.start(t, data);
  const answer = await server.get('/api/v1/rooms/xx', server.token('Chair'));
  const { room } = (await answer.json()) as { room: object };
  assert.partialDeepStrictEqual(room, JSON.parse(readFileSync(`${before}${name}.json`, 'utf8')));
  const notice = await server.command(
    server.token('Chair'),
    { id: 'after-the-start', showNotice: { text: 'We go on.' } },
    'xx',
  );
  assert.equal(notice.status, 200, await notice.text());
  assert.equal(await server.end('SIGTERM'), 0);
  assert.equal((await rostrum(['verify', '--data', data])).code, 0);
}

test('a folder of a server that was killed while a statement ran is served', (t) =>
  accepted(
    t,
    'running',
    /^Room xx is sound: 20 acts, 1 erased name\. Its head is 20 ab9d4164b389\.\n$/,
  ));

test('a folder of a closed meeting, with a snapshot and an erased name, is served', (t) =>
  accepted(
    t,
    'closed',
    /^Room xx is sound: 52 acts, 1 erased name\. Its head is 52 56d752d4ebd7\.\n$/,
  ));
