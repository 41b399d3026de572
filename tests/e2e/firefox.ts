// Debian's Firefox, by WebDriver BiDi.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Channel, type Engine, EnginePage, said } from './engine.ts';

export class Firefox implements Engine {
  private readonly profile = mkdtempSync(join(tmpdir(), 'rostrum-firefox-'));
  private process: ChildProcess | undefined;
  private channel: Channel | undefined;
  private readonly pages = new Map<string, FirefoxPage>();

  async start(): Promise<void> {
    this.process = spawn('firefox-esr', [
      '--headless',
      '--remote-debugging-port=0',
      '--profile',
      this.profile,
    ]);
    const [, address] = await said(this.process, /WebDriver BiDi listening on (ws:\S+)/);
    this.channel = new Channel(`${address}/session`, (method, { text, source }: Logged) => {
      if (method === 'log.entryAdded') this.pages.get(source.context)?.faults.push(text);
    });
    await this.channel.ask('session.new', { capabilities: {} });
    await this.channel.ask('session.subscribe', { events: ['log.entryAdded'] });
  }

  async open(url: string, width: number, height: number): Promise<EnginePage> {
    const channel = this.channel!;
    const { userContext } = await channel.ask<{ userContext: string }>('browser.createUserContext');
    const { context } = await channel.ask<{ context: string }>('browsingContext.create', {
      type: 'window',
      userContext,
    });
    const page = new FirefoxPage(channel, context);
    this.pages.set(context, page);
    await channel.ask('browsingContext.setViewport', { context, viewport: { width, height } });
    await channel.ask('browsingContext.navigate', { context, url, wait: 'complete' });
    return page;
  }

  stop(): void {
    this.process?.kill('SIGKILL');
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Logged {
  text: string;
  source: { context: string };
}

class FirefoxPage extends EnginePage {
  private readonly channel: Channel;
  private readonly context: string;

  constructor(channel: Channel, context: string) {
    super();
    this.channel = channel;
    this.context = context;
  }

  async value<Value>(expression: string): Promise<Value> {
    const { result } = await this.channel.ask<{ result: { value: Value } }>('script.evaluate', {
      expression,
      target: { context: this.context },
      awaitPromise: false,
    });
    return result.value;
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.channel.ask<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    return Buffer.from(data, 'base64');
  }
}
