// A screen without a page: the link of all screens, run in this process.
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { runnerImport } from 'vite';
import type { ServerClock } from '../../clients/kit/clock.ts';
import type { Link, LinkStatus } from '../../clients/kit/link.ts';
import type { Outcome } from '../../clients/kit/pending.ts';
import type { CommandBody } from '../../clients/kit/protocol.ts';
import type { HeldRoom } from '../../clients/kit/room.ts';

/** Loads the kit's files, which are written for Vite. */
async function kit<Module>(file: string): Promise<Module> {
  const alias = { $proto: resolve('build/proto-ts/rostrum/v1') };
  const { module } = await runnerImport<Module>(resolve('clients/kit', file), {
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
  });
  return module;
}
const links = await kit<{ Link: typeof Link }>('link.ts');
const clocks = await kit<{ ServerClock: typeof ServerClock }>('clock.ts');

/** A command that a screen sent, with the id from its link. */
export interface Asked {
  id: string;
  outcome: Outcome;
}

/** A screen that reconnects by itself, as all do. */
export class Screen {
  readonly #link: Link;
  #status: LinkStatus = 'connecting';
  #waiting: { status: LinkStatus; met: () => void }[] = [];
  #lastId = '';
  held: HeldRoom | undefined;

  constructor(t: TestContext, address: string, token: string, device: string) {
    const outside = {
      home: new URL(address).origin,
      servers: [],
      socket: () => new WebSocket(address, 'rostrum.v1.json'),
      now: () => performance.now(),
      random: () => Math.random(),
      newId: () => (this.#lastId = `${device}-${randomUUID()}`),
      after: (ms: number, then: () => void) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    };
    const listener = {
      status: (status: LinkStatus) => this.#met(status),
      room: (held: HeldRoom) => (this.held = held),
      welcome: () => {},
      server: () => {},
      assigned: () => {},
      identify: () => {},
      screens: () => {},
      phone: () => {},
    };
    const clock = new clocks.ServerClock();
    this.#link = new links.Link(outside, clock, listener, { token, device });
    t.after(() => this.#link.close());
  }

  get isUp(): boolean {
    return this.#status === 'up';
  }

  /** Waits until the link has this state. */
  async until(status: LinkStatus): Promise<void> {
    if (this.#status === status) return;
    await new Promise<void>((met) => this.#waiting.push({ status, met }));
  }

  /** Sends once the link is up; resolves when the outcome is known. */
  async ask(command: CommandBody): Promise<Asked> {
    while (true) {
      await this.until('up');
      const sent = this.#link.send(command);
      const id = this.#lastId;
      const outcome = await sent;
      if (outcome.kind !== 'disconnected') return { id, outcome };
    }
  }

  #met(status: LinkStatus): void {
    this.#status = status;
    const met = this.#waiting.filter((one) => one.status === status);
    this.#waiting = this.#waiting.filter((one) => one.status !== status);
    for (const one of met) one.met();
  }
}
