// A server and its tablets at the two ends of network_simulator's wire.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ServerClock } from '$kit/clock';
import { Link, type LinkStatus } from '$kit/link';
import type { Outcome } from '$kit/pending';

const program = resolve(process.env.ROSTRUM_PROGRAM ?? 'build/release/rostrum');
const address = '10.77.0.1:8080';

function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: network_simulator runs this`);
  return value;
}
const serverSide = () => `--net=${environment('ROSTRUM_SERVER_NET')}`;

/** Counts of packets so far. */
export interface Tally {
  carried: number;
  lost: number;
  reordered: number;
}

/** Sends network_simulator one command. */
export async function wire(line: string): Promise<Tally> {
  const socket = connect(environment('ROSTRUM_WIRE'));
  socket.end(line);
  let answer = '';
  for await (const bytes of socket) answer += String(bytes);
  const [carried = 0, lost = 0, reordered = 0] = answer.split(' ').map(Number);
  return { carried, lost, reordered };
}

export const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** @returns the milliseconds until the condition held; throws on timeout */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  patienceMs: number,
): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > patienceMs) throw new Error(`not in ${patienceMs} ms: ${what}`);
    await sleep(20);
  }
  return performance.now() - began;
}

/** The program at the far end. */
export class Server {
  #child: ChildProcess | undefined;
  #folder = mkdtempSync(join(tmpdir(), 'rostrum-network-'));
  token = '';

  async start(): Promise<void> {
    const serve = ['serve', '--demo', '--data', this.#folder, '--listen', address];
    const child = spawn('nsenter', [serverSide(), program, ...serve], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    let printed = '';
    for await (const text of child.stdout) {
      printed += String(text);
      const [, token] = /^ {2}Chair +http\S+&token=(\S+)$/m.exec(printed) ?? [];
      if (!token) continue;
      this.token = token;
      child.stdout.resume();
      return;
    }
    throw new Error(`the server did not start: ${printed}`);
  }

  async remove(): Promise<void> {
    if (this.#child?.exitCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill('SIGKILL');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** How many chairs the server counts as connected: asked at its own end, past the wire. */
  async chairs(): Promise<number> {
    const script = `fetch('http://${address}/metrics').then((a) => a.text()).then(console.log)`;
    const asked = [serverSide(), process.execPath, '-e', script];
    const { stdout } = await promisify(execFile)('nsenter', asked);
    return Number(/^rostrum_connections\{[^}]*role="chair"[^}]*\} (\d+)$/m.exec(stdout)?.[1] ?? 0);
  }

  async revision(): Promise<number> {
    const answer = await fetch(`http://${address}/api/v1/rooms/xxvii`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    return Number(((await answer.json()) as { revision: string }).revision);
  }

  /** The revision of the command with this id. Executes it if it never was. */
  async revisionOf(id: string): Promise<number> {
    const answer = await fetch(`http://${address}/api/v1/rooms/xxvii/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id, showNotice: { text: `of ${id}` } }),
    });
    return Number(((await answer.json()) as { revision: string }).revision);
  }
}

export interface Tap {
  id: string;
  outcome?: Outcome;
}

let ids = 0;

/** A chair's tablet: the real Link of a screen on this machine's network. */
export class Tablet {
  readonly taps: Tap[] = [];
  readonly clock = new ServerClock();
  status: LinkStatus = 'connecting';
  /** How often the link was lost. */
  losses = 0;
  link: Link;

  constructor(server: Server) {
    const url = `ws://${address}/api/v1/rooms/xxvii/live`;
    this.link = new Link(
      {
        home: `http://${address}`,
        servers: [],
        socket: () => new WebSocket(url, 'rostrum.v1.json'),
        now: () => performance.now(),
        random: Math.random,
        newId: () => this.taps.at(-1)!.id,
        after: (ms, then) => {
          const timer = setTimeout(then, ms);
          return () => clearTimeout(timer);
        },
      },
      this.clock,
      {
        status: (status) => {
          this.status = status;
          if (status === 'lost') ++this.losses;
        },
        welcome: () => {},
        server: () => {},
        room: () => {},
        assigned: () => {},
        identify: () => {},
        screens: () => {},
        phone: () => {},
      },
      { token: server.token, device: 'Tablet' },
    );
  }

  tap(): void {
    const id = `tap-${process.pid}-${String(++ids).padStart(6, '0')}`;
    const tap: Tap = { id };
    this.taps.push(tap);
    void this.link
      .send({ case: 'showNotice', value: { text: `of ${id}` } })
      .then((outcome) => (tap.outcome = outcome));
  }

  get answered(): boolean {
    return this.taps.every(({ outcome }) => outcome);
  }
}
