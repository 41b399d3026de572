// The real program on a real port and a real data folder, as an operator starts it.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Programme } from './programme.ts';

const program = resolve(process.env.ROSTRUM_PROGRAM ?? 'build/release/rostrum');

// In the order in which `serve` prints them.
const roles = [
  'chair',
  'secretariat',
  'display',
  'speaker',
  'observer',
  'delegation',
  'interpreter',
] as const;
export type Role = (typeof roles)[number];
export type Links = Record<Role, string>;

export class Server {
  private process: ChildProcess | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'rostrum-e2e-'));
  /** The data folder. */
  readonly data = join(this.folder, 'data');
  /** 0 until the first start: it keeps its port from then on, as an installation does. */
  private port = 0;
  private readonly rooms: number;
  private readonly founding: string[];
  private readonly environment: Readonly<Record<string, string>>;
  output = '';

  /**
   * @param programme to serve in place of the demonstration
   * @param environment of the program, in addition to that of the test
   */
  constructor(programme?: Programme, environment: Readonly<Record<string, string>> = {}) {
    this.environment = environment;
    this.rooms = programme?.rooms.length ?? 1;
    this.founding = ['--demo'];
    if (!programme) return;
    const file = join(this.folder, 'programme.json');
    writeFileSync(file, JSON.stringify(programme));
    this.founding = ['--programme', file];
  }

  /** Starts, and answers the links to the first room that were printed once it is serving. */
  async start(): Promise<Links> {
    const child = spawn(
      program,
      ['serve', ...this.founding, '--data', this.data, '--listen', `127.0.0.1:${this.port}`],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...this.environment } },
    );
    this.process = child;
    this.output = '';
    return new Promise((serving, failed) => {
      const read = (text: string) => {
        this.output += text;
        const links = this.output.match(/http:\/\/\S+#\S+(?=\s)/g) ?? [];
        if (!links[0] || links.length < roles.length * this.rooms) return;
        this.port = Number(new URL(links[0]).port);
        serving(Object.fromEntries(roles.map((role, i) => [role, links[i]])) as Links);
      };
      child.stdout.setEncoding('utf8').on('data', read);
      child.stderr.setEncoding('utf8').on('data', (text: string) => (this.output += text));
      child.once('error', failed);
      child.once('exit', (code) =>
        failed(new Error(`rostrum ended with ${code} before it served:\n${this.output}`)),
      );
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What `rostrum verify` prints of the data folder, and its exit code. */
  verify(): { code: number | null; printed: string } {
    const { status, stdout } = spawnSync(program, ['verify', '--data', this.data]);
    return { code: status, printed: stdout.toString() };
  }

  /** What a pulled plug does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** What an operator does. Answers the exit code. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends the server and removes its data. */
  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }
}

/** What a link carries behind its #. */
export function fragment(link: string): { room: string; token: string } {
  const parameters = new URLSearchParams(new URL(link).hash.slice(1));
  return { room: parameters.get('room') ?? '', token: parameters.get('token') ?? '' };
}
