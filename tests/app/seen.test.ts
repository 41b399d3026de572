// A screen that returns with what it holds: it is given the room unless it holds just these acts.
import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Live, type Seen } from './live.ts';
import { dataFolder, Serving } from './rostrum.ts';

test('a screen that knows an act that the log lost is given the whole room', async (t) => {
  const folder = dataFolder(t);
  const [data, before] = [join(folder, 'data'), join(folder, 'before')];
  let server = await Serving.start(t, data, '--demo');
  const chair = server.token('Chair');
  // A printed link that nobody opened would be withdrawn at the next start.
  await server.get('/api/v1/access', chair);
  await server.end('SIGTERM');
  cpSync(data, before, { recursive: true });

  /** Shows a notice, and returns what a screen then holds. */
  const show = async (id: string, text: string): Promise<Seen> => {
    server = await Serving.start(t, data, '--links', 'never');
    const shown = await server.command(chair, { id, showNotice: { text } });
    assert.equal(shown.status, 200);
    const live = await Live.join(server.origin, chair);
    const { logId, revision, actsHash } = await live.next('welcome');
    live.close();
    return { logId, revision, ...(actsHash && { actsHash }) };
  };
  const lost = await show('notice-six', 'The bus leaves at six.');
  await server.end('SIGKILL');
  rmSync(data, { recursive: true });
  cpSync(before, data, { recursive: true });
  const now = await show('notice-five', 'The bus leaves at five.');
  assert.equal(now.logId, lost.logId);
  assert.equal(now.revision, lost.revision);

  /** Whether a screen that returns with this is given the room. */
  const isGivenTheRoom = async (seen: Seen) => {
    const live = await Live.join(server.origin, chair, seen);
    const welcome = await live.next('welcome');
    live.close();
    return welcome.room !== undefined;
  };
  assert.ok(await isGivenTheRoom(lost), 'it keeps the notice that nobody showed');
  assert.ok(!(await isGivenTheRoom(now)), 'it gets again what it holds');
  // A client of an earlier version does not know the hash.
  const { logId, revision } = lost;
  assert.ok(await isGivenTheRoom({ logId, revision }), 'a client of an earlier version keeps it');
});
