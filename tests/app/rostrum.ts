// The real program, as an operator starts it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';

/** The program under test. */
export const program = resolve(process.env.ROSTRUM_PROGRAM ?? 'build/release/rostrum');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the program until it ends. */
export async function rostrum(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text));
  [ended.code] = (await once(child, 'close')) as [number | null];
  return ended;
}

/**
 * Runs the program and kills it after this many milliseconds.
 * @returns its exit code, if it ended before
 */
export async function runAndKill(args: readonly string[], afterMs: number): Promise<number | null> {
  const child = spawn(program, args, { stdio: 'ignore' });
  const exit = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  const [code] = (await exit) as [number | null];
  clearTimeout(timer);
  return code;
}

/** A data folder that is removed after the test. */
export function dataFolder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A running server, ended at the latest with the test. */
export class Serving {
  private readonly child: ChildProcess;
  readonly origin: string;
  /** Its output until it served. */
  readonly out: string;
  private readonly errors: { text: string };

  private constructor(child: ChildProcess, origin: string, out: string, errors: { text: string }) {
    this.child = child;
    this.origin = origin;
    this.out = out;
    this.errors = errors;
  }

  /** Starts `rostrum serve`; resolves once it serves. */
  static start(t: TestContext, data: string, ...args: string[]): Promise<Serving> {
    return Serving.startBy(t, [program], data, ...args);
  }

  /** The same with a command that executes the program, as `nice PROGRAM` does. */
  static startBy(
    t: TestContext,
    command: readonly string[],
    data: string,
    ...args: string[]
  ): Promise<Serving> {
    const [by, ...before] = command;
    const listen = args.includes('--listen') ? [] : ['--listen', '127.0.0.1:0'];
    const all = [...before, 'serve', '--data', data, ...listen, ...args];
    const child = spawn(by ?? program, all, { stdio: ['ignore', 'pipe', 'pipe'] });
    t.after(() => child.kill('SIGKILL'));
    const errors = { text: '' };
    let out = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors.text += text));
    return new Promise((serving, failed) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        // The last line of the greeting: all links are above it.
        const [, origin] =
          out.match(/^Rostrum \S+ serves the lobby at (https?:\/\/\S+)\/\n/m) ?? [];
        if (origin) serving(new Serving(child, origin, out, errors));
      });
      // Not 'exit': then its last words may still be on their way.
      child.once('close', (code) =>
        failed(new Error(`rostrum serve ended with ${code}: ${errors.text}`)),
      );
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The log so far. */
  get log(): string {
    return this.errors.text;
  }

  /** The token of the printed link with this heading, such as `Chair`. */
  token(heading: string): string {
    const [, token] =
      this.out.match(new RegExp(`^  ${heading} +http\\S+&token=(\\S+)$`, 'm')) ?? [];
    if (!token) throw new Error(`no link of ${heading} in:\n${this.out}`);
    return token;
  }

  get(path: string, token?: string): Promise<Response> {
    return fetch(this.origin + path, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });
  }

  command(token: string, command: object, room = 'xxvii'): Promise<Response> {
    return fetch(`${this.origin}/api/v1/rooms/${room}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
  }

  /** The process's memory, in KiB. */
  memory(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(status.match(/^VmRSS:\s+(\d+) kB$/m)![1]);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Sends a signal; returns the exit code, or null if the signal killed the process. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null> {
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  }
}
