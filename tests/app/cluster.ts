// Members of etcd and servers that share one record, on this machine, for tests.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { until } from '../e2e/limit.ts';
import { type CertificateFiles, selfSigned } from './certificate.ts';
import { dataFolder, program, Serving } from './rostrum.ts';

async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = held.map((server) => (server.address() as { port: number }).port);
  await Promise.all(held.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Three members of etcd, and the certificates of everything. */
export class Cluster {
  private readonly commands: string[][] = [];
  private readonly members: (ChildProcess | undefined)[] = [];
  readonly folder: string;
  /** One certificate for members and servers, which is its own authority. */
  readonly files: CertificateFiles;
  private clients: string[] = [];
  private readonly t: TestContext;

  private constructor(t: TestContext) {
    this.t = t;
    this.folder = dataFolder(t);
    this.files = selfSigned(this.folder, 'servers');
  }

  static async start(t: TestContext, count = 3): Promise<Cluster> {
    const cluster = new Cluster(t);
    const ports = await freePorts(2 * count);
    const peer = (i: number) => `http://127.0.0.1:${ports[count + i]}`;
    cluster.clients = ports.slice(0, count).map((port) => `https://127.0.0.1:${port}`);
    const { certificate, key } = cluster.files;
    cluster.clients.forEach((client, i) => {
      cluster.commands.push([
        ...['--name', `m${i}`, '--data-dir', join(cluster.folder, `m${i}`)],
        ...['--listen-client-urls', client, '--advertise-client-urls', client],
        ...['--listen-peer-urls', peer(i), '--initial-advertise-peer-urls', peer(i)],
        ...['--initial-cluster', cluster.clients.map((_, j) => `m${j}=${peer(j)}`).join(',')],
        ...['--heartbeat-interval', '50', '--election-timeout', '500', '--client-cert-auth'],
        ...['--trusted-ca-file', certificate, '--cert-file', certificate, '--key-file', key],
      ]);
      cluster.startMember(i);
    });
    t.after(() => cluster.members.forEach((member) => member?.kill('SIGKILL')));
    return cluster;
  }

  startMember(i: number): void {
    const log = openSync(join(this.folder, `m${i}.log`), 'a');
    this.members[i] = spawn('etcd', this.commands[i]!, { stdio: ['ignore', log, log] });
    closeSync(log);
  }

  async killMember(i: number): Promise<void> {
    const member = this.members[i];
    if (!member || member.exitCode !== null || member.signalCode !== null) return;
    const gone = once(member, 'exit');
    member.kill('SIGKILL');
    await gone;
  }

  signalMember(i: number, signal: NodeJS.Signals): void {
    this.members[i]?.kill(signal);
  }

  /** The settings of a program that asks the members and the servers. */
  get client(): string[] {
    const { certificate, key } = this.files;
    return [
      ...['--replicate', this.clients.join(',')],
      ...['--replica-ca', certificate, '--replica-cert', certificate, '--replica-key', key],
    ];
  }

  /** The settings of a server of this record. */
  settings(link = '127.0.0.1:0'): string[] {
    return [...this.client, '--replica-listen', link];
  }

  /** Starts a server with this data folder, which has its name. */
  serve(name: string, ...more: string[]): Promise<Serving> {
    return this.serveBy([program], name, ...more);
  }

  /** The same with a command that executes the program. */
  serveBy(command: readonly string[], name: string, ...more: string[]): Promise<Serving> {
    return Serving.startBy(this.t, command, join(this.folder, name), ...this.settings(), ...more);
  }

  etcdctl(...args: string[]): string {
    const { certificate, key } = this.files;
    const tls = ['--cacert', certificate, '--cert', certificate, '--key', key];
    return execFileSync('etcdctl', ['--endpoints', this.clients.join(','), ...tls, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ETCDCTL_API: '3' },
    });
  }
}

/** The revision of a room on a server. */
export async function revisionOn(server: Serving, token: string, room = 'xxvii'): Promise<number> {
  const answer = await server.get(`/api/v1/rooms/${room}`, token);
  if (answer.status !== 200) return -1;
  return Number(((await answer.json()) as { revision: string }).revision);
}

/** Waits until all servers have the same revision of the room, at least this one. */
export async function untilAlike(
  servers: readonly { server: Serving; token: string }[],
  atLeast = 1,
): Promise<number> {
  let revision = 0;
  await until(async () => {
    const found = await Promise.all(servers.map((one) => revisionOn(one.server, one.token)));
    revision = found[0]!;
    return revision >= atLeast && found.every((one) => one === revision);
  });
  return revision;
}
