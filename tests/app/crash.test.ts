// kill -9 directly behind an Accepted: what was accepted is in the log.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataFolder, Serving } from './rostrum.ts';

// A sanitizer makes each start slow, and adds nothing here after the first few.
const rounds = Number(process.env.ROSTRUM_KILLS ?? 200);

test(`${rounds} kills right behind an Accepted lose no command`, async (t) => {
  const data = dataFolder(t);
  let server = await Serving.start(t, data, '--demo');
  const token = server.token('Chair');
  const revisionNow = async () => {
    const snapshot = await server.get('/api/v1/rooms/xxvii', token);
    return Number(((await snapshot.json()) as { revision: string }).revision);
  };

  let accepted = await revisionNow();
  for (let round = 0; round < rounds; ++round) {
    const answer = await server.command(token, {
      id: `kill-${String(round).padStart(4, '0')}`,
      showNotice: { text: `Notice ${round}` },
    });
    assert.equal(answer.status, 200, await answer.clone().text());
    await server.end('SIGKILL');
    accepted += 1;
    server = await Serving.start(t, data, '--links', 'never');
    assert.equal(await revisionNow(), accepted, `after kill ${round}`);
  }

  // Told again, a command is answered as before and not done again.
  const again = await server.command(token, {
    id: 'kill-0000',
    showNotice: { text: 'Notice 0' },
  });
  assert.equal(((await again.json()) as { revision: string }).revision, '2');
  assert.equal(await revisionNow(), accepted);
});
