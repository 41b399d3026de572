// A Chromium of December 2019, as npm has it.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { Channel, type Engine, EnginePage, said } from './engine.ts';

const packed = resolve(process.env.OLD_CHROMIUM ?? 'node_modules/chromium-79/bin/chromium.br');

export class OldChromium implements Engine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'rostrum-old-'));
  private process: ChildProcess | undefined;
  private debugger = '';

  async start(): Promise<void> {
    const program = join(this.folder, 'chromium');
    writeFileSync(program, brotliDecompressSync(readFileSync(packed)));
    chmodSync(program, 0o755);
    this.process = spawn(program, [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(this.folder, 'profile')}`,
    ]);
    [, this.debugger = ''] = await said(this.process, /DevTools listening on ws:\/\/([^/]+)\//);
  }

  async open(link: string, width: number, height: number): Promise<EnginePage> {
    const answer = await fetch(`http://${this.debugger}/json/new`, { method: 'GET' });
    const { webSocketDebuggerUrl } = (await answer.json()) as { webSocketDebuggerUrl: string };
    const page = new OldPage(webSocketDebuggerUrl);
    await page.open(link, width, height);
    return page;
  }

  stop(): void {
    this.process?.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Thrown {
  exceptionDetails: { exception?: { description?: string } };
}

class OldPage extends EnginePage {
  private readonly channel: Channel;

  constructor(address: string) {
    super();
    this.channel = new Channel(address, (method, { exceptionDetails }: Thrown) => {
      if (method === 'Runtime.exceptionThrown')
        this.faults.push(exceptionDetails.exception?.description ?? 'a fault');
    });
  }

  async open(url: string, width: number, height: number): Promise<void> {
    await this.channel.ask('Runtime.enable');
    const size = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.channel.ask('Emulation.setDeviceMetricsOverride', size);
    await this.channel.ask('Page.navigate', { url });
  }

  async value<Value>(expression: string): Promise<Value> {
    const { result } = await this.channel.ask<{ result: { value: Value } }>('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    return result.value;
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.channel.ask<{ data: string }>('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  }
}
