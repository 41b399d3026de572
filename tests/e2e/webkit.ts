// Debian's WebKit, Safari's engine, by WebDriver. It draws on a virtual screen, and reports no script errors.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, EnginePage } from './engine.ts';
import { until } from './limit.ts';

const browser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

export class WebKit implements Engine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'rostrum-webkit-'));
  private readonly processes: ChildProcess[] = [];
  private screen = '';

  async start(): Promise<void> {
    const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '2000x1300x24']);
    this.processes.push(child);
    const [number] = (await once(child.stdout, 'data')) as [Buffer];
    this.screen = `:${number.toString().trim()}`;
  }

  /** A driver has one session, and a session one window. */
  async open(url: string, width: number, height: number): Promise<EnginePage> {
    const port = await freePort();
    // In a group of its own, so that the browser ends with its driver.
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      detached: true,
      env: {
        ...process.env,
        DISPLAY: this.screen,
        XDG_RUNTIME_DIR: this.folder,
        HOME: this.folder,
      },
    });
    this.processes.push(driver);
    const ask = (path: string, body?: object) => asked(`http://127.0.0.1:${port}${path}`, body);
    await until(() =>
      ask('/status').then(
        () => true,
        () => false,
      ),
    );
    const alwaysMatch = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
    const { sessionId } = (await ask('/session', { capabilities: { alwaysMatch } })) as {
      sessionId: string;
    };
    const page = new WebKitPage((path, body) => ask(`/session/${sessionId}${path}`, body));
    await page.open(url, width, height);
    return page;
  }

  stop(): void {
    for (const { pid, spawnargs } of this.processes.reverse())
      if (pid) process.kill(spawnargs[0] === 'Xvfb' ? pid : -pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Ask = (path: string, body?: object) => Promise<unknown>;

class WebKitPage extends EnginePage {
  private readonly ask: Ask;

  constructor(ask: Ask) {
    super();
    this.ask = ask;
  }

  async open(url: string, width: number, height: number): Promise<void> {
    await this.ask('/window/rect', { x: 0, y: 0, width, height });
    await this.ask('/url', { url });
  }

  async value<Value>(expression: string): Promise<Value> {
    return (await this.ask('/execute/sync', { script: `return ${expression}`, args: [] })) as Value;
  }

  async picture(): Promise<Buffer> {
    return Buffer.from((await this.ask('/screenshot')) as string, 'base64');
  }
}

/** GET without a body. */
async function asked(address: string, body?: object): Promise<unknown> {
  const answer = await fetch(address, body && { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`${address}: ${value.error} ${value.message}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
