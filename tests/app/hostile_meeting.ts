// An open meeting in which a chair works and Missions ask for the floor, while somebody attacks.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { dataFolder, Serving } from './rostrum.ts';

/** How long to attack. */
export const seconds = Number(process.env.ROSTRUM_THOROUGH ? 60 : 6);

export const honest = 'FR CH JP BR DE NL SE NO FI DK IT ES PT MX AR CL PE ZA KE GH'.split(' ');
export const kinds = ['QUESTION', 'RIGHT_OF_REPLY', 'POINT_OF_ORDER'].map(
  (kind) => `INSCRIPTION_KIND_${kind}`,
);
export const missionOf = (code: string) => `mission-${code.toLowerCase()}`;

export interface Room {
  questions: {
    requests: { id: string; delegationId: string; kind: string; device: string }[];
    phones: { device: string; delegationId: string; standing: string }[];
  };
  roll: { delegations: { id: string; kind: string; standing: string }[] };
}
interface Answer {
  status: number;
  revision?: string;
}

/** A sender of commands from an address of its own: all of 127/8 is this machine. */
export class Sender {
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
    const options = { method: 'POST', agent: this.#agent, headers };
    return new Promise((answered, failed) => {
      const sent = request(this.#url, options, (response) => {
        let text = '';
        response.on('data', (part) => (text += part));
        response.on('end', () =>
          answered({ ...(JSON.parse(text) as Answer), status: response.statusCode ?? 0 }),
        );
      });
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

export class Meeting {
  readonly server: Serving;
  /** The link that the display's code opens. */
  readonly link: string;
  readonly #chair: string;

  private constructor(server: Serving) {
    this.server = server;
    this.link = server.token('Missions');
    this.#chair = server.token('Chair');
  }

  /** With the list for questions open. */
  static async open(t: TestContext): Promise<Meeting> {
    const meeting = new Meeting(await Serving.start(t, dataFolder(t), '--demo'));
    await meeting.does({ openMeeting: { meetingId: 'cuba' } });
    await meeting.does({ openQuestions: {} });
    return meeting;
  }

  /** An act of the chair. */
  async does(body: object): Promise<void> {
    const answer = await this.server.command(this.#chair, { id: crypto.randomUUID(), ...body });
    assert.equal(answer.status, 200, await answer.text());
  }

  async state(): Promise<{ room: Room; logId: string }> {
    const answer = await this.server.get('/api/v1/rooms/xxvii', this.#chair);
    return (await answer.json()) as { room: Room; logId: string };
  }

  /**
   * What the people of a Mission do: they ask, and speak to the chair if another phone asks as their State.
   * Returns when they have their place.
   */
  async asks(code: string): Promise<void> {
    const mission = missionOf(code);
    const own = new Sender(this.server, this.link, `127.1.0.${honest.indexOf(code) + 1}`);
    for (;;) {
      const requestFloor = { delegationId: mission, kind: kinds[0] };
      const answer = await own.send(`phone-of-${code}`, { requestFloor });
      const { logId, room } = await this.state();
      if (room.questions.requests.some(({ id }) => id === `ask-${answer.revision}`)) break;
      const name = nameOf(`phone-of-${code}`, logId);
      for (const { device, delegationId, standing } of room.questions.phones) {
        if (delegationId !== mission) continue;
        const isShutOut = standing === 'PHONE_STANDING_SHUT_OUT';
        if (device !== name && !isShutOut) await this.does({ shutOutPhone: { device } });
        if (device === name) await this.does({ admitPhone: { device } });
      }
    }
    own.close();
  }

  /** The chair shows notices until the attack is over. @returns how long the answers took */
  async work(attack: Promise<unknown>): Promise<string> {
    let over = false;
    const ended = attack.finally(() => (over = true));
    const took: number[] = [];
    while (!over) {
      const began = performance.now();
      await this.does({ showNotice: { text: `Notice ${took.length}` } });
      took.push(performance.now() - began);
      await delay(20);
    }
    await ended;
    took.sort((a, b) => a - b);
    const at = (share: number) => took[Math.floor(share * (took.length - 1))]!.toFixed(1);
    return `the chair waited ${at(0.5)} ms (median of ${took.length}), ${at(0.99)} ms (99th percentile), ${at(1)} ms (longest)`;
  }
}
