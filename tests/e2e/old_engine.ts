// A Chromium of December 2019, as npm has it: the driver of the other tests speaks to none so old.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { until } from './limit.ts';

const packed = resolve(process.env.OLD_CHROMIUM ?? 'node_modules/chromium-79/bin/chromium.br');

export class OldEngine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'rostrum-old-'));
  private process: ChildProcess | undefined;
  private debugger = '';

  async start(): Promise<void> {
    const program = join(this.folder, 'chromium');
    writeFileSync(program, brotliDecompressSync(readFileSync(packed)));
    chmodSync(program, 0o755);
    const child = spawn(program, [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(this.folder, 'profile')}`,
    ]);
    this.process = child;
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    await until(() => said.includes('DevTools listening on '));
    this.debugger = /ws:\/\/([^/]+)\//.exec(said)![1]!;
  }

  async open(link: string, width: number, height: number): Promise<OldPage> {
    const answer = await fetch(`http://${this.debugger}/json/new`, { method: 'GET' });
    const { webSocketDebuggerUrl } = (await answer.json()) as { webSocketDebuggerUrl: string };
    const page = new OldPage(new WebSocket(webSocketDebuggerUrl));
    await page.ask('Runtime.enable');
    const size = { width, height, deviceScaleFactor: 1, mobile: false };
    await page.ask('Emulation.setDeviceMetricsOverride', size);
    await page.ask('Page.navigate', { url: link });
    return page;
  }

  stop(): void {
    this.process?.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class OldPage {
  /** The script errors that it has met. */
  readonly faults: string[] = [];
  private readonly socket: WebSocket;
  private readonly opened: Promise<unknown>;
  private readonly waiting = new Map<number, (result: unknown) => void>();
  private asked = 0;

  constructor(socket: WebSocket) {
    this.socket = socket;
    this.opened = new Promise((open) => socket.addEventListener('open', open));
    socket.addEventListener('message', ({ data }) => {
      const { id, result, method, params } = JSON.parse(String(data));
      if (method === 'Runtime.exceptionThrown')
        this.faults.push(params.exceptionDetails.exception?.description ?? 'a fault');
      this.waiting.get(id)?.(result);
    });
  }

  async ask<Result>(method: string, params: object = {}): Promise<Result> {
    await this.opened;
    const id = ++this.asked;
    const answered = new Promise((answer) => this.waiting.set(id, answer));
    this.socket.send(JSON.stringify({ id, method, params }));
    return (await answered) as Result;
  }

  /** The value of an expression in the page. */
  async value<Value>(expression: string): Promise<Value> {
    const { result } = await this.ask<{ result: { value: Value } }>('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    return result.value;
  }

  /** Waits until the page shows a text. */
  shows(text: string): Promise<void> {
    const seen = `(document.body ? document.body.innerText : '').includes(${JSON.stringify(text)})`;
    return until(async () => (await this.value<boolean>(seen)) === true);
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.ask<{ data: string }>('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  }
}
