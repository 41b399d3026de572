// One changed bit anywhere in a data folder: the next start serves the same state, or says what is
// wrong.
import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { until } from '../e2e/limit.ts';
import { random } from './random.ts';
import { dataFolder, Serving } from './rostrum.ts';

const placesAFile = process.env.ROSTRUM_THOROUGH ? 500 : 2;
const seed = Number(process.env.ROSTRUM_SEED ?? 1);

interface State {
  revision: string;
  room: unknown;
}

/** What a chair sees of the room. */
async function stateOf(server: Serving, token: string): Promise<State | number> {
  const answer = await server.get('/api/v1/rooms/xxvii', token);
  if (answer.status !== 200) return answer.status;
  const { revision, room } = (await answer.json()) as State;
  return { revision, room };
}

/** A folder as `kill -9` leaves it: older acts in the log, the latest in its journal. */
async function killed(t: TestContext, data: string): Promise<{ token: string; state: State }> {
  const server = await Serving.start(t, data, '--demo');
  const token = server.token('Secretariat');
  let last = '';
  const act = async (id: string, command: object) => {
    const answer = await server.command(token, { id, ...command });
    assert.equal(answer.status, 200, await answer.clone().text());
    last = ((await answer.json()) as { revision: string }).revision;
  };
  await act('flipped-open', { openMeeting: { meetingId: 'cuba' } });
  const plate = { meetingId: 'cuba', delegationId: 'national-cso-1' };
  await act('flipped-name', { nameSpeaker: { ...plate, name: 'Somebody' } });
  await until(() => statSync(join(data, 'log.db-wal')).size === 0);
  for (const text of ['Lunch', 'is', 'served'])
    await act(`flipped-${text}`, { showNotice: { text } });
  await until(() => readFileSync(join(data, 'alive'), 'utf8').includes(`"revision": ${last},`));
  const state = (await stateOf(server, token)) as State;
  await server.end('SIGKILL');
  return { token, state };
}

/** @returns what came of it, in a word */
async function startWith(
  t: TestContext,
  data: string,
  expected: { token: string; state: State },
): Promise<string> {
  let server: Serving;
  try {
    server = await Serving.start(t, data, '--demo', '--links', 'never');
  } catch (error) {
    assert.match((error as Error).message, /ended with 3: (.*\n)*rostrum: [A-Z].*\.\n$/);
    return 'refused';
  }
  try {
    const state = await stateOf(server, expected.token);
    if (isDeepStrictEqual(state, expected.state))
      return /warning: (?!running as root)/.test(server.log) ? 'same, warned' : 'same';
    // Only the last commit of a journal may be missing, or a link, and only with a word of it.
    assert.match(
      server.log,
      /warning: (The journal of|\d+ links, cards or paired screens were damaged)/,
    );
    if (typeof state === 'object') assert.ok(Number(state.revision) > 1, JSON.stringify(state));
    return 'other, warned';
  } finally {
    await server.end('SIGKILL');
  }
}

test(`a changed bit at ${placesAFile} places of each file is never an unexplained state`, async (t) => {
  const folder = dataFolder(t);
  const whole = join(folder, 'whole');
  const expected = await killed(t, whole);
  const below = random(seed);
  const files = readdirSync(whole).filter((file) => readFileSync(join(whole, file)).length > 0);
  const outcomes: Record<string, Record<string, number>> = {};
  for (let place = 0; place < placesAFile * files.length; ++place) {
    const data = join(folder, 'flipped');
    rmSync(data, { recursive: true, force: true });
    cpSync(whole, data, { recursive: true });
    chmodSync(data, 0o700);
    const file = files[place % files.length]!;
    const bytes = readFileSync(join(data, file));
    const at = below(bytes.length);
    const bit = below(8);
    bytes[at]! ^= 1 << bit;
    writeFileSync(join(data, file), bytes);
    try {
      const outcome = await startWith(t, data, expected);
      (outcomes[file] ??= {})[outcome] = (outcomes[file][outcome] ?? 0) + 1;
    } catch (error) {
      throw new Error(`bit ${bit} of byte ${at} of ${file}`, { cause: error });
    }
  }
  t.diagnostic(JSON.stringify(outcomes));
});
