// One phone sends everything that it may, while a chair works: every honest Mission still gets its place.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { test } from 'node:test';
import { dataFolder, Serving } from './rostrum.ts';

const SECONDS = Number(process.env.ROSTRUM_HOSTILE_SECONDS ?? 6);
const SEED = Number(process.env.ROSTRUM_SEED ?? 11);

const honest = 'FR CH JP BR DE NL SE NO FI DK IT ES PT MX AR CL PE ZA KE GH'.split(' ');
const kinds = ['QUESTION', 'RIGHT_OF_REPLY', 'POINT_OF_ORDER'].map(
  (kind) => `INSCRIPTION_KIND_${kind}`,
);

interface Room {
  questions: {
    requests: { id: string; delegationId: string; kind: string; device: string }[];
    phones: { device: string; delegationId: string; standing: string }[];
  };
  roll: { delegations: { id: string; kind: string; standing: string }[] };
}
interface Answer {
  status: number;
  code?: string;
  revision?: string;
}

/** A sender of commands from an address of its own: all of 127/8 is this machine. */
class Sender {
  readonly #agent: Agent;
  readonly #url: string;
  readonly #token: string;

  constructor(server: Serving, token: string, localAddress: string) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: 8, localAddress });
    this.#url = `${server.origin}/api/v1/rooms/xxvii/commands`;
    this.#token = token;
  }

  send(device: string, body: object): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      'content-type': 'application/json',
      'rostrum-device': device,
    };
    return new Promise((answered, failed) => {
      const sent = request(
        this.#url,
        { method: 'POST', agent: this.#agent, headers },
        (response) => {
          let text = '';
          response.on('data', (part) => (text += part));
          response.on('end', () =>
            answered({ ...(JSON.parse(text) as Answer), status: response.statusCode ?? 0 }),
          );
        },
      );
      sent.on('error', failed);
      sent.end(JSON.stringify({ id: crypto.randomUUID(), ...body }));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** What a phone is called in the room: docs/protocol.md, Hello. */
function nameOf(secret: string, logId: string): string {
  return `phone-${createHash('sha256').update(`${logId}\n${secret}`).digest('hex').slice(0, 16)}`;
}

/** Numbers from 0 to below 1: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

test('one hostile phone takes no honest place, roll or request', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const chair = server.token('Chair');
  const link = server.token('Missions');
  const does = async (body: object) => {
    const answer = await server.command(chair, { id: crypto.randomUUID(), ...body });
    return { status: answer.status, text: await answer.text() };
  };
  const room = async () => {
    const answer = await server.get('/api/v1/rooms/xxvii', chair);
    return (await answer.json()) as { room: Room; logId: string };
  };
  await does({ openMeeting: { meetingId: 'cuba' } });
  await does({ openQuestions: {} });

  const next = random(SEED);
  const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)]!;
  const states = [...honest, ...'AD AE AF AG AL AM AO AT AU AZ BA BB BD BE BF BG'.split(' ')];
  const phone = new Sender(server, link, '127.6.6.6');
  const until = Date.now() + SECONDS * 1000;
  let tried = 0;
  let accepted = 0;
  async function attack(): Promise<void> {
    while (Date.now() < until) {
      const delegationId = next() < 0.1 ? 'sur' : `mission-${oneOf(states).toLowerCase()}`;
      const asks = { requestFloor: { delegationId, kind: oneOf(kinds) } };
      const enters = { enterRoll: { stateCodes: [oneOf(states)] } };
      const withdraws = { withdraw: { inscriptionId: `ask-${Math.floor(next() * 200)}` } };
      const device = `phone-${Math.floor(next() * 40)}`;
      const answer = await phone.send(device, oneOf([asks, asks, enters, withdraws]));
      tried += 1;
      if (answer.status === 200) accepted += 1;
    }
  }

  /** What a person does: enters, asks, and speaks to the chair if another phone asks as its State. */
  async function ask(code: string, at: number): Promise<void> {
    const mission = `mission-${code.toLowerCase()}`;
    const own = new Sender(server, link, `127.1.0.${at + 1}`);
    for (;;) {
      const asking = { requestFloor: { delegationId: mission, kind: kinds[0] } };
      const answer = await own.send(`phone-of-${code}`, asking);
      const { logId, room: now } = await room();
      const { questions } = now;
      const mine = questions.requests.find(({ id }) => id === `ask-${answer.revision}`);
      if (mine) break;
      const name = nameOf(`phone-of-${code}`, logId);
      for (const { device, delegationId, standing } of questions.phones) {
        if (delegationId !== mission) continue;
        const isShutOut = standing === 'PHONE_STANDING_SHUT_OUT';
        if (device !== name && !isShutOut) await does({ shutOutPhone: { device } });
        if (device === name) await does({ admitPhone: { device } });
      }
    }
    own.close();
  }

  const attacks = Array.from({ length: 8 }, attack);
  await Promise.all(honest.map(ask));
  const notice = await does({ showNotice: { text: 'Please be brief.' } });
  assert.equal(notice.status, 200, notice.text);
  await Promise.all(attacks);
  phone.close();

  const { questions, roll } = (await room()).room;
  const asked = questions.requests.filter(({ kind }) => kind === kinds[0]);
  for (const code of honest)
    assert.ok(
      asked.some(({ delegationId }) => delegationId === `mission-${code.toLowerCase()}`),
      `${code} has lost its place`,
    );
  const others = (id: string) => !honest.includes(id.replace('mission-', '').toUpperCase());
  const missions = roll.delegations.filter(({ kind }) => kind === 'DELEGATION_KIND_MISSION');
  assert.ok(missions.filter(({ id }) => others(id)).length <= 3, 'the roll was filled');
  assert.ok(questions.requests.length <= honest.length + 3 * 3, 'the requests were filled');
  assert.ok(
    questions.requests.every(({ delegationId }) => delegationId !== 'sur'),
    'it asked as the State under Review',
  );
  // Three phones: six acts each at once, then four a minute.
  assert.ok(
    accepted <= 2 * 6 * (6 + SECONDS / 15 + 1),
    `${accepted} of ${tried} acts were accepted`,
  );
  t.diagnostic(`${accepted} of ${tried} acts of the phone were accepted`);
  const thailand = await does({ requestFloor: { delegationId: 'mission-th', kind: kinds[0] } });
  assert.equal(thailand.status, 200, thailand.text);
});
